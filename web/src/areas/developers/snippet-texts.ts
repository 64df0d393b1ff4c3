/** The snippets' texts. What they say of attributes and fields is what docs/guide says. */
import { t } from "../../words/say.ts";

export type Filled = { url: string; workspace: string; program: string; key: string; secret: string };
export type Snippet = { id: string; part: "pages" | "server" | "terminal"; title: string; text: string; code: string };

export function snippets(of: Filled): Snippet[] {
  return [...ofPages(of), ...ofServer(of), ...ofTerminal(of)];
}

function ofPages({ url, workspace, program, key }: Filled): Snippet[] {
  return [
    {
      id: "gv",
      part: "pages",
      title: t("Remember who sent a visitor"),
      text: t("On every page. It keeps the click of a friend's visit, so that her order finds its advocate."),
      code: `<script async src="${url}/js/gv.js"
  data-key="${key}"
  data-workspace="${workspace}" data-program="${program}" data-consent="required"></script>`,
    },
    {
      id: "portal",
      part: "pages",
      title: t("The advocate's own side, in your account page"),
      text: t("Her link, her referrals, her rewards. Your server gives the token for whoever is signed in with you."),
      code: `<grapevine-portal workspace="${workspace}" program="${program}" token="..."></grapevine-portal>
<script async src="${url}/js/portal.js"></script>`,
    },
    {
      id: "boxes",
      part: "pages",
      title: t("A banner, a button, a box after the order"),
      text: t("Each takes what it needs from the script above. One that has nothing to say shows nothing."),
      code: `<script async src="${url}/js/embeds.js"></script>
<grapevine-banner></grapevine-banner>
<grapevine-button></grapevine-button>
<grapevine-post-purchase token="..."></grapevine-post-purchase>`,
    },
  ];
}

function ofServer({ url, program }: Filled): Snippet[] {
  return [
    {
      id: "sdk",
      part: "server",
      title: t("Send an order from your server"),
      text: t("The answer is the decision: which referral, which reward, when it is available, or why there is none."),
      code: `import { createClient } from "@grapevine/sdk";

const grapevine = createClient({ url: "${url}", key: process.env.GRAPEVINE_KEY });

await grapevine.events.track({
  id: \`order-\${order.id}\`,
  type: "purchase",
  person: { user_id: user.id, email: user.email },
  referral: { click_id: request.cookies.gv_click },
  order: { id: order.id, total: order.totalCents, currency: "USD" },
});`,
    },
    {
      id: "token",
      part: "server",
      title: t("A token for whoever is signed in with you"),
      text: t("Make a portal key once with POST /v1/portal-keys. A token is good for an hour at most."),
      code: `import { portalToken } from "@grapevine/sdk";

const token = await portalToken({
  key: { id: process.env.PORTAL_KEY_ID, secret: process.env.PORTAL_KEY_SECRET },
  user: { id: user.id, email: user.email, name: user.name },
  program: "${program}",
  origin: "https://shop.example",
});`,
    },
  ];
}

function ofTerminal({ url, program, secret }: Filled): Snippet[] {
  const head = `\\\n  -H "authorization: Bearer ${secret}" -H 'content-type: application/json'`;
  return [
    {
      id: "purchase",
      part: "terminal",
      title: t("A purchase"),
      text: t("Put a code of one of your advocates into it, and see what she earns."),
      code: `curl -s ${url}/v1/events ${head} \\
  -d '{ "id": "order-1", "type": "purchase",
        "person": { "user_id": "u_42", "email": "ben@example.com" },
        "referral": { "code": "CODE" },
        "order": { "id": "1", "total": 8000, "currency": "USD" } }'`,
    },
    {
      id: "refund",
      part: "terminal",
      title: t("A refund"),
      text: t("Takes back the exact share of what the order earned."),
      code: `curl -s ${url}/v1/events ${head} \\
  -d '{ "id": "refund-1", "type": "refund", "order": { "id": "1", "amount": 2000, "currency": "USD" } }'`,
    },
    {
      id: "join",
      part: "terminal",
      title: t("Let somebody join, and get her link"),
      text: t("The same call again answers the same link."),
      code: `curl -s ${url}/v1/advocates ${head} \\
  -d '{ "program": "${program}", "person": { "user_id": "u_1", "email": "ann@example.com", "name": "Ann" } }'`,
    },
  ];
}

/** The snippets, filled in for a workspace and a program. */
import { t } from "../../words/say.ts";

export type Filled = {
  server: string;
  workspace: string;
  program: string;
  key: string;
  business: string;
  colour: string;
  disclosure: string;
};
export type Snippet = {
  id: string;
  name: string;
  where: string;
  what: string;
  code: string;
  /** The word that its visits are counted by; null: it counts nothing by itself. */
  channel: string | null;
  needsKey: boolean;
  notes: string[];
  /** The element that can be tried, with its attributes; or HTML that can be looked at. */
  element: string | null;
  html: string | null;
};

const plain = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export function snippets(of: Filled): Snippet[] {
  return [...onPages(of), ...boxes(of), ...inMails(of)];
}

const seen = { element: null, html: null };
const attributesOf = (of: Filled): string =>
  `workspace="${plain(of.workspace)}" program="${plain(of.program)}" server="${plain(of.server)}"`;

/** For every page of the shop. */
function onPages(of: Filled): Snippet[] {
  const at = attributesOf(of);
  const embeds = `<script async src="${of.server}/js/embeds.js"></script>`;
  return [
    {
      ...seen,
      id: "gv",
      name: t("gv.js"),
      where: t("On every page of the shop"),
      what: t("Keeps what a friend's link brought, tells of the visit, fills the code in at the checkout, opens the portal."),
      code: `<script>window.gv = window.gv || function () { (gv.q = gv.q || []).push(arguments) }</script>
<script async src="${of.server}/js/gv.js"
  data-key="${of.key}" data-consent="required"
  data-workspace="${plain(of.workspace)}" data-program="${plain(of.program)}" data-code-field="#coupon"></script>`,
      channel: null,
      needsKey: true,
      notes: [
        t('Nothing is stored or sent before your page calls gv("consent", true), or the tag says data-consent="granted".'),
        t("Put the selector of your coupon field in the place of #coupon."),
      ],
    },
    {
      ...seen,
      id: "banner",
      name: t("Banner"),
      where: t("At the top of every page"),
      what: t("Tells a friend who came by a link who sent her and what she gets. Shows nothing to anybody else."),
      code: `${embeds}\n<grapevine-banner ${at} public-key="${of.key}"></grapevine-banner>`,
      channel: "banner",
      needsKey: true,
      notes: [t("It takes the friend's code from gv.js, so put that on the page too.")],
    },
    {
      ...seen,
      id: "button",
      name: t("Floating button"),
      where: t("In the corner of every page"),
      what: t("Opens the portal over the page."),
      code: `${embeds}\n<grapevine-button ${at}>${t("Tell a friend")}</grapevine-button>`,
      channel: "button",
      needsKey: false,
      notes: [],
      element: `<grapevine-button ${at}>${plain(t("Tell a friend"))}</grapevine-button>`,
    },
  ];
}

/** For a page of their own. */
function boxes(of: Filled): Snippet[] {
  const at = attributesOf(of);
  const embeds = `<script async src="${of.server}/js/embeds.js"></script>`;
  return [
    {
      ...seen,
      id: "post_purchase",
      name: t("Box after an order"),
      where: t("On the page after an order"),
      what: t("One tap to join, then link and share buttons in place. People recommend most when they have just bought."),
      code: `${embeds}\n<grapevine-post-purchase ${at} token="TOKEN"></grapevine-post-purchase>`,
      channel: "post_purchase",
      needsKey: false,
      notes: [t("TOKEN says who has bought: your server makes it with POST /v1/portal/tokens. Without one she enters her e-mail.")],
      element: `<grapevine-post-purchase ${at}></grapevine-post-purchase>`,
    },
    {
      ...seen,
      id: "share",
      name: t("Share box"),
      where: t("In the account, or anywhere"),
      what: t("An advocate's link and the ways to send it."),
      code: `${embeds}\n<grapevine-share ${at} token="TOKEN"></grapevine-share>`,
      channel: "share",
      needsKey: false,
      notes: [t("TOKEN says who is signed in with you: your server makes it with POST /v1/portal/tokens.")],
      element: `<grapevine-share ${at}></grapevine-share>`,
    },
    {
      ...seen,
      id: "portal",
      name: t("Portal"),
      where: t("A page of your own"),
      what: t("The whole portal inside your site."),
      code: `<script async src="${of.server}/js/portal.js"></script>\n<grapevine-portal ${at} token="TOKEN"></grapevine-portal>`,
      channel: "portal",
      needsKey: false,
      notes: [t("Or link to the page that is there already: {url}", { url: `${of.server}/p/${of.workspace}/${of.program}` })],
      element: `<grapevine-portal ${at}></grapevine-portal>`,
    },
  ];
}

/** For mails. */
function inMails(of: Filled): Snippet[] {
  const newsletter = newsletterBlock(of);
  const link = `<a href="LINK" style="color:${plain(of.colour)}">LINK</a>`;
  const words = `${t("I like {business}:", { business: plain(of.business) })} ${link}<br>${plain(of.disclosure)}`;
  const signature = `<p style="font:13px/1.4 Arial,sans-serif;color:#5d6a62">${words}</p>`;
  return [
    {
      ...seen,
      id: "newsletter",
      name: t("Newsletter block"),
      where: t("In your newsletter"),
      what: t("HTML for any mail program: a table, no script, no web font."),
      code: newsletter,
      channel: "newsletter",
      needsKey: false,
      notes: [t("LINK is the reader's own, as a merge field: share.link of GET /v1/portal?person=user_id:...&placement=newsletter.")],
      html: pageOf(newsletter),
    },
    {
      ...seen,
      id: "signature",
      name: t("E-mail signature"),
      where: t("Below somebody's name"),
      what: t("A line with the link, and what she gets for it."),
      code: signature,
      channel: "signature",
      needsKey: false,
      notes: [t("LINK is her own, with placement=signature. The disclosure stays in it.")],
      html: pageOf(signature),
    },
  ];
}

const pageOf = (body: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"></head><body style="margin:24px;background:#fff">${body}</body></html>`;

function newsletterBlock(of: Filled): string {
  const colour = plain(of.colour);
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f6f1e7;border-radius:12px">
  <tr><td style="padding:24px;font:16px/1.5 Arial,sans-serif;color:#24302a">
    <strong style="font-size:20px">${plain(t("Do you know somebody who would like this?"))}</strong><br>
    ${plain(t("Forward this link:"))}<br>
    <a href="LINK" style="color:${colour}">LINK</a><br><br>
    <a href="${of.server}/p/${plain(of.workspace)}/${plain(of.program)}"
      style="display:inline-block;background:${colour};color:#ffffff;padding:12px 22px;border-radius:8px;
        text-decoration:none;font-weight:bold"
    >${plain(t("Other ways to send it"))}</a><br><br>
    <span style="font-size:13px;color:#5d6a62">${plain(of.disclosure)}</span>
  </td></tr>
</table>`;
}

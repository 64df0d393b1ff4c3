/** Where the link of a sign-in mail leads: a page with a button, because mail scanners open links and press nothing. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Entered } from "../flow/portal-sign-in.ts";
import { createWords } from "../core/words.ts";
import { addressOf } from "./address.ts";
import { count, refuseCrossSite } from "./guard.ts";
import { escapeHtml, pageOf } from "./html.ts";
import { beginBrowser, browserOf, endBrowser, setMember } from "./portal-cookies.ts";
import { readerLanguage } from "./reader.ts";

type Asked = FastifyRequest<{ Params: { workspace: string; token: string }; Querystring: { locale?: string } }>;
type State = "open" | "elsewhere" | "over" | "invited" | "uninvited" | "unprovided";

const STATUS: Record<State, number> = { open: 200, elsewhere: 200, invited: 200, over: 410, uninvited: 410, unprovided: 403 };

const PAGE = { config: { page: "public" as const } };

export function addPortalPages(app: FastifyInstance): void {
  const { portal } = app.gv.services;
  const place = (request: Asked) => ({ slug: request.params.workspace, token: request.params.token, browser: browserOf(request) });
  app.get("/p/:workspace/sign-in/:token", PAGE, async (request: Asked, reply) => {
    await count(request, reply, { policy: "sign_in_page", target: addressOf(request.ip) });
    return show(request, reply, await portal.linkIsFor(place(request)));
  });
  app.post("/p/:workspace/sign-in/:token", PAGE, async (request: Asked, reply) => {
    refuseCrossSite(request);
    await count(request, reply, { policy: "sign_in_code", target: addressOf(request.ip) });
    const entered = await portal.redeemLink(place(request));
    if (entered === null) return show(request, reply, (await portal.linkIsFor(place(request))) === "elsewhere" ? "elsewhere" : "over");
    endBrowser(request, reply);
    return enter(request, reply, entered);
  });
  addInvited(app);
  addProvider(app);
}

/** The link of an invitation: a button too, and then she is signed in where she can join. */
function addInvited(app: FastifyInstance): void {
  const { portal } = app.gv.services;
  const place = ({ params }: Asked) => ({ slug: params.workspace, token: params.token });
  app.get("/p/:workspace/invited/:token", PAGE, async (request: Asked, reply) => {
    await count(request, reply, { policy: "sign_in_page", target: addressOf(request.ip) });
    return show(request, reply, (await portal.invitationIsOpen(place(request))) ? "invited" : "uninvited");
  });
  app.post("/p/:workspace/invited/:token", PAGE, async (request: Asked, reply) => {
    refuseCrossSite(request);
    await count(request, reply, { policy: "sign_in_code", target: addressOf(request.ip) });
    const entered = await portal.followInvitation(place(request));
    if (entered === null) return show(request, reply, "uninvited");
    return enter(request, reply, entered);
  });
}

type Leaving = FastifyRequest<{
  Params: { workspace: string };
  Querystring: { program?: string; code?: string; state?: string; iss?: string };
}>;

/** To the business's own provider and back. Coming back is another site's link: the browser's cookie and the state prove who left. */
function addProvider(app: FastifyInstance): void {
  const { portal } = app.gv.services;
  const place = (request: Leaving) => ({
    slug: request.params.workspace,
    redirectUri: `${app.gv.publicUrl}/p/${encodeURIComponent(request.params.workspace)}/oidc/callback`,
  });
  app.get("/p/:workspace/oidc", PAGE, async (request: Leaving, reply) => {
    await count(request, reply, { policy: "sign_in_page", target: addressOf(request.ip) });
    const { program } = request.query;
    const asked = typeof program === "string" && /^[\w-]{1,64}$/.test(program) ? program : null;
    const url = await portal.leaveForProvider({ ...place(request), browser: beginBrowser(request, reply), program: asked });
    return url === null ? show(request, reply, "unprovided") : reply.redirect(url, 303);
  });
  app.get("/p/:workspace/oidc/callback", PAGE, async (request: Leaving, reply) => {
    await count(request, reply, { policy: "sign_in_code", target: addressOf(request.ip) });
    const { code, state } = request.query;
    const browser = browserOf(request);
    const isWhole = typeof code === "string" && typeof state === "string" && browser !== null;
    const entered = isWhole ? await portal.returnFromProvider({ ...place(request), browser, code, state }) : null;
    if (entered === null) return show(request, reply, "unprovided");
    endBrowser(request, reply);
    return enter(request, reply, entered);
  });
}

function enter(request: Asked | Leaving, reply: FastifyReply, entered: Entered): FastifyReply {
  setMember(request, reply, entered.cookie);
  const to = [request.params.workspace, ...(entered.program === null ? [] : [entered.program])].map(encodeURIComponent).join("/");
  return reply.redirect(`/p/${to}`, 303);
}

function show(request: Asked | Leaving, reply: FastifyReply, state: State): FastifyReply {
  const language = readerLanguage((request.query as { locale?: string }).locale, request.headers["accept-language"]);
  const words = createWords(language);
  const say = (part: "title" | "text"): string => words.say(`page.sign_in.${state}.${part}`);
  const act = state === "open" || state === "invited" ? words.say(`page.sign_in.${state}.act`) : null;
  const button = act === null ? "" : `\n<form method="post"><button>${escapeHtml(act)}</button></form>`;
  const page = pageOf(say("title"), `<p>${escapeHtml(say("text"))}</p>${button}`);
  return reply
    .code(STATUS[state])
    .header("content-type", "text/html; charset=utf-8")
    .header("x-robots-tag", "noindex")
    .send(page.replace('<html lang="en">', `<html lang="${language}" dir="${words.dir}">`));
}

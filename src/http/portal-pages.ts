/** Where the link of a sign-in mail leads: a page with a button, because mail scanners open links and press nothing. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Brand, brand as brandSchema, brandTokens } from "../core/brand.ts";
import type { Entered } from "../flow/portal-sign-in.ts";
import { createWords } from "../core/words.ts";
import { inWorkspace } from "../store/db.ts";
import { findWorkspace } from "../store/workspace-create.ts";
import { readWorkspace } from "../store/workspaces.ts";
import { addressOf } from "./address.ts";
import type { HttpContext } from "./context.ts";
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

async function show(request: Asked | Leaving, reply: FastifyReply, state: State): Promise<FastifyReply> {
  const house = await houseOf(request.server.gv, request.params.workspace);
  const language = readerLanguage((request.query as { locale?: string }).locale, request.headers["accept-language"]);
  const words = createWords(language, house.words);
  const say = (key: string): string => words.say(`page.sign_in.${key}`);
  const hasAct = state === "open" || state === "invited";
  const button = `<form method="post"><button>${escapeHtml(say(hasAct ? `${state}.act` : "open.act"))}</button></form>`;
  const back = `<p><a href="/p/${encodeURIComponent(request.params.workspace)}">${escapeHtml(say("back"))}</a></p>`;
  const lines = [
    `<p>${escapeHtml(say(`${state}.text`))}</p>`,
    hasAct ? button : back,
    `<p><small>${escapeHtml(house.business)}</small></p>`,
  ];
  const page = pageOf(say(`${state}.title`), lines.join("\n"))
    .replace("</style>", () => `\n${house.style}</style>`)
    .replace('<html lang="en">', `<html lang="${language}" dir="${words.dir}">`);
  return reply.code(STATUS[state]).header("content-type", "text/html; charset=utf-8").header("x-robots-tag", "noindex").send(page);
}

type House = { business: string; words: Record<string, string>; style: string };

/** Whose page it is: her name, own words and colours. Of a workspace that is not there, ours. */
async function houseOf(gv: HttpContext, slug: string): Promise<House> {
  const workspaceId = (await findWorkspace(gv.pool, slug))?.workspace_id;
  const row = workspaceId === undefined ? null : await inWorkspace(gv.pool, workspaceId, (db) => readWorkspace(workspaceId, db));
  const parsed = brandSchema.safeParse(row?.settings["brand"] ?? {});
  const brand: Partial<Brand> = parsed.success ? parsed.data : {};
  const { light, dark } = brandTokens(brand);
  const vars = (of: Record<string, string>): string =>
    ["paper", "ink", "muted", "line"].map((name) => `--${name}: ${of[`--gv-${name}`]}`).join("; ") + `; --vine: ${of["--gv-primary"]}`;
  const style = `:root { ${vars(light)} }\n@media (prefers-color-scheme: dark) { :root { ${vars(dark)} } }`;
  return { business: brand.name ?? row?.name ?? "", words: (row?.settings["words"] ?? {}) as Record<string, string>, style };
}

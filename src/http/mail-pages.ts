/**
 * Where the links at the end of a mail lead. Opening changes nothing, because mail scanners open every link; a POST does, from the button
 * or from the reader's mail program (RFC 8058), which sends no cookie and no origin.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { brandTokens } from "../core/brand.ts";
import { type Words, createWords, languageOf } from "../core/words.ts";
import type { ChoiceAsk, ChoicePage, Choices } from "../flow/mail-choices.ts";
import { addressOf } from "./address.ts";
import { count } from "./guard.ts";
import { escapeHtml, pageOf } from "./html.ts";
import { readerLanguage } from "./reader.ts";

type Asked = FastifyRequest<{ Params: { workspace: string; token: string }; Querystring: { locale?: string } }>;
const PAGE = { config: { page: "public" as const } };
const FORM_BYTES = 8_192;
const DIGESTS = ["each", "weekly", "none"] as const;

/** Adds the pages in a scope of their own, which reads forms. */
export function addMailPages(app: FastifyInstance): void {
  void app.register((scope, _options, done) => {
    scope.removeContentTypeParser("application/x-www-form-urlencoded");
    scope.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string", bodyLimit: FORM_BYTES }, (_q, body, ready) =>
      ready(null, new URLSearchParams(String(body))),
    );
    // A mail program may say List-Unsubscribe=One-Click as a form of either type: what it says is known.
    scope.addContentTypeParser("multipart/form-data", { parseAs: "buffer", bodyLimit: FORM_BYTES }, (_q, _body, ready) =>
      ready(null, undefined),
    );
    addUnsubscribe(scope);
    addGo(scope);
    addPreferences(scope);
    done();
  });
}

const askOf = (request: Asked): ChoiceAsk => ({
  slug: request.params.workspace,
  token: request.params.token,
  requestId: String(request.id),
});

/** What she reads before and after, by what the link is of. */
const STOPPED = {
  person: "mail.stop.text",
  invitation: "mail.stop.friend",
  operator: "mail.stop.operator",
  report: "mail.stop.operator",
  alerts: "mail.stop.operator",
} as const;
const DONE = {
  person: "mail.stop.done.text",
  invitation: "mail.stop.friend",
  operator: "mail.stop.done.operator",
  report: "mail.stop.done.operator",
  alerts: "mail.stop.done.operator",
} as const;

function addUnsubscribe(app: FastifyInstance): void {
  const { mail } = app.gv.services;
  app.get("/p/:workspace/unsubscribe/:token", PAGE, async (request: Asked, reply) => {
    await count(request, reply, { policy: "browser", target: addressOf(request.ip) });
    const page = await mail.unsubscribePage(askOf(request));
    if (page === null) return unknown(request, reply);
    const { words, business, send } = voiceOf(request, reply, page);
    const text = words.say(STOPPED[page.sort], { business });
    const form = `<form method="post"><button>${escapeHtml(words.say("mail.stop.act"))}</button></form>`;
    return send(words.say("mail.stop.title"), `<p>${escapeHtml(text)}</p>\n${form}`);
  });
  app.post("/p/:workspace/unsubscribe/:token", PAGE, async (request: Asked, reply) => {
    await count(request, reply, { policy: "browser", target: addressOf(request.ip) });
    const page = await mail.unsubscribe(askOf(request));
    if (page === null) return unknown(request, reply);
    const { words, business, send } = voiceOf(request, reply, page);
    const text = words.say(DONE[page.sort], { business });
    const label = escapeHtml(words.say("mail.frame.preferences"));
    const choices = `<p><a href="../preferences/${encodeURIComponent(request.params.token)}">${label}</a></p>`;
    return send(words.say("mail.stop.done.title"), `<p>${escapeHtml(text)}</p>${page.sort === "person" ? choices : ""}`);
  });
}

/** The button of an announcement: counted, and sent on. */
function addGo(app: FastifyInstance): void {
  app.get("/p/:workspace/go/:token", PAGE, async (request: Asked, reply) => {
    await count(request, reply, { policy: "browser", target: addressOf(request.ip) });
    const { workspace: slug, token } = request.params;
    const { services, publicUrl } = app.gv;
    const to = await services.announcements.follow({ slug, token, publicUrl, counts: request.method === "GET" });
    if (to === null) return unknown(request, reply);
    return reply.header("cache-control", "no-store").header("referrer-policy", "no-referrer").redirect(to, 302);
  });
}

function addPreferences(app: FastifyInstance): void {
  const { mail } = app.gv.services;
  app.get("/p/:workspace/preferences/:token", PAGE, async (request: Asked, reply) => {
    await count(request, reply, { policy: "browser", target: addressOf(request.ip) });
    const choices = await mail.choices(askOf(request));
    return choices === null ? unknown(request, reply) : showChoices(request, reply, { choices, isSaved: false });
  });
  app.post("/p/:workspace/preferences/:token", PAGE, async (request: Asked, reply) => {
    await count(request, reply, { policy: "browser", target: addressOf(request.ip) });
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const digest = DIGESTS.find((each) => each === form.get("digest")) ?? "each";
    const wish = { topics: new Set(form.getAll("topic")), digest, news: form.get("news") === "on" };
    const choices = await mail.saveChoices(askOf(request), wish);
    return choices === null ? unknown(request, reply) : showChoices(request, reply, { choices, isSaved: true });
  });
}

function showChoices(request: Asked, reply: FastifyReply, of: { choices: Choices; isSaved: boolean }): FastifyReply {
  const { page, topics, digest, news } = of.choices;
  const { words, business, send } = voiceOf(request, reply, page);
  const say = (key: string): string => escapeHtml(words.say(`mail.choose.${key}`, { business }));
  const box = (attributes: string, label: string): string => `<label class="choice"><input ${attributes}> <span>${label}</span></label>`;
  const boxes = topics.map(({ topic, on }) =>
    box(`type="checkbox" name="topic" value="${topic}"${on ? " checked" : ""}`, escapeHtml(words.say(`page.topic.${topic}`))),
  );
  const often = DIGESTS.map((each) => box(`type="radio" name="digest" value="${each}"${each === digest ? " checked" : ""}`, say(each)));
  const body = [
    of.isSaved ? `<p role="status"><strong>${say("saved")}</strong></p>` : "",
    `<p>${say("text")}</p>`,
    '<form method="post">',
    `<fieldset><legend>${say("topics")}</legend>${boxes.join("")}</fieldset>`,
    `<fieldset><legend>${say("when")}</legend>${often.join("")}</fieldset>`,
    box(`type="checkbox" name="news"${news ? " checked" : ""}`, say("news")),
    `<p><button>${say("act")}</button></p></form>`,
    `<p><a href="/p/${encodeURIComponent(page.workspace.slug)}">${say("back")}</a></p>`,
  ];
  return send(words.say("mail.choose.title", { business }), body.join("\n"));
}

function unknown(request: Asked, reply: FastifyReply): FastifyReply {
  const words = createWords(readerLanguage(request.query.locale, request.headers["accept-language"]));
  const text = `<p>${escapeHtml(words.say("mail.stop.unknown.text"))}</p>`;
  return answer(reply.code(404), words, pageOf(words.say("mail.stop.unknown.title"), text));
}

type PageVoice = { words: Words; business: string; send(title: string, body: string): FastifyReply };

const FORM_STYLE = `fieldset { border: 1px solid var(--line); border-radius: 8px; margin: 0 0 16px; padding: 8px 16px }
legend { font-weight: 600; padding: 0 4px } .choice { display: flex; gap: 12px; align-items: center; min-height: 44px; cursor: pointer }
input { width: 20px; height: 20px; accent-color: var(--vine); flex: none }`;

/** How this reader is spoken to, in the business's colours. */
function voiceOf(request: Asked, reply: FastifyReply, { workspace, locale }: ChoicePage): PageVoice {
  const header = request.headers["accept-language"];
  const language =
    request.query.locale === undefined && locale !== null ? languageOf(locale) : readerLanguage(request.query.locale, header);
  const words = createWords(language, workspace.words);
  const { light, dark } = brandTokens(workspace.brand);
  const vars = (of: Record<string, string>): string =>
    ["paper", "ink", "muted", "line"].map((name) => `--${name}: ${of[`--gv-${name}`]}`).join("; ") + `; --vine: ${of["--gv-primary"]}`;
  const style = `${FORM_STYLE}\n:root { ${vars(light)} }\n@media (prefers-color-scheme: dark) { :root { ${vars(dark)} } }`;
  return {
    words,
    business: workspace.business,
    send: (title, body) =>
      answer(
        reply,
        words,
        pageOf(title, body).replace("</style>", () => `\n${style}</style>`),
      ),
  };
}

function answer(reply: FastifyReply, words: Words, page: string): FastifyReply {
  return reply
    .header("content-type", "text/html; charset=utf-8")
    .header("cache-control", "no-store")
    .header("x-robots-tag", "noindex")
    .send(page.replace('<html lang="en">', `<html lang="${words.language}" dir="${words.dir}">`));
}

/**
 * `/app/mail`: what was sent, or would have been where no mail server is set, for whoever runs the workspace. A mail is shown in a frame
 * that may do nothing. In development also every kind in every language, as a believable sample.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { externalId, uuidOf } from "../core/id.ts";
import { MESSAGE_KINDS, type MessageKind } from "../core/messages/kinds.ts";
import { formatInstant } from "../core/time.ts";
import { LANGUAGES } from "../core/words.ts";
import { inWorkspace } from "../store/db.ts";
import { type MailRow, listMail } from "../store/mail.ts";
import { readWorkspace } from "../store/workspaces.ts";
import { mayDo } from "./access-may.ts";
import { enterQuietly, sessionCookie } from "./access-session.ts";
import { escapeHtml, pageOf } from "./html.ts";
import { permissionsOfRole } from "./roles.ts";

export type MailboxOptions = { sends: boolean; previews: boolean };

const PAGE = { config: { page: "session" as const } };
const ROWS = 50;
/** The page itself runs nothing and frames its own; a mail's content runs nothing, fetches pictures at most, and submits nothing. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const CONTENT_POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src https: data:; form-action 'none'; base-uri 'none'; " +
  "frame-ancestors 'self'";

type Asked = FastifyRequest<{ Params: { id: string }; Querystring: { after?: string; locale?: string } }>;
type Shown = { subject: string; html: string; text: string };

/** Adds the pages. All need the sign-in link's cookie. */
export function addMailbox(app: FastifyInstance, options: MailboxOptions): void {
  const { gv } = app;
  const enter = async (request: FastifyRequest, reply: FastifyReply): Promise<string | null> => {
    void reply.header("content-type", "text/html; charset=utf-8").header("cache-control", "no-store");
    const entered = await enterQuietly(gv, request.cookies[sessionCookie(gv.secure)], null);
    const may = entered !== null && mayDo({ permissions: permissionsOfRole(entered.role) }, "messages:read");
    const workspace = may ? entered.workspaceId : null;
    if (workspace === null)
      void reply.code(401).send(pageOf("Sign in first", "<p>Open the sign-in link that <code>npm start</code> prints.</p>"));
    return workspace;
  };
  app.get("/app/mail", PAGE, async (request: Asked, reply) => {
    const workspace = await enter(request, reply);
    if (workspace === null) return reply;
    const before = uuidOf("msg", request.query.after ?? "");
    const rows = await inWorkspace(gv.pool, workspace, (db) =>
      listMail(workspace, db, { before, limit: ROWS, status: null, kind: null, personId: null }),
    );
    return reply.header("content-security-policy", PAGE_POLICY).send(listPage(rows, options));
  });
  const view = async (request: Asked, workspace: string) => {
    const id = uuidOf("msg", request.params.id);
    return id === null ? null : await gv.services.mail.view(workspace, { id, publicUrl: gv.publicUrl });
  };
  app.get("/app/mail/:id", PAGE, async (request: Asked, reply) => {
    const workspace = await enter(request, reply);
    if (workspace === null) return reply;
    const found = await view(request, workspace);
    if (found === null) return reply.code(404).send(pageOf("No such mail", "<p>It may be older than 30 days.</p>"));
    const head = [`<p>To: ${escapeHtml(found.recipient ?? "nobody")}<br><small>${escapeHtml(stateOf(found.row))}</small></p>`];
    const tries = found.attempts.map(
      (each) => `<li>${formatInstant(each.at)}: ${each.code ?? ""} ${escapeHtml(each.error ?? "taken")}</li>`,
    );
    const body =
      found.content === null
        ? "<p>Its content is not kept: it holds a link that lets somebody in.</p>"
        : shown(found.content, `./${request.params.id}/content`);
    const page = pageOf(
      found.content?.subject ?? found.row.kind,
      [...head, body, tries.length === 0 ? "" : `<h2>Tries</h2><ul>${tries.join("")}</ul>`].join("\n"),
    );
    return reply.header("content-security-policy", PAGE_POLICY).send(page);
  });
  app.get("/app/mail/:id/content", PAGE, async (request: Asked, reply) => {
    const workspace = await enter(request, reply);
    if (workspace === null) return reply;
    return content(reply, (await view(request, workspace))?.content ?? null);
  });
  if (options.previews) addPreviews(app, enter);
}

type Enter = (request: FastifyRequest, reply: FastifyReply) => Promise<string | null>;

function addPreviews(app: FastifyInstance, enter: Enter): void {
  const { gv } = app;
  const preview = async (request: Asked, workspace: string): Promise<Shown | null> => {
    const kind = MESSAGE_KINDS.find((each) => each === request.params.id);
    const locale = request.query.locale ?? "en";
    if (kind === undefined || !/^[a-zA-Z-]{2,35}$/.test(locale)) return null;
    const zone = (await inWorkspace(gv.pool, workspace, (db) => readWorkspace(workspace, db)))?.zone ?? "UTC";
    return await gv.services.mail.preview({ kind, locale, zone });
  };
  app.get("/app/mail/preview", PAGE, async (request, reply) => {
    if ((await enter(request, reply)) === null) return reply;
    const link = (kind: MessageKind): string => `<li><a href="/app/mail/preview/${kind}">${kind}</a></li>`;
    return reply.send(pageOf("Every mail", `<p>Samples, in nobody's name.</p><ul>${MESSAGE_KINDS.map(link).join("")}</ul>`));
  });
  app.get("/app/mail/preview/:id", PAGE, async (request: Asked, reply) => {
    const workspace = await enter(request, reply);
    if (workspace === null) return reply;
    const found = await preview(request, workspace);
    if (found === null) return reply.code(404).send(pageOf("No such mail", '<p><a href="/app/mail/preview">All kinds</a></p>'));
    const kind = request.params.id;
    const languages = Object.entries(LANGUAGES).map(
      ([tag, name]) => `<a href="/app/mail/preview/${kind}?locale=${tag}">${escapeHtml(name)}</a>`,
    );
    const frame = `/app/mail/preview/${kind}/content?locale=${encodeURIComponent(request.query.locale ?? "en")}`;
    const body = `<p>${languages.join(" · ")}</p>${shown(found, frame)}<p><a href="/app/mail/preview">All kinds</a></p>`;
    return reply.header("content-security-policy", PAGE_POLICY).send(pageOf(found.subject, body));
  });
  app.get("/app/mail/preview/:id/content", PAGE, async (request: Asked, reply) => {
    const workspace = await enter(request, reply);
    return workspace === null ? reply : content(reply, await preview(request, workspace));
  });
}

function content(reply: FastifyReply, of: Shown | null): FastifyReply {
  void reply.header("content-security-policy", CONTENT_POLICY).header("x-frame-options", "SAMEORIGIN");
  return of === null ? reply.code(404).send("") : reply.send(of.html);
}

const STYLE = `iframe { width: 100%; height: 640px; border: 1px solid var(--line); border-radius: 8px; background: #fff }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 14px }`;

/** A mail in its frame, its plain-text part, and its links, which the frame does not follow. */
function shown(mail: Shown, frame: string): string {
  const links = [...new Set([...mail.text.matchAll(/https?:\/\/[^\s<>"')\]]+/g)].map(([link]) => link))];
  const list = links.map((link) => `<li><a href="${escapeHtml(link)}" rel="noreferrer">${escapeHtml(link)}</a></li>`);
  return `<style>${STYLE}</style>
<iframe title="The mail" sandbox="" src="${escapeHtml(frame)}"></iframe>
<h2>Links</h2><ul>${list.join("")}</ul>
<h2>Plain text</h2><pre dir="auto">${escapeHtml(mail.text)}</pre>`;
}

function listPage(rows: readonly MailRow[], options: MailboxOptions): string {
  const intro = options.sends
    ? "<p>What was sent, what waits, and what was not sent, with the reason.</p>"
    : "<p>No mail server is set, so nothing goes out. This is what would have been sent; set SMTP_URL and MAIL_FROM to send.</p>";
  const previews = options.previews ? '<p><a href="/app/mail/preview">Every mail in every language</a></p>' : "";
  const line = (row: MailRow): string => {
    const id = externalId("msg", row.id);
    const when = formatInstant(row.due_at).slice(0, 16).replace("T", " ");
    const link = `<a href="/app/mail/${id}">${escapeHtml(row.kind.replaceAll("_", " "))}</a>`;
    return `<tr><td>${when}</td><td>${link}</td><td>${escapeHtml(stateOf(row))}</td></tr>`;
  };
  const head = "<thead><tr><th>Due (UTC)</th><th>Mail</th><th>State</th></tr></thead>";
  const last = rows.at(-1);
  const more = rows.length < ROWS || last === undefined ? "" : `<p><a href="/app/mail?after=${externalId("msg", last.id)}">Older</a></p>`;
  const table =
    rows.length === 0
      ? "<p><small>Nothing yet.</small></p>"
      : `<div class="wide"><table>${head}<tbody>${rows.map(line).join("")}</tbody></table></div>`;
  return pageOf("Mail", `${intro}${previews}${table}${more}<p><a href="/app">Back</a></p>`);
}

function stateOf(row: MailRow): string {
  if (row.status === "delivered") return "sent";
  if (row.status === "dropped") return `not sent: ${(row.reason ?? "").replaceAll("_", " ")}`;
  return row.tries > 0 ? `waits for another try (${row.tries} so far)` : "waits";
}

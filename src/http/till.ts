/**
 * `/p/:workspace/till`: a page for a shop's staff. Type or scan a code, see what it is good for, redeem it once under the receipt's number.
 * It speaks with the same services as the till's endpoints, works without JavaScript, and shows nothing of the customer.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { findSlugWorkspaces } from "../store/links-read.ts";
import { inWorkspace } from "../store/db.ts";
import { readWorkspace } from "../store/workspaces.ts";
import { mayDo } from "./access-may.ts";
import { actorOf, enterQuietly, sessionCookie } from "./access-session.ts";
import { addressOf } from "./address.ts";
import { cookieOf, count, refuseCrossSite } from "./guard.ts";
import { placeOf, readerOf, sendNowhere } from "./landing-door.ts";
import { TILL_SCRIPT } from "./landing-render.ts";
import { permissionsOfRole } from "./roles.ts";
import { acceptKey, keyHolder } from "./till-key.ts";
import { drawTill } from "./till-view.ts";
import type { Clerk, TillPlace, TillState } from "./till-state.ts";
import { actAtTill } from "./till-act.ts";

const PUBLIC_PAGE = { config: { page: "public" as const } };
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
const FORM_BYTES = 8_192;
/** Until somebody signs out, or the key is revoked. */
const KEY_SECONDS = 90 * 86_400;

export function addTill(app: FastifyInstance): void {
  app.get("/p/till.js", PUBLIC_PAGE, (_request, reply) =>
    reply
      .headers({ "content-type": "text/javascript; charset=utf-8", "cache-control": "public, max-age=31536000, immutable" })
      .send(TILL_SCRIPT.text),
  );
  void app.register((scope, _options, done) => {
    scope.removeContentTypeParser("application/x-www-form-urlencoded");
    scope.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: FORM_BYTES },
      (_request, body, ready) => ready(null, new URLSearchParams(String(body))),
    );
    scope.get("/p/:workspace/till", PUBLIC_PAGE, (request, reply) => open(request, reply));
    scope.post("/p/:workspace/till", PUBLIC_PAGE, (request, reply) => act(request, reply));
    scope.post("/p/:workspace/till/sign-in", PUBLIC_PAGE, (request, reply) => signIn(request, reply));
    scope.post("/p/:workspace/till/sign-out", PUBLIC_PAGE, (request, reply) => signOut(request, reply));
    done();
  });
}

async function open(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const place = await placeOfTill(request);
  if (place === null) return sendNowhere(request, reply, 404);
  const clerk = await clerkOf(request, place);
  return draw(request, reply, { place, state: { clerk, step: clerk === null ? "key" : "code" } });
}

async function act(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  refuseCrossSite(request);
  const place = await placeOfTill(request);
  if (place === null) return sendNowhere(request, reply, 404);
  const clerk = await clerkOf(request, place);
  if (clerk === null) return draw(request, reply, { place, state: { clerk, step: "key" }, status: 401 });
  const state = await actAtTill(request, { clerk, form: formOf(request) });
  return draw(request, reply, { place, state });
}

async function signIn(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  refuseCrossSite(request);
  const place = await placeOfTill(request);
  if (place === null) return sendNowhere(request, reply, 404);
  await count(request, reply, { policy: "sign_in", target: addressOf(request.ip) });
  const key = formOf(request).get("key")?.trim() ?? "";
  const holder = await acceptKey(request.server.gv.keys, { key, workspaceId: place.workspaceId });
  if (holder === null) return draw(request, reply, { place, state: { clerk: null, step: "key", wrongKey: true }, status: 401 });
  setKey(request, reply, { value: key, seconds: KEY_SECONDS });
  return reply.redirect(place.here, 303);
}

async function signOut(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  refuseCrossSite(request);
  const place = await placeOfTill(request);
  if (place === null) return sendNowhere(request, reply, 404);
  setKey(request, reply, { value: "", seconds: 0 });
  return reply.redirect(place.here, 303);
}

async function placeOfTill(request: FastifyRequest): Promise<TillPlace | null> {
  const { pool } = request.server.gv;
  const { workspace: slug } = request.params as { workspace: string };
  const workspaceId = SLUG.test(slug) ? (await findSlugWorkspaces(pool, [slug])).get(slug) : undefined;
  if (workspaceId === undefined) return null;
  const workspace = await inWorkspace(pool, workspaceId, (db) => readWorkspace(workspaceId, db));
  return workspace === null ? null : { workspaceId, workspace, here: `${placeOf(request.server).base}/p/${slug}/till` };
}

/** The till's key, or an operator's session of this workspace. */
async function clerkOf(request: FastifyRequest, place: TillPlace): Promise<Clerk | null> {
  const { gv } = request.server;
  const { workspaceId } = place;
  const key = cookieOf(request.headers.cookie, tillCookie(gv.secure));
  const holder = key === undefined || key === "" ? null : await acceptKey(gv.keys, { key, workspaceId });
  if (holder !== null) return { ...keyHolder(holder), byKey: true };
  const cookie = cookieOf(request.headers.cookie, sessionCookie(gv.secure));
  const entered = await enterQuietly(gv, cookie, place.workspace.slug);
  if (entered === null || !mayDo({ permissions: permissionsOfRole(entered.role) }, "coupons:redeem")) return null;
  return { workspaceId, actor: actorOf(entered), permissions: permissionsOfRole(entered.role), byKey: false };
}

function formOf(request: FastifyRequest): URLSearchParams {
  return request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
}

function tillCookie(secure: boolean): string {
  return secure ? "__Host-gv_till" : "gv_till";
}

/** Out of reach of any script, and sent along only by our own pages. */
function setKey(request: FastifyRequest, reply: FastifyReply, key: { value: string; seconds: number }): void {
  const { secure } = request.server.gv;
  const options = { httpOnly: true, sameSite: "strict" as const, secure, path: "/", maxAge: key.seconds };
  void reply.setCookie(tillCookie(secure), key.value, options);
}

type Drawing = { place: TillPlace; state: TillState; status?: number };

function draw(request: FastifyRequest, reply: FastifyReply, { place, state, status = 200 }: Drawing): FastifyReply {
  const { base } = placeOf(request.server);
  const { html, policy } = drawTill(place, { state, ...readerOf(request), script: `${base}/p/till.js?v=${TILL_SCRIPT.version}` });
  const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": policy, "cache-control": "no-store" };
  return reply
    .code(status)
    .headers({ ...headers, "x-robots-tag": "noindex", vary: "Accept-Language" })
    .send(html);
}

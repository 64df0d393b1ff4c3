/** `/app/auth/invitation`: what a link invites to, and accepting it. Reading uses nothing up: mail scanners follow links. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { acceptInvitation, showInvitation } from "../flow/operator-invitations.ts";
import { Refusal } from "../flow/refusal.ts";
import { accountOf } from "./access-session.ts";
import { addressOf } from "./address.ts";
import { fieldErrors } from "./endpoint.ts";
import { count, refuseCrossSite } from "./guard.ts";
import { accountFields } from "./views/operator.ts";

const PAGE = { config: { page: "public" as const }, bodyLimit: 16_384 };
const link = z.object({ slug: z.string().max(64), token: z.string().max(128) });
const acceptance = link.extend({ account: z.strictObject({ name: accountFields.name, password: accountFields.password }).nullable() });

export function addInvitationPages(app: FastifyInstance): void {
  const { gv } = app;
  app.post("/app/auth/invitation", PAGE, async (request, reply) => {
    refuseCrossSite(request);
    await count(request, reply, { policy: "console_sign_in", target: addressOf(request.ip) });
    const shown = await showInvitation(gv, parsed(link, request));
    if (shown === null) throw overNow();
    const account = await accountOf(request);
    return reply.send({
      workspace: shown.workspace,
      email: shown.email,
      role: shown.role,
      has_account: shown.hasAccount,
      signed_in: account?.email === shown.email,
    });
  });
  app.post("/app/auth/invitation/accept", PAGE, async (request, reply) => {
    refuseCrossSite(request);
    await count(request, reply, { policy: "console_sign_in", target: addressOf(request.ip) });
    const { accounts } = gv;
    if (accounts === null) throw overNow();
    const wish = parsed(acceptance, request);
    const account = await accountOf(request);
    const signedIn = account === null ? null : { userId: account.user_id, email: account.email };
    const done = await acceptInvitation({ ...gv, accounts }, { ...wish, signedIn, requestId: request.id });
    if (done === null) throw overNow();
    return reply.send(done);
  });
}

function parsed<T>(schema: z.ZodType<T>, request: FastifyRequest): T {
  const result = schema.safeParse(request.body);
  if (result.success) return result.data;
  const errors = fieldErrors(result.error.issues);
  throw new Refusal("validation_failed", errors[0]?.message ?? "Look at the fields.", { errors });
}

const overNow = (): Refusal => new Refusal("not_found", "This invitation is used, withdrawn or over. Ask for a new one.");

import { z } from "zod";
import { addressOf } from "../address.ts";
import { endpoint } from "../endpoint.ts";
import { count, refuseCrossSite } from "../guard.ts";
import { nextStep } from "../pace.ts";
import { PUBLIC } from "../permissions.ts";
import { beginBrowser } from "../portal-cookies.ts";

const STEP_MS = 100;

export default endpoint({
  method: "POST",
  path: "/v1/portal/sign-in",
  tag: "Portal",
  permission: PUBLIC,
  summary: "Ask for a mail to sign in with",
  description:
    "A link and a six-digit code, good for 10 minutes in the browser that asked (it gets a cookie). The answer is the same whether the " +
    "address is anybody's or not. Three mails in 15 minutes and address. Only from pages of this server.",
  idempotent: false,
  body: z
    .strictObject({
      workspace: z.string().min(1).max(64).describe("Its slug."),
      program: z.string().min(1).max(64).optional().describe("Where it may be joined by anybody, somebody new is signed up."),
      email: z.string().min(3).max(320),
      locale: z.string().min(2).max(35).optional(),
    })
    .meta({ id: "PortalSignIn" }),
  response: z.object({ sent: z.literal(true) }).meta({ id: "PortalSignInSent" }),
  status: 202,
  async handler({ body, services, request, reply }) {
    refuseCrossSite(request);
    await count(request, reply, { policy: "sign_in_send", target: addressOf(request.ip) });
    const { workspace: slug, program = null, email, locale = null } = body;
    const startedAt = performance.now();
    await services.portal.startSignIn({ slug, program, email, locale, browser: beginBrowser(request, reply) });
    // Writing a letter takes some milliseconds more than finding nobody.
    await nextStep(startedAt, performance.now(), STEP_MS);
    return { sent: true as const };
  },
});

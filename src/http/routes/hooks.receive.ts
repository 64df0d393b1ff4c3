import { z } from "zod";
import { PROVIDERS } from "../../core/ingest/commerce.ts";
import { HOOK_STATUSES } from "../../flow/take-hook.ts";
import { Refusal } from "../../flow/refusal.ts";
import { count } from "../guard.ts";
import { addressOf } from "../address.ts";
import { endpoint } from "../endpoint.ts";
import { parseJsonExact } from "../json.ts";
import { PUBLIC } from "../permissions.ts";

const EMPTY = Buffer.alloc(0);

export default endpoint({
  method: "POST",
  path: "/hooks/:provider/:source",
  tag: "Sources",
  permission: PUBLIC,
  summary: "Take a shop's webhook",
  description:
    "For the provider, at the address that a source gives. Verified by the provider's own signature over the bytes as they came; " +
    "answered when what it says is settled. What is not understood is answered too, and counted: an error would only be sent again.",
  params: z.object({ provider: z.enum(PROVIDERS).or(z.string()), source: z.string() }),
  body: z.looseObject({}).describe("As the provider documents it."),
  rawBody: true,
  bytes: true,
  bodyLimit: 5 * 1024 * 1024,
  idempotent: false,
  response: z.object({ status: z.enum(HOOK_STATUSES), reason: z.string().nullable() }).meta({ id: "HookAnswer" }),
  async handler({ params, services, request, reply }) {
    const body = Buffer.isBuffer(request.body) ? request.body : EMPTY;
    const header = (name: string): string | undefined => {
      const value = request.headers[name];
      return typeof value === "string" ? value : undefined;
    };
    try {
      return await services.receiveHook({ ...params, header, body, json: () => parseJsonExact(body), requestId: request.id });
    } catch (error) {
      // Whoever guesses ids or signatures is counted by address; a provider that signs is not.
      const isGuess = error instanceof Refusal && ["not_found", "signature_invalid", "hook_refused"].includes(error.code);
      if (isGuess) await count(request, reply, { policy: "guess", target: addressOf(request.ip) });
      throw error;
    }
  },
});

import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { issueKey } from "../../flow/operate.ts";
import { Refusal } from "../../flow/refusal.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { PERMISSIONS } from "../permissions.ts";

export default endpoint({
  method: "POST",
  path: "/v1/keys",
  tag: "Keys",
  permission: "keys:write",
  summary: "Make an API key",
  description: "The key is in this answer and nowhere else: only its hash is kept. A test key works on the sandbox.",
  idempotent: "shown_once",
  body: z
    .strictObject({
      kind: z.enum(["secret", "publishable", "test"]),
      name: z.string().max(100).default(""),
      scopes: z
        .array(z.enum(["*", ...PERMISSIONS]))
        .max(PERMISSIONS.length)
        .default(["*"])
        .describe("What it may do; everything by default."),
    })
    .meta({ id: "KeyWrite" }),
  response: z.object({ id: z.string(), kind: z.string(), key: z.string() }).meta({ id: "NewKey" }),
  status: 201,
  async handler({ body, caller, request }) {
    const { permissions } = caller;
    // A key may pass on what it has, and no more.
    const more = permissions !== "all" && body.scopes.some((scope) => scope === "*" || !permissions.has(scope));
    if (more) throw new Refusal("scope_missing", "A key cannot make one that may do more than itself.");
    const { id, text } = await issueKey(request.server.gv, byOf(caller), { kind: body.kind, name: body.name, scopes: body.scopes });
    return { id: externalId("key", id), kind: body.kind, key: text };
  },
});

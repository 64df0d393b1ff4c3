import { z } from "zod";
import { isOneLine } from "../../core/text.ts";
import { compileZone } from "../../core/time.ts";
import { createWorkspace } from "../../flow/create-workspace.ts";
import { Refusal } from "../../flow/refusal.ts";
import { endpoint } from "../endpoint.ts";

export default endpoint({
  method: "POST",
  path: "/v1/workspaces",
  tag: "Operators",
  permission: "workspaces:write",
  summary: "Make a further workspace",
  description:
    "With its sandbox and first keys, which are in this answer and nowhere else. Whoever asks becomes its owner; so it is asked with an " +
    "operator's session and not with a key.",
  idempotent: "shown_once",
  body: z
    .strictObject({
      slug: z.string().min(2).max(40).describe("Lower-case letters, digits and hyphens; part of every link (/r/<slug>/<code>)."),
      name: z.string().trim().min(1).max(120).refine(isOneLine, { message: "One line, without control characters." }),
      zone: z
        .string()
        .max(64)
        .refine((zone) => zone === "UTC" || compileZone(zone) !== undefined, { message: 'A time zone such as "Europe/Berlin".' })
        .default("UTC"),
    })
    .meta({ id: "NewWorkspace" }),
  response: z
    .object({ slug: z.string(), secret_key: z.string(), publishable_key: z.string(), test_key: z.string() })
    .meta({ id: "WorkspaceMade" }),
  status: 201,
  async handler({ body, caller, request }) {
    const owner = caller.session?.account?.user_id;
    if (owner === undefined)
      throw new Refusal("conflict", "A workspace needs an owner: make an account, sign in with it, and ask again.");
    const made = await createWorkspace(request.server.gv, { ...body, owner });
    return { slug: made.slug, secret_key: made.secretKey, publishable_key: made.publishableKey, test_key: made.testKey };
  },
});

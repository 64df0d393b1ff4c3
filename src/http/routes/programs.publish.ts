import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf, findProgram } from "../lookup.ts";
import { instantInput } from "../schemas.ts";
import { showProgram } from "../program-shown.ts";
import { program } from "../views/program.ts";

export default endpoint({
  method: "POST",
  path: "/v1/programs/:program/publish",
  tag: "Programs",
  permission: "programs:publish",
  summary: "Publish a program's draft",
  description: "A new immutable version, live from now or from `effective_from`. 409 `program_has_errors` while the linter has errors.",
  params: z.object({ program: z.string() }),
  body: z
    .strictObject({
      effective_from: instantInput.optional().describe("Not in the past."),
      applies_to: z.enum(["new_referrals", "open_referrals"]).default("new_referrals"),
      revision: z.int().min(0).optional().describe("Publishes this draft and no other: 409 `draft_changed` when another was saved since."),
    })
    .meta({ id: "Publish" })
    .optional(),
  response: program,
  async handler({ params, body, caller, services, read }) {
    const { id } = await read((workspaceId, db) => findProgram(workspaceId, db, params.program));
    await services.publishProgram(byOf(caller), {
      programId: id,
      effectiveFrom: body?.effective_from ?? null,
      appliesTo: body?.applies_to ?? "new_referrals",
      revision: body?.revision ?? null,
    });
    return await read((workspaceId, db) => showProgram(workspaceId, db, { key: params.program, lint: services.lint }));
  },
});

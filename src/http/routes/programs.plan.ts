import { z } from "zod";
import { definition } from "../../core/program.ts";
import type { ProgramDefinition } from "../../core/program.ts";
import { audienceFindings } from "../../flow/audience.ts";
import { Refusal } from "../../flow/refusal.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findProgram } from "../lookup.ts";
import { instant, instantInput } from "../schemas.ts";
import { finding } from "../views/program.ts";

const plan = z
  .object({
    from_version: z.int().nullable(),
    changes: z.array(z.object({ pointer: z.string(), from: z.unknown().optional(), to: z.unknown().optional() })),
    findings: z.array(finding),
    cost: z
      .object({
        from: instant,
        to: instant,
        by_rule: z.array(z.object({ rule: z.string(), unit: z.string(), before: z.int(), after: z.int() })),
      })
      .nullable(),
  })
  .meta({ id: "Plan" });

export default endpoint({
  method: "POST",
  path: "/v1/programs/:program/plan",
  tag: "Programs",
  permission: "programs:read",
  summary: "What publishing would change, and what it would have cost",
  description:
    "Compares the definition given, or the draft, with what is live. " +
    "With `backtest` the stored events of that time are decided again under it.",
  params: z.object({ program: z.string() }),
  body: z
    .strictObject({ definition: definition.optional(), backtest: z.strictObject({ from: instantInput, to: instantInput }).optional() })
    .meta({ id: "PlanWish" })
    .optional(),
  response: plan,
  async handler({ params, body, caller, services, read, request }) {
    const row = await read((workspaceId, db) => findProgram(workspaceId, db, params.program));
    const given = (request.body as { definition?: ProgramDefinition } | undefined)?.definition;
    const document = given ?? (row.draft as ProgramDefinition | null);
    if (document === null) throw new Refusal("conflict", "There is no draft: save one first, or send a definition.");
    const found = await services.planProgram(byOf(caller), { programId: row.id, definition: document, backtest: body?.backtest ?? null });
    const ofAudience = await read((workspaceId, db) => audienceFindings(workspaceId, db, document));
    return { ...found, findings: [...ofAudience, ...services.lint(document)] };
  },
});

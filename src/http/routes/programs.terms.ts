import { z } from "zod";
import { formatInstant } from "../../core/time.ts";
import { currentTerms } from "../../flow/terms.ts";
import { readTerms } from "../../store/terms.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { findProgram } from "../lookup.ts";
import { instant } from "../schemas.ts";

const terms = z
  .object({
    terms: z.int().describe("Counts up when the words change, and only then."),
    version: z.int().describe("The program's first version with these words."),
    effective_from: instant,
    texts: z.record(z.string(), z.string()).describe("By language."),
  })
  .meta({ id: "Terms" });

export default endpoint({
  method: "GET",
  path: "/v1/programs/:program/terms",
  tag: "Programs",
  permission: "programs:read",
  member: {},
  summary: "The terms of a program, each in every language",
  description: "Newest first. `current` is the number in force.",
  params: z.object({ program: z.string() }),
  response: z.object({ program: z.string(), current: z.int().nullable(), data: z.array(terms) }).meta({ id: "ProgramTerms" }),
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const program = await findProgram(workspaceId, db, params.program);
      const all = await readTerms(workspaceId, db, program.id);
      const current = currentTerms(all, await workspaceNow(workspaceId, db))?.terms ?? null;
      const data = all.toReversed().map((each) => ({ ...each, effective_from: formatInstant(each.effective_from) }));
      return { program: program.key, current, data };
    }),
});

import { z } from "zod";
import { readOutreach } from "../../store/outreach.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findProgram } from "../lookup.ts";
import { instantInput } from "../schemas.ts";
import { outreach, outreachView } from "../views/sources-audit.ts";

export default endpoint({
  method: "POST",
  path: "/v1/outreach",
  tag: "Outreach",
  permission: "people:write",
  summary: "Plan whom to ask, and when",
  description:
    "The calendar is made at once: notes of one's own to the likeliest, mails to those who agreed to them. " +
    "Who takes part already, or is in another plan that goes on, is left out.",
  body: z
    .strictObject({
      name: z.string().min(1).max(200),
      program: z.string().max(64).describe("What they are asked to join."),
      groups: z.array(z.string()).min(1).max(20),
      starts_at: instantInput.optional().describe("The first week begins; now when left out."),
      weeks: z.number().int().min(1).max(52).default(4),
      mails_a_week: z.number().int().min(0).max(500).default(20),
      notes_a_week: z.number().int().min(0).max(100).default(5),
    })
    .refine((body) => body.mails_a_week + body.notes_a_week > 0, { message: "Ask somebody by mail or by a note." })
    .meta({ id: "OutreachWrite" }),
  response: outreach,
  status: 201,
  async handler({ body, caller, services, read }) {
    const program = await read((workspaceId, db) => findProgram(workspaceId, db, body.program));
    await services.people.freshProfiles(caller.workspaceId);
    const id = await services.people.createPlan(byOf(caller), {
      name: body.name,
      programId: program.id,
      groups: [...new Set(body.groups)].map((group) => uuidOrMissing("sgr", group, "group")),
      startsAt: body.starts_at ?? null,
      weeks: body.weeks,
      mails: body.mails_a_week,
      notes: body.notes_a_week,
    });
    return outreachView((await read((workspaceId, db) => readOutreach(workspaceId, db, id)))!);
  },
});

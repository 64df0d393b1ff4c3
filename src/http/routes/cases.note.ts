import { z } from "zod";
import { actingAs, actingOf } from "../acting.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { caseDetail, viewCaseDetail } from "../views/case.ts";

export default endpoint({
  method: "POST",
  path: "/v1/cases/:case/notes",
  tag: "Cases",
  permission: "cases:write",
  member: { body: "acting_as" },
  summary: "Write a note on a case",
  params: z.object({ case: z.string() }),
  body: z.strictObject({ text: z.string().min(1).max(20_000), ...actingAs }).meta({ id: "CaseNote" }),
  response: caseDetail,
  async handler({ params, body, caller, services, read }) {
    const of = { caseId: uuidOrMissing("cas", params.case, "case"), acting: await actingOf(read, body) };
    await services.cases.noteCase(byOf(caller), { ...of, text: body.text });
    return viewCaseDetail(await services.cases.readCase(byOf(caller), of));
  },
});

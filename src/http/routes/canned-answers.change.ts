import { z } from "zod";
import { readCanned } from "../../store/canned-answers.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { canned, cannedFields, cannedView } from "../views/support.ts";

export default endpoint({
  method: "PATCH",
  path: "/v1/canned-answers/:canned_answer",
  tag: "Support",
  permission: "people:write",
  summary: "Change a kept answer",
  params: z.object({ canned_answer: z.string() }),
  body: z.strictObject(cannedFields).partial().meta({ id: "CannedAnswerChange" }),
  response: canned,
  async handler({ params, body, caller, services, read }) {
    const id = uuidOrMissing("can", params.canned_answer, "canned answer");
    await services.support.putCanned(byOf(caller), { id, ...body });
    return cannedView((await read((workspaceId, db) => readCanned(workspaceId, db, id)))!);
  },
});

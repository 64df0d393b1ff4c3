import { z } from "zod";
import { readCanned } from "../../store/canned-answers.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { canned, cannedFields, cannedView } from "../views/support.ts";

export default endpoint({
  method: "POST",
  path: "/v1/canned-answers",
  tag: "Support",
  permission: "people:write",
  summary: "Keep an answer for reuse",
  description: "`{name}`, `{program}` and `{workspace}` stand for what they say; the console fills them in.",
  body: z.strictObject(cannedFields).meta({ id: "CannedAnswerWrite" }),
  response: canned,
  status: 201,
  async handler({ body, caller, services, read }) {
    const id = await services.support.putCanned(byOf(caller), { id: null, ...body });
    return cannedView((await read((workspaceId, db) => readCanned(workspaceId, db, id)))!);
  },
});

import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "DELETE",
  path: "/v1/canned-answers/:canned_answer",
  tag: "Support",
  permission: "people:write",
  summary: "Keep an answer no longer",
  params: z.object({ canned_answer: z.string() }),
  response: z.object({ removed: z.literal(true) }).meta({ id: "CannedAnswerRemoved" }),
  async handler({ params, caller, services }) {
    await services.support.removeCanned(byOf(caller), uuidOrMissing("can", params.canned_answer, "canned answer"));
    return { removed: true as const };
  },
});

import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf, findPersonIfGiven } from "../lookup.ts";
import { channel, isOne, ONE_OF, suppression, suppressionView, whom } from "../views/consent.ts";

export default endpoint({
  method: "POST",
  path: "/v1/suppressions/check",
  tag: "Consent",
  permission: "people:read",
  summary: "May this person or address be contacted by a channel?",
  description: "By POST, so that no address lands in a log.",
  idempotent: false,
  body: z
    .strictObject({ ...whom, channel: channel.default("all") })
    .refine(isOne, ONE_OF)
    .meta({ id: "SuppressionCheck" }),
  response: z.object({ suppressed: z.boolean(), because: suppression.nullable() }).meta({ id: "SuppressionAnswer" }),
  async handler({ body, caller, services, read }) {
    const personId = await read((workspaceId, db) => findPersonIfGiven(workspaceId, db, body.person));
    const { email = null, phone = null } = body;
    const found = await services.contact.findSuppression(byOf(caller), { personId, email, phone, channel: body.channel });
    return { suppressed: found !== null, because: found === null ? null : suppressionView(found) };
  },
});

import { z } from "zod";
import { SUPPRESSION_REASONS } from "../../core/consent.ts";
import { notFound } from "../../flow/refusal.ts";
import { readSuppression } from "../../store/suppressions.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPersonIfGiven } from "../lookup.ts";
import { channel, isOne, ONE_OF, suppression, suppressionView, whom } from "../views/consent.ts";

export default endpoint({
  method: "POST",
  path: "/v1/suppressions",
  tag: "Consent",
  permission: "people:write",
  summary: "Do not contact somebody any more",
  description:
    "A person or an address. Messages about what she did or is owed still become due; everything else is dropped. An address is kept so " +
    "that nobody can read it, and stays when the person is erased.",
  body: z
    .strictObject({
      ...whom,
      channel: channel.default("all"),
      reason: z.enum(SUPPRESSION_REASONS).default("asked"),
      source: z.string().min(1).max(128).default("api"),
    })
    .refine(isOne, ONE_OF)
    .meta({ id: "SuppressionWrite" }),
  response: suppression,
  status: 201,
  async handler({ body, caller, services, read }) {
    const personId = await read((workspaceId, db) => findPersonIfGiven(workspaceId, db, body.person));
    const { channel: by, reason, source, email = null, phone = null } = body;
    const { id } = await services.contact.suppress(byOf(caller), { personId, email, phone, channel: by, reason, source });
    const row = await read((workspaceId, db) => readSuppression(workspaceId, db, id));
    if (row === null) throw notFound("suppression");
    return suppressionView(row);
  },
});

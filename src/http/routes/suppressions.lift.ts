import { z } from "zod";
import { notFound } from "../../flow/refusal.ts";
import { readSuppression } from "../../store/suppressions.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { suppression, suppressionView } from "../views/consent.ts";

export default endpoint({
  method: "POST",
  path: "/v1/suppressions/:suppression/lift",
  tag: "Consent",
  permission: "people:write",
  summary: "Somebody may be contacted again",
  params: z.object({ suppression: z.string() }),
  response: suppression,
  async handler({ params, caller, services, read }) {
    const id = uuidOrMissing("sup", params.suppression, "suppression");
    await services.contact.liftSuppression(byOf(caller), id);
    const row = await read((workspaceId, db) => readSuppression(workspaceId, db, id));
    if (row === null) throw notFound("suppression");
    return suppressionView(row);
  },
});

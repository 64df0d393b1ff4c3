import { z } from "zod";
import { notFound } from "../../flow/refusal.ts";
import { readLicence } from "../../store/licences.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findPerson } from "../lookup.ts";
import { licence, licenceView } from "../views/review.ts";

export default endpoint({
  method: "POST",
  path: "/v1/people/:person/licences/:licence/check",
  tag: "People",
  permission: "people:write",
  summary: "Say what you found when you checked a licence",
  description: "Checked: what waited for it, earned while it was valid, is paid on its way.",
  params: z.object({ person: z.string(), licence: z.string() }),
  body: z.strictObject({ status: z.enum(["checked", "refused"]) }).meta({ id: "LicenceCheck" }),
  response: licence,
  async handler({ params, body, caller, services, read }) {
    const licenceId = uuidOrMissing("lic", params.licence, "licence");
    await read(async (workspaceId, db) => {
      const person = await findPerson(workspaceId, db, params.person);
      if ((await readLicence(workspaceId, db, licenceId))?.person_id !== person) throw notFound("licence");
    });
    await services.risk.checkLicence(byOf(caller), { licenceId, status: body.status });
    return await read(async (workspaceId, db) => licenceView((await readLicence(workspaceId, db, licenceId))!));
  },
});

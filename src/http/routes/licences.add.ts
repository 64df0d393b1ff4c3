import { z } from "zod";
import { readLicence } from "../../store/licences.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson } from "../lookup.ts";
import { instantInput } from "../schemas.ts";
import { licence, licenceView } from "../views/review.ts";

export default endpoint({
  method: "POST",
  path: "/v1/people/:person/licences",
  tag: "People",
  permission: "people:write",
  summary: "Keep a person's licence",
  description: "Nobody is paid by it before it was checked. The number is private data: it goes when the person is erased.",
  params: z.object({ person: z.string() }),
  body: z
    .strictObject({
      kind: z.enum(["real_estate"]),
      region: z.string().min(2).max(64).describe('Where it is valid, such as "US-CA".'),
      number: z.string().min(1).max(64),
      valid_from: instantInput,
      valid_until: instantInput,
    })
    .meta({ id: "LicenceWrite" }),
  response: licence,
  async handler({ params, body, caller, services, read }) {
    const personId = await read((workspaceId, db) => findPerson(workspaceId, db, params.person));
    const { kind, region, number, valid_from: validFrom, valid_until: validUntil } = body;
    const { id } = await services.risk.addLicence(byOf(caller), { personId, kind, region, number, validFrom, validUntil });
    return await read(async (workspaceId, db) => licenceView((await readLicence(workspaceId, db, id))!));
  },
});

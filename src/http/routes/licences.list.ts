import { z } from "zod";
import { listLicences } from "../../store/licences.ts";
import { endpoint } from "../endpoint.ts";
import { findPerson } from "../lookup.ts";
import { licence, licenceView } from "../views/review.ts";

export default endpoint({
  method: "GET",
  path: "/v1/people/:person/licences",
  tag: "People",
  permission: "people:read",
  summary: "A person's licences",
  params: z.object({ person: z.string() }),
  response: z.object({ data: z.array(licence) }).meta({ id: "LicenceList" }),
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const person = await findPerson(workspaceId, db, params.person);
      return { data: (await listLicences(workspaceId, db, person)).map(licenceView) };
    }),
});

import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf, findAdvocate } from "../lookup.ts";
import { advocate, advocateView } from "../views/person.ts";

export default endpoint({
  method: "POST",
  path: "/v1/programs/:program/applications/:person/approve",
  tag: "Advocates",
  permission: "advocates:write",
  summary: "Approve an application",
  description:
    "The person becomes an advocate and gets her links. The same again changes nothing; a refused application may still be approved.",
  params: z.object({ program: z.string(), person: z.string() }),
  response: advocate,
  async handler({ params, caller, services, read }) {
    const row = await read((workspaceId, db) => findAdvocate(workspaceId, db, params));
    await services.decideApplication(byOf(caller), {
      programId: row.program_id,
      programKey: params.program,
      personId: row.person_id,
      approve: true,
    });
    return advocateView(await read((workspaceId, db) => findAdvocate(workspaceId, db, params)));
  },
});

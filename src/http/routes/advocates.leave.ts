import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf, findAdvocate } from "../lookup.ts";
import { advocate, advocateView } from "../views/person.ts";

export default endpoint({
  method: "POST",
  path: "/v1/programs/:program/advocates/:person/leave",
  tag: "Advocates",
  permission: "advocates:write",
  member: { params: "person" },
  summary: "Let an advocate leave a program",
  description: "What was earned stays; new conversions earn nothing more.",
  params: z.object({ program: z.string(), person: z.string() }),
  response: advocate,
  async handler({ params, caller, services, read }) {
    const { program_id: programId, person_id: personId } = await read((workspaceId, db) => findAdvocate(workspaceId, db, params));
    await services.leaveAdvocate(byOf(caller), { programId, programKey: params.program, personId });
    return advocateView(await read((workspaceId, db) => findAdvocate(workspaceId, db, params)));
  },
});

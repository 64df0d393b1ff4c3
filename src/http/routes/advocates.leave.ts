import { z } from "zod";
import { notFound } from "../../flow/refusal.ts";
import { readAdvocate } from "../../store/links.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson } from "../lookup.ts";
import { advocate, advocateView } from "../views/person.ts";

export default endpoint({
  method: "POST",
  path: "/v1/programs/:program/advocates/:person/leave",
  tag: "Advocates",
  permission: "advocates:write",
  summary: "Let an advocate leave a program",
  description: "What was earned stays; new conversions earn nothing more.",
  params: z.object({ program: z.string(), person: z.string() }),
  response: advocate,
  async handler({ params, caller, services, read }) {
    const find = () =>
      read(async (workspaceId, db) => {
        const row = await readAdvocate(workspaceId, db, {
          program: params.program,
          personId: await findPerson(workspaceId, db, params.person),
        });
        if (row === null) throw notFound("advocate");
        return row;
      });
    const { program_id: programId, person_id: personId } = await find();
    await services.leaveAdvocate(byOf(caller), { programId, programKey: params.program, personId });
    return advocateView(await find());
  },
});

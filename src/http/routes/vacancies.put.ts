import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf, findPersonIfGiven, findVacancy } from "../lookup-claims.ts";
import { moneyInput } from "../schemas.ts";
import { vacancy } from "../views/claim.ts";

export default endpoint({
  method: "PUT",
  path: "/v1/vacancies/:vacancy",
  tag: "Vacancies",
  permission: "vacancies:write",
  summary: "Make or change a vacancy",
  description: "Under your own id of it. What is left out is empty afterwards.",
  params: z.object({ vacancy: z.string().min(1).max(128) }),
  body: z
    .strictObject({
      program: z.string().max(64),
      title: z.string().min(1).max(200),
      department: z.string().max(128).default(""),
      country: z.string().max(2).default(""),
      grade: z.string().max(64).default(""),
      manager: z.string().optional().describe("Who fills it: may not claim candidates for it, where the program says so."),
      recruiter: z.string().optional(),
      bonus: moneyInput.optional(),
      status: z.enum(["open", "closed"]).default("open"),
    })
    .meta({ id: "VacancyWrite" }),
  response: vacancy,
  async handler({ params, body, caller, services, read }) {
    const people = await read(async (workspaceId, db) => ({
      manager_id: await findPersonIfGiven(workspaceId, db, body.manager),
      recruiter_id: await findPersonIfGiven(workspaceId, db, body.recruiter),
    }));
    const { program, title, department, country, grade, status, bonus } = body;
    await services.claims.putVacancy(byOf(caller), {
      external_id: params.vacancy,
      ...people,
      program,
      title,
      department,
      country,
      grade,
      status,
      bonus: bonus?.amount ?? null,
      currency: bonus?.currency ?? null,
    });
    return await read((workspaceId, db) => findVacancy(workspaceId, db, params.vacancy));
  },
});

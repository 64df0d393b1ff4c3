import { z } from "zod";
import { listVacancies } from "../../store/vacancies.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { vacancy, vacancyView } from "../views/claim.ts";

export default endpoint({
  method: "GET",
  path: "/v1/vacancies",
  tag: "Vacancies",
  permission: "vacancies:read",
  member: { hides: { manager: null, recruiter: null } },
  summary: "List vacancies",
  query: z.strictObject({ ...paging, program: z.string().max(64).optional(), status: z.enum(["open", "closed"]).optional() }),
  response: listOf("Vacancy", vacancy),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const filter = { ...cursorOf("vac", query), program: query.program ?? null, status: query.status ?? null };
      return pageOf(await listVacancies(workspaceId, db, filter), query.limit, { view: vacancyView, cursor: (view) => view.id });
    }),
});

import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { findVacancy } from "../lookup-claims.ts";
import { vacancy } from "../views/claim.ts";

export default endpoint({
  method: "GET",
  path: "/v1/vacancies/:vacancy",
  tag: "Vacancies",
  permission: "vacancies:read",
  member: { hides: { manager: null, recruiter: null } },
  summary: "Get a vacancy",
  description: "By your own id of it.",
  params: z.object({ vacancy: z.string().min(1).max(128) }),
  response: vacancy,
  handler: ({ params, read }) => read((workspaceId, db) => findVacancy(workspaceId, db, params.vacancy)),
});

import { z } from "zod";
import { person } from "../../core/event.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findContact } from "../lookup-claims.ts";
import { instantInput, outcome } from "../schemas.ts";

export default endpoint({
  method: "POST",
  path: "/v1/vacancies/:vacancy/stages",
  tag: "Vacancies",
  permission: "vacancies:write",
  summary: "A candidate reached a stage",
  description:
    "For an applicant tracking system. The event carries the vacancy's bonus as its value, and its department, country and grade as " +
    "properties. The same candidate, vacancy and stage again is a `duplicate`, " +
    "also after it was taken back: `from` says that you saw where she stands.",
  params: z.object({ vacancy: z.string().min(1).max(128) }),
  body: z
    .strictObject({
      candidate: person,
      stage: z.string().min(1).max(64),
      id: z.string().min(1).max(200).optional(),
      occurred_at: instantInput.optional(),
      from: z
        .string()
        .min(1)
        .max(64)
        .optional()
        .describe(
          "Where you saw the candidate: 409 when somebody moved her meanwhile. With it a stage that was taken back is told anew.",
        ),
    })
    .meta({ id: "CandidateStage" }),
  response: outcome,
  async handler({ params, body, caller, services, read }) {
    const candidate = await read((workspaceId, db) => findContact(workspaceId, db, body.candidate));
    const { stage, id = null, occurred_at: at = null, from = null } = body;
    return await services.claims.moveCandidate(byOf(caller), { vacancy: params.vacancy, candidate, stage, id, at, from });
  },
});

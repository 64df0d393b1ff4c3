import { z } from "zod";
import { actingAs, actingOf } from "../acting.ts";
import { endpoint } from "../endpoint.ts";
import { takesPart } from "../member-owns.ts";
import { byOf, findPerson, findPersonIfGiven } from "../lookup.ts";
import { caseDetail, viewCaseDetail } from "../views/case.ts";

const who = z.string().max(300);

export default endpoint({
  method: "POST",
  path: "/v1/cases",
  tag: "Cases",
  permission: "cases:write",
  member: { body: "acting_as", owns: takesPart },
  summary: "Open a case",
  description:
    "In the first stage of a program with a `case` section. Only the people on a case can read it: its owner, coordinator, who opened it " +
    "and who is named. A key that opens it without `acting_as` is on it by itself.",
  body: z
    .strictObject({
      program: z.string().min(1).max(64),
      person: who.describe("Whom it is about: per_... or user_id:..."),
      owner: who.optional().describe("Who opens it, if left out."),
      coordinator: who.optional().describe("The program's, if left out."),
      people: z.array(who).max(50).default([]).describe("Who else may read it."),
      text: z.string().min(1).max(20_000).optional().describe("What it is about. Kept apart, and gone when the person is erased."),
      ...actingAs,
    })
    .meta({ id: "CaseOpening" }),
  response: caseDetail,
  status: 201,
  async handler({ body, caller, services, read }) {
    const acting = await actingOf(read, body);
    const found = await read(async (workspaceId, db) => {
      const people: string[] = [];
      for (const each of body.people) people.push(await findPerson(workspaceId, db, each));
      return {
        personId: await findPerson(workspaceId, db, body.person),
        ownerId: await findPersonIfGiven(workspaceId, db, body.owner),
        coordinatorId: await findPersonIfGiven(workspaceId, db, body.coordinator),
        people,
      };
    });
    const by = byOf(caller);
    const caseId = await services.cases.openCase(by, { ...found, acting, program: body.program, text: body.text ?? null });
    return viewCaseDetail(await services.cases.readCase(by, { caseId, acting }));
  },
});

import { z } from "zod";
import { readRequest } from "../../store/requests.ts";
import { actingAs, actingOf } from "../acting.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPersonIfGiven } from "../lookup.ts";
import { request, requestView } from "../views/request.ts";

export default endpoint({
  method: "POST",
  path: "/v1/requests",
  tag: "Requests",
  permission: "requests:write",
  member: { body: "acting_as" },
  summary: "Ask a member, or all of them, for an introduction",
  description: "In a program with a `requests` section. Nobody answers in time: it expires.",
  body: z
    .strictObject({
      program: z.string().min(1).max(64),
      to: z.string().max(300).optional().describe("A member. Left out: all of them."),
      text: z.string().min(1).max(5_000).optional().describe("What is looked for. Erased with the person who wrote it."),
      ...actingAs,
    })
    .meta({ id: "RequestMake" }),
  response: request,
  status: 201,
  async handler({ body, caller, services, read }) {
    const acting = await actingOf(read, body);
    const toId = await read((workspaceId, db) => findPersonIfGiven(workspaceId, db, body.to));
    const id = await services.cases.makeRequest(byOf(caller), { acting, program: body.program, toId, text: body.text ?? null });
    return read(async (workspaceId, db) => requestView((await readRequest(workspaceId, db, id))!));
  },
});

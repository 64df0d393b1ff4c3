import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { findProgram } from "../lookup.ts";
import { program, programView } from "../views/program.ts";

export default endpoint({
  method: "GET",
  path: "/v1/programs/:program",
  tag: "Programs",
  permission: "programs:read",
  summary: "Get a program by its key",
  params: z.object({ program: z.string() }),
  response: program,
  handler: ({ params, read, services }) =>
    read(async (workspaceId, db) => programView(await findProgram(workspaceId, db, params.program), services.lint)),
});

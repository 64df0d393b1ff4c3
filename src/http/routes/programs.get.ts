import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { showProgram } from "../program-shown.ts";
import { program } from "../views/program.ts";

export default endpoint({
  method: "GET",
  path: "/v1/programs/:program",
  tag: "Programs",
  permission: "programs:read",
  summary: "Get a program by its key",
  params: z.object({ program: z.string() }),
  response: program,
  handler: ({ params, read, services }) =>
    read((workspaceId, db) => showProgram(workspaceId, db, { key: params.program, lint: services.lint })),
});

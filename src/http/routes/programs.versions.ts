import { z } from "zod";
import { listVersions } from "../../store/programs.ts";
import { endpoint } from "../endpoint.ts";
import { findProgram } from "../lookup.ts";
import { version, versionView } from "../views/program.ts";

export default endpoint({
  method: "GET",
  path: "/v1/programs/:program/versions",
  tag: "Programs",
  permission: "programs:read",
  summary: "List a program's published versions",
  params: z.object({ program: z.string() }),
  response: z.object({ data: z.array(version) }),
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const { id } = await findProgram(workspaceId, db, params.program);
      return { data: (await listVersions(workspaceId, db, id)).map(versionView) };
    }),
});

import { z } from "zod";
import { definition } from "../../core/program.ts";
import { contentKit } from "../../core/program-shares.ts";
import { notFound } from "../../flow/refusal.ts";
import { endpoint } from "../endpoint.ts";
import { findProgram } from "../lookup.ts";

export default endpoint({
  method: "GET",
  path: "/v1/programs/:program/content-kit",
  tag: "Programs",
  permission: "programs:read",
  summary: "What influencers are given to work with",
  description: "The brief, the pictures and texts of the live program's section content_kit, and the disclosure that belongs with them.",
  params: z.object({ program: z.string() }),
  response: contentKit.extend({ program: z.string(), disclosure: z.record(z.string(), z.string()) }).meta({ id: "ContentKit" }),
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const row = await findProgram(workspaceId, db, params.program);
      if (row.live === null) throw notFound("program");
      const program = definition.parse(row.live);
      return { program: program.key, brief: {}, assets: [], ...program.content_kit, disclosure: program.disclosure };
    }),
});

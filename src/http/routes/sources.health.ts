import { z } from "zod";
import { readSourceHealth } from "../../store/sources.ts";
import { endpoint } from "../endpoint.ts";
import { findSource } from "../lookup-source.ts";
import { sourceHealth, sourceHealthView } from "../views/source.ts";

const DAYS = 30;

export default endpoint({
  method: "GET",
  path: "/v1/sources/:source/health",
  tag: "Sources",
  permission: "sources:read",
  summary: "How a connected shop is doing",
  description: "What came last, what was refused last and why, and what became of everything of the last 30 days.",
  params: z.object({ source: z.string() }),
  response: sourceHealth,
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const row = await findSource(workspaceId, db, params.source);
      return sourceHealthView(row, await readSourceHealth(workspaceId, db, { id: row.id, days: DAYS }));
    }),
});

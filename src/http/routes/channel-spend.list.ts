import { z } from "zod";
import { dayText } from "../../core/analytics/report-period.ts";
import { listSpend } from "../../store/channel-spend.ts";
import { endpoint } from "../endpoint.ts";
import { readDays, reportDays } from "../report-ask.ts";
import { spendLine } from "../views/spend.ts";

const MOST = 5_000;

export default endpoint({
  method: "GET",
  path: "/v1/channel-spend",
  tag: "Reports",
  permission: "reports:read",
  summary: "What other channels cost, as it was entered",
  query: z.strictObject(reportDays),
  response: z
    .object({ data: z.array(spendLine), more: z.boolean().describe(`There are more than the first ${MOST}: ask for fewer days.`) })
    .meta({ id: "SpendList" }),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const { days } = await readDays(workspaceId, db, query);
      const rows = await listSpend(workspaceId, db, { ...days, limit: MOST + 1 });
      return { data: rows.slice(0, MOST).map((row) => ({ ...row, day: dayText(row.day) })), more: rows.length > MOST };
    }),
});

import { z } from "zod";
import { dayNumber } from "../../core/analytics/report-period.ts";
import { isCleanText } from "../../core/event.ts";
import { enterSpend } from "../../flow/reports/spend.ts";
import { Refusal } from "../../flow/refusal.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { spendLine } from "../views/spend.ts";

const MOST = 1_000;

export default endpoint({
  method: "PUT",
  path: "/v1/channel-spend",
  tag: "Reports",
  permission: "reports:write",
  summary: "Enter what other channels cost, beside which the program's cost is shown",
  description: "One amount a channel, day and currency: what is there is replaced, so that the same may be sent again.",
  body: z
    .strictObject({
      data: z
        .array(
          spendLine.extend({
            channel: z.string().trim().min(1).max(64).refine(isCleanText, { message: "Must be text without control characters." }),
          }),
        )
        .min(1)
        .max(MOST),
    })
    .meta({ id: "SpendWish" }),
  response: z.object({ entered: z.int() }).meta({ id: "SpendEntered" }),
  async handler({ body, caller, request }) {
    const errors = body.data.flatMap((row, i) =>
      dayNumber(row.day) === null ? [{ pointer: `/data/${i}/day`, message: "There is no such day.", code: "invalid" }] : [],
    );
    if (errors.length > 0) throw new Refusal("validation_failed", "A day is none of the calendar.", { errors });
    const rows = body.data.map((row) => ({ ...row, day: dayNumber(row.day)!, customers: row.customers ?? null }));
    await enterSpend(request.server.gv, byOf(caller), rows);
    return { entered: rows.length };
  },
});

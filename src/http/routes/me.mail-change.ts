import { z } from "zod";
import { uuidOf } from "../../core/id.ts";
import { chooseOwnMail } from "../../flow/reports/own-mail.ts";
import { readOperator } from "../../store/operators.ts";
import { listReaderReports } from "../../store/report-schedules.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { herIdOf, myMail, myMailView } from "../my-mail.ts";

export default endpoint({
  method: "PATCH",
  path: "/v1/me/mail",
  tag: "Settings",
  permission: "settings:read",
  summary: "Choose which mails about the workspace one gets",
  description: "Of the operator who is signed in. Reports that are not named stay as they are.",
  body: z
    .strictObject({
      weekly: z.boolean().optional(),
      alerts: z.boolean().optional(),
      reports: z
        .array(z.strictObject({ schedule: z.string(), on: z.boolean() }))
        .max(200)
        .optional(),
    })
    .meta({ id: "MyMailChange" }),
  response: myMail,
  async handler({ body, caller, read, request }) {
    const id = herIdOf(caller);
    const reports = (body.reports ?? []).flatMap(({ schedule, on }) => ({ schedule: uuidOf("rps", schedule) ?? "", on }));
    const { weekly, alerts } = body;
    const wish = { id, reports, ...(weekly === undefined ? {} : { weekly }), ...(alerts === undefined ? {} : { alerts }) };
    await chooseOwnMail(request.server.gv, byOf(caller), wish);
    return await read(async (workspaceId, db) =>
      myMailView(await readOperator(workspaceId, db, id), await listReaderReports(workspaceId, db, id)),
    );
  },
});

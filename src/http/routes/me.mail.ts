import { readOperator } from "../../store/operators.ts";
import { listReaderReports } from "../../store/report-schedules.ts";
import { endpoint } from "../endpoint.ts";
import { herIdOf, myMail, myMailView, noteLanguage } from "../my-mail.ts";

export default endpoint({
  method: "GET",
  path: "/v1/me/mail",
  tag: "Settings",
  permission: "settings:read",
  summary: "Which mails about the workspace an operator gets",
  description: "Of the operator who is signed in: 409 for a key and for whoever came by the printed link.",
  response: myMail,
  async handler({ caller, read, request }) {
    const id = herIdOf(caller);
    await noteLanguage(request, caller);
    return await read(async (workspaceId, db) =>
      myMailView(await readOperator(workspaceId, db, id), await listReaderReports(workspaceId, db, id)),
    );
  },
});

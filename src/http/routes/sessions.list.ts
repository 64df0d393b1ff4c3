import { z } from "zod";
import { listAccountSessions } from "../../store/account-sessions.ts";
import { endpoint } from "../endpoint.ts";
import { session, sessionView } from "../views/operator.ts";

export default endpoint({
  method: "GET",
  path: "/v1/sessions",
  tag: "Operators",
  permission: "settings:read",
  summary: "Where I am signed in",
  description: "An account's own sessions. None for a key, and for whoever came by the link that the start printed.",
  response: z.object({ data: z.array(session) }).meta({ id: "SessionList" }),
  async handler({ caller, request }) {
    const account = caller.session?.account ?? null;
    if (account === null) return { data: [] };
    const rows = await listAccountSessions(request.server.gv.pool, account.user_id);
    return { data: rows.map((row) => sessionView(row, account.id)) };
  },
});

import { z } from "zod";
import { uuidOf } from "../../core/id.ts";
import { notFound } from "../../flow/refusal.ts";
import { endAccountSessions } from "../../store/account-sessions.ts";
import { endpoint } from "../endpoint.ts";

export default endpoint({
  method: "DELETE",
  path: "/v1/sessions/:session",
  tag: "Operators",
  permission: "settings:read",
  summary: "End a session of mine",
  description: "`others` ends all but this one.",
  params: z.object({ session: z.string() }),
  response: z.object({ ended: z.int() }).meta({ id: "EndedSessions" }),
  async handler({ params, caller, request }) {
    const account = caller.session?.account ?? null;
    const id = uuidOf("ses", params.session);
    if (account === null || (id === null && params.session !== "others")) throw notFound("session");
    const of = id === null ? { but: account.id } : { id };
    const ended = await endAccountSessions(request.server.gv.pool, { userId: account.user_id, ...of });
    if (id !== null && ended === 0) throw notFound("session");
    return { ended };
  },
});

import { z } from "zod";
import { uuidOf } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import { notFound } from "../../flow/refusal.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { mailDetail, mailLine } from "../views/mail.ts";

export default endpoint({
  method: "GET",
  path: "/v1/mail/:mail",
  tag: "Messages",
  permission: "messages:read",
  summary: "Get a mail with its content and every try",
  params: z.object({ mail: z.string() }),
  response: mailDetail,
  async handler({ params, caller, services, request }) {
    const id = uuidOf("msg", params.mail);
    const { publicUrl } = request.server.gv;
    const found = id === null ? null : await services.mail.view(byOf(caller).workspaceId, { id, publicUrl });
    if (found === null) throw notFound("mail");
    const { row, recipient, attempts, content } = found;
    return {
      ...mailLine(row),
      subject: content?.subject ?? row.subject,
      recipient,
      html: content?.html ?? null,
      text: content?.text ?? null,
      attempts: attempts.map(({ at, ms, code, error }) => ({ at: formatInstant(at), ms, code, error })),
    };
  },
});

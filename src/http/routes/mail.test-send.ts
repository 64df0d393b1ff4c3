import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { mailKind } from "../views/mail.ts";

export default endpoint({
  method: "POST",
  path: "/v1/mail/test",
  tag: "Messages",
  permission: "messages:write",
  summary: "Send a sample of a mail to yourself",
  description:
    "With made-up values, marked as a test, to the address of the operator who asks, or to operator_email of the settings. Never to " +
    "anybody else. GET /v1/mail/{mail} says what became of it.",
  limit: "test_mail",
  body: z
    .strictObject({
      kind: mailKind,
      locale: z
        .string()
        .regex(/^[a-zA-Z-]{2,35}$/, "A language such as de or pt-BR.")
        .default("en"),
    })
    .meta({ id: "MailTestWish" }),
  response: z.object({ id: z.string().describe("The message's id."), to: z.string() }).meta({ id: "MailTest" }),
  status: 201,
  async handler({ body, caller, services }) {
    const { id, address } = await services.mail.sendSample(byOf(caller), { ...body, email: caller.session?.operator?.email ?? null });
    return { id: externalId("msg", id), to: address };
  },
});

import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "POST",
  path: "/v1/mail/:mail/resend",
  tag: "Messages",
  permission: "messages:write",
  summary: "Send a mail again",
  description:
    "As a new mail with what it says as things are now, to the address that is hers now. One that has not been sent yet, and one that " +
    "let somebody in, is a 409: the person asks for a new one herself.",
  params: z.object({ mail: z.string() }),
  response: z.object({ due: z.literal(true) }).meta({ id: "MailDueAgain" }),
  async handler({ params, caller, services }) {
    await services.support.resendMail(byOf(caller), uuidOrMissing("msg", params.mail, "mail"));
    return { due: true as const };
  },
});

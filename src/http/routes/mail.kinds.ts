import { z } from "zod";
import { MESSAGE_KINDS, MESSAGES } from "../../core/messages/kinds.ts";
import { isUrgent, MAIL_TOPICS, topicOf } from "../../core/messages/mail-policy.ts";
import { endpoint } from "../endpoint.ts";
import { sentence } from "../schemas.ts";
import { mailKind } from "../views/mail.ts";

const kind = z
  .object({
    kind: mailKind,
    to: z.enum(["advocate", "friend", "person", "operators"]),
    what: sentence.describe("What it says, in a sentence."),
    why: sentence.describe("What brings it about."),
    essential: z.boolean().describe("About what somebody did or is owed: it goes out whatever was said about advertising."),
    topic: z.enum(MAIL_TOPICS).describe("What it counts as where people choose their mails."),
    urgent: z.boolean().describe("Does not wait for a weekly mail."),
  })
  .meta({ id: "MailKind" });

export default endpoint({
  method: "GET",
  path: "/v1/mail/kinds",
  tag: "Messages",
  permission: "messages:read",
  summary: "List every kind of mail: when it is sent, and to whom",
  response: z.object({ data: z.array(kind) }).meta({ id: "MailKindList" }),
  handler: () => ({
    data: MESSAGE_KINDS.map((each) => ({ kind: each, ...MESSAGES[each], topic: topicOf(each), urgent: isUrgent(each) })),
  }),
});

/** Mails as the API shows them. */
import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { MESSAGE_KINDS, OPERATORS } from "../../core/messages/kinds.ts";
import { formatInstant } from "../../core/time.ts";
import type { MailRow } from "../../store/mail.ts";
import { instant } from "../schemas.ts";

export const mailKind = z.enum(MESSAGE_KINDS as [(typeof MESSAGE_KINDS)[number], ...typeof MESSAGE_KINDS]);

const fields = {
  id: z.string().describe("The message's id."),
  kind: mailKind,
  person: z.string().nullable().describe("Null: those who run the workspace."),
  status: z.enum(["due", "delivered", "dropped"]),
  reason: z
    .string()
    .nullable()
    .describe("Why it was not sent: no_address, suppressed, preference, digest, bounced, gave_up, too_old ..."),
  due_at: instant,
  sent_at: instant.nullable(),
  subject: z.string().nullable().describe("As it was sent; null where it was not, or its content is not kept any more."),
};

export const mail = z.object(fields).meta({ id: "Mail" });
export const mailDetail = z
  .object({
    ...fields,
    recipient: z.string().nullable(),
    html: z
      .string()
      .nullable()
      .describe("As it was sent; where it was not, as it would be written now. Null for a link that lets somebody in."),
    text: z.string().nullable(),
    attempts: z.array(z.object({ at: instant, ms: z.int(), code: z.int().nullable(), error: z.string().nullable() })),
  })
  .meta({ id: "MailDetail" });

export function mailLine(row: MailRow): z.input<typeof mail> {
  return {
    id: externalId("msg", row.id),
    kind: row.kind,
    person: row.person_id === OPERATORS ? null : externalId("per", row.person_id),
    status: row.status,
    reason: row.reason,
    due_at: formatInstant(row.due_at),
    sent_at: row.sent_at === null ? null : formatInstant(row.sent_at),
    subject: row.subject,
  };
}

/** A letter that an operator writes to one person. */
export const letterWords = z
  .strictObject({ subject: z.string().trim().min(1).max(200).regex(/^[^\n\r]*$/, "One line."), text: z.string().trim().min(1).max(4500) })
  .meta({ id: "LetterWords" });

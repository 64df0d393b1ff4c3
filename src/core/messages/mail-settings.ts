/** What a workspace says about its mails. */
import { z } from "zod";

/** One line: control characters would be further headers. */
const LINE = /^[^\p{Cc}\u2028\u2029]*$/u;
const line = (most: number) => z.string().trim().min(1).max(most).regex(LINE, "One line, without control characters.");

export const mailSettings = z
  .strictObject({
    from_name: line(100).optional().describe("Who mails are from, as a name; the brand's when left out."),
    from_address: z
      .email()
      .max(254)
      .optional()
      .describe("The address they are from; the installation's when left out. See GET /v1/settings/mail-domain."),
    reply_to: z.email().max(254).optional(),
    imprint: z
      .string()
      .max(500)
      .optional()
      .describe("Postal address and whatever the law asks for, line by line, at the end of every mail."),
    dkim_selector: z
      .string()
      .regex(/^[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?$/i)
      .optional(),
    unsubscribe_address: z.email().max(254).optional().describe("Where mail programs may also send an unsubscription."),
    invitations: z
      .boolean()
      .optional()
      .describe("Whether advocates may have an invitation sent to a friend: see POST /v1/invitations/friend."),
    link_reminder_days: z
      .int()
      .min(0)
      .max(90)
      .optional()
      .describe("Days after joining without a share until one reminder of the link; 0: none; 7."),
  })
  .meta({ id: "MailSettings" });
export type MailSettings = z.output<typeof mailSettings>;

/** The settings as far as they are what they should be: a mail goes out whatever somebody once stored. */
export function readMailSettings(settings: Record<string, unknown>): MailSettings {
  const given = (typeof settings["mail"] === "object" && settings["mail"] !== null ? settings["mail"] : {}) as Record<string, unknown>;
  const whole = mailSettings.safeParse(given);
  if (whole.success) return whole.data;
  const fine = Object.entries(given).filter(([key, value]) => mailSettings.safeParse({ [key]: value }).success);
  return mailSettings.parse(Object.fromEntries(fine));
}

/** Where those who run the workspace are written to; null: nowhere. */
export function operatorAddress(settings: Record<string, unknown>): string | null {
  const parsed = z.email().max(254).safeParse(settings["operator_email"]);
  return parsed.success ? parsed.data : null;
}

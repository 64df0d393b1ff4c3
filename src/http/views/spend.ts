/** What a channel cost on a day. */
import { z } from "zod";

export const spendLine = z.object({
  channel: z.string(),
  day: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  currency: z.string().regex(/^[A-Z]{3}$/, 'A three-letter ISO 4217 code in capitals such as "USD".'),
  amount: z
    .int()
    .min(0)
    .max(10 ** 13)
    .describe("Minor units."),
  customers: z.int().min(0).max(1_000_000_000).nullable().optional().describe("Whom the channel won on the day, where that is known."),
});

/** Where somebody wants her money: what she may say, and what she sees of it again. */
import { z } from "zod";

/** Check digits of an IBAN (ISO 13616, ISO 7064 MOD 97-10): the first four characters moved behind, letters as 10 to 35, the rest 1. */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  let rest = 0;
  for (const char of text.slice(4) + text.slice(0, 4))
    for (const digit of String(Number.parseInt(char, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

const holder = z.string().trim().min(1).max(140);
const compact = (text: string): string => text.replace(/[\s-]/g, "").toUpperCase();

export const payoutDetail = z
  .discriminatedUnion("method", [
    z.strictObject({
      method: z.literal("bank"),
      holder,
      account: z
        .string()
        .max(60)
        .transform(compact)
        .refine((text) => /^[A-Z0-9]{4,34}$/.test(text), { message: "An IBAN, or an account number of 4 to 34 letters and digits." })
        .refine((text) => !/^[A-Z]{2}\d{2}/.test(text) || isIban(text), {
          message: "The check digits of this IBAN are wrong: look for a mistyped digit.",
          params: { code: "iban_wrong" },
        }),
      bank: z.string().trim().max(60).optional().describe("BIC, sort code or routing number, where the account alone does not say it."),
    }),
    z.strictObject({ method: z.literal("paypal"), holder, email: z.email().max(254) }),
    z.strictObject({ method: z.literal("other"), holder, text: z.string().trim().min(3).max(500) }),
  ])
  .meta({ id: "PayoutDetail" });

export type PayoutDetail = z.output<typeof payoutDetail>;

/** What is shown of it: enough to know it again, too little to use it. */
export function hintOf(detail: PayoutDetail): string {
  switch (detail.method) {
    case "bank":
      return `•••• ${detail.account.slice(-4)}`;
    case "paypal": {
      const [name = "", domain = ""] = detail.email.split("@");
      return `${name.slice(0, 1)}•••@${domain}`;
    }
    case "other":
      return `${detail.text.slice(0, 3)}•••`;
  }
}

/** In one cell of a file to pay from. */
export function payTo(detail: PayoutDetail): string {
  switch (detail.method) {
    case "bank":
      return detail.bank === undefined || detail.bank === "" ? detail.account : `${detail.account} (${detail.bank})`;
    case "paypal":
      return detail.email;
    case "other":
      return detail.text;
  }
}

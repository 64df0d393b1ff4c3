/** A sum that somebody holds or is owed, by its form and unit: "$20.00", "500 points", "1 free month". */
import type { Voice } from "../words/voice.ts";

/** Forms whose sums are told beside each other; a coupon or a badge is a thing, not a sum. */
export const SUMS: ReadonlySet<string> = new Set(["cash", "credit", "gift_card", "points", "free_time", "entries", "leads"]);

export function sumWords({ words, formats }: Voice, of: { form: string; unit: string; amount: number }): string {
  const { form, unit, amount } = of;
  switch (form) {
    case "cash":
    case "credit":
    case "gift_card":
      return formats.money(amount, unit);
    case "points":
    case "entries":
    case "leads":
      return words.say(`rules.reward.${form}`, { n: amount });
    case "free_time":
      return words.say(unit === "days" ? "rules.reward.days" : "rules.reward.months", { n: amount });
    default:
      return formats.number(amount);
  }
}

/** "$20.00 available, $10.00 waiting". */
export function balanceWords(
  voice: Voice,
  of: { form: string; unit: string; available: number; pending: number; in_flight: number },
): string {
  const part = (state: "available" | "pending" | "in_flight"): string[] => {
    const amount = of[state];
    if (amount === 0) return [];
    return [voice.words.say(`status.balance.${state}`, { amount: sumWords(voice, { ...of, amount }) })];
  };
  const parts = [...part("available"), ...part("pending"), ...part("in_flight")];
  return parts.length === 0 ? voice.words.say("status.balance.none") : parts.join(", ");
}

/** The program of the demo shop: what a small shop would run, with a hold, a limit and a threshold to look at. */
import type { ProgramDefinition } from "../../core/program.ts";

/** Both sides get something; amounts in `currency`, which must have two decimals. */
export function demoProgram(currency: string): ProgramDefinition {
  return {
    key: "friends", kind: "two_way", name: "Give 10 %, get 10", description: "The program of the synthetic demo shop.",
    stages: ["visit", "signup", { key: "order", on: "purchase" }], qualifies_at: "order", destination: "https://shop.example/welcome",
    attribution: { window: "60d" },
    rewards: [
      { key: "friend-off", when: { stage: "signup" }, to: "friend", give: { coupon: { percent: 10, valid: "30d" } } },
      {
        key: "thanks", when: { stage: "order", nth: 1, where: { "order.total": { gte: `30.00 ${currency}` } } }, to: "advocate",
        give: { credit: `10.00 ${currency}` }, hold: "14d", limit: { per: "advocate", count: 20, every: "month" },
      },
      {
        key: "again", when: { stage: "order", for: "12 months" }, to: "advocate",
        give: { credit: { percent: 2, of: "order.net" } }, hold: "14d",
      },
    ],
    share: { channels: ["copy", "email", "whatsapp", "qr"] },
    terms: { en: "Synthetic demo program. Nobody is paid." }, disclosure: { en: "I may get a reward if you buy." },
  };
}

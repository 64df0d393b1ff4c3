/** A program that the linter has nothing to say against, and ways to spoil it. */
import type { ProgramDefinition } from "../../src/core/program.ts";

export type RuleDefinition = NonNullable<ProgramDefinition["rewards"]>[number];

export const GOOD: ProgramDefinition = {
  key: "friends",
  kind: "two_way",
  name: "Friends",
  stages: ["signup", "order", "renewal"],
  qualifies_at: "order",
  destination: "https://shop.example/",
  terms: { en: "Terms." },
  disclosure: { en: "I get 20 USD." },
  rewards: [
    {
      key: "thanks",
      to: "advocate",
      hold: "14d",
      limit: { count: 20, every: "month" },
      when: { stage: "order", nth: 1, where: { "order.total": { gte: "50.00 USD" } } },
      give: { cash: "20.00 USD" },
    },
    { key: "off", to: "friend", when: { stage: "signup", nth: 1 }, give: { coupon: { percent: 20, valid: "30d" } } },
  ],
};
export const rule = (change: Partial<RuleDefinition>): ProgramDefinition => ({ ...GOOD, rewards: [{ ...GOOD.rewards![0]!, ...change }] });
export const program = (change: Partial<ProgramDefinition>): ProgramDefinition => ({ ...GOOD, ...change });
export const network = (change: Partial<ProgramDefinition>): ProgramDefinition =>
  program({
    kind: "network",
    enabled: true,
    rewards: [
      {
        key: "seller",
        when: { stage: "order" },
        give: { cash: { percent: 8 } },
        hold: "14d",
        limit: { amount: "5000.00 USD", every: "month" },
      },
    ],
    ...change,
  });
export const many = (count: number, change: Partial<RuleDefinition>): RuleDefinition[] =>
  Array.from({ length: count }, (_, i) => ({ ...GOOD.rewards![0]!, ...change, key: `r${i}` }));

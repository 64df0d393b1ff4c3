/** A week in figures, as those who run the workspace read it. What is nothing is left out, but for what the week is about. */
import type { Voice } from "../words/voice.ts";
import type { MailFigure } from "./mail-content.ts";

export type WeekOf = {
  advocates: number;
  referrals: number;
  qualified: number;
  rewards: number;
  applications: number;
  claims: number;
  reviews: number;
  unsent: number;
  cost: readonly { unit: string; amount: number }[];
};

const ALWAYS = ["advocates", "referrals", "qualified", "rewards"] as const;
const WAITING = ["applications", "claims", "reviews", "unsent"] as const;

export function weekFigures(week: WeekOf, { words, formats }: Voice): MailFigure[] {
  const line = (key: (typeof ALWAYS)[number] | (typeof WAITING)[number]): MailFigure => ({
    label: words.say(`mail.week.${key}`),
    value: formats.number(week[key]),
  });
  const cost = formats.list(week.cost.map(({ unit, amount }) => formats.money(amount, unit)));
  return [
    ...ALWAYS.map(line),
    ...(cost === "" ? [] : [{ label: words.say("mail.week.cost"), value: cost }]),
    ...WAITING.filter((key) => week[key] > 0).map(line),
  ];
}

/** A week in figures, as those who run the workspace read it. What is nothing is left out, but for what the week is about. */
import type { GoalMetric, GoalPace } from "../goal.ts";
import type { Voice } from "../words/voice.ts";
import type { MailFigure } from "./mail-content.ts";

/** How a goal stood at the week's end; `program` null: of the whole workspace. */
export type WeekGoal = {
  program: string | null;
  metric: GoalMetric;
  target: number;
  until: number;
  /** The instant of which it tells: a date of its year needs no year. */
  at: number;
  done: number;
  needed: number | null;
  state: GoalPace["state"];
};
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
  goals: readonly WeekGoal[];
};

const ALWAYS = ["advocates", "referrals", "qualified", "rewards"] as const;
const WAITING = ["applications", "claims", "reviews", "unsent"] as const;

export function weekFigures(week: WeekOf, { words, formats }: Voice): MailFigure[] {
  const line = (key: (typeof ALWAYS)[number] | (typeof WAITING)[number]): MailFigure => ({
    label: words.say(`mail.week.${key}`),
    value: formats.number(week[key]),
  });
  const cost = formats.list(week.cost.map(({ unit, amount }) => formats.money(amount, unit)));
  const goals = week.goals.map(({ program, metric, target, until, at, done, needed, state }) => ({
    label: words.say("mail.week.goal", { metric, program: program ?? "none", date: formats.date(until - 1, at) }),
    value: words.say("mail.week.goal.value", {
      done: formats.number(done),
      target: formats.number(target),
      state,
      needed: formats.number(Math.ceil(needed ?? 0)),
    }),
  }));
  return [
    ...goals,
    ...ALWAYS.map(line),
    ...(cost === "" ? [] : [{ label: words.say("mail.week.cost"), value: cost }]),
    ...WAITING.filter((key) => week[key] > 0).map(line),
  ];
}

/** The portal's rooms as its menu has them: which a program has, by its features, and what they are called. */
import { IntlMessageFormat } from "intl-messageformat";

/** In the usual order, each with the features that bring it; none: always. */
const ROOMS: readonly (readonly [string, readonly string[]])[] = [
  ["share", ["share"]],
  ["claim", ["claim"]],
  ["deals", ["deals"]],
  ["vacancies", ["vacancies"]],
  ["leads", ["leads"]],
  ["requests", ["requests"]],
  ["slips", ["slips"]],
  ["cases", ["cases"]],
  ["deliverables", ["deliverables"]],
  ["shares", ["shares"]],
  ["gatherings", ["gatherings"]],
  ["referrals", ["referrals"]],
  ["rewards", ["rewards"]],
  ["catalogue", ["catalogue"]],
  ["standing", ["levels", "badges", "leaderboard", "contest"]],
  ["how", []],
  ["learn", ["learn"]],
  ["name_claim", ["name_claim"]],
  ["retro_claim", ["retro_claim"]],
  ["testimonial", ["testimonial"]],
  ["help", []],
  ["settings", []],
];

/** Rules and terms, what is owed, the way to ask and the way out cannot be hidden. */
export const ALWAYS: ReadonlySet<string> = new Set(["rewards", "how", "help", "settings"]);

/** What a program has, those that were put first in front. */
export function roomsOf(features: readonly string[], order: readonly string[]): string[] {
  const there = ROOMS.filter(
    ([key, needs]) =>
      (needs.length === 0 || needs.some((each) => features.includes(each))) && !(key === "claim" && features.includes("deals")),
  ).map(([key]) => key);
  const first = order.filter((key) => there.includes(key));
  return [...first, ...there.filter((key) => !first.includes(key))];
}

/** As the menu calls it, in the language of the preview. */
export function roomWords(room: string, words: Record<string, string>): string {
  const text = words[`nav.${room}`] ?? words[`list.${room}.title`] ?? room;
  return String(new IntlMessageFormat(text, "en", undefined, { ignoreTag: true }).format({}));
}

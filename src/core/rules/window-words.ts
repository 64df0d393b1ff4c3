/** Stretches of time of a program in words: exact instants in the reader's zone, whole days where her zone is the program's. */
import type { Rule } from "../program.ts";
import { windowBound } from "./compile.ts";
import type { Saying } from "./reward-words.ts";

export type Window = { from: number; to: number; fromText: string; untilText: string };

/** `to` is exclusive; a bare date as an end means its whole day, and is told as that day. */
export function windowOf({ voice, zone, now }: Saying, of: { from: string; to: string }): Window {
  const { formats } = voice;
  const [from, to] = [windowBound(of.from, zone, false), windowBound(of.to, zone, true)];
  const isLocal = formats.zone === zone.name;
  return {
    from,
    to,
    fromText: isLocal && of.from.length === 10 ? formats.date(from, now) : formats.dateTime(from, now),
    untilText: isLocal && of.to.length === 10 ? formats.date(to - 1, now) : formats.dateTime(to, now),
  };
}

export type BonusWindow = Window & { multiply: number };

/** The bonus windows that raise a rule and are not over, soonest first. */
export function bonusesOf(say: Saying, rule: Rule): BonusWindow[] {
  return say.program.bonuses
    .filter((bonus) => bonus.rules === undefined || bonus.rules.includes(rule.key))
    .map((bonus) => ({ ...windowOf(say, bonus), multiply: bonus.multiply }))
    .filter((bonus) => bonus.to > say.now)
    .sort((a, b) => a.from - b.from);
}

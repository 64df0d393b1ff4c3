/**
 * Rules that ask when qualified referrals came: three within 30 days, one a month for three months. What they remember is a list
 * of numbers in the standing: how often the rule fired, then instants (a window) or runs of periods (a streak: start, end, length).
 */
import type { Compiled, CompiledRule } from "../compiled.ts";
import type { StandingState } from "../standing-state.ts";
import { type Period, addDuration } from "../time.ts";

type Coming = { rule: CompiledRule; at: number };

/** Takes one qualified referral. @returns which times the rule fires by it: none or one as a rule. */
export function inTime(program: Compiled, state: StandingState, coming: Coming): number[] {
  const memory = ((state.w ??= {})[coming.rule.key] ??= [0]);
  const before = memory[0] as number;
  if (before > 0 && !coming.rule.repeat) return [];
  const { streakPeriod } = coming.rule;
  if (streakPeriod === undefined) window(program, memory, coming);
  else streak(memory, coming.rule, streakPeriod(coming.at));
  const fired: number[] = [];
  for (let nth = before + 1; nth <= (memory[0] as number); nth++) fired.push(nth);
  return fired;
}

/** Instants of the last referrals that are still near enough to this one. Those that made the rule fire are used up. */
function window(program: Compiled, memory: number[], { rule, at }: Coming): void {
  const { within, threshold } = rule;
  if (within === undefined) return;
  const fired = memory[0] as number;
  const near = memory.slice(1).filter((t) => Math.max(t, at) <= addDuration(Math.min(t, at), within, program.zone));
  const isFull = near.length + 1 >= (threshold as number);
  const kept = isFull ? [] : [...near, at];
  memory.splice(0, memory.length, isFull ? fired + 1 : fired, ...kept);
}

/** Runs of periods that have a referral each, one after the other without a gap; each full length of the streak fires. */
function streak(memory: number[], rule: CompiledRule, period: Period): void {
  const runs: [from: number, to: number, length: number][] = [];
  for (let i = 1; i < memory.length; i += 3) runs.push([memory[i] as number, memory[i + 1] as number, memory[i + 2] as number]);
  if (runs.some(([from, to]) => period.start >= from && period.start < to)) return;
  const before = runs.find(([, to]) => to === period.start);
  const after = runs.find(([from]) => from === period.end);
  const rest = runs.filter((run) => run !== before && run !== after);
  const joined: (typeof runs)[number] = [
    before?.[0] ?? period.start,
    after?.[1] ?? period.end,
    (before?.[2] ?? 0) + 1 + (after?.[2] ?? 0),
  ];
  const all = [...rest, joined].sort((a, b) => a[0] - b[0]);
  const n = rule.threshold as number;
  const full = all.reduce((sum, [, , length]) => sum + Math.floor(length / n), 0);
  // A late referral that joins two runs never takes back what they fired; it may add one.
  const fired = Math.max(memory[0] as number, rule.repeat ? full : Math.min(1, full));
  memory.splice(0, memory.length, fired, ...all.flat());
}

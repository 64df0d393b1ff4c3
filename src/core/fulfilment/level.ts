/**
 * An advocate's level, from the points she earned and the clock: up at once, down only after a notice. Points count from the instant at
 * which they were promised to be available until the window after it has passed, so the same grants give the same levels at the same
 * instants, whenever a sweep looks.
 */
import type { Compiled } from "../compiled.ts";
import type { Levels } from "../program-levels.ts";
import { type Duration, type Zone, addDuration, parseDuration } from "../time.ts";

export type LevelRules = { steps: Levels["steps"]; window: Duration; notice: Duration; zone: Zone };
/** The levels of a program, or undefined where it has none. */
export function levelRules(program: Compiled): LevelRules | undefined {
  const { levels } = program.program;
  if (levels === undefined) return undefined;
  const [window, notice] = [parseDuration(levels.window), parseDuration(levels.notice)];
  if (typeof window === "string" || typeof notice === "string")
    throw new Error("impossible: a duration that does not parse passed the schema");
  return { steps: levels.steps, window, notice, zone: program.zone };
}

/** What of a reward is owed, and since when it counts. */
export type Earned = { at: number; amount: number };
export type LevelState = {
  level: string | null;
  since: number | null;
  points: number;
  /** The level that a notice threatens with; null is none at all. Only while `noticeAt` is set. */
  noticeLevel: string | null;
  noticeAt: number | null;
  noticeDue: number | null;
  /** When time alone may change something. */
  nextAt: number | null;
  checkedAt: number;
};
export type LevelNews = {
  kind: "reached" | "notice" | "kept" | "lost";
  at: number;
  from: string | null;
  to: string | null;
  points: number;
};

export const NO_LEVEL: LevelState = {
  level: null,
  since: null,
  points: 0,
  noticeLevel: null,
  noticeAt: null,
  noticeDue: null,
  nextAt: null,
  checkedAt: 0,
};

type Counted = Earned & { until: number };

/** Brings a level from where it was last looked at to `now`, through everything that lay between. */
export function moveLevel(
  before: LevelState,
  of: { earned: readonly Earned[]; rules: LevelRules; now: number },
): [LevelState, LevelNews[]] {
  const { rules, now } = of;
  const counted: Counted[] = of.earned.map((e) => ({ ...e, until: addDuration(e.at, rules.window, rules.zone) }));
  const state = { ...before };
  const news: LevelNews[] = [];
  const instants = counted.flatMap((c) => [c.at, c.until]).filter((at) => at > before.checkedAt && at < now);
  const queue = [...new Set(instants)].sort((a, b) => a - b);
  for (let i = 0; ; ) {
    const next = Math.min(queue[i] ?? now, now);
    const due = state.noticeDue;
    const at = due !== null && due < next ? Math.max(due, before.checkedAt) : next;
    look(state, { at, points: pointsAt(counted, at), rules, news });
    if (at === next) {
      if (i >= queue.length) break;
      i++;
    }
  }
  state.checkedAt = Math.max(now, before.checkedAt);
  state.nextAt = nextLook(state, counted, rules);
  return [state, news];
}

function pointsAt(counted: readonly Counted[], at: number): number {
  return counted.reduce((sum, c) => (c.at <= at && at < c.until ? sum + c.amount : sum), 0);
}

const indexOf = (steps: LevelRules["steps"], key: string | null): number => (key === null ? -1 : steps.findIndex((s) => s.key === key));

/** The highest level that so many points reach, or -1. */
export function levelFor(steps: LevelRules["steps"], points: number): number {
  return steps.findLastIndex((s) => s.from <= points);
}

type Look = { at: number; points: number; rules: LevelRules; news: LevelNews[] };

/** What an instant changes: a rise at once, a fall after its notice. */
function look(state: LevelState, { at, points, rules, news }: Look): void {
  const { steps } = rules;
  const now = indexOf(steps, state.level);
  const fit = levelFor(steps, points);
  const to = steps[fit]?.key ?? null;
  const from = state.level;
  state.points = points;
  if (fit >= now) {
    if (fit > now) {
      news.push({ kind: "reached", at, from, to, points });
      Object.assign(state, { level: to, since: at });
    } else if (state.noticeAt !== null) news.push({ kind: "kept", at, from, to, points });
    else if (now === -1) state.level = null;
    Object.assign(state, { noticeLevel: null, noticeAt: null, noticeDue: null });
    return;
  }
  if (state.noticeDue !== null && at >= state.noticeDue) {
    news.push({ kind: "lost", at, from, to, points });
    Object.assign(state, { level: to, since: at, noticeLevel: null, noticeAt: null, noticeDue: null });
    return;
  }
  if (state.noticeAt === null) {
    news.push({ kind: "notice", at, from, to, points });
    Object.assign(state, { noticeAt: at, noticeDue: addDuration(at, rules.notice, rules.zone) });
  }
  state.noticeLevel = to;
}

/** The end of the notice, or the first instant at which what leaves the window takes the points below the level. */
function nextLook(state: LevelState, counted: readonly Counted[], rules: LevelRules): number | null {
  if (state.noticeDue !== null) return state.noticeDue;
  const from = rules.steps[indexOf(rules.steps, state.level)]?.from;
  if (from === undefined) return null;
  const leaving = counted.filter((c) => c.at <= state.checkedAt && c.until > state.checkedAt).sort((a, b) => a.until - b.until);
  let points = state.points;
  for (const c of leaving) {
    points -= c.amount;
    if (points < from) return c.until;
  }
  return null;
}

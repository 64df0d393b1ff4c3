/** Lint rules about contests: spans that hold nothing, prizes that nobody pays, pay that no section makes. */
import type { Program } from "../program.ts";
import { placeActivity, prizeActivity } from "../program-contest.ts";
import { UTC } from "../time.ts";
import { windowBound } from "./compile.ts";
import { type Finding, error, warning } from "./lint-finding.ts";

export function lintContest(program: Program): Finding[] {
  return [...span(program), ...places(program), ...prizes(program), ...shares(program)];
}

/** Activities that a rule pays. */
function paid(program: Program): Set<string> {
  return new Set(program.rewards.flatMap(({ when }) => ("activity" in when ? [when.activity] : [])));
}

function span({ contest }: Program): Finding[] {
  if (contest === undefined || windowBound(contest.from, UTC, false) < windowBound(contest.to, UTC, true)) return [];
  return [error("contest_span", "/contest/to", "The contest ends before it begins. Give `to` a later instant than `from`.")];
}

function places(program: Program): Finding[] {
  const board = program.contest?.leaderboard;
  if (board === undefined) return [];
  const rules = paid(program);
  const missing = Array.from({ length: board.places }, (_, i) => placeActivity(i + 1)).filter((name) => !rules.has(name));
  return missing.map((name) => {
    const message = `Nobody gets anything for ${name}. Add a rule { "when": { "activity": "${name}" }, ... }, or take fewer places.`;
    return warning("contest_prize_missing", "/contest/leaderboard/places", message);
  });
}

function prizes(program: Program): Finding[] {
  const draw = program.contest?.draw;
  if (draw === undefined) return [];
  const rules = paid(program);
  const names = new Set(Array.from({ length: draw.winners }, (_, i) => prizeActivity(draw, i + 1)));
  const missing = [...names].filter((name) => !rules.has(name));
  return missing.map((name) => {
    const message = `Winners get nothing: no rule pays the activity "${name}". Add one.`;
    return warning("contest_prize_missing", "/contest/draw", message);
  });
}

/** A rule for shares that are never seen, and shares that are seen for nothing. */
function shares(program: Program): Finding[] {
  const isPaid = paid(program).has("share_verified");
  if (isPaid === (program.shares !== undefined)) return [];
  if (isPaid) return [error("shares_missing", "/shares", 'A rule pays share_verified, but no share is ever counted. Add "shares": {}.')];
  return [warning("shares_unpaid", "/shares", 'Shares are counted and nobody gets anything. Add a rule for "share_verified".')];
}

/** Cases: what a move needs, when a stage is due, and who is reminded when. A case has stages and people, and never a reward. */
import type { CaseSection } from "./program-case.ts";
import { type Duration, type Zone, addDuration, parseDuration } from "./time.ts";

export const CASE_OUTCOMES = ["resolved", "continue", "refer_on"] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];
export const CASE_ROLES = ["owner", "coordinator", "member", "place"] as const;
export type CaseRole = (typeof CASE_ROLES)[number];

export type MoveProblem = "stage_unknown" | "stage_same" | "reason_missing";

/** Why a case may not go from one stage to another. The next stage needs no reason; leaving one out or going back does. */
export function moveProblem(stages: readonly string[], move: { from: string; to: string; reason: string | null }): MoveProblem | null {
  const to = stages.indexOf(move.to);
  if (to < 0) return "stage_unknown";
  const from = stages.indexOf(move.from);
  if (to === from) return "stage_same";
  return to !== from + 1 && isBlank(move.reason) ? "reason_missing" : null;
}

/** Why a case may not be closed: before its last stage it leaves some out, which needs a reason. */
export function closeProblem(stages: readonly string[], at: { stage: string; reason: string | null }): "reason_missing" | null {
  return stages.at(-1) !== at.stage && isBlank(at.reason) ? "reason_missing" : null;
}

/** The stages that a move or a close leaves out. */
export function skipped(stages: readonly string[], from: string, to: string | null): string[] {
  const end = to === null ? stages.length : stages.indexOf(to);
  return stages.slice(stages.indexOf(from) + 1, end);
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === "";
}

/** The instant at which a stage that begins now is due, or null for one that never is. */
export function stageDue(section: CaseSection, of: { stage: string; at: number; zone: Zone }): number | null {
  const text = section.due[of.stage];
  return text === undefined ? null : later(of.at, text, of.zone);
}

export type Reminder = "owner" | "coordinator";
export type Watched = { dueAt: number | null; ownerRemindedAt: number | null; coordinatorRemindedAt: number | null };

/** The reminders that are still to come, each with its instant, soonest first. */
export function reminders(section: CaseSection, of: Watched & { zone: Zone }): { who: Reminder; at: number }[] {
  if (of.dueAt === null) return [];
  const out: { who: Reminder; at: number }[] = [];
  if (of.ownerRemindedAt === null) out.push({ who: "owner", at: later(of.dueAt, section.remind.owner, of.zone) });
  if (of.coordinatorRemindedAt === null) out.push({ who: "coordinator", at: later(of.dueAt, section.remind.coordinator, of.zone) });
  return out.sort((a, b) => a.at - b.at);
}

/** An instant a duration of a program document later. The schema has matched the text. */
export function later(at: number, text: string, zone: Zone): number {
  const duration = parseDuration(text);
  if (typeof duration === "string") throw new Error(`impossible: a duration passed the schema: ${text}`);
  return addDuration(at, duration, zone);
}

/** The instant a duration of a program document earlier: months go back by the calendar. */
export function earlier(at: number, text: string, zone: Zone): number {
  const duration = parseDuration(text) as Duration;
  return addDuration(at - duration.ms, { months: -duration.months, ms: 0 }, zone);
}

/** A place with what is left of its capacity. Coordinates in millionths of a degree. */
export type PlaceAt = { id: string; latitude: number; longitude: number; free: number };
export type Point = { latitude: number; longitude: number };

/** The nearest places with room, nearest first; of two at one distance the one with the smaller id. */
export function nearestPlaces(places: readonly PlaceAt[], from: Point, count: number): { id: string; meters: number }[] {
  return places
    .filter((p) => p.free > 0)
    .map((p) => ({ id: p.id, meters: distance(from, p) }))
    .sort((a, b) => a.meters - b.meters || (a.id < b.id ? -1 : 1))
    .slice(0, count);
}

const EARTH_METERS = 6_371_009;

/** Great-circle distance in whole meters (haversine). */
export function distance(a: Point, b: Point): number {
  const radians = (micro: number): number => (micro / 1_000_000) * (Math.PI / 180);
  const half = (x: number): number => Math.sin(x / 2) ** 2;
  const h =
    half(radians(b.latitude - a.latitude)) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(radians(b.longitude - a.longitude));
  return Math.round(2 * EARTH_METERS * Math.asin(Math.min(1, Math.sqrt(h))));
}

/** What stands on a time line beside the figures: what programs did by themselves, and what operators noted. */
import { windowBound } from "../rules/compile.ts";
import { UTC, type Zone, compileZone } from "../time.ts";

export const HAPPENINGS = ["launched", "resumed", "paused", "ended", "version", "bonus_began", "bonus_ended"] as const;
export type HappeningKind = (typeof HAPPENINGS)[number];

/** `version`: of a version that came into force; `bonus`: the key of a bonus window. */
export type Happening = { program_id: string; at: number; kind: HappeningKind; version: number | null; bonus?: string };

type Window = { key: string; from: string; to: string };
type Live = { id: string; live: Record<string, unknown> | null };
/** Between two instants; `zone` is the workspace's, for programs without their own. */
type Span = { from: number; to: number; zone: Zone };

/** The beginnings and ends of the bonus windows of programs in force. */
export function bonusHappenings(programs: readonly Live[], span: Span): Happening[] {
  return programs.flatMap(({ id, live }) => {
    const zone = (typeof live?.["zone"] === "string" ? compileZone(live["zone"]) : undefined) ?? span.zone ?? UTC;
    return windowsOf(live).flatMap(({ key, from, to }) =>
      [
        { kind: "bonus_began" as const, at: windowBound(from, zone, false) },
        { kind: "bonus_ended" as const, at: windowBound(to, zone, true) },
      ].flatMap(({ kind, at }) => (at >= span.from && at < span.to ? [{ program_id: id, at, kind, version: null, bonus: key }] : [])),
    );
  });
}

/** A published definition was checked when it was published; what is no window is left out. */
function windowsOf(live: Record<string, unknown> | null): Window[] {
  const list = live?.["bonuses"];
  if (!Array.isArray(list)) return [];
  return list.filter((each: Partial<Window>): each is Window =>
    [each?.key, each?.from, each?.to].every((part) => typeof part === "string"),
  );
}

/** When an offer to friends ends. */
import { parseInstant } from "../instant.ts";
import type { Program } from "../program.ts";
import { UTC, compileZone } from "../time.ts";
import { windowBound, zoned } from "./compile.ts";

/** The first instant at which it is over; null where the program does not say. A date ends with its day in the zone. */
export function offerEnd(program: Program, zone: string): number | null {
  const text = program.pages.landing?.ends_at;
  // The schema knows the form of an instant; the 30th of February has it too.
  if (text === undefined || typeof parseInstant(zoned(text)) !== "number") return null;
  return windowBound(text, compileZone(program.zone ?? zone) ?? UTC, true);
}

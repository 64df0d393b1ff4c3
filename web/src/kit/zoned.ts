/** A day and time that was typed, as the workspace's clocks show it. Daylight saving is the zone's own business. */
import { zone } from "../words/format.ts";

/** Milliseconds that the workspace's clocks are ahead of UTC at an instant. */
function offsetAt(at: number): number {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone(),
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(new Date(at));
  const of = (type: string): number => Number(parts.find((each) => each.type === type)?.value ?? 0);
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second")) - Math.floor(at / 1000) * 1000;
}

/** "2027-03-28 18:00" on the workspace's clocks, as an instant for the API. A time that the clocks leap over is the hour after it. */
export function instantOf(typed: string): string {
  const local = Date.parse(`${typed.replace(" ", "T").slice(0, 19)}Z`);
  const first = local - offsetAt(local);
  return new Date(local - offsetAt(first)).toISOString();
}

/** An instant as the workspace's clocks show it: "2027-03-28 18:00:00", for a field in which it is changed. */
export function typedOf(at: string): string {
  const ms = Date.parse(at);
  return new Date(ms + offsetAt(ms)).toISOString().slice(0, 19).replace("T", " ");
}

/** Whether somebody is asked, by which way, and when. Pure: what is known of her comes in, what becomes of it goes out. */
import { DAY, MINUTE } from "../calendar.ts";
import type { Zone } from "../zone.ts";
import type { AnnouncementSettings, HeldReason } from "./announcement.ts";

export type AskFacts = {
  erased: boolean;
  address: boolean;
  /** Her newest word on marketing by mail. */
  agreed: boolean;
  suppressed: boolean;
  /** She switched news off, or wants no mails. */
  off: boolean;
  /** The last time that anything was asked of her; null: never. */
  askedAt: number | null;
  /** She had a refund, a chargeback, a bad answer or an open complaint of late. Only asks after a moment look at it. */
  complained: boolean;
  zone: Zone;
};
export type AskVerdict =
  | { is: "asked"; mail: boolean; why: HeldReason | null }
  | { is: "held"; why: HeldReason }
  | { is: "later"; at: number };

/** What stands first counts: who complained is not asked, whatever she agreed to. */
export function decideAsk(settings: AnnouncementSettings, facts: AskFacts, at: { now: number; isMoment: boolean }): AskVerdict {
  if (facts.erased) return { is: "held", why: "erased" };
  if (at.isMoment && facts.complained) return { is: "held", why: "complained" };
  if (settings.cap_days > 0 && facts.askedAt !== null && facts.askedAt > at.now - settings.cap_days * DAY)
    return { is: "held", why: "asked_lately" };
  const whyNoMail = settings.mail ? noMail(settings, facts) : null;
  if (settings.mail && whyNoMail === null) {
    const later = quietUntil(settings.quiet, at.now, facts.zone);
    if (later !== null) return { is: "later", at: later };
    return { is: "asked", mail: true, why: null };
  }
  if (settings.notice) return { is: "asked", mail: false, why: whyNoMail };
  return { is: "held", why: whyNoMail ?? "no_address" };
}

function noMail(settings: AnnouncementSettings, facts: AskFacts): HeldReason | null {
  if (!facts.address) return "no_address";
  if (facts.suppressed) return "suppressed";
  if (facts.off) return "preference";
  return settings.purpose === "marketing" && !facts.agreed ? "no_consent" : null;
}

/** The end of her quiet hours, where it is quiet now; null where it is not. */
export function quietUntil(quiet: AnnouncementSettings["quiet"], now: number, zone: Zone): number | null {
  if (quiet === null) return null;
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
  if (from === to) return null;
  const local = now + zone.offsetAt(now);
  const minute = Math.floor((((local % DAY) + DAY) % DAY) / MINUTE);
  const isQuiet = from < to ? minute >= from && minute < to : minute >= from || minute < to;
  if (!isQuiet) return null;
  const wait = ((to - minute + 1_440) % 1_440) * MINUTE - (local % MINUTE);
  const end = now + wait;
  // Where the clock is changed in the night, the end is that of the new time.
  return end + (zone.offsetAt(now) - zone.offsetAt(end));
}

function minutesOf(clock: string): number {
  const [hours = "0", minutes = "0"] = clock.split(":");
  return Number(hours) * 60 + Number(minutes);
}

/** The next free place of a rate: not before now, so that an hour in which nothing went is not made up for at once. */
export function slots(from: { slot: number; now: number; anHour: number | null }, n: number): { free: number; next: number } {
  if (from.anHour === null) return { free: n, next: from.now };
  const space = 3_600_000 / from.anHour;
  const start = Math.max(from.slot, from.now - space * Math.max(1, Math.floor(from.anHour / 60)));
  const free = Math.max(0, Math.min(n, Math.floor((from.now - start) / space) + 1));
  return { free, next: Math.round(start + free * space) };
}

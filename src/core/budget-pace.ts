/** How fast a budget is spent, and how long it will last at that. */
import { DAY } from "./calendar.ts";
import { INSTANT_END } from "./calendar.ts";

export type Pace = {
  /** Of the amount, from 0; above 1 where more was owed than the budget says (a later refund of a refund). */
  share: number;
  /** Of the period's time, from 0 to 1; null for a budget without end. */
  elapsed: number | null;
  /** A day, in the budget's own unit, since the period began. */
  perDay: number;
  /** When it is spent at this pace; null where it outlasts its period, or nothing is spent. */
  lastsUntil: number | null;
};

/** Less than this much time tells nothing about a pace. */
const LEAST = DAY / 24;

/** `from`: since when it is drawn on. `to`: when the period ends. */
export function paceOf(b: { used: number; amount: number; from: number; to: number; now: number }): Pace {
  const endless = b.to >= INSTANT_END;
  const passed = Math.max(LEAST, b.now - b.from);
  const perDay = Math.max(0, (b.used / passed) * DAY);
  const left = Math.max(0, b.amount - b.used);
  const at = perDay === 0 ? null : Math.round(b.now + (left / perDay) * DAY);
  return {
    share: b.amount === 0 ? 1 : b.used / b.amount,
    elapsed: endless ? null : Math.min(1, Math.max(0, (b.now - b.from) / (b.to - b.from))),
    perDay,
    lastsUntil: at === null || at >= Math.min(b.to, INSTANT_END) ? null : at,
  };
}

/** The sandbox's clock: an offset that is added to database time. Nothing in the product asks whether it is in a test. */
import { formatInstant, instantInRange } from "../core/time.ts";
import { advanceClock, readClockOffset } from "../store/sweeps.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import { createConsumers } from "./consumers.ts";
import { dispatchOutbox } from "./dispatch-outbox.ts";
import type { SweepParts } from "./money-parts.ts";
import { Refusal } from "./refusal.ts";
import { type Swept, sweepWorkspace, sweptNothing } from "./sweep.ts";

/** A sweep can make work for the next (a wait's reward matures, its coupon is issued): more rounds than this are a fault. */
const ROUNDS = 100;

export type ClockMove = { setTo: number } | { advanceMs: number };

/**
 * Moves a sandbox's clock forward and does what became due, exactly up to the instant it was set to: a reward due a millisecond later
 * still waits. Refuses `sandbox_only` elsewhere and `conflict` for an instant that has passed. @returns the clock and what was done.
 */
export async function moveClock(parts: SweepParts, by: By, move: ClockMove): Promise<{ now: number; ran: Record<string, number> }> {
  const now = await asWriter(parts, by, async (db, head) => {
    if ((await readClockOffset(by.workspaceId, db)) === null) throw new Refusal("sandbox_only", "Only a sandbox's clock can be moved.");
    const target = "setTo" in move ? move.setTo : head.instant + move.advanceMs;
    if (!instantInRange(target)) throw new Refusal("conflict", "The sandbox's clock ends with the year 2099.");
    if (target < head.instant)
      throw new Refusal("conflict", `The sandbox's clock is at ${formatInstant(head.instant)} and goes forward only.`);
    await advanceClock(by.workspaceId, db, target - head.instant);
    return {
      result: target,
      deeds: [{ action: "clock.moved", target: "workspace", detail: { by_ms: target - head.instant, to: formatInstant(target) } }],
    };
  });
  const ran = sweptNothing();
  for (let round = 0; ; round++) {
    const swept = await sweepWorkspace(parts, by.workspaceId, { until: now });
    const done = Object.entries(swept).filter(([, n]) => n > 0);
    if (done.length === 0) break;
    for (const [kind, n] of done) ran[kind as keyof Swept] += n;
    if (round === ROUNDS) throw new Error("impossible: the sandbox always has something due");
  }
  // Who is to be told of it is known when this is answered. One consumer's failure is not the clock's.
  const told = { ...parts, consumers: createConsumers(parts), hurry: true };
  await dispatchOutbox(told, by.workspaceId).catch(() => undefined);
  return { now, ran };
}

/** What a batch tells the rest of the house: one outbox row, and revised decisions of earlier facts. */
import { type Book, type ReferralRow, referralKey } from "../../core/book.ts";
import type { Decision } from "../../core/event.ts";
import { externalId } from "../../core/id.ts";
import { tracePath } from "../../core/kept-outcome.ts";
import type { OutboxEvent, OutgoingType } from "../../core/outgoing.ts";
import { type Reward, isManual, reasonWord } from "../../core/reward.ts";
import type { Claims } from "./claim-rewards.ts";
import { rewardView } from "./outcomes.ts";

/** One row a batch, read by cursor (never a job per event: fetching and completing one costs 343 us). Null: nothing to tell. */
export function outboxOf(book: Book, claims: readonly Claims[]): string | null {
  const events: OutboxEvent[] = [];
  for (const key of book.dirtyReferrals) {
    const r = book.referrals.get(key);
    if (r) events.push({ type: newsOf(book, r), id: externalId("ref", r.id), program: r.program });
  }
  for (const reward of movedRewards(claims)) {
    const type =
      reward.revision === 1
        ? "reward.granted"
        : reward.state === "reversed"
          ? "reward.reversed"
          : reward.state === "denied"
            ? "reward.denied"
            : "reward.adjusted";
    events.push({ type, id: externalId("rwd", reward.id), program: reward.program, reason: reasonWord(reward) });
  }
  return events.length === 0 ? null : JSON.stringify(events);
}

/** The most telling of what happened to a referral in this batch. */
function newsOf(book: Book, row: ReferralRow): OutgoingType {
  const folding = book.foldings.get(row.friend);
  const before = folding?.before[row.program];
  if (row.status === "rejected" || row.status === "superseded") return "referral.rejected";
  if (before !== undefined && before.a !== row.ref.a) return "referral.reassigned";
  if (row.status === "qualified" && before?.q === undefined) return "referral.qualified";
  return folding !== undefined && before === undefined ? "referral.created" : "referral.stage_changed";
}

function movedRewards(claims: readonly Claims[]): Set<Reward> {
  const all = new Set<Reward>();
  for (const c of claims) for (const t of c.targets.values()) if (t.moved) all.add(t.reward);
  return all;
}

/** Facts of earlier batches whose rewards moved now: their new outcome goes beside the first one, which stays. */
export function revisionsOf(book: Book, claims: readonly Claims[]): void {
  for (const { isNew, fact, index } of book.entries) {
    // Tried again: its whole outcome is a new one, and so is its status.
    const outcome = isNew ? undefined : book.outcomes[index];
    if (outcome === undefined) continue;
    book.revisions.set(fact.id, JSON.stringify(outcome));
    book.statuses.set(fact.id, outcome.status === "failed" ? "failed" : "settled");
  }
  const fresh = new Set(book.entries.map((e) => e.fact.id));
  const byFact = new Map<string, Reward[]>();
  for (const reward of movedRewards(claims)) {
    if (fresh.has(reward.fact) || isManual(reward)) continue;
    byFact.set(reward.fact, [...(byFact.get(reward.fact) ?? []), reward]);
  }
  for (const [fact, rewards] of byFact) {
    const decisions = [...Map.groupBy(rewards, (r) => r.program)].map(([program, own]) =>
      adjusted(book, program, { fact, rewards: own }),
    );
    book.revisions.set(fact, JSON.stringify({ status: "settled", decisions }));
  }
}

/** What a program now says of an earlier fact: the rewards that moved, as they stand. */
function adjusted(book: Book, program: string, of: { fact: string; rewards: readonly Reward[] }): Decision {
  const [first] = of.rewards;
  const referral = first?.friend == null ? undefined : book.referrals.get(referralKey(program, first.friend));
  return {
    program: book.world.byId.get(program)?.key ?? program,
    outcome: "adjusted",
    referral: referral === undefined ? null : externalId("ref", referral.id),
    stage: null,
    rewards: of.rewards.map(rewardView),
    reason: null,
    provisional: false,
    trace: tracePath(externalId("evt", of.fact)),
  };
}

/** What each event is answered: per program the outcome, the rewards it made or changed, and why not. */
import type { Book, Entry } from "../../core/book.ts";
import type { Decision, EventOutcome, RewardView } from "../../core/event.ts";
import { externalId } from "../../core/id.ts";
import { tracePath } from "../../core/kept-outcome.ts";
import { type Reward, holderId, reasonWord } from "../../core/reward.ts";
import { formatInstant } from "../../core/time.ts";
import { canonical } from "../../core/attribution/resolve.ts";
import { retells, subjectBasis } from "../../core/rules/corrected.ts";
import type { Claims } from "./claim-rewards.ts";

/** One reward as outcomes, webhooks and lists show it. */
export function rewardView(r: Reward): RewardView {
  const view: RewardView = {
    id: externalId("rwd", r.id),
    rule: r.rule,
    to: holderId(r, r.recipient),
    kind: r.form,
    value: { amount: r.owed, currency: r.unit },
    state: r.state,
    available_at: r.state === "pending" || r.state === "available" ? formatInstant(r.availableAt) : null,
  };
  const reason = reasonWord(r);
  if (reason !== null) view.reason = reason;
  return view;
}

/** An earlier reward, with what this batch added to it. */
function changedView(book: Book, r: Reward): RewardView {
  return { ...rewardView(r), change: r.owed - (book.loaded.get(r.id)?.owed ?? 0) };
}

/** Writes the outcome of every entry of the batch; rewards are listed under the fact that moved them. */
export function writeOutcomes(book: Book, claims: readonly Claims[]): void {
  const byFact = new Map<string, Reward[]>();
  const moved = new Set<Reward>();
  for (const c of claims) {
    for (const t of c.targets.values()) {
      if (t.moved) moved.add(t.reward);
      const list = byFact.get(t.reward.fact);
      if (list === undefined) byFact.set(t.reward.fact, [t.reward]);
      else if (!list.includes(t.reward)) list.push(t.reward);
    }
  }
  for (const entry of book.entries) book.outcomes[entry.index] = outcomeOf(book, entry, { byFact, moved });
}

type Moved = { byFact: Map<string, Reward[]>; moved: Set<Reward> };

function outcomeOf(book: Book, entry: Entry, all: Moved): EventOutcome {
  const { fact } = entry;
  const id = externalId("evt", fact.id);
  if (entry.error !== undefined) {
    return {
      id,
      client_id: entry.client,
      status: "failed",
      decisions: [],
      error: { code: "event_failed", detail: `The event is stored but could not be settled: ${entry.error}` },
    };
  }
  const trace = tracePath(id);
  const own = all.byFact.get(fact.id) ?? [];
  const decisions = entry.notes.length > 0 ? noteDecisions(book, entry, { own, told: toldAgain(book, entry, all), trace }) : [];
  if (fact.correction !== undefined && fact.person !== null) decisions.push(...correctionDecisions(book, entry, { all, trace }));
  return { id, client_id: entry.client, status: entry.parked ? "parked" : "settled", decisions };
}

/** Rewards of an earlier event of the same stage and subject that this one has corrected. */
function toldAgain(book: Book, { fact }: Entry, all: Moved): Reward[] {
  if (fact.person === null || !retells(fact)) return [];
  const basis = subjectBasis(canonical(book, fact.person), fact);
  return [...all.moved].filter((r) => r.basis === basis && r.fact !== fact.id);
}

type Told = { own: Reward[]; told: Reward[]; trace: string };

function noteDecisions(book: Book, entry: Entry, given: Told): Decision[] {
  const decisions = new Map<string, Decision>();
  const provisional = isProvisional(book, entry);
  for (const note of entry.notes) {
    const { program } = note;
    const own = given.own.filter((r) => r.program === program.id);
    const told = given.told.filter((r) => r.program === program.id);
    const rewards = [...own, ...told];
    const refused = rewards.length > 0 && rewards.every((r) => r.owed === 0);
    const earlier = decisions.get(program.key);
    const silent = rewards.length > 0 ? null : (note.silent ?? earlier?.reason ?? null);
    const reason = note.reason ?? (refused ? (rewards[0] === undefined ? null : reasonWord(rewards[0])) : silent);
    decisions.set(program.key, {
      program: program.key,
      outcome: own.length === 0 && told.length > 0 ? "adjusted" : outcomeWord(note.reason ?? (silent === "waiting" ? null : silent), {
        rewards,
        refused,
        referred: note.ref !== undefined || note.stage < 0,
      }),
      referral: note.ref?.i ? externalId("ref", note.ref.i) : (earlier?.referral ?? null),
      stage: program.stages[note.stage]?.key ?? earlier?.stage ?? null,
      rewards: [...own.map(rewardView), ...told.map((r) => changedView(book, r))],
      reason,
      provisional,
      trace: given.trace,
    });
  }
  return [...decisions.values()];
}

function outcomeWord(reason: string | null, found: { rewards: Reward[]; refused: boolean; referred: boolean }): Decision["outcome"] {
  if (reason === "settling") return "recorded";
  if (reason !== null) return found.referred ? "not_rewarded" : "not_referred";
  if (found.refused) return "not_rewarded";
  if (found.rewards.length > 0) return "rewarded";
  return found.referred ? "advanced" : "recorded";
}

function isProvisional(book: Book, entry: Entry): boolean {
  const folding = entry.fact.person === null ? undefined : book.foldings.get(canonical(book, entry.fact.person));
  return folding !== undefined && (folding.provisional || folding.bad.size > 0);
}

/** A refund is answered with every reward it moved, by program: which, and how much is left of each. */
function correctionDecisions(book: Book, entry: Entry, given: { all: Moved; trace: string }): Decision[] {
  const byProgram = new Map<string, Reward[]>();
  const person = canonical(book, entry.fact.person ?? "");
  for (const r of given.all.moved) {
    if (r.revision < 2 || (r.friend !== null && canonical(book, r.friend) !== person)) continue;
    byProgram.set(r.program, [...(byProgram.get(r.program) ?? []), r]);
  }
  const provisional = isProvisional(book, entry);
  return [...byProgram].map(([program, rewards]) => {
    const referral = book.foldings.get(person)?.state?.p[program]?.i;
    return {
      program: book.world.byId.get(program)?.key ?? program,
      outcome: "adjusted" as const,
      referral: referral ? externalId("ref", referral) : null,
      stage: null,
      rewards: rewards.map((r) => changedView(book, r)),
      reason: null,
      provisional,
      trace: given.trace,
    };
  });
}

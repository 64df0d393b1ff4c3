/**
 * "Where is my reward?": everything that was recorded about a referral or a person, put in order with the reasons, and words that can be
 * sent to those it is about. Only reads; what it says is what rules, limits, holds and reviews decided.
 */
import type { Decision } from "../core/event.ts";
import { externalId } from "../core/id.ts";
import { reasonWords } from "../core/rules/reason-words.ts";
import { reasonSentence } from "../core/rules/state-words.ts";
import { formatInstant } from "../core/time.ts";
import type { Speaker } from "../core/words/speaker.ts";
import { Refusal } from "../flow/refusal.ts";
import type { AuditRow } from "../store/audit.ts";
import type { FactRow } from "../store/events.ts";
import type { LinkRow } from "../store/links.ts";
import type { ReferralRow } from "../store/referrals.ts";
import type { ReviewRow } from "../store/reviews.ts";
import type { RewardRow } from "../store/rewards.ts";
import type { Caller, HttpContext } from "./context.ts";
import { type OwnReading, ownReading } from "./portal-reading.ts";
import { referralsOf, rewardsOf } from "./portal-rewards.ts";
import { storedEventView } from "./views/event.ts";
import { rewardView } from "./views/referral.ts";
import type { Happening, Telling } from "./views/story.ts";

const NOTHING = { words: [], event: null, reward: null, review: null, evidence: null, act: null };

type Explain = (decision: Decision) => string[];

/** Newest first; what happened in the same moment in the order of causes: the event before what it earned. */
export function inOrder(all: readonly Happening[]): Happening[] {
  const rank = { available: 0, reward: 1, review_decided: 2, review: 3, referral: 4, act: 5, event: 6, evidence: 7 };
  return [...all].sort((a, b) => (a.at === b.at ? rank[a.kind] - rank[b.kind] : a.at < b.at ? 1 : -1));
}

/** An event with its decisions; `program` narrows them to one program's. */
export function eventHappened(row: FactRow, explain: Explain, program: string | null): Happening {
  const view = storedEventView(row);
  const decisions = (view.decisions as Decision[]).filter((each) => program === null || each.program === program);
  const { id, type, order, status, error } = view;
  const words = error === null ? [...new Set(decisions.flatMap(explain))] : [error.detail];
  return { ...NOTHING, at: view.occurred_at, kind: "event", words, event: { id, type, order, status, decisions } };
}

/** A reward when it was granted, and once more when it could be used. */
export function rewardHappened(row: RewardRow, speaker: Speaker): Happening[] {
  const view = rewardView(row);
  const { id, rule, person, kind, value, granted, state, reason, available_at } = view;
  const shown = value.amount === 0 ? granted : value;
  const reward = { id, rule, person, kind, value: shown, state, reason, available_at, waits_for: row.gate };
  const why = reason === null ? [] : [reasonWords(reason, speaker)];
  const granting: Happening = { ...NOTHING, at: view.at, kind: "reward", words: why, reward };
  if (row.matured_at === null || row.matured_at === row.at) return [granting];
  return [granting, { ...NOTHING, at: formatInstant(row.matured_at), kind: "available", reward }];
}

/** What tied the friend to the advocate, and when that became a referral. */
export function boundHappened(row: ReferralRow, link: LinkRow | null): Happening[] {
  const evidence = { kind: row.manual ? "operator" : row.evidence, code: link?.code ?? null, channel: link?.channel ?? null };
  return [
    { ...NOTHING, at: formatInstant(row.evidence_at), kind: "evidence", evidence },
    { ...NOTHING, at: formatInstant(row.bound_at), kind: "referral", evidence },
  ];
}

export function reviewHappened(row: ReviewRow, words: string[]): Happening[] {
  const review = { id: externalId("rvw", row.id), score: row.score, verdict: row.verdict, state: row.state };
  const scored: Happening = { ...NOTHING, at: formatInstant(row.scored_at), kind: "review", words, review };
  if (row.decided_at === null) return [scored];
  const note = row.note === null ? [] : [row.note];
  return [scored, { ...NOTHING, at: formatInstant(row.decided_at), kind: "review_decided", words: note, review }];
}

/** What an operator or a key did by hand. */
export function actHappened(row: AuditRow): Happening {
  const { reason } = row.detail as { reason?: unknown };
  const act = { action: row.action, actor: row.actor, reason: typeof reason === "string" ? reason : null };
  return { ...NOTHING, at: formatInstant(row.at), kind: "act", act };
}

export type TellAsk = {
  caller: Caller;
  context: HttpContext;
  program: string;
  /** External ids. */
  person: string;
  as: Telling["as"];
  /** The uuid of the friend whose referral it is about; null: all that she has in the program. */
  friendId: string | null;
  /** Why nothing was earned, where there is nothing to show for it. */
  reason: string | null;
};

/** At most so many rewards in one telling. */
const TOLD = 5;

/** What one may be told, in her language and zone. Null where there is nothing to tell, or she has no part in the program. */
export async function tell(ask: TellAsk): Promise<Telling | null> {
  const { caller, context, program, person } = ask;
  try {
    return await ownReading({ workspaceId: caller.workspaceId, caller, context, ask: { program, person } }, (read) => toldOf(read, ask));
  } catch (error) {
    // A program that was never published, or somebody who was erased: nobody is told anything.
    if (error instanceof Refusal && error.code === "not_found") return null;
    throw error;
  }
}

async function toldOf(read: OwnReading, { person, as, friendId, reason }: TellAsk): Promise<Telling | null> {
  const page = { limit: TOLD, ...(friendId === null ? {} : { friendId }) };
  const referrals = as === "advocate" && friendId !== null ? (await referralsOf(read, page)).data : [];
  const rewards = (await rewardsOf(read, page)).data;
  const { words } = read.voice;
  const lines = [
    ...referrals.map((each) => `${each.friend}: ${each.status_label}. ${each.why}`),
    ...rewards.map((each) => (friendId === null ? `${each.for}: ${each.amount_text}. ${each.why}` : `${each.amount_text}: ${each.why}`)),
  ];
  const why = lines.length === 0 ? reasonSentence(words, reason) : null;
  const text = why === null ? lines : [why];
  return text.length === 0 ? null : { person, as, language: words.language, text: text.join("\n\n") };
}

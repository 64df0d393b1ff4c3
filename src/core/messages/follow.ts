/** Which messages follow from an outgoing event, of those that need no more knowledge than the event and what it is about. */
import { externalId } from "../id.ts";
import type { OutboxEvent } from "../outgoing.ts";
import { type MessageKind, type NewMessage, OPERATORS } from "./kinds.ts";

export type Told = {
  /** The instant at which it was announced. */
  at: number;
  event: OutboxEvent;
  program: string | null;
  /** The uuid of the person that the event itself names, where its id is a person's. */
  person: string | null;
  reward?: {
    id: string;
    recipient_id: string;
    rule: string;
    form: string;
    unit: string;
    owed: number;
    at: number;
    available_at: number;
    /** Its rule decided some time after what happened. */
    waited: boolean;
    /** It was or is not hers at once when it was decided. */
    held: boolean;
  };
  referral?: { id: string; advocate_id: string; stage: string; bound_at: number; stage_at: number; qualified_at: number | null };
  payout?: { id: string; person_id: string; form: string; unit: string; amount: number };
};

/** What happened longer ago than this when it was announced is history (an import, a late file): nobody is told. */
const HISTORY_MS = 7 * 86_400_000;

const REWARDS = {
  "reward.granted": "reward_granted",
  "reward.available": "reward_available",
  "reward.adjusted": "reward_adjusted",
  "reward.reversed": "reward_reversed",
  "reward.denied": "reward_denied",
  "reward.expired": "reward_expired",
  "reward.fulfilled": "reward_fulfilled",
} as const satisfies Partial<Record<OutboxEvent["type"], MessageKind>>;

const REFERRALS = {
  "referral.created": "referral_created",
  "referral.qualified": "referral_qualified",
  "referral.rejected": "referral_rejected",
  "referral.stage_changed": "stage_reached",
} as const satisfies Partial<Record<OutboxEvent["type"], MessageKind>>;

/** `isFirst`: it follows on nothing, whatever FOLLOWS_ON says of its kind. */
export type Following = NewMessage & { isFirst?: boolean };

/** None, one or two messages. The same event again gives the same ones. */
export function messagesOf(told: Told): Following[] {
  if (told.reward !== undefined) return ofReward(told, told.reward);
  if (told.referral !== undefined) return ofReferral(told, told.referral);
  if (told.payout !== undefined) return ofPayout(told, told.payout);
  const { event, at, program } = told;
  const to = (kind: MessageKind, person: string): NewMessage[] => [
    {
      kind,
      person_id: person,
      subject_key: program === null ? event.id : `${event.id}:${program}`,
      data: { program, ...event.data },
      due_at: at,
    },
  ];
  if (event.type === "budget.low") return to("budget_low", OPERATORS);
  if (event.type === "fraud.review_needed") return to("review_needed", OPERATORS);
  if (told.person === null) return [];
  if (event.type === "advocate.joined")
    return to(event.reason === "was_friend" ? "friend_became_advocate" : "advocate_joined", told.person);
  if (event.type !== "application.decided") return [];
  return to(event.reason === "approved" ? "application_approved" : "application_refused", told.person);
}

function ofReward({ event, at, program }: Told, reward: NonNullable<Told["reward"]>): Following[] {
  if (event.type === "fraud.review_needed") {
    const id = externalId("rwd", reward.id);
    return [{ kind: "review_needed", person_id: OPERATORS, subject_key: id, data: { program, reward: id }, due_at: at }];
  }
  const told = REWARDS[event.type as keyof typeof REWARDS];
  if (told === undefined) return [];
  // A coupon that was made is what she waits for: its own mail has the code.
  const kind: MessageKind = told === "reward_fulfilled" && reward.form === "coupon" ? "coupon_ready" : told;
  // A rule that waits decides when its time is over: the hire was 90 days ago, the news is of today.
  const isHistory = (reward.waited ? reward.available_at : reward.at) < at - HISTORY_MS;
  // A coupon that is hers at once has one message: the one with its code.
  const isOneMail = reward.form === "coupon" && !reward.held;
  if (kind === "reward_granted" && (isHistory || isOneMail)) return [];
  if (kind === "coupon_ready" && isHistory && isOneMail) return [];
  // What was hers at once was told when it was earned.
  if (kind === "reward_available" && !reward.held) return [];
  const id = externalId("rwd", reward.id);
  const { rule, form, unit, owed, available_at } = reward;
  const subject_key = kind === "reward_adjusted" ? `${id}:${owed}` : id;
  const data = { program, reward: id, rule, form, unit, amount: owed, available_at };
  const isFirst = kind === "coupon_ready" && isOneMail;
  return [{ kind, person_id: reward.recipient_id, subject_key, data, due_at: at, isFirst }];
}

function ofReferral({ event, at, program }: Told, referral: NonNullable<Told["referral"]>): NewMessage[] {
  const kind = REFERRALS[event.type as keyof typeof REFERRALS];
  if (kind === undefined) return [];
  const times = {
    referral_created: referral.bound_at,
    referral_qualified: referral.qualified_at ?? at,
    stage_reached: referral.stage_at,
  };
  const happened = kind === "referral_rejected" ? at : times[kind];
  if (happened < at - HISTORY_MS) return [];
  const id = externalId("ref", referral.id);
  const subject_key = kind === "stage_reached" ? `${id}:${referral.stage}` : id;
  return [{ kind, person_id: referral.advocate_id, subject_key, data: { program, referral: id, stage: referral.stage }, due_at: at }];
}

function ofPayout({ event, at }: Told, payout: NonNullable<Told["payout"]>): NewMessage[] {
  const id = externalId("pay", payout.id);
  const { form, unit, amount } = payout;
  const common = { subject_key: id, data: { payout: id, form, unit, amount }, due_at: at };
  if (event.type === "payout.settled") return [{ kind: "payout_settled", person_id: payout.person_id, ...common }];
  if (event.type !== "payout.failed") return [];
  return [
    { kind: "payout_failed", person_id: payout.person_id, ...common },
    { kind: "payout_failed_notice", person_id: OPERATORS, ...common },
  ];
}

/** Kinds that follow on others: who was told none of those (it was history) is not told these either. */
export const FOLLOWS_ON: Partial<Record<MessageKind, readonly MessageKind[]>> = {
  reward_available: ["reward_granted"],
  reward_reversed: ["reward_granted", "coupon_ready"],
  reward_expired: ["reward_granted", "coupon_ready"],
  reward_fulfilled: ["reward_granted"],
  coupon_ready: ["reward_granted"],
};

/**
 * A decision in plain sentences: what happened, why, and what next. Without a reader they are for the operator, who sees
 * everybody; with one they are for that person, second person, and only about what is hers.
 */
import type { Decision, RewardView } from "../event.ts";
import { formatMoney } from "../money.ts";
import { parseInstant } from "../time.ts";
import { civilFromDays } from "../calendar.ts";
import { reasonWords } from "./reason-words.ts";

/** Who reads it: a person's external id (per_...), or nobody in particular. */
export type Reader = { person: string };

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DAY_MS = 86_400_000;

/** One to a few sentences; never empty. Dates are days in UTC: the portal shows the reader's own zone beside them. */
export function explainDecision(decision: Decision, reader?: Reader): string[] {
  const voice = reader === undefined ? "operator" : "person";
  const rewards = reader === undefined ? decision.rewards : decision.rewards.filter((r) => r.to === reader.person);
  const sentences = rewards.map((reward) => rewardSentence(decision, reward, voice));
  const told = new Set(rewards.map((r) => r.reason));
  if (decision.reason !== null && !told.has(decision.reason)) sentences.push(reasonWords(decision.reason, voice));
  if (sentences.length === 0) sentences.push(plainSentence(decision, voice));
  if (decision.provisional) {
    sentences.push(
      voice === "operator" ? "Earlier events of this person are still being settled, so this may change." : "This may still change.",
    );
  }
  return sentences;
}

type Voice = "operator" | "person";

function rewardSentence(decision: Decision, r: RewardView, voice: Voice): string {
  const amount = amountWords(r);
  const rule = voice === "operator" ? ` by rule "${r.rule}"` : "";
  const who = voice === "operator" ? `${r.to} gets` : "You get";
  const why = r.reason === undefined ? "" : ` ${reasonWords(r.reason, voice)}`;
  if (r.state === "reversed") return `${voice === "operator" ? `What ${r.to} got${rule}` : "Your reward"} is taken back.${why}`;
  if (r.state === "denied") return `${voice === "operator" ? `${r.to} gets nothing${rule}` : "You get nothing"}.${why}`;
  const change = decision.outcome === "adjusted" ? `${who} ${amount}${rule} now, after the change.` : `${who} ${amount}${rule}.`;
  return `${change} ${stateWords(r)}${why}`;
}

/** The states of GLOSSARY.md as people are told them. */
function stateWords(r: RewardView): string {
  switch (r.state) {
    case "pending":
      if (r.kind === "choice") return "It waits until one of them is chosen.";
      return r.available_at === null ? "It is waiting." : `It is waiting until ${dayWords(r.available_at)}.`;
    case "available":
      return "It is available.";
    case "in_flight":
      return "It is on its way.";
    case "fulfilled":
      return isMoney(r) ? "It is paid." : "It is given.";
    default:
      return "It has expired.";
  }
}

const isMoney = (r: RewardView) => r.kind === "cash" || r.kind === "credit";

function amountWords(r: RewardView): string {
  const { amount, currency } = r.value;
  switch (r.kind) {
    case "cash":
      return formatMoney(r.value);
    case "credit":
      return `${formatMoney(r.value)} of credit`;
    case "gift_card":
      return `a gift card of ${formatMoney(r.value)}`;
    case "choice":
      return "one of several rewards";
    case "coupon":
    case "perk":
    case "badge":
      return amount === 1 ? `a ${r.kind}` : `${amount} ${r.kind}s`;
    case "free_time":
      return `${amount} free ${amount === 1 ? currency.replace(/s$/, "") : currency}`;
    case "points":
    case "leads":
      return `${amount} ${r.kind === "leads" ? "lead credit" : "point"}${amount === 1 ? "" : "s"}`;
    case "entries":
      return amount === 1 ? "1 entry" : `${amount} entries`;
    default:
      return amount === 1 ? "a reward" : `${amount} rewards`;
  }
}

/** "3 December 2026". */
function dayWords(instant: string): string {
  const at = parseInstant(instant);
  if (typeof at === "string") return instant;
  const { year, month, day } = civilFromDays(Math.floor(at / DAY_MS));
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

function plainSentence(decision: Decision, voice: Voice): string {
  const stage = decision.stage === null ? "" : ` to "${decision.stage}"`;
  const your = voice === "person" ? "Your friend's referral" : "The referral";
  switch (decision.outcome) {
    case "rewarded":
    case "adjusted":
      return voice === "person" ? "Nothing changes for you." : "No reward changes.";
    case "advanced":
      return `${your} moved on${stage}. No rule pays for this step alone.`;
    case "recorded":
      return "It is recorded and changes nothing by itself.";
    case "not_referred":
      return voice === "person" ? "This friend did not come through you." : "Nobody referred this person.";
    case "not_rewarded":
      return `${your} is known, and no rule pays for this.`;
    case "parked":
      return reasonWords("parked", voice);
    case "failed":
      return "It is stored and could not be settled yet. Nothing is lost: it can be tried again.";
  }
}

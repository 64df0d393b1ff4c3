/** A decision in plain sentences for the operator, who sees everybody: what happened, why, and what next, in her language. */
import { formatMoney } from "../money.ts";
import type { Decision, RewardView } from "../event.ts";
import { parseInstant } from "../time.ts";
import { formats } from "../words/format.ts";
import { type Speaker, createSpeaker } from "../words/speaker.ts";
import { reasonWords } from "./reason-words.ts";

const ENGLISH = createSpeaker("en");

/** One to a few sentences; never empty. Dates are days in UTC: the screen shows the workspace's own zone beside them. */
export function explainDecision(decision: Decision, speaker: Speaker = ENGLISH): string[] {
  const { rewards } = decision;
  const sentences = rewards.map((reward) => rewardSentence(decision, reward, speaker));
  const told = new Set(rewards.map((r) => r.reason));
  if (decision.reason !== null && !told.has(decision.reason)) sentences.push(reasonWords(decision.reason, speaker));
  if (sentences.length === 0) sentences.push(plainSentence(decision, speaker));
  if (decision.provisional) sentences.push(speaker.say("Earlier events of this person are still being settled, so this may change."));
  return sentences;
}

function rewardSentence({ outcome }: Decision, r: RewardView, speaker: Speaker): string {
  const of = { who: r.to, rule: r.rule };
  const parts: string[] = [];
  if (r.state === "reversed") parts.push(speaker.say('What {who} got by rule "{rule}" is taken back.', of));
  else if (r.state === "denied") parts.push(speaker.say('{who} gets nothing by rule "{rule}".', of));
  else {
    const given = { ...of, amount: amountWords(r, speaker) };
    const isChange = outcome === "adjusted";
    parts.push(
      speaker.say(
        isChange ? '{who} gets {amount} by rule "{rule}" now, after the change.' : '{who} gets {amount} by rule "{rule}".',
        given,
      ),
      stateWords(r, speaker),
    );
  }
  if (r.reason !== undefined) parts.push(reasonWords(r.reason, speaker));
  return parts.join(" ");
}

/** The states of GLOSSARY.md as people are told them. */
function stateWords(r: RewardView, speaker: Speaker): string {
  switch (r.state) {
    case "pending":
      if (r.kind === "choice") return speaker.say("It waits until one of them is chosen.");
      if (r.available_at === null) return speaker.say("It is waiting.");
      return speaker.say("It is waiting until {date}.", { date: dayWords(r.available_at, speaker) });
    case "available":
      return speaker.say("It is available.");
    case "in_flight":
      return speaker.say("It is on its way.");
    case "fulfilled":
      return speaker.say(r.kind === "cash" || r.kind === "credit" ? "It is paid." : "It is given.");
    default:
      return speaker.say("It has expired.");
  }
}

function amountWords(r: RewardView, speaker: Speaker): string {
  const { amount: n, currency } = r.value;
  const money = (): string => (speaker.language === "en" ? formatMoney(r.value) : formats(speaker.language, "UTC").money(n, currency));
  switch (r.kind) {
    case "cash":
      return money();
    case "credit":
      return speaker.say("{amount} of credit", { amount: money() });
    case "gift_card":
      return speaker.say("a gift card of {amount}", { amount: money() });
    case "choice":
      return speaker.say("one of several rewards");
    case "coupon":
      return speaker.say("{n, plural, one {a coupon} other {# coupons}}", { n });
    case "perk":
      return speaker.say("{n, plural, one {a perk} other {# perks}}", { n });
    case "badge":
      return speaker.say("{n, plural, one {a badge} other {# badges}}", { n });
    case "free_time":
      return speaker.say(
        currency === "days"
          ? "{n, plural, one {# free day} other {# free days}}"
          : "{n, plural, one {# free month} other {# free months}}",
        { n },
      );
    case "points":
      return speaker.say("{n, plural, one {# point} other {# points}}", { n });
    case "leads":
      return speaker.say("{n, plural, one {# lead credit} other {# lead credits}}", { n });
    case "entries":
      return speaker.say("{n, plural, one {# entry} other {# entries}}", { n });
    default:
      return speaker.say("{n, plural, one {a reward} other {# rewards}}", { n });
  }
}

/** "3 December 2026". */
function dayWords(instant: string, speaker: Speaker): string {
  const at = parseInstant(instant);
  return typeof at === "string" ? instant : formats(speaker.language, "UTC").date(at);
}

function plainSentence({ outcome, stage }: Decision, speaker: Speaker): string {
  switch (outcome) {
    case "rewarded":
    case "adjusted":
      return speaker.say("No reward changes.");
    case "advanced":
      if (stage === null) return speaker.say("The referral moved on. No rule pays for this step alone.");
      return speaker.say('The referral moved on to "{stage}". No rule pays for this step alone.', { stage });
    case "recorded":
      return speaker.say("It is recorded and changes nothing by itself.");
    case "not_referred":
      return speaker.say("Nobody referred this person.");
    case "not_rewarded":
      return speaker.say("The referral is known, and no rule pays for this.");
    case "parked":
      return reasonWords("parked", speaker);
    case "failed":
      return speaker.say("It is stored and could not be settled yet. Nothing is lost: it can be tried again.");
  }
}

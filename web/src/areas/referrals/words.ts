/** Words of referrals and rewards, the same on every screen: one word, one colour, and a sentence of why. */
import type { Tone } from "../../kit/values.tsx";
import { instant } from "../../words/format.ts";
import { t } from "../../words/say.ts";

export type Said = { tone: Tone; word: string; why: string };

export function referralWord(status: string): Said {
  switch (status) {
    case "qualified":
      return { tone: "leaf", word: t("counts"), why: t("The friend did what the program asks for.") };
    case "rejected":
      return { tone: "rust", word: t("refused"), why: t("It was rejected: nothing is earned by it.") };
    case "superseded":
      return { tone: "gray", word: t("gone"), why: t("Another referral of the same friend took its place.") };
    default:
      return { tone: "amber", word: t("waiting"), why: t("The friend has not yet done what the program asks for.") };
  }
}

export function dealWord(status: string): Said {
  switch (status) {
    case "won":
      return { tone: "leaf", word: t("won"), why: t("Your own people won it.") };
    case "lost":
      return { tone: "gray", word: t("lost"), why: t("It came to nothing: a claim on it is heard again.") };
    default:
      return { tone: "amber", word: t("open"), why: t("Your own people work on it: a claim on it comes too late.") };
  }
}

type RewardLike = { kind: string; state: string; reason?: string | null; available_at?: string | null; waits_for?: string | null };

export function rewardWord({ kind, state, available_at: at, waits_for: waits }: RewardLike): Said {
  switch (state) {
    case "pending":
      return { tone: "amber", word: t("waiting"), why: waitingWhy(waits ?? null, at ?? null) };
    case "available":
      return { tone: "sky", word: t("available"), why: t("She can have it now; it is paid or used next.") };
    case "in_flight":
      return { tone: "sky", word: t("on its way"), why: t("It is in a payout that has not come back yet.") };
    case "fulfilled":
      return kind === "cash"
        ? { tone: "leaf", word: t("paid"), why: t("It was paid.") }
        : { tone: "leaf", word: t("given"), why: t("It was given.") };
    case "reversed":
      return { tone: "rust", word: t("taken back"), why: t("What it rests on no longer holds.") };
    case "denied":
      return { tone: "rust", word: t("refused"), why: t("A rule, a limit, a review or an operator said no.") };
    default:
      return { tone: "gray", word: t("expired"), why: t("It was not used in its time.") };
  }
}

function waitingWhy(waits: string | null, at: string | null): string {
  if (waits === "choice") return t("It waits until she picks one of the options.");
  if (waits === "licence") return t("It waits for a checked licence.");
  if (waits !== null && waits !== "hold") return t("It waits for somebody to decide.");
  return at === null ? t("It waits for its time.") : t("It waits until {date}.", { date: instant(at, "date") });
}

/** What tied a friend to an advocate. */
export function evidenceWord(kind: string, code: string | null): string {
  switch (kind) {
    case "code":
      return code === null ? t("a typed code") : t("the typed code {code}", { code });
    case "link":
      return code === null ? t("a link") : t("the link with the code {code}", { code });
    case "invite":
      return t("an invitation by mail");
    case "name":
      return t("the friend named her");
    case "operator":
      return t("an operator, by hand");
    default:
      return t("a claim");
  }
}

/** What a kind of event is called. */
export function eventWord(type: string, order: string | null): string {
  const named = { order: order ?? "" };
  switch (type) {
    case "purchase":
      return order === null ? t("Purchase") : t("Order {order}", named);
    case "refund":
      return order === null ? t("Refund") : t("Refund of order {order}", named);
    case "chargeback":
      return t("Chargeback");
    case "order_updated":
      return t("Order {order} changed", named);
    case "payment":
      return t("Payment");
    case "subscription_started":
      return t("Subscription began");
    case "subscription_cancelled":
      return t("Subscription ended");
    case "signup":
      return t("Sign-up");
    case "lead":
      return t("Lead");
    case "visit":
      return t("Visit");
    case "identify":
      return t("Details became known");
    case "stage":
      return t("A stage was reached");
    case "share":
      return t("Shared");
    case "activity":
      return t("Activity");
    case "survey_response":
      return t("Survey answered");
    default:
      return t("Event");
  }
}

/** What was done by hand, from the audit log's word. */
export function actWord(action: string): string {
  switch (action) {
    case "referral.created":
      return t("Attributed by hand");
    case "referral.reassigned":
      return t("Given to another advocate");
    case "referral.rejected":
      return t("Rejected by hand");
    case "referral.stage_moved":
      return t("Moved to a stage by hand");
    default:
      return action;
  }
}

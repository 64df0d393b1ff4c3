/** How money speaks: the six status words, why a reward waits, what moved in the books. */
import { useMay } from "../../app/me.ts";
import { type SubPage, SubNav } from "../../kit/sub-nav.tsx";
import { Status, type Tone } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";

type Kind = { permission: string } & SubPage;

/** The pages of this area, each for whoever may read it. */
export function RewardsNav() {
  const may = useMay();
  const pages: Kind[] = [
    { to: "/rewards", label: t("Rewards"), permission: "rewards:read" },
    { to: "/rewards/payouts", label: t("Payouts"), permission: "payouts:read" },
    { to: "/rewards/owed", label: t("Owed and late"), permission: "reports:read" },
    { to: "/rewards/budgets", label: t("Budgets"), permission: "reports:read" },
    { to: "/rewards/adjustments", label: t("Adjustments"), permission: "adjustments:read" },
    { to: "/rewards/coupons", label: t("Coupons"), permission: "coupons:read" },
    { to: "/rewards/catalogue", label: t("Catalogue"), permission: "catalogue:read" },
    { to: "/rewards/ledger", label: t("Ledger"), permission: "ledger:read" },
    { to: "/rewards/books", label: t("Verify the books"), permission: "ledger:read" },
  ];
  return <SubNav of={pages.filter((page) => may(page.permission))} label={t("Rewards and money")} />;
}

const WAITS: Record<string, () => string> = {
  hold: () => t("Its time of waiting is not over yet."),
  approval: () => t("Somebody has to approve it."),
  choice: () => t("Its recipient has not chosen yet."),
  risk: () => t("It is about to be scored for risk."),
  review: () => t("Its referral waits for a review of its risk."),
  licence: () => t("Its recipient has no checked licence yet."),
};

export const whyItWaits = (waits: string | null): string | undefined => (waits === null ? undefined : WAITS[waits]?.());

type Stated = { state: string; waits_for?: string | null; reason?: string | null };

export function stateWords({ state, waits_for, reason }: Stated): { tone: Tone; word: string; why?: string } {
  const why = reason ?? undefined;
  switch (state) {
    case "pending":
      return { tone: "amber", word: t("Waiting"), why: whyItWaits(waits_for ?? null) };
    case "available":
      return { tone: "leaf", word: t("Available"), why: t("It can be used or paid out.") };
    case "in_flight":
      return { tone: "amber", word: t("Waiting"), why: t("It is in a payout whose result is not known yet.") };
    case "fulfilled":
      return { tone: "leaf", word: t("Paid"), why: t("It was paid or handed over.") };
    case "reversed":
      return { tone: "rust", word: t("Taken back"), why };
    case "denied":
      return { tone: "rust", word: t("Refused"), why };
    default:
      return { tone: "gray", word: t("Expired"), why: t("It was not used in time.") };
  }
}

export function RewardStatus({ of }: { of: Stated }) {
  return <Status {...stateWords(of)} />;
}

/** What a state of the API is called in a filter. */
export const stateLabel = (state: string): string => (state === "in_flight" ? t("In a payout") : stateWords({ state }).word);

const KINDS: Record<string, () => string> = {
  cash: () => t("Cash"),
  credit: () => t("Store credit"),
  points: () => t("Points"),
  coupon: () => t("Coupon"),
  gift_card: () => t("Gift card"),
  free_time: () => t("Free time"),
  perk: () => t("Perk"),
  badge: () => t("Badge"),
  entries: () => t("Entries"),
  leads: () => t("Leads"),
  custom: () => t("Something of your own"),
  choice: () => t("A choice"),
};
export const kindLabel = (kind: string): string => KINDS[kind]?.() ?? kind;

const MOVES: Record<string, () => string> = {
  grant: () => t("Granted"),
  adjust: () => t("Changed"),
  mature: () => t("Became available"),
  redeem: () => t("Used"),
  payout: () => t("Paid out"),
  payout_failed: () => t("Payout failed, available again"),
  settle: () => t("Arrived"),
  void: () => t("Voided"),
  carry: () => t("Joined with another account"),
  expire: () => t("Expired"),
  manual: () => t("Given by hand"),
};
export const moveLabel = (kind: string): string => MOVES[kind]?.() ?? kind;

const ACCOUNTS: Record<string, () => string> = {
  program_expense: () => t("Cost of a program"),
  pending: () => t("Waiting"),
  available: () => t("Available"),
  in_flight: () => t("In a payout"),
  settled: () => t("Paid"),
  expired: () => t("Expired"),
  clearing: () => t("Clearing"),
  company: () => t("Company"),
};
export const accountLabel = (kind: string): string => ACCOUNTS[kind]?.() ?? kind;
export const ACCOUNT_KINDS = Object.keys(ACCOUNTS);

/** What a reward rests on, from its business key: "order:4711" is order 4711. */
export function basisLabel(basis: string): string {
  const [kind = "", ...rest] = basis.split(":");
  const id = rest.join(":");
  if (kind === "order") return t("Order {order}", { order: id });
  if (kind === "payment") return t("Payment {order}", { order: id });
  if (kind === "fact") return t("Event {event}", { event: id });
  if (kind === "friend") return t("A friend");
  if (kind === "joined") return t("Joining");
  if (kind === "earned") return t("What somebody below earned");
  return basis;
}

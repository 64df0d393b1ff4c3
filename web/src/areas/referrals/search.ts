/** What stands in the addresses of this area. */

type Raw = Record<string, unknown>;
const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
const oneOf = <T extends string>(value: unknown, of: readonly T[]): T | undefined => of.find((each) => each === value);
/** Only what is said: an address does not grow empty words. */
function said<T extends object>(all: T): T {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;
}

export type ReferralSearch = {
  program?: string | undefined;
  status?: "open" | "qualified" | "rejected" | "superseded" | undefined;
  stage?: string | undefined;
  advocate?: string | undefined;
  since?: string | undefined;
};
export const referralSearch = (raw: Raw): ReferralSearch =>
  said({
    program: text(raw["program"]),
    status: oneOf(raw["status"], ["open", "qualified", "rejected", "superseded"]),
    stage: text(raw["stage"]),
    advocate: text(raw["advocate"]),
    since: /^\d{4}-\d{2}-\d{2}$/.test(String(raw["since"])) ? String(raw["since"]) : undefined,
  });

/** `q` is never an address or a name: those travel in bodies. It is kept in the tab; the address has whom it found. */
export type DeskSearch = { person?: string | undefined; order?: string | undefined; claim?: boolean | undefined };
export const deskSearch = (raw: Raw): DeskSearch =>
  said({ person: text(raw["person"]), order: text(raw["order"]), claim: raw["claim"] === true ? true : undefined });

export type BoardSearch = { card?: string | undefined };
export const boardSearch = (raw: Raw): BoardSearch => said({ card: text(raw["card"]) });

export const DEAL_STATES = ["open", "won", "lost"] as const;
export type DealSearch = {
  status?: (typeof DEAL_STATES)[number] | undefined;
  contact?: string | undefined;
  company?: string | undefined;
};
export const dealSearch = (raw: Raw): DealSearch =>
  said({ status: oneOf(raw["status"], DEAL_STATES), contact: text(raw["contact"]), company: text(raw["company"]) });

export const INBOX_KINDS = ["claims", "applications", "deliverables", "testimonials", "introductions"] as const;
export type InboxKind = (typeof INBOX_KINDS)[number];
export type InboxSearch = {
  kind?: InboxKind | undefined;
  program?: string | undefined;
  done?: boolean | undefined;
  item?: string | undefined;
};
export const inboxSearch = (raw: Raw): InboxSearch =>
  said({
    kind: oneOf(raw["kind"], INBOX_KINDS),
    program: text(raw["program"]),
    done: raw["done"] === true ? true : undefined,
    item: text(raw["item"]),
  });

/** What stands in the addresses of this area. */
export const TICKET_STATES = ["open", "waiting", "answered", "closed"] as const;
export const FEEDBACK_STATES = ["new", "planned", "done"] as const;
export type TicketState = (typeof TICKET_STATES)[number];
export type FeedbackState = (typeof FEEDBACK_STATES)[number];

type Raw = Record<string, unknown>;
const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
function said<T extends object>(all: T): T {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;
}

/** `state` "all" shows every one; left out it is what is open. */
export type TicketSearch = {
  state?: TicketState | "all" | undefined;
  mine?: boolean | undefined;
  program?: string | undefined;
  tag?: string | undefined;
};
export const ticketSearch = (raw: Raw): TicketSearch =>
  said({
    state: [...TICKET_STATES, "all" as const].find((each) => each === raw["state"]),
    mine: raw["mine"] === true ? true : undefined,
    program: text(raw["program"]),
    tag: text(raw["tag"]),
  });

export type FeedbackSearch = { state?: FeedbackState | undefined; tag?: string | undefined; item?: string | undefined };
export const feedbackSearch = (raw: Raw): FeedbackSearch =>
  said({ state: FEEDBACK_STATES.find((each) => each === raw["state"]), tag: text(raw["tag"]), item: text(raw["item"]) });

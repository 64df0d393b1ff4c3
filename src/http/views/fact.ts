/** A fact's body as the API shows it: what the database keeps as bare uuids has the ids under which everything else is found. */
import { type Prefix, externalId } from "../../core/id.ts";

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const WHOLE = new RegExp(`^${UUID}$`);
const FRIEND = new RegExp(`^friend:(${UUID})(?=:)`);

/** Which thing each field is of, wherever in a fact it stands. */
const IDS: Readonly<Record<string, Prefix>> = {
  id: "evt",
  person: "per",
  advocate: "per",
  link: "lnk",
  program: "prg",
  giver: "com",
  taker: "com",
  company: "com",
};
/** Fields that hold the business's own words and numbers: nothing in them is ours, though it may look so. */
const THEIRS = new Set(["client", "order", "correction", "inputs", "name", "subject"]);

/** A business key, with a person's id where it has one. */
export const basisShown = (basis: string): string => basis.replace(FRIEND, (_, id: string) => `friend:${externalId("per", id)}`);

export function factShown(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, THEIRS.has(key) ? value : shown(key, value)]));
}

function shown(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => (typeof each === "object" ? shown(key, each) : each));
  if (typeof value === "object" && value !== null) return factShown(value as Record<string, unknown>);
  if (typeof value !== "string") return value;
  // Two people who are one: the basis is the one who came to the other.
  if (key === "basis") return WHOLE.test(value) ? externalId("per", value) : basisShown(value);
  return IDS[key] !== undefined && WHOLE.test(value) ? externalId(IDS[key], value) : value;
}

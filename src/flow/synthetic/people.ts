/**
 * The people of the synthetic shop, as columns: 28 bytes a person, so that the two million of ten million events take 56 MB whatever the
 * length of the story. Names and addresses are made from a person's number when they are needed, never kept.
 */
import { CODE_ALPHABET } from "../../core/code.ts";
import type { CanonicalEvent } from "../../core/event.ts";
import type { Random } from "../../core/analytics/random.ts";

/** What a person is up to. The cheats are the few that the risk rules should find. */
export const ROLE = { honest: 0, selfReferrer: 1, refunder: 2, couponSite: 3 } as const;
export type Role = (typeof ROLE)[keyof typeof ROLE];

export type People = {
  count: number;
  /** Orders a day while active: gamma over people, as in the Pareto/NBD and BG/NBD models of repeat buying. */
  rate: Float32Array;
  /** Chance to leave for good after an order: beta over people. */
  dropout: Float32Array;
  /** Log of the typical order in minor units. */
  spend: Float32Array;
  /** Number of the advocate who brought them, -1 for none. */
  referrer: Int32Array;
  orders: Uint16Array;
  role: Uint8Array;
  isAdvocate: Uint8Array;
  /** How many follow an advocate: heavy-tailed, a few have very many. */
  reach: Float32Array;
  /** Next person in the same day of the calendar queue. */
  next: Int32Array;
};

export function makePeople(count: number): People {
  return {
    count, rate: new Float32Array(count), dropout: new Float32Array(count), spend: new Float32Array(count),
    referrer: new Int32Array(count).fill(-1), orders: new Uint16Array(count), role: new Uint8Array(count),
    isAdvocate: new Uint8Array(count), reach: new Float32Array(count), next: new Int32Array(count).fill(-1),
  };
}

/** Half the customers buy once; the mean rate is 0.9 orders a month while active, with a coefficient of variation of 1.3. */
const RATE_SHAPE = 0.6;
const RATE_A_DAY = 0.9 / 30.4;
/** Typical order: the median over people is 38.00. */
const SPEND_MEDIAN = 3800;

/** Draws what a new person is like. */
export function drawPerson(people: People, index: number, random: Random): void {
  people.rate[index] = Math.max(1e-4, (random.gamma(RATE_SHAPE) / RATE_SHAPE) * RATE_A_DAY);
  people.dropout[index] = random.beta(0.8, 2.6);
  people.spend[index] = Math.log(SPEND_MEDIAN) + 0.55 * random.normal();
  people.reach[index] = random.pareto(1.3);
}

const FIRST = "Ann Ben Clara David Ela Finn Grace Hugo Ines Jonas Kim Lea Mila Noah Olga Paul Rosa Sam Tara Yusuf".split(" ");
const LAST = "Adler Brown Costa Dubois Evans Fischer Garcia Hansen Ivanova Jansen Khan Lopez Moreau Okafor Rossi Sato Weber".split(" ");
const COUNTRIES = ["DE", "DE", "DE", "FR", "NL", "AT", "GB", "ES"];
const LANGUAGES: Readonly<Record<string, string>> = { DE: "de", AT: "de", FR: "fr", NL: "nl", GB: "en", ES: "es" };

/** Spreads neighbours over the lists: 0x9e3779b1 is odd, so that the map is one to one. */
const scatter = (index: number): number => Math.imul(index + 1, 0x9e3779b1) >>> 0;

export function userId(index: number): string {
  return `syn_${index + 1}`;
}
export function anonymousId(index: number): string {
  return `syn_a_${index + 1}`;
}

/** Name, address and attributes of a person. `.example` is reserved (RFC 2606): no mail can reach anyone. */
export function profile(index: number): NonNullable<CanonicalEvent["person"]> {
  const spread = scatter(index);
  const first = FIRST[spread % FIRST.length] ?? "Ann";
  const last = LAST[(spread >>> 8) % LAST.length] ?? "Adler";
  const country = COUNTRIES[(spread >>> 16) % COUNTRIES.length] ?? "DE";
  return {
    user_id: userId(index), email: `${first}.${last}.${index + 1}@people.example`.toLowerCase(), name: `${first} ${last}`,
    attributes: { country, language: LANGUAGES[country] ?? "en", synthetic: true },
  };
}

/** 31^6: so many codes are there before one comes twice. */
const CODES = 887_503_681;

/** The code an advocate hands out: the first name and six letters that belong to her number alone. */
export function advocateCode(index: number): string {
  // 433494437 is prime and no multiple of 31, so that multiplying modulo 31^6 is one to one. BigInt: the product passes 2^53.
  let rest = Number((BigInt(index + 1) * 433494437n) % BigInt(CODES));
  let letters = "";
  for (let i = 0; i < 6; i++) {
    letters += CODE_ALPHABET[rest % 31] ?? "";
    rest = Math.floor(rest / 31);
  }
  return `${(FIRST[scatter(index) % FIRST.length] ?? "Ann").toUpperCase()}-${letters}`;
}

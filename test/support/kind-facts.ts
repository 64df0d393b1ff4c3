/**
 * The facts of each kind's scenario, as a list that may be told in any order: what people did, what the engine found out (a share was
 * seen, a deliverable approved) and what an approved claim says. `u` names everybody after the universe they live in.
 */
import type { EventInput } from "../../src/core/event.ts";
import { presets } from "../../presets/index.ts";
import type { ProgramDefinition } from "../../src/core/program.ts";

const DAY = 86_400_000;
export const BEGIN = Date.parse("2026-03-02T09:00:00.000Z");

export type Telling = Omit<EventInput, "id" | "occurred_at"> & {
  id: string;
  /** Days after the beginning. */
  day: number;
  /** The code of this advocate comes with it. */
  by?: string;
  /** An approved claim by these people, with their shares. */
  claim?: { by: string; share: number }[];
  /** Two companies between which something passed. */
  between?: { giver: string; taker: string };
};
export type KindFacts = { key: string; advocates: string[]; companies?: string[]; change?: Partial<ProgramDefinition>; facts: Telling[] };

const person = (name: string) => ({ user_id: name });
const buy = (id: string, who: string, of: { day: number; total: number; by?: string; currency?: string }): Telling => ({
  id,
  type: "purchase",
  day: of.day,
  person: person(who),
  ...(of.by === undefined ? {} : { by: of.by }),
  order: { id, total: of.total, currency: of.currency ?? "USD" },
});
const pays = (id: string, who: string, of: { day: number; total: number }): Telling => ({
  id,
  type: "payment",
  day: of.day,
  person: person(who),
  order: { id, total: of.total, currency: "USD" },
});
const back = (id: string, order: string, of: { day: number; amount?: number; currency?: string }): Telling => ({
  id,
  type: "refund",
  day: of.day,
  order: { id: order, currency: of.currency ?? "USD", ...(of.amount === undefined ? {} : { amount: of.amount }) },
});
const signs = (id: string, who: string, of: { day: number; by?: string }): Telling => ({
  id,
  type: "signup",
  day: of.day,
  person: person(who),
  ...(of.by === undefined ? {} : { by: of.by }),
});
const does = (
  id: string,
  who: string,
  of: { day: number; name: string; program: string; channel?: string; value?: number },
): Telling => ({
  id,
  type: "activity",
  day: of.day,
  person: person(who),
  name: of.name,
  program: of.program,
  ...(of.channel === undefined ? {} : { context: { channel: of.channel } }),
  ...(of.value === undefined ? {} : { value: of.value, currency: "USD" }),
});
const reaches = (
  id: string,
  who: string,
  of: { day: number; stage: string; program: string; value?: number; claim?: Telling["claim"] },
): Telling => ({
  id,
  type: "stage",
  day: of.day,
  person: person(who),
  stage: of.stage,
  program: of.program,
  ...(of.value === undefined ? {} : { value: of.value, currency: "USD" }),
  ...(of.claim === undefined ? {} : { claim: of.claim }),
});

/** A customer who wavers between two advocates, one who returns a part, one who returns everything. */
const shop = (): Telling[] => [
  signs("s1", "f1", { day: 0, by: "ann" }),
  { id: "v1", type: "visit", day: 1, person: person("f1"), by: "bob" },
  buy("o1", "f1", { day: 2, total: 8_000, by: "ann" }),
  back("r1", "o1", { day: 3, amount: 2_000 }),
  buy("o2", "f2", { day: 2.5, total: 6_001, by: "ann" }),
  buy("o3", "f3", { day: 4, total: 9_999, by: "bob" }),
  back("r3", "o3", { day: 5 }),
  buy("o4", "f3", { day: 6, total: 5_000 }),
  buy("o5", "f2", { day: 7, total: 7_000, by: "bob" }),
  back("r2", "o2", { day: 8, amount: 1_501 }),
];

const many = (n: number, make: (i: number) => Telling): Telling[] => Array.from({ length: n }, (_, i) => make(i + 1));

export const KIND_FACTS: readonly KindFacts[] = [
  { key: "direct", advocates: ["ann", "bob"], facts: shop() },
  {
    key: "two_way",
    advocates: ["ann"],
    facts: [
      signs("s1", "f1", { day: 0, by: "ann" }),
      buy("o1", "f1", { day: 1, total: 3_000 }),
      buy("o2", "f1", { day: 2, total: 6_000 }),
      buy("o3", "f1", { day: 3, total: 7_000 }),
      back("r2", "o2", { day: 4, amount: 1_500 }),
      signs("s2", "f2", { day: 1, by: "ann" }),
      buy("o4", "f2", { day: 2, total: 5_000 }),
    ],
  },
  {
    key: "affiliate",
    advocates: ["ann", "bob"],
    change: { advocates: { join: "automatic" } },
    facts: [
      signs("s0", "bob", { day: 0, by: "ann" }),
      signs("s1", "f1", { day: 1, by: "bob" }),
      reaches("l1", "f1", { day: 2, stage: "qualified_lead", program: "affiliate" }),
      buy("o1", "f1", { day: 3, total: 10_000 }),
      ...many(13, (i) => pays(`p${i}`, "f1", { day: 3 + i, total: 4_000 })),
      back("r1", "o1", { day: 20, amount: 3_333 }),
      back("r2", "p5", { day: 21 }),
      buy("o2", "f2", { day: 5, total: 9_000, by: "ann", currency: "EUR" }),
      buy("o3", "f3", { day: 6, total: 800_000, by: "bob", currency: "JPY" }),
    ],
  },
  { key: "loyalty", advocates: ["ann", "bob"], facts: shop() },
  {
    key: "advocacy",
    advocates: ["ann"],
    facts: [
      ...many(3, (i) => does(`a${i}`, "ann", { day: i, name: "review", program: "advocacy" })),
      does("t1", "ann", { day: 4, name: "testimonial", program: "advocacy" }),
      does("c1", "ann", { day: 5, name: "case_study", program: "advocacy" }),
      does("k1", "ann", { day: 35, name: "review", program: "advocacy" }),
      ...many(3, (i) => buy(`o${i}`, `f${i}`, { day: 6 + i, total: 4_000, by: "ann" })),
      back("r2", "o2", { day: 12 }),
    ],
  },
  {
    key: "partner",
    advocates: ["ann", "bob"],
    change: { advocates: { join: "automatic" } },
    facts: [
      reaches("g1", "f1", {
        day: 0,
        stage: "registered",
        program: "partner",
        claim: [
          { by: "ann", share: 60 },
          { by: "bob", share: 40 },
        ],
      }),
      reaches("m1", "f1", { day: 3, stage: "meeting", program: "partner" }),
      reaches("w1", "f1", { day: 9, stage: "won", program: "partner", value: 1_000_001 }),
      reaches("g2", "f2", { day: 1, stage: "registered", program: "partner", claim: [{ by: "bob", share: 100 }] }),
      reaches("x2", "f2", { day: 5, stage: "lost", program: "partner" }),
    ],
  },
  {
    key: "tiered",
    advocates: ["ann"],
    facts: [
      ...many(15, (i) => buy(`o${i}`, `f${i}`, { day: i, total: 9_900, by: "ann" })),
      back("r3", "o3", { day: 16 }),
      back("r7", "o7", { day: 17, amount: 3_300 }),
    ],
  },
  {
    key: "contest",
    advocates: ["ann", "bob"],
    facts: [
      ...many(4, (i) => buy(`o${i}`, `f${i}`, { day: i, total: 2_000, by: i % 2 === 0 ? "ann" : "bob" })),
      ...many(4, (i) => does(`e${i}`, "bob", { day: 5 + Math.floor(i / 2), name: "free_entry", program: "contest" })),
      back("r2", "o2", { day: 8 }),
      does("w1", "ann", { day: 30, name: "contest_place_1", program: "contest" }),
    ],
  },
  {
    key: "employee",
    advocates: ["ann"],
    facts: [
      reaches("g1", "f1", { day: 0, stage: "submitted", program: "employee", claim: [{ by: "ann", share: 100 }] }),
      reaches("i1", "f1", { day: 5, stage: "interviewed", program: "employee" }),
      reaches("h1", "f1", { day: 20, stage: "hired", program: "employee", value: 200_000 }),
      reaches("g2", "f2", { day: 2, stage: "submitted", program: "employee", claim: [{ by: "ann", share: 100 }] }),
      reaches("n2", "f2", { day: 9, stage: "rejected", program: "employee" }),
    ],
  },
  {
    key: "social",
    advocates: ["ann"],
    facts: [
      ...["x", "x", "linkedin", "x", "reddit"].map((channel, i) =>
        does(`h${i}`, "ann", { day: i * 2, name: "share_verified", program: "social", channel }),
      ),
      buy("o1", "f1", { day: 3, total: 5_000, by: "ann" }),
    ],
  },
  {
    key: "influencer",
    advocates: ["ann"],
    change: { advocates: { join: "automatic" } },
    facts: [
      does("d1", "ann", { day: 1, name: "deliverable", program: "influencer" }),
      does("d2", "ann", { day: 2, name: "deliverable", program: "influencer" }),
      buy("o1", "f1", { day: 3, total: 5_000, by: "ann" }),
      buy("o2", "f1", { day: 62, total: 6_000 }),
      buy("o3", "f1", { day: 64, total: 7_000 }),
      back("r1", "o1", { day: 65, amount: 1_000 }),
    ],
  },
  {
    key: "occasion",
    advocates: ["ann"],
    change: { bonuses: [{ key: "easter", from: "2026-03-04T18:00:00", to: "2026-03-07T06:00:00", multiply: 2 }] },
    facts: [
      ...many(8, (i) => buy(`o${i}`, `f${i}`, { day: i * 0.75, total: 3_500 + i * 500, by: "ann" })),
      back("r4", "o4", { day: 9, amount: 500 }),
      back("r5", "o5", { day: 10 }),
    ],
  },
  {
    key: "subscription",
    advocates: ["ann"],
    facts: [
      signs("s1", "f1", { day: 0, by: "ann" }),
      { id: "b1", type: "subscription_started", day: 1, person: person("f1") },
      pays("p0", "f1", { day: 1, total: 0 }),
      pays("p1", "f1", { day: 31, total: 2_000 }),
      pays("p2", "f1", { day: 61, total: 2_000 }),
      signs("s2", "f2", { day: 2, by: "ann" }),
      { id: "b2", type: "subscription_started", day: 3, person: person("f2") },
      pays("p3", "f2", { day: 33, total: 24_000 }),
      back("r3", "p3", { day: 40 }),
      { id: "c2", type: "subscription_cancelled", day: 41, person: person("f2") },
    ],
  },
  {
    key: "pipeline",
    advocates: ["ann"],
    facts: [
      reaches("c1", "f1", { day: 0, stage: "concern", program: "pipeline" }),
      reaches("c2", "f1", { day: 1, stage: "information", program: "pipeline" }),
      { id: "v1", type: "visit", day: 2, person: person("f1"), by: "ann" },
      reaches("c3", "f1", { day: 4, stage: "evaluation", program: "pipeline" }),
    ],
  },
  {
    key: "community",
    advocates: ["ann", "bob"],
    change: { advocates: { join: "automatic" } },
    facts: [
      { id: "l1", type: "lead", day: 0, person: person("f1"), by: "ann" },
      does("g1", "ann", { day: 0, name: "referral_given", program: "community" }),
      does("t1", "ann", { day: 5, name: "thank_you", program: "community", value: 250_000 }),
      does("t2", "ann", { day: 6, name: "thank_you", program: "community", value: 100 }),
      does("t3", "bob", { day: 7, name: "thank_you", program: "community", value: 1 }),
      buy("o1", "f1", { day: 4, total: 250_000 }),
    ],
  },
  {
    key: "lead_exchange",
    advocates: ["ann"],
    change: { advocates: { join: "automatic" } },
    companies: ["x", "y"],
    facts: many(5, (i) => ({
      ...does(`a${i}`, `f${i}`, { day: i, name: "lead_accepted", program: "lead_exchange" }),
      between: i % 2 === 0 ? { giver: "x", taker: "y" } : { giver: "y", taker: "x" },
    })),
  },
  {
    key: "network",
    advocates: ["ann", "bob", "cleo"],
    change: { enabled: true },
    facts: [
      signs("s1", "bob", { day: 0, by: "ann" }),
      signs("s2", "cleo", { day: 1, by: "bob" }),
      buy("o1", "dora", { day: 2, total: 10_000, by: "cleo" }),
      back("r1", "o1", { day: 3, amount: 2_500 }),
      buy("o2", "dora", { day: 4, total: 3_333 }),
      buy("o3", "eve", { day: 5, total: 7_777, by: "bob" }),
    ],
  },
];

/** The preset with holds and graces that nothing passes: what time alone would record is another test's subject (see clocks). */
export function programOf(kind: KindFacts): ProgramDefinition {
  const preset = presets.find((p) => p.key === kind.key);
  if (preset === undefined) throw new Error(`no preset ${kind.key}`);
  const { budget: _budget, ...rest } = { ...preset, ...kind.change };
  const rewards = (rest.rewards ?? []).map((rule) => ({ ...rule, hold: "2y" }));
  return { ...rest, rewards, settle_grace: "2y" };
}

export const instantOf = (telling: Telling): number => BEGIN + Math.round(telling.day * DAY);

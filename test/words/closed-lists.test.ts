/** Every state that the tables and the code know has its word and its sentence, in every language that is written. */
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CLAIM_REASONS, CLAIM_STATUSES } from "../../src/core/attribution/claim.ts";
import { CASE_OUTCOMES } from "../../src/core/case.ts";
import { REASONS } from "../../src/core/facts.ts";
import { FEATURES, featuresOf } from "../../src/core/features.ts";
import { WINNER_STATUSES } from "../../src/core/fulfilment/prizes.ts";
import { channelsOf } from "../../src/core/messages/share-kit.ts";
import { channelNamed } from "../../src/core/channels.ts";
import { definition } from "../../src/core/program.ts";
import { WORTHS } from "../../src/core/rules/state-words.ts";
import { LANGUAGES, type Language } from "../../src/core/words.ts";
import { BUNDLES } from "../../src/core/words/index.ts";
import { presets } from "../../presets/index.ts";

/** The values that a table's check allows: `column in ('a', 'b')`. */
const folder = new URL("../../src/store/migrations/", import.meta.url);
const sql = readdirSync(folder)
  .sort()
  .map((each) => readFileSync(new URL(each, folder), "utf8"))
  .join("\n");
function allowed(table: string, column: string): string[] {
  const own = new RegExp(`(?:create table ${table} \\(|alter table ${table} add constraint)[^;]*?\\b${column} in \\(([^)]*)\\)`).exec(
    sql,
  )?.[1];
  const found = [...(own ?? "").matchAll(/'([a-z_]+)'/g)].map(([, value]) => value!);
  expect(found.length, `${table}.${column}`).toBeGreaterThan(1);
  return found;
}

const STATES: Record<string, () => readonly string[]> = {
  "lead.sent": () => allowed("lead", "status"),
  "lead.received": () => allowed("lead", "status"),
  "request.made": () => allowed("member_request", "status"),
  "request.asked": () => allowed("member_request", "status"),
  offer: () => allowed("case_offer", "state"),
  case: () => ["late", ...CASE_OUTCOMES, ...allowed("case_file", "status").filter((each) => each !== "closed")],
  claim: () => CLAIM_STATUSES,
  deliverable: () => allowed("deliverable", "status"),
  share: () => allowed("share", "status"),
  gathering: () => [...allowed("gathering_place", "state"), ...allowed("gathering", "status"), "over", "level"],
  vacancy: () => allowed("vacancy", "status"),
  item: () => ["available", "short", "sold_out", "level", "most"],
  testimonial: () => allowed("testimonial", "status"),
  payout: () => allowed("payout", "state"),
  joined: () => [...allowed("advocate", "status"), "none"],
  contest: () => ["planned", "open", "over", "frozen", "drawn"],
  winner: () => WINNER_STATUSES,
};

const written = (Object.keys(LANGUAGES) as Language[]).filter((each) => Object.keys(BUNDLES[each]!.status).length > 0);
describe.each(written)("%s", (language) => {
  const { status, rules } = BUNDLES[language]!;
  test.each(Object.entries(STATES))("has a word and a sentence for every state of %s", (kind, states) => {
    for (const state of states()) for (const key of [`${kind}.${state}`, `${kind}.${state}.why`]) expect(status[key], key).toMatch(/\S/);
  });
  test("has a sentence for every reason, and a word for everything that is owed and every channel", () => {
    for (const reason of REASONS) expect(status[`reason.${reason}`], reason).toMatch(/\S/);
    for (const reason of CLAIM_REASONS) expect(status[`claim.reason.${reason}`], reason).toMatch(/\S/);
    for (const worth of WORTHS) expect(status[`worth.${worth}`], worth).toMatch(/\S/);
    for (const { program } of programs)
      for (const channel of channelsOf(program, "JP")) expect(rules[`channel.${channel}`], channel).toMatch(/\S/);
  });
});

const programs = presets.map((document) => ({ key: document.key, program: definition.parse(document) }));

test("each kind's portal has the rooms of its kind", () => {
  const rooms = new Map(programs.map(({ key, program }) => [key, featuresOf(program)]));
  expect(rooms.get("two_way")).toEqual(["share", "referrals", "rewards", "redeem", "learn", "name_claim", "terms", "feedback"]);
  expect(rooms.get("pipeline")).toEqual(["cases", "terms", "feedback"]);
  const has = (key: string, ...wanted: string[]) => expect([key, rooms.get(key)]).toEqual([key, expect.arrayContaining(wanted)]);
  has("employee", "vacancies", "claim");
  expect(rooms.get("employee")).not.toContain("payout");
  has("partner", "deals", "payout");
  has("lead_exchange", "leads");
  has("community", "requests", "slips", "badges");
  has("social", "share", "shares");
  has("influencer", "share", "deliverables", "learn");
  has("loyalty", "share", "catalogue", "redeem");
  has("advocacy", "levels", "badges", "testimonial", "gatherings");
  has("contest", "contest", "leaderboard");
  for (const [key, own] of rooms)
    expect(
      own.every((each) => FEATURES.includes(each)),
      key,
    ).toBe(true);
});

test("every channel of the kit is one that a link's address may name", () => {
  for (const region of ["JP", "KR", "DE", null])
    for (const channel of channelsOf({ ...programs[0]!.program, share: { channels: [], messages: {} } }, region))
      expect(channelNamed(channel)).toBe(channel);
});

/** The condition as SQL and as a predicate find the same people: on a real database, 1,000 random conditions over random people. */
import crypto from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Condition } from "../core/condition.ts";
import { condition as schema } from "../core/condition.ts";
import { compileCondition } from "../core/rules/condition.ts";
import { personInputs } from "../flow/person-inputs.ts";
import { type TestDatabase, createTestDatabase } from "../../test/support/database.ts";
import { TEXTS, attributes, peopleCondition } from "../../test/support/random-conditions.ts";
import { announced, runs } from "../../test/support/seeds.ts";
import { bringProfiles } from "../flow/profiles.ts";
import { conditionSql } from "./condition-sql.ts";
import { inWorkspace } from "./db.ts";
import { countSegment, listSegment } from "./segments.ts";

const PEOPLE = 120;
const workspace = crypto.randomUUID();
let database: TestDatabase;
let people: { id: string; data: { attributes?: Record<string, unknown> } | null; company: string | null }[];

beforeAll(async () => {
  database = await createTestDatabase();
  const pool = database.ownerPool;
  await pool.query("insert into workspace (workspace_id, slug, name) values ($1, 'w', 'w')", [workspace]);
  const companies = ["acme", "Ärger", "😀"].map((name) => ({ id: crypto.randomUUID(), name }));
  for (const c of companies)
    await pool.query("insert into company (workspace_id, id, external_id) values ($1, $2, $3)", [workspace, c.id, c.name]);
  const drawn = fc.sample(attributes, runs(PEOPLE - TEXTS.length));
  // Each text once for certain, besides what chance brings; and some without attributes or any private data at all.
  const all = [...TEXTS.map((a) => ({ a, country: a })), ...drawn].map((each, i) =>
    i % 17 === 0 ? null : i % 13 === 0 ? {} : { attributes: each },
  );
  people = all.map((data, i) => ({ id: crypto.randomUUID(), data, company: companies[i % 5]?.name ?? null }));
  for (const p of people) {
    const company = companies.find((c) => c.name === p.company)?.id ?? null;
    await pool.query("insert into person (workspace_id, id, created_at, company_id) values ($1, $2, 0, $3)", [workspace, p.id, company]);
    if (p.data !== null) {
      await pool.query("insert into person_private (workspace_id, person_id, data, updated_at) values ($1, $2, $3, 0)", [
        workspace,
        p.id,
        JSON.stringify(p.data),
      ]);
    }
  }
  // One that was merged and one that was erased: in no segment, whatever they were.
  await pool.query("insert into person (workspace_id, id, created_at, merged_into) values ($1, $2, 0, $3)", [
    workspace,
    crypto.randomUUID(),
    people[0]!.id,
  ]);
  await pool.query("insert into person (workspace_id, id, created_at, erased_at) values ($1, $2, 0, 1)", [workspace, crypto.randomUUID()]);
  await bringProfiles({ pool: database.pool() }, workspace, { forMs: 20_000 });
});
afterAll(() => database.drop());

const byPredicate = (condition: Condition): string[] =>
  people
    .filter((p) =>
      compileCondition(condition)!({ id: "", client: "", type: "custom", at: 0, person: p.id, inputs: personInputs(p) }, undefined),
    )
    .map((p) => p.id)
    .sort();
const bySql = (condition: Condition): Promise<string[]> =>
  inWorkspace(database.pool(), workspace, async (db) =>
    (await listSegment(workspace, db, { condition, before: null, limit: 1000 })).sort(),
  );

test("1,000 random conditions find the same people as a predicate and as SQL", async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(peopleCondition, async (condition) => {
      expect(schema.safeParse(condition).success).toBe(true);
      const expected = byPredicate(condition);
      found += expected.length;
      expect(await bySql(condition)).toEqual(expected);
    }),
    announced("condition-sql", 1000),
  );
  // Conditions that hold for nobody would prove nothing.
  expect(found).toBeGreaterThan(5 * 1000);
}, 120_000);

test.each<[string, Condition]>([
  ["letters of every alphabet compare by code point", { "person.attributes.a": { gte: "\ue000" } }],
  [
    "case is folded in Latin, Greek and Cyrillic",
    {
      any: [
        { "person.country": { contains: "ÄRGER" } },
        { "person.country": { contains: "жУК" } },
        { "person.country": { contains: "ΣΟΦ" } },
      ],
    },
  ],
  ["letters outside the table keep their case, in both", { "person.country": { contains: "İ" } }],
  ["and their small ones do not stand for them", { "person.country": { contains: "i\u0307" } }],
  ["a percent sign is a percent sign", { "person.attributes.a": { contains: "%" } }],
  ["an injection is a text", { "person.attributes.a": { ne: "'); drop table person; --" } }],
  ["a company", { "person.company": { in: ["acme", "😀"] } }],
  ["nobody", { not: { any: [{ "person.attributes.a": { exists: true } }, { "person.attributes.a": { exists: false } }] } }],
])("%s", async (_name, condition) => {
  expect(await bySql(condition)).toEqual(byPredicate(condition));
  const counted = await inWorkspace(database.pool(), workspace, (db) => countSegment(workspace, db, { condition }));
  expect(counted).toBe(byPredicate(condition).length);
});

test("pages join without gap or overlap", async () => {
  const condition: Condition = { "person.attributes.none": { exists: false } };
  const seen: string[] = [];
  for (let before: string | null = null; ;) {
    const from: string | null = before;
    const page: string[] = await inWorkspace(database.pool(), workspace, (db) =>
      listSegment(workspace, db, { condition, before: from, limit: 7 }),
    );
    seen.push(...page);
    if (page.length < 7) break;
    before = page.at(-1)!;
  }
  expect([...seen].sort()).toEqual(people.map((p) => p.id).sort());
  expect(new Set(seen).size).toBe(seen.length);
});

test("a condition about an order is refused: a person has none of her own", () => {
  expect(() => conditionSql({ "order.total": { gte: "5.00 USD" } }, 1)).toThrow(RangeError);
  expect(() => conditionSql({ not: { all: [{ "event.name": "x" }] } }, 1)).toThrow(/event\.name/);
});

test("values never become part of the text", () => {
  const { text, values } = conditionSql({ "person.attributes.a": { in: ["x'--", "y"], gt: 5 }, "person.country": "DE" }, 3);
  expect(text).not.toMatch(/x'|DE/);
  // A database that was made with another collation must not sort otherwise.
  expect(text.match(/::text collate "C"/g)).toHaveLength(3);
  expect(values).toEqual(["a", "x'--", "y", 5, "country", "DE"]);
  expect(
    [...text.matchAll(/\$(\d+)/g)]
      .map((m) => Number(m[1]))
      .toSorted((a, b) => a - b)
      .at(0),
  ).toBe(3);
});

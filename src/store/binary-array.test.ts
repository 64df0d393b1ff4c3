import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, createTestDatabase } from "../../test/support/database.ts";
import { type ElementType, binary } from "./binary-array.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
});
afterAll(() => database.drop());

const uuid = fc.uuid();
const text = fc.string({ unit: "binary" }).map((s) => s.replaceAll("\0", ""));
const ELEMENTS: Record<ElementType, fc.Arbitrary<string | number | boolean>> = {
  uuid,
  text,
  json: fc.jsonValue().map((v) => JSON.stringify(v).replaceAll(String.raw`\u0000`, "")),
  bigint: fc.maxSafeInteger(),
  integer: fc.integer(),
  smallint: fc.integer({ min: -32_768, max: 32_767 }),
  boolean: fc.boolean(),
};

test.each(Object.entries(ELEMENTS))(
  "the server reads every %s that is sent, nulls and the empty list included",
  async (type, element) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(element), { maxLength: 20 }), async (values) => {
        const { rows } = await database
          .pool()
          .query<{
            v: unknown;
          }>(`select v::text as v from unnest($1::${type}[]) with ordinality u(v, n) order by n`, [binary(type as ElementType, values)]);
        expect(rows.map((r) => r.v)).toEqual(values.map((v) => (v === null ? null : String(v))));
      }),
      { numRuns: 150 },
    );
  },
);

test("what is no uuid and no exact integer is refused before it is sent", () => {
  expect(() => binary("uuid", ["zz"])).toThrow(/no uuid/);
  expect(() => binary("uuid", ["g0000000-0000-4000-8000-000000000000"])).toThrow(/other letters/);
  expect(() => binary("bigint", [2 ** 53])).toThrow(/no exact integer/);
});

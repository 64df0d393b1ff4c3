import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minorToDecimal } from "../money.ts";
import { compileZone, UTC } from "../time.ts";
import { plainNumber, readInstant, readMoney, signOf } from "./cell.ts";
import type { DateForm } from "./cell.ts";
import { mapping, parseShortMap } from "./mapping.ts";
import type { MappingInput } from "./mapping.ts";
import { compileMapping } from "./map-row.ts";
import type { Mapped } from "./map-row.ts";

const HEADER = ["invoice", "when", "customer", "amount", "cur", "note"];

/** The rows of a table under a mapping; throws when the mapping does not fit HEADER. */
function mapRows(input: MappingInput, rows: string[][], header = HEADER): Mapped[] {
  const compiled = compileMapping(mapping.parse(input), header, (row) => `made:${row.join("|")}`);
  if ("problems" in compiled) throw new Error(compiled.problems.join("; "));
  return rows.map((row, index) => compiled.mapper.map(row, index + 1));
}

const problemsOf = (input: MappingInput): string[] => {
  const compiled = compileMapping(mapping.parse(input), HEADER, () => "x");
  return "problems" in compiled ? compiled.problems : [];
};

describe("a mapping", () => {
  const base: MappingInput = {
    currency: "EUR",
    set: { id: "shop:{invoice}", occurred_at: "when", "person.user_id": "customer", "order.id": "invoice", "order.total": "amount" },
  };

  test("turns a row into the canonical event, amounts in minor units and the order in its currency", () => {
    expect(mapRows(base, [["7", "2026-03-01T10:00Z", " u_1 ", "12.5", "", ""]])).toEqual([{
      ok: true,
      event: {
        id: "shop:7", type: "purchase", occurred_at: "2026-03-01T10:00:00.000Z", person: { user_id: "u_1" },
        order: { id: "7", total: 1250, currency: "EUR" },
      },
    }]);
  });

  test("leaves an empty cell out instead of sending an empty text", () => {
    const [mapped] = mapRows(base, [["7", "2026-03-01", "", "1", "", ""]]);
    expect(mapped).toMatchObject({ ok: true });
    expect(mapped?.ok === true && mapped.event.person).toBeUndefined();
  });

  test("refuses a row whose id is made of empty columns, and names a bad cell by the event's field", () => {
    const rows = [["", "2026-03-01", "u", "1", "", ""], ["8", "yesterday", "u", "1", "", ""], ["9", "2026-03-01", "u", "1.234", "", ""]];
    expect(mapRows(base, rows).map((mapped) => (mapped.ok ? "ok" : `${mapped.error.pointer} ${mapped.error.code}`))).toEqual([
      "/id validation_failed", "/occurred_at instant_malformed", "/order/total wrong_decimals",
    ]);
  });

  test("without an id makes one of the cells, so that the same row is the same event", () => {
    const input: MappingInput = { set: { occurred_at: "when", "person.user_id": "customer" }, type: "signup" };
    const [first, second] = mapRows(input, [["1", "2026-03-01", "u", "", "", ""], ["1", "2026-03-01", "u", "", "", ""]]);
    expect(first?.ok === true && first.event.id).toBe("made:1|2026-03-01|u|||");
    expect(second).toEqual(first);
  });

  test("takes the first rule that matches, which may change the type, empty fields and use the amount without its sign", () => {
    const input: MappingInput = {
      ...base,
      rules: [
        { when: { column: "amount", zero: true }, refuse: "nothing" },
        {
          when: {
            any: [
              { column: "invoice", starts_with: "C" },
              { all: [{ column: "amount", negative: true }, { not: { column: "note", empty: true } }] },
            ],
          },
          type: "refund", set: { "order.id": null, "order.total": null, "order.amount": { column: "amount", absolute: true } },
        },
      ],
    };
    const rows = [
      ["C1", "2026-03-01", "u", "-3.00", "", ""], ["2", "2026-03-01", "u", "-0.00", "", ""],
      ["3", "2026-03-01", "u", "-4", "", "x"], ["4", "2026-03-01", "u", "-5", "", ""],
    ];
    expect(mapRows(input, rows).map((mapped) => (mapped.ok ? [mapped.event.type, mapped.event.order] : mapped.error.message))).toEqual([
      ["refund", { amount: 300, currency: "EUR" }], "nothing", ["refund", { amount: 400, currency: "EUR" }],
      ["purchase", { id: "4", total: -500, currency: "EUR" }],
    ]);
  });

  test("reads the currency from the row, and falls back to the mapping's", () => {
    const input: MappingInput = { ...base, set: { ...base.set, "order.currency": "cur" } };
    const rows = [
      ["1", "2026-03-01", "u", "500", "jpy", ""], ["2", "2026-03-01", "u", "5", "", ""], ["3", "2026-03-01", "u", "5", "XXX", ""],
    ];
    expect(mapRows(input, rows).map((mapped) => (mapped.ok ? mapped.event.order : mapped.error.code))).toEqual([
      { id: "1", total: 500, currency: "JPY" }, { id: "2", total: 500, currency: "EUR" }, "currency_unknown",
    ]);
  });

  test("takes constants, templates, the row's number, lists and a type from a column", () => {
    const input: MappingInput = {
      set: {
        type: "note", id: "{customer}-{row}", "properties.imported": { constant: true }, "person.user_id": "=fixed",
        "order.coupons": "cur", "person.attributes.vip": { column: "vip", optional: true },
      },
    };
    const event = {
      type: "signup", id: "u-1", properties: { imported: true }, person: { user_id: "fixed" }, order: { coupons: ["A", "B", "C"] },
    };
    expect(mapRows(input, [["1", "", "u", "", "A; B|C", "signup"]])).toEqual([{ ok: true, event }]);
  });

  test("names every problem at once, with the columns that there are", () => {
    const problems = problemsOf({ zone: "Mars/Olympus", set: { id: "{nope}", "order.total": "amount", "person.user_id": "user" } });
    expect(problems).toEqual([
      'unknown zone "Mars/Olympus": use a name such as Europe/Berlin',
      'amounts need a currency: give "currency", or map order.currency',
      `no column "nope"; the file has ${HEADER.join(", ")}`,
      `no column "user"; the file has ${HEADER.join(", ")}`,
    ]);
  });

  test("refuses fields that no event has, __proto__ among them, and rules that ask two things", () => {
    expect(mapping.safeParse({ set: { "order.__proto__": "x" } }).success).toBe(false);
    expect(mapping.safeParse({ set: { "properties.__proto__": "x" } }).success).toBe(false);
    expect(mapping.safeParse({ rules: [{ when: { column: "a", empty: true, zero: true } }] }).success).toBe(false);
    expect(mapping.safeParse({ rules: [{ when: { column: "a" } }] }).success).toBe(false);
  });

  test("has a short form for the command line", () => {
    expect(parseShortMap(["order.id=invoice", "id=shop:{invoice}", "order.currency==GBP"])).toEqual({
      set: { "order.id": "invoice", id: "shop:{invoice}", "order.currency": "=GBP" },
    });
    expect(parseShortMap(["oder.id=invoice"])).toHaveProperty("problem");
    expect(parseShortMap(["invoice"])).toHaveProperty("problem");
  });
});

describe("date cells", () => {
  const london = compileZone("Europe/London") ?? UTC;
  const cases: [string, DateForm, string][] = [
    ["2010-12-01T08:26", "iso", "2010-12-01T08:26:00.000Z"],
    ["2010-12-01 08:26:07.5", "iso", "2010-12-01T08:26:07.500Z"],
    ["2011-07-01", "iso", "2011-06-30T23:00:00.000Z"],
    ["2011-07-01T10:00+02:00", "iso", "2011-07-01T08:00:00.000Z"],
    ["2011-07-01T10:00:00Z", "iso", "2011-07-01T10:00:00.000Z"],
    ["2011-03-27T01:30", "iso", "2011-03-27T01:00:00.000Z"],
    ["2011-10-30T01:30", "iso", "2011-10-30T00:30:00.000Z"],
    ["1/12/2010 8:26", "dmy", "2010-12-01T08:26:00.000Z"],
    ["12/1/2010 8:26 PM", "mdy", "2010-12-01T20:26:00.000Z"],
    ["12.01.2010, 12:00 am", "mdy", "2010-12-01T00:00:00.000Z"],
    ["1291191960", "unix", "2010-12-01T08:26:00.000Z"],
    ["1291191960.25", "unix", "2010-12-01T08:26:00.250Z"],
    ["1291191960000", "unix_ms", "2010-12-01T08:26:00.000Z"],
  ];
  test.each(cases)("%s as %s is %s in London, with the summer time of the day", (text, form, expected) => {
    expect(readInstant(text, form, london)).toEqual({ ok: true, value: expected });
  });

  const bad: [string, DateForm][] = [
    ["2011-02-29", "iso"], ["2011-13-01", "iso"], ["13/12/2010", "mdy"], ["2010-12-01T25:00", "iso"], ["2010-12-01T10:61", "iso"],
    ["01/12/10", "dmy"], ["0:30 PM", "mdy"], ["12/1/2010 13:00 PM", "mdy"], ["", "iso"], ["-5", "unix"], ["1e9", "unix"],
    ["2010-12-01T08:26 nonsense", "iso"],
  ];
  test.each(bad)("%s as %s is refused", (text, form) => {
    expect(readInstant(text, form, UTC).ok).toBe(false);
  });

  test("outside 1971 to 2099 it is refused, not moved", () => {
    expect(readInstant("1970-01-01", "iso", UTC)).toMatchObject({ ok: false, code: "instant_out_of_range" });
    expect(readInstant("2100-01-01", "iso", UTC)).toMatchObject({ ok: false, code: "instant_out_of_range" });
  });
});

describe("amount cells", () => {
  const decimal = { amounts: "decimal", decimal: ".", excess: "refuse" } as const;
  const comma = { ...decimal, decimal: "," } as const;

  test("any amount written by minorToDecimal is read back, with and without grouping, under both decimal signs", () => {
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom("USD", "JPY", "KWD"), (amount, currency) => {
      const plain = minorToDecimal(amount, currency);
      expect(readMoney(plain, currency, decimal)).toEqual({ ok: true, value: amount });
      expect(readMoney(plain.replace(".", ","), currency, comma)).toEqual({ ok: true, value: amount });
      const [whole = "", part] = plain.split(".");
      const grouped = (mark: string): string => whole.replace(/\B(?=(\d{3})+$)/g, mark);
      expect(readMoney(grouped(",") + (part === undefined ? "" : `.${part}`), currency, decimal)).toEqual({ ok: true, value: amount });
      expect(readMoney(grouped(".") + (part === undefined ? "" : `,${part}`), currency, comma)).toEqual({ ok: true, value: amount });
    }));
  });

  test("1,23 under a decimal point, 1.23 under a decimal comma, words, exponents and excess decimals are refused", () => {
    const bad = ["1,23", "£5", "1e3", "1.234", "", "--1", "1.", "NaN"];
    expect(bad.filter((text) => readMoney(text, "GBP", decimal).ok)).toEqual([]);
    expect(readMoney("1.23", "EUR", comma).ok).toBe(false);
    expect(readMoney("1.235", "GBP", { ...decimal, excess: "half_even" })).toEqual({ ok: true, value: 124 });
    expect(readMoney("12.5", "GBP", { ...decimal, amounts: "minor" }).ok).toBe(false);
    expect(readMoney("-1250", "GBP", { ...decimal, amounts: "minor" })).toEqual({ ok: true, value: -1250 });
    expect(readMoney("9007199254740993", "GBP", { ...decimal, amounts: "minor" }).ok).toBe(false);
  });

  test("a sign is read from the digits: -0.00 is zero, a word has none", () => {
    expect(["-0.00", "0", "-0.01", "+2", "x", ""].map((text) => signOf(text, "."))).toEqual([0, 0, -1, 1, undefined, undefined]);
    expect(plainNumber("1 234,5", ",")).toBe("1234.5");
  });
});

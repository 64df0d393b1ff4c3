import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compiled } from "../../../test/support/compiled.ts";
import { announced } from "../../../test/support/seeds.ts";
import type { Evidence, Fact } from "../facts.ts";
import type { ProgramDefinition } from "../program.ts";
import { DAY, HOUR } from "../time.ts";
import { chooseBinding } from "./bind.ts";

type Attribution = NonNullable<ProgramDefinition["attribution"]>;
const AT = Date.UTC(2030, 2, 31, 12);

const program = (attribution: Attribution, zone = "UTC") => compiled({ attribution, zone });
const touch = (advocate: string, at: number, change: Partial<Evidence> = {}): Evidence => ({
  kind: "link",
  program: "p",
  advocate,
  at,
  ...change,
});
const order = (evidence: Evidence[] = []): Fact => ({ id: "f", client: "f", type: "purchase", at: AT, person: "ben", evidence });
const choose = (attribution: Attribution, touches: Evidence[], own: Evidence[] = [], zone?: string) => {
  const chosen = chooseBinding(program(attribution, zone), touches, { fact: order(own), self: "ben", canonical: (id) => id });
  return typeof chosen === "string" ? chosen : chosen.advocate;
};

describe("the window", () => {
  test.each<[string, Attribution, number, string]>([
    ["exactly one window ago", { window: "30d" }, AT - 30 * DAY, "ann"],
    ["a millisecond more", { window: "30d" }, AT - 30 * DAY - 1, "window_passed"],
    ["a millisecond less", { window: "30d" }, AT - 30 * DAY + 1, "ann"],
    ["the same instant", { window: "30d" }, AT, "ann"],
    ["a millisecond after the order", { window: "30d" }, AT + 1, "no_touch"],
    ["a window of nothing, the same instant", { window: "0d" }, AT, "ann"],
    ["a window of nothing, a millisecond before", { window: "0d" }, AT - 1, "window_passed"],
    // A month before 31 March is the last of February: from 28 February at noon it reaches to 28 March at noon.
    ["a month, from the last day of February", { window: "1 months" }, Date.UTC(2030, 1, 28, 12), "window_passed"],
    ["a month, from 1 March", { window: "1 months" }, Date.UTC(2030, 2, 1, 12), "ann"],
    ["a month to the millisecond is over on the 28th", { window: "1 months" }, Date.UTC(2030, 1, 28, 12) - 1, "window_passed"],
  ])("%s", (_name, attribution, at, expected) => {
    expect(choose(attribution, [touch("ann", at)])).toBe(expected);
  });

  test("days are 24 hours, also where the clocks change", () => {
    // Berlin puts its clocks forward on 31 March 2030 at 01:00 UTC, an hour before the day counted from here is over.
    const before = Date.UTC(2030, 2, 30, 12);
    expect(choose({ window: "1d" }, [touch("ann", before)], [], "Europe/Berlin")).toBe("ann");
    expect(choose({ window: "1d" }, [touch("ann", before - 1)], [], "Europe/Berlin")).toBe("window_passed");
  });
});

describe("which touch", () => {
  const early = touch("ann", AT - 3 * DAY);
  const late = touch("bea", AT - DAY);
  test.each<[string, Attribution, Evidence[], Evidence[], string]>([
    ["the last", {}, [early, late], [], "bea"],
    ["the last, whatever the order they are kept in", {}, [late, early], [], "bea"],
    ["the first", { model: "first_touch" }, [late, early], [], "ann"],
    ["a code on the order over a later link", {}, [late], [touch("cleo", AT, { kind: "code", code: "CLEO" })], "cleo"],
    ["a code over a link, also first touch", { model: "first_touch" }, [early], [touch("cleo", AT, { kind: "code" })], "cleo"],
    ["a link over an invitation", {}, [early, touch("bea", AT - 1, { kind: "invite" })], [], "ann"],
    ["an invitation over a name", {}, [touch("ann", AT - 9, { kind: "invite" }), touch("bea", AT, { kind: "name" })], [], "ann"],
    ["a name over a claim", {}, [touch("ann", AT - 9, { kind: "name" }), touch("bea", AT, { kind: "claim" })], [], "ann"],
    ["a public code below a link", { public_codes: ["CLEO"] }, [early], [touch("cleo", AT, { kind: "code", code: "CLEO" })], "ann"],
    [
      "a public code over an invitation",
      { public_codes: ["CLEO"] },
      [touch("ann", AT - 9, { kind: "invite" })],
      [touch("cleo", AT, { kind: "code", code: "CLEO" })],
      "cleo",
    ],
    ["a public code alone", { public_codes: ["CLEO"] }, [], [touch("cleo", AT, { kind: "code", code: "CLEO" })], "cleo"],
    ["another code is not public", { public_codes: ["CLEO"] }, [early], [touch("dora", AT, { kind: "code", code: "DORA" })], "dora"],
    ["a touch after the cart began does not displace", { protected_window: "2h" }, [early, touch("bea", AT - 2 * HOUR + 1)], [], "ann"],
    ["at the edge of the protected window it does", { protected_window: "2h" }, [early, touch("bea", AT - 2 * HOUR)], [], "bea"],
    ["alone it counts, protected or not", { protected_window: "2h" }, [touch("bea", AT - 1)], [], "bea"],
    ["two of them: the earlier", { protected_window: "2h" }, [touch("bea", AT - 1), touch("ann", AT - 2)], [], "ann"],
    ["the friend's own link does not count", {}, [early, touch("ben", AT - 1)], [], "ann"],
    ["only her own", {}, [touch("ben", AT - 1)], [], "self_referral"],
    ["another program's", {}, [touch("ann", AT - 1, { program: "q" })], [], "no_touch"],
    ["not accepted", { accepts: ["code"] }, [early], [], "evidence_not_accepted"],
    ["nothing", {}, [], [], "no_touch"],
  ])("%s", (_name, attribution, touches, own, expected) => {
    expect(choose(attribution, touches, own)).toBe(expected);
  });

  test("people who were joined are one: the other half of the friend is the friend", () => {
    const canonical = (id: string) => (id === "ben-on-his-phone" ? "ben" : id);
    const by = { fact: order(), self: "ben", canonical };
    expect(chooseBinding(program({}), [touch("ben-on-his-phone", AT - 1)], by)).toBe("self_referral");
  });
});

/** The binding said another way: keep what may count, then sort. */
function oracle(
  attribution: { first: boolean; windowMs: number; protectedMs: number; accepts: readonly string[] },
  all: Evidence[],
): string {
  const CLASSES = ["code", "link", "invite", "name", "claim"];
  const fit = all.filter(
    (e) => e.at <= AT && attribution.accepts.includes(e.kind) && AT - e.at <= attribution.windowMs && e.advocate !== "ben",
  );
  if (fit.length === 0) return "";
  const strongest = Math.min(...fit.map((e) => CLASSES.indexOf(e.kind)));
  const top = fit.filter((e) => CLASSES.indexOf(e.kind) === strongest);
  const settled = top.filter((e) => e.at <= AT - attribution.protectedMs);
  const takesNewest = !attribution.first && settled.length > 0;
  const pool = takesNewest ? settled : top;
  const instant = takesNewest ? Math.max(...pool.map((e) => e.at)) : Math.min(...pool.map((e) => e.at));
  return pool.find((e) => e.at === instant)!.advocate;
}

const around = fc.oneof(
  fc.constantFrom(
    AT,
    AT - 1,
    AT + 1,
    AT - 30 * DAY,
    AT - 30 * DAY - 1,
    AT - 30 * DAY + 1,
    AT - 2 * HOUR,
    AT - 2 * HOUR - 1,
    AT - 2 * HOUR + 1,
  ),
  fc.integer({ min: AT - 40 * DAY, max: AT + DAY }),
);
const touches = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom("code", "link", "invite", "name", "claim"),
    program: fc.constant("p"),
    advocate: fc.constantFrom("ann", "bea", "ben"),
    at: around,
  }),
  { maxLength: 6, selector: (e) => e.at },
) as fc.Arbitrary<Evidence[]>;
const settings = fc.record({
  first: fc.boolean(),
  protect: fc.constantFrom(0, 2),
  accepts: fc.subarray(["code", "link", "invite", "name", "claim"] as const, { minLength: 1 }),
});

test("P8: the binding is total, deterministic, blind to the order of touches, and to the millisecond what the rules say", () => {
  fc.assert(
    fc.property(settings, touches, fc.integer(), ({ first, protect, accepts }, all, seed) => {
      const attribution: Attribution = {
        window: "30d",
        accepts: [...accepts],
        model: first ? "first_touch" : "last_touch",
        ...(protect > 0 && { protected_window: `${protect}h` }),
      };
      const found = choose(attribution, all);
      const shuffled = all.toSorted((a, b) => ((a.at * 7919 + seed) % 104_729) - ((b.at * 7919 + seed) % 104_729));
      expect(choose(attribution, shuffled)).toMatch(found.includes("_") ? /_/ : new RegExp(`^${found}$`));
      const expected = oracle({ first, windowMs: 30 * DAY, protectedMs: protect * HOUR, accepts }, all);
      expect(found.includes("_") ? "" : found).toBe(expected);
    }),
    announced("P8", 1000),
  );
});

test("P8: last and first touch agree on a single touch", () => {
  fc.assert(
    fc.property(touches, (all) => {
      for (const one of all) expect(choose({ model: "last_touch" }, [one])).toBe(choose({ model: "first_touch" }, [one]));
    }),
    announced("P8-single", 1000),
  );
});

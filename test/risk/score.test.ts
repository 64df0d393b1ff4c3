/** The score by itself: graded, with reasons, and no network address is ever enough (G1). */
import fs from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDisposableEmail } from "../../src/adapters/disposable-email.ts";
import { risk } from "../../src/core/program-risk.ts";
import { RISK_KEYS, RISK_REASONS } from "../../src/core/risk-reasons.ts";
import { lookalikeOf } from "../../src/core/rules/email-domain.ts";
import { type RiskInputs, assess } from "../../src/core/rules/risk.ts";
import { riskWords } from "../../src/core/rules/risk-words.ts";
import { networkOf, parseRange, rangesOf } from "../../src/core/network.ts";

const clean = (more: Partial<RiskInputs> = {}): RiskInputs => ({
  same: { email: false, phone: false, payment: false, device: false, address: false, household: false, network: false },
  others: { payment: 0, device: 0, address: 0, network: 0 },
  email: null,
  recent: 1,
  seconds: 3600,
  returned: 0,
  couponSite: false,
  lists: { allowed: false, blocked: false, network: false },
  ...more,
});
const same = (...keys: (keyof RiskInputs["same"])[]) => ({
  same: { ...clean().same, ...Object.fromEntries(keys.map((key) => [key, true])) },
});
const policy = risk.parse({});
const strict = risk.parse({ refuse_at: 90 });

const inputs: fc.Arbitrary<RiskInputs> = fc.record({
  same: fc.record({
    email: fc.boolean(),
    phone: fc.boolean(),
    payment: fc.boolean(),
    device: fc.boolean(),
    address: fc.boolean(),
    household: fc.boolean(),
    network: fc.boolean(),
  }),
  others: fc.record({ payment: fc.nat(9), device: fc.nat(9), address: fc.nat(9), network: fc.nat(200) }),
  email: fc.constantFrom(null, "disposable" as const, "lookalike" as const),
  recent: fc.nat(100),
  seconds: fc.option(fc.nat(100)),
  returned: fc.nat(9),
  couponSite: fc.boolean(),
  lists: fc.record({ allowed: fc.boolean(), blocked: fc.boolean(), network: fc.boolean() }),
});

describe("graded, with reasons", () => {
  test("nothing doubtful scores nothing and is allowed", () => {
    expect(assess(clean(), policy)).toEqual({ score: 0, verdict: "allow", reasons: [] });
  });

  test.each([
    ["one mailbox", same("email"), 95, "hold"],
    ["one device", same("device"), 60, "hold"],
    ["one address", same("address"), 45, "allow"],
    ["one address and one family name", same("address", "household"), 56, "hold"],
    ["one family name", same("household"), 20, "allow"],
    ["throw-away mail", { email: "disposable" as const }, 55, "hold"],
    ["look-alike mail", { email: "lookalike" as const }, 40, "allow"],
    ["look-alike mail, at once", { email: "lookalike" as const, seconds: 0 }, 58, "hold"],
    ["at half of the quickest", { seconds: 5 }, 15, "allow"],
    ["15 referrals in a day", { recent: 15 }, 23, "allow"],
    ["20 and more", { recent: 60 }, 45, "allow"],
    ["a coupon site", { couponSite: true }, 45, "allow"],
    ["three who returned it all", { returned: 3 }, 55, "hold"],
    ["the card of one other friend", { others: { ...clean().others, payment: 1 } }, 56, "hold"],
    ["the device of three other friends", { others: { ...clean().others, device: 3 } }, 60, "hold"],
  ] as const)("%s", (_what, more, score, verdict) => {
    expect(assess(clean(more as Partial<RiskInputs>), policy)).toMatchObject({ score, verdict });
  });

  test("refused only from refuse_at on; a block list refuses and an allow list lets through whatever the score", () => {
    expect(assess(clean(same("email")), strict).verdict).toBe("refuse");
    expect(assess(clean(same("device")), strict).verdict).toBe("hold");
    expect(assess(clean({ lists: { allowed: true, blocked: true, network: false } }), policy).verdict).toBe("refuse");
    expect(assess(clean({ ...same("email"), lists: { allowed: true, blocked: false, network: false } }), strict)).toMatchObject({
      score: 95,
      verdict: "allow",
    });
  });

  test("the same inputs and policy give the same answer; more doubt never lowers the score; every reason has words", () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(...RISK_KEYS), (i, key) => {
        const once = assess(i, strict);
        expect(assess(structuredClone(i), structuredClone(strict))).toEqual(once);
        expect(once.score).toBeGreaterThanOrEqual(0);
        expect(once.score).toBeLessThanOrEqual(100);
        const without = assess(i, risk.parse({ refuse_at: 90, weights: { [key]: 0 } }));
        expect(without.score).toBeLessThanOrEqual(once.score);
        for (const words of riskWords(once.reasons, i)) expect(words).toMatch(/^[A-Z0-9].{10,}\.$/);
      }),
      { numRuns: 500 },
    );
  });
});

test("a network address by itself never holds and never refuses, whatever weights and thresholds say", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.nat(100), fc.boolean(), fc.nat(500), (hold_at, weight, inRange, crowd) => {
      const p = risk.parse({ hold_at, refuse_at: hold_at, weights: { shared_network: weight, blocked_network: weight } });
      const i = clean({ others: { ...clean().others, network: crowd }, lists: { allowed: false, blocked: false, network: inRange } });
      const answer = assess({ ...i, same: { ...i.same, network: true } }, p);
      expect(answer.verdict).toBe("allow");
      expect(answer.score).toBeLessThan(hold_at);
    }),
  );
  // With something else it adds, up to a hold and never to a refusal.
  const p = risk.parse({ hold_at: 50, refuse_at: 50, weights: { shared_network: 100 } });
  expect(assess(clean(same("address", "network")), p).verdict).toBe("hold");
});

test("mail domains: a slip or a look-alike of a large provider, not its own other names nor short neighbours", () => {
  for (const domain of ["gmial.com", "gmail.co", "gmaill.com", "gmai1.com", "hotmial.com", "yah00.com", "outlok.com", "grnail.com"])
    expect([domain, lookalikeOf(domain)]).toEqual([domain, expect.any(String)]);
  for (const domain of ["gmail.com", "yahoo.fr", "gmx.at", "we.de", "example.com", "hotmail.co.uk", "mueller-family.de"])
    expect([domain, lookalikeOf(domain)]).toEqual([domain, null]);
  const isDisposable = createDisposableEmail();
  expect(["mailinator.com", "x.mailinator.com", "gmail.com", "example.com"].map(isDisposable)).toEqual([true, true, false, false]);
});

test("networks: IPv4 whole, IPv6 by its /64, mapped addresses as IPv4; ranges hold what lies in them", () => {
  expect(networkOf("::ffff:203.0.113.9")).toBe(networkOf("203.0.113.9"));
  expect(networkOf("2001:db8:0:1:aaaa::1")).toBe(networkOf("2001:DB8::1:0:0:0:2"));
  expect(networkOf("2001:db8:0:2::1")).not.toBe(networkOf("2001:db8:0:1::1"));
  expect(["nonsense", "1.2.3", "1.2.3.256", "1::2::3", "12345::"].map(networkOf)).toEqual(Array(5).fill(null));
  expect(["203.0.113.0/33", "x/8", "1.2.3.4/8/9"].map(parseRange)).toEqual(Array(3).fill(null));
  const within = rangesOf(["203.0.113.0/24", "2001:db8::/32"]);
  expect(["203.0.113.77", "203.0.114.1", "2001:db8:1::1", "rubbish"].map(within)).toEqual([true, false, true, false]);
});

test("docs/risk.md lists every reason with its weight", () => {
  const rows = [...fs.readFileSync("docs/risk.md", "utf8").matchAll(/^\| `(\w+)` \| (\d+) \|/gm)].map((m) => [m[1], Number(m[2])]);
  expect(Object.fromEntries(rows)).toEqual(RISK_REASONS);
});

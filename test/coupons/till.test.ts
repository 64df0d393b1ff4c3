/** The till, through HTTP and over two processes: validate and redeem, once for each use, with a receipt (CATALOGUE B7, C9; FAULTS F8). */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Reply, type TestServer, createServer } from "../support/server.ts";
import { assertBooks } from "../support/books.ts";

let s: TestServer;
let till: string;
let other: string;
let code: string;

type Coupon = Record<string, unknown>;
const LABELS = {
  stages: ["signup", "order"],
  qualifies_at: "order",
  destination: "https://shop.example/",
  kind: "two_way",
  name: "Till",
};
const WORDS = { terms: { en: "Terms." }, disclosure: { en: "I get 5 USD." } };
const publish = async (key: string, coupon: Coupon) => {
  const rewards = [{ key: "off", when: { stage: "signup", nth: 1 }, to: "friend", give: { coupon } }];
  const put = await s.call("PUT", `/v1/programs/${key}`, { body: { key, ...LABELS, ...WORDS, rewards } });
  expect([put.status, put.body.findings?.filter((f: { severity: string }) => f.severity === "error")]).toEqual([200, []]);
  expect((await s.call("POST", `/v1/programs/${key}/publish`, { body: {} })).status).toBe(200);
  const joined = await s.call("POST", "/v1/advocates", { body: { program: key, person: { user_id: `ann-${key}` } } });
  code = joined.body.links[0].code as string;
};
/** Her coupon of the program whose advocate's code is `code`. */
const signsUp = async (user: string) => {
  const body = { type: "signup", person: { user_id: user }, referral: { code } };
  expect((await s.call("POST", "/v1/events", { body })).status).toBe(200);
  const list = await s.call("GET", `/v1/coupons?person=user_id:${user}`);
  return list.body.data.at(-1)?.code as string;
};
const ask = (url: string, path: string, of: { key: string; body: object }) =>
  fetch(`${url}/v1/coupons/${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${of.key}`, "content-type": "application/json" },
    body: JSON.stringify(of.body),
  }).then(async (r) => ({ status: r.status, body: (await r.json()) as Reply["body"] }));
const redeem = (body: object, key = till, url = s.url) => ask(url, "redeem", { key, body });
const validate = (body: object, key = till) => ask(s.url, "validate", { key, body });

beforeAll(async () => {
  s = await createServer();
  const made = await s.call("POST", "/v1/keys", { body: { kind: "secret", name: "Till 1", scopes: ["till"] } });
  till = made.body.key as string;
  other = (await s.call("POST", "/v1/keys", { body: { kind: "secret", name: "Till 2", scopes: ["till"] } })).body.key as string;
});
afterAll(async () => {
  await assertBooks(s.engine, s.a.workspaceId);
  await s.close();
});

describe("a till's key", () => {
  test("asks about a coupon and redeems it, and may do nothing else", async () => {
    await publish("rights", { percent: 20 });
    const coupon = await signsUp("rita");
    expect((await validate({ code: coupon, person: "user_id:rita" })).body.valid).toBe(true);
    for (const [method, path] of [
      ["GET", "/v1/coupons"],
      ["GET", "/v1/people"],
      ["POST", "/v1/coupon-pools"],
    ] as const)
      expect([path, (await s.call(method, path, { key: till, ...(method === "POST" ? { body: {} } : {}) })).status]).toEqual([path, 403]);
    const readOnly = (await s.call("POST", "/v1/keys", { body: { kind: "secret", name: "", scopes: ["coupons:read"] } })).body.key;
    expect((await redeem({ code: coupon, person: "user_id:rita" }, readOnly)).status).toBe(403);
    expect((await redeem({ code: coupon, person: "user_id:rita" })).body).toMatchObject({ valid: true, receipt_number: `${coupon}-1` });
  });

  test("that tries many codes is stopped, and its alarm is in the log; the shop's own server is not stopped by a till", async () => {
    const thief = (await s.call("POST", "/v1/keys", { body: { kind: "secret", name: "Thief", scopes: ["till"] } })).body.key as string;
    let stopped = 0;
    for (let i = 0; i < 70; i++) if ((await validate({ code: `GUESS-${i}` }, thief)).status === 429) stopped++;
    expect(stopped).toBe(10);
    expect(s.logged.some((line) => line.includes("code_guessing"))).toBe(true);
    expect((await redeem({ code: "GUESS-X" }, thief)).status).toBe(429);
    expect((await validate({ code: "NOSUCH" })).body).toMatchObject({ valid: false, reason: "unknown" });
    expect((await validate({ code: "NOSUCH" }, s.a.secretKey)).status).toBe(200);
  });
});

describe("once under concurrency", () => {
  test("of 50 redemptions at two processes exactly one wins, and it is the one with a receipt number", async () => {
    await publish("fifty", { amount: "5.00 USD" });
    const coupon = await signsUp("fred");
    const second = (await s.another()).url;
    const answers = await Promise.all(
      [...Array(50).keys()].map((i) =>
        redeem({ code: coupon, person: "user_id:fred", receipt: `r${i}` }, i % 3 ? till : other, i % 2 ? s.url : second),
      ),
    );
    expect(new Set(answers.map((a) => a.status))).toEqual(new Set([200]));
    const won = answers.filter((a) => a.body.valid);
    expect(won.map((a) => a.body.receipt_number)).toEqual([`${coupon}-1`]);
    expect(new Set(answers.filter((a) => !a.body.valid).map((a) => a.body.reason))).toEqual(new Set(["used"]));
    expect(await s.engine.rows("select 1 from coupon_use where workspace_id = $1 and code = $2", [s.a.workspaceId, coupon])).toHaveLength(
      1,
    );
  });

  test("of 50 at a code with 7 uses exactly 7 win, each with its own number", async () => {
    await publish("seven", { percent: 10, uses: 7, bearer: true });
    const coupon = await signsUp("sven");
    const second = (await s.another()).url;
    const answers = await Promise.all(
      [...Array(50).keys()].map((i) => redeem({ code: coupon, receipt: `s${i}` }, till, i % 2 ? s.url : second)),
    );
    const won = answers.filter((a) => a.body.valid).map((a) => a.body.receipt_number as string);
    expect(won.sort()).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `${coupon}-${n}`));
    expect((await validate({ code: coupon })).body.reason).toBe("used");
  });

  test("the same receipt of the same till is answered the same again, 20 times at once too; another till's is not", async () => {
    await publish("again", { percent: 50 });
    const coupon = await signsUp("gus");
    const bill = { code: coupon, person: "user_id:gus", receipt: "4711", total: 3000, currency: "USD" };
    const answers = await Promise.all(Array.from({ length: 20 }, () => redeem(bill)));
    expect(new Set(answers.map((a) => JSON.stringify(a.body))).size).toBe(1);
    expect(answers[0]!.body).toMatchObject({ valid: true, discount: { amount: 1500, currency: "USD" }, receipt_number: `${coupon}-1` });
    expect((await redeem(bill, other)).body).toMatchObject({ valid: false, reason: "used" });
    expect((await redeem({ ...bill, receipt: "4712" })).body).toMatchObject({ valid: false, reason: "used" });
  });

  test("one receipt number is one bill: another customer's under the same number is not told that she paid", async () => {
    await publish("bills", { percent: 50, uses: 2, bearer: true });
    const coupon = await signsUp("hal");
    await signsUp("hannah");
    expect((await redeem({ code: coupon, person: "user_id:hal", receipt: "1" })).body.valid).toBe(true);
    expect((await redeem({ code: coupon, person: "user_id:hannah", receipt: "1" })).body).toMatchObject({ valid: false, reason: "used" });
    expect((await redeem({ code: coupon, person: "user_id:hannah", receipt: "2" })).body.valid).toBe(true);
  });
});

describe("what the terms say", () => {
  const line = (sku: string, price: number, more: object = {}) => ({ sku, price, quantity: 1, ...more });

  test("excluded products, categories and sale items count neither for the minimum nor for what is taken off", async () => {
    await publish("basket", {
      percent: 10,
      minimum_order: "50.00 USD",
      excluded: { skus: ["GIFT"], categories: ["books"], sale_items: true },
    });
    const coupon = await signsUp("ida");
    const of = (items: object[]) => validate({ code: coupon, person: "user_id:ida", currency: "USD", items });
    expect((await of([line("A", 4000), line("GIFT", 3000)])).body).toMatchObject({
      valid: false,
      reason: "minimum_not_met",
      discount: null,
    });
    expect((await of([line("B", 6000, { category: "books" }), line("C", 9000, { sale: true })])).body.reason).toBe("excluded_items");
    const good = await of([line("A", 2505, { quantity: 2 }), line("GIFT", 3000)]);
    expect(good.body).toMatchObject({ valid: true, discount: { amount: 501, currency: "USD" } });
  });

  test("an amount takes off no more than the basket, and nothing in another currency", async () => {
    await publish("amounts", { amount: "20.00 USD" });
    const coupon = await signsUp("jo");
    const of = (total: number, currency: string) => validate({ code: coupon, person: "user_id:jo", total, currency });
    expect((await of(1500, "USD")).body.discount).toEqual({ amount: 1500, currency: "USD" });
    expect((await of(1500, "EUR")).body).toMatchObject({ valid: false, reason: "currency_mismatch" });
  });

  test("one that is not combinable goes with no other on the bill, whichever comes first, also when two tills ring at once", async () => {
    await publish("alone", { percent: 10, combinable: false });
    const alone = await signsUp("kim");
    await publish("along", { percent: 10 });
    const along = await signsUp("kim2");
    expect((await validate({ code: along, person: "user_id:kim2", beside: [alone] })).body.reason).toBe("not_combinable");
    const bill = { receipt: "b-1" };
    const both = await Promise.all([
      redeem({ code: alone, person: "user_id:kim", ...bill }),
      redeem({ code: along, person: "user_id:kim2", ...bill }),
    ]);
    expect(both.map((a) => a.body.reason).sort()).toEqual(["not_combinable", null].sort());
    const rest = both[0].body.valid ? { code: along, person: "user_id:kim2" } : { code: alone, person: "user_id:kim" };
    expect((await redeem({ ...rest, receipt: "b-2" })).body.valid).toBe(true);
  });

  test("a code for whoever shows it, so many times a person", async () => {
    await publish("per", { percent: 10, uses: 10, bearer: true, per_person: 2 });
    const coupon = await signsUp("lea");
    await signsUp("leo");
    const by = (person: string, receipt: string) => redeem({ code: coupon, receipt, person: `user_id:${person}` });
    expect((await redeem({ code: coupon, receipt: "p0" })).body.reason).toBe("person_missing");
    const answers = await Promise.all(["p1", "p2", "p3", "p4"].map((receipt) => by("leo", receipt)));
    expect(answers.map((a) => a.body.reason).sort()).toEqual([null, null, "person_limit", "person_limit"].sort());
    expect((await by("lea", "p5")).body.valid).toBe(true);
  });
});

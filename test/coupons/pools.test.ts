/** Coupon codes that the business uploads: each given out once, in their order, and a warning before they run out. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { uploadCodes } from "../../src/flow/coupon-pools.ts";
import { issueCoupons, withCoupons } from "../../src/flow/coupons.ts";
import { redeemCoupon } from "../../src/flow/redeem-coupons.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { type Money, moneyOf, programOf, refund } from "../support/money.ts";

let e: Engine;
let m: Money;
let ann: { personId: string; code: string };
const POOL = {
  key: "off",
  when: { stage: "order" as const },
  to: "friend" as const,
  give: { coupon: { percent: 10, codes: "pool" as const, low_stock: 2 } },
};
const MADE = { key: "made", when: { stage: "order" as const }, to: "friend" as const, give: { coupon: { percent: 5 } } };
beforeEach(async () => {
  e = await createEngine();
  m = moneyOf(e, e.workspace);
  await e.publish(programOf("shop", [POOL, MADE]));
  ann = await e.join("shop", { user_id: "ann" });
});
afterEach(async () => {
  await m.prove();
  await e.close();
});

const upload = (codes: string[], rule = "off") => uploadCodes(m.parts, m.by, { program: "shop", rule, codes });
const buys = (id: string) => ({
  id,
  type: "purchase" as const,
  person: { user_id: `u-${id}` },
  referral: { code: ann.code },
  order: { id, total: 8000, currency: "USD" },
});
const send = (...events: object[]) => withCoupons(m.parts, e.batcher).submit(e.workspace, events as never);
const given = async () =>
  (
    await e.rows<{ code: string }>(
      "select coalesce(written, code) as code from coupon where workspace_id = $1 and terms->>'codes' = 'pool' order by 1",
      [e.workspace],
    )
  ).map((r) => r.code);
const warnings = async () =>
  (
    await e.rows<{ payload: { type: string; data?: object }[] }>("select payload from outbox where workspace_id = $1 order by seq", [
      e.workspace,
    ])
  )
    .flatMap((r) => r.payload)
    .filter((news) => news.type === "budget.low");

test("codes are given out in their order; what waits for an empty pool gets its code when codes come", async () => {
  expect(await upload(["AAA-1", "aaa2", "AAA-3"])).toEqual({ added: 3, known: 0, taken: [], malformed: [] });
  for (const id of ["1", "2", "3", "4"]) await send(buys(id));
  expect(await given()).toEqual(["AAA-1", "AAA-3", "aaa2"].sort());
  expect(await upload(["AAA4", "AAA5"])).toMatchObject({ added: 2 });
  expect(await given()).toEqual(["AAA-1", "AAA-3", "AAA4", "aaa2"].sort());
});

test("50 earn at once at two processes, with two issuing over each other: 40 codes go to 40 people, none twice, ten wait", async () => {
  await upload([...Array(40).keys()].map((i) => `POOL${String(i).padStart(2, "0")}`));
  const other = { ...m.parts, pool: e.database.pool({ max: 4 }), batcher: e.another() };
  await Promise.all(
    [...Array(50).keys()].map((i) =>
      withCoupons(i % 2 ? m.parts : other, i % 2 ? m.parts.batcher : other.batcher).submit(e.workspace, [buys(`p${i}`)] as never),
    ),
  );
  await Promise.all([issueCoupons(m.parts, e.workspace), issueCoupons(other, e.workspace)]);
  expect(await given()).toHaveLength(40);
  const [taken] = await e.rows<{ n: number; people: number }>(
    `select count(*)::int as n, count(distinct c.person_id)::int as people from coupon_pool_code p
       join coupon c on c.workspace_id = p.workspace_id and c.code = p.code and c.reward_id = p.reward_id
      where p.workspace_id = $1 and p.taken_at is not null`,
    [e.workspace],
  );
  expect(taken).toEqual({ n: 40, people: 40 });
  await other.batcher.close();
});

test("one warning when the pool comes to its low mark, and none for every code after it", async () => {
  await upload(["W1A", "W2A", "W3A", "W4A"]);
  for (const id of ["1", "2", "3"]) await send(buys(id));
  expect(await warnings()).toMatchObject([{ data: { what: "coupon_pool", rule: "off", left: 2 } }]);
});

test("uploaded again they change nothing; a link's or another coupon's code stays out; a rule without a pool takes none", async () => {
  await send(buys("1"));
  const [made] = await e.rows<{ code: string }>("select code from coupon where workspace_id = $1", [e.workspace]);
  await upload(["SAME1"]);
  expect(await upload(["same-1", "SAME2", ann.code, made!.code, "x", "ä b"])).toEqual({
    added: 1,
    known: 1,
    taken: [ann.code, made!.code].sort(),
    malformed: ["x", "ä b"],
  } satisfies Awaited<ReturnType<typeof upload>>);
  await expect(upload(["ANY1"], "made")).rejects.toMatchObject({ code: "conflict" });
  await expect(upload(["ANY1"], "none")).rejects.toMatchObject({ code: "conflict" });
});

test("a code whose reward is taken back unused stays hers and goes to nobody else", async () => {
  await upload(["KEEP1", "KEEP2"]);
  await send(buys("1"));
  await send(refund("1"));
  const [kept] = await e.rows<{ person_id: string }>("select person_id from coupon where workspace_id = $1 and code = 'KEEP1'", [
    e.workspace,
  ]);
  expect(await redeemCoupon(m.parts, m.by, { code: "KEEP1", personId: kept!.person_id, orderId: null, receipt: null })).toMatchObject({
    reason: "unknown",
  });
  await send(buys("2"));
  expect(await given()).toEqual(["KEEP1", "KEEP2"]);
});

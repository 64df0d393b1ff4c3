/** A3: partners earn commission for leads, sales and renewals, and a share of what the partners they bring in earn. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Shop, createShop, month } from "../support/shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await createShop();
  await shop.publish("affiliate");
});
afterAll(() => shop.close());

const apply = (user: string) => shop.client.join("affiliate", { user_id: user });
const decide = (user: string, decision: "approve" | "refuse") =>
  shop.client.unwrap(
    shop.client.api.POST(`/v1/programs/{program}/applications/{person}/${decision}`, {
      params: { path: { program: "affiliate", person: `user_id:${user}` } },
    }),
  );
/** Applies and is approved. @returns the code. */
const partner = async (user: string): Promise<string> => {
  await apply(user);
  await decide(user, "approve");
  return (await apply(user)).links[0]!.code;
};
const pending = async (user: string) => Object.fromEntries(Object.entries(await shop.balances(user)).map(([unit, b]) => [unit, b.pending]));

test("A3: a partner applies, waits, and has a link only when approved", async () => {
  expect(await apply("ann")).toMatchObject({ status: "applied", links: [] });
  expect(await apply("ann")).toMatchObject({ status: "applied", links: [] });
  expect(await decide("ann", "approve")).toMatchObject({ status: "active" });
  const joined = await apply("ann");
  expect(joined).toMatchObject({ status: "active", links: [{ channel: null }] });
  expect(await decide("ann", "approve")).toMatchObject({ status: "active" });
  expect((await apply("ann")).links).toEqual(joined.links);
  await expect(decide("ann", "refuse")).rejects.toMatchObject({ code: "conflict" });
});

test("A3: a refused application stays refused until it is approved; without one there is nothing to decide", async () => {
  await apply("rex");
  expect(await decide("rex", "refuse")).toMatchObject({ status: "refused" });
  expect(await apply("rex")).toMatchObject({ status: "refused", links: [] });
  expect(await decide("rex", "refuse")).toMatchObject({ status: "refused" });
  expect(await decide("rex", "approve")).toMatchObject({ status: "active" });
  await shop.send({ type: "identify", person: { user_id: "nobody" } });
  await expect(decide("nobody", "approve")).rejects.toMatchObject({ status: 404 });
  const { data } = await shop.client.unwrap(
    shop.client.api.GET("/v1/advocates", { params: { query: { program: "affiliate", status: "applied" } } }),
  );
  expect(data).toEqual([]);
});

test("A3: 2.00 a qualified lead, once", async () => {
  const code = await partner("bea");
  const lead = await shop.send({ type: "lead", person: { user_id: "l1" }, referral: { code } });
  expect(lead.decisions).toMatchObject([{ outcome: "advanced", stage: "lead", rewards: [] }]);
  const qualify = () => shop.send({ type: "stage", stage: "qualified_lead", program: "affiliate", person: { user_id: "l1" } });
  expect((await qualify()).decisions).toMatchObject([
    { outcome: "rewarded", rewards: [{ rule: "lead", value: { amount: 200, currency: "USD" } }] },
  ]);
  expect((await qualify()).decisions[0]!.rewards).toEqual([]);
  expect(await pending("bea")).toEqual({ USD: 200 });
  await shop.books();
});

test("A3: 20 % of the net of the first order, 10 % of twelve renewals, the 13th nothing", async () => {
  const code = await partner("carla");
  // 119.00 with 19.00 of tax and 10.00 of shipping: 90.00 net.
  const order = { total: 11900, tax: 1900, shipping: 1000 };
  const first = await shop.buys("c1", { id: "c1-0", ...order, code, at: month(0) });
  expect(first.decisions[0]!.rewards).toMatchObject([{ rule: "first-order", value: { amount: 1800, currency: "USD" } }]);
  // A second order is no first one.
  expect((await shop.buys("c1", { id: "c1-x", ...order })).decisions[0]!.rewards).toEqual([]);
  const paid: (number | undefined)[] = [];
  for (let i = 1; i <= 13; i++) {
    // Three minutes late, as renewals are.
    await shop.to(month(i, 200_000));
    const renewal = await shop.buys("c1", { type: "payment", id: `c1-${i}`, ...order, at: month(i, 180_000) });
    paid.push(renewal.decisions[0]!.rewards[0]?.value.amount);
  }
  expect(paid).toEqual([...Array<number>(12).fill(900), undefined]);
  const { USD } = await shop.balances("carla");
  expect(USD!.pending + USD!.available).toBe(1800 + 12 * 900);
  await shop.books();
});

test("A3: twelve renewals are the most, however soon they come; after thirteen months none counts", async () => {
  const code = await partner("nora");
  await shop.buys("n1", { id: "n1-0", total: 10000, code });
  const weekly: (string | null)[] = [];
  for (let i = 1; i <= 13; i++) {
    const renewal = await shop.buys("n1", { type: "payment", id: `n1-${i}`, total: 1000 });
    weekly.push(renewal.decisions[0]!.reason);
  }
  expect(weekly).toEqual([...Array<null>(12).fill(null), "not_nth"]);
  // A yearly plan: the first renewal counts, the second comes too late.
  await shop.buys("n2", { id: "n2-0", total: 10000, code, at: month(13) });
  await shop.to(month(25, 200_000));
  const first = await shop.buys("n2", { type: "payment", id: "n2-1", total: 10000, at: month(25, 180_000) });
  expect(first.decisions).toMatchObject([{ outcome: "rewarded", rewards: [{ value: { amount: 1000, currency: "USD" } }] }]);
  await shop.to(month(37, 200_000));
  const second = await shop.buys("n2", { type: "payment", id: "n2-2", total: 10000, at: month(37, 180_000) });
  expect(second.decisions).toMatchObject([{ outcome: "not_rewarded", reason: "duration_passed", rewards: [] }]);
});

test("A3: a refund takes its share of the net back", async () => {
  const code = await partner("dora");
  await shop.buys("d1", { id: "d1-0", total: 11900, tax: 1900, shipping: 1000, code });
  // A third of the order: a third of the net, of the tax and of the shipping.
  await shop.refunds("d1-0", 3967);
  expect(await pending("dora")).toEqual({ USD: 1200 });
});

test("A3: orders in dollars, euros and yen each pay in their own currency", async () => {
  const code = await partner("emma");
  await shop.buys("e1", { id: "e1", total: 10000, code, currency: "USD" });
  await shop.buys("e2", { id: "e2", total: 10000, code, currency: "EUR" });
  await shop.buys("e3", { id: "e3", total: 10000, code, currency: "JPY" });
  // 20 % of 12,345 yen is 2,469 yen: no decimals appear.
  await shop.buys("e4", { id: "e4", total: 12345, code, currency: "JPY" });
  expect(await pending("emma")).toEqual({ USD: 2000, EUR: 2000, JPY: 4469 });
  await shop.books();
});

test("A3: sub-affiliates: 10 % of what recruits earn, one level, and back again with every refund", async () => {
  const top = await partner("fay");
  await shop.send({ type: "signup", person: { user_id: "gina" }, referral: { code: top } });
  const middle = await partner("gina");
  await shop.send({ type: "signup", person: { user_id: "hana" }, referral: { code: middle } });
  const bottom = await partner("hana");
  // Recruiting pays nothing.
  expect([await pending("fay"), await pending("gina")]).toEqual([{}, {}]);

  // 100.00 net: 20.00 for the partner, 2.00 for her recruiter, nothing for the one above.
  await shop.buys("h1", { id: "h1", total: 10000, code: bottom });
  expect(await Promise.all(["hana", "gina", "fay"].map(pending))).toEqual([{ USD: 2000 }, { USD: 200 }, {}]);
  await shop.buys("g1", { id: "g1", total: 10000, code: middle });
  expect(await Promise.all(["hana", "gina", "fay"].map(pending))).toEqual([{ USD: 2000 }, { USD: 2200 }, { USD: 200 }]);
  // A lead counts as earned too.
  await shop.send({ type: "lead", person: { user_id: "h2" }, referral: { code: bottom } });
  await shop.send({ type: "stage", stage: "qualified_lead", person: { user_id: "h2" } });
  expect(await Promise.all(["hana", "gina", "fay"].map(pending))).toEqual([{ USD: 2200 }, { USD: 2220 }, { USD: 200 }]);
  // A quarter comes back at both levels; the rest of it takes everything.
  await shop.refunds("h1", 2500);
  expect(await Promise.all(["hana", "gina", "fay"].map(pending))).toEqual([{ USD: 1700 }, { USD: 2170 }, { USD: 200 }]);
  await shop.refunds("h1");
  expect(await Promise.all(["hana", "gina", "fay"].map(pending))).toEqual([{ USD: 200 }, { USD: 2020 }, { USD: 200 }]);
  await shop.books();
});

/** A9: employees refer candidates. Half of the vacancy's bonus at hire, half after 90 days if both still work here. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Claims, claimsOf } from "../support/claims.ts";
import { type Shop, createShop, day } from "../support/shop.ts";

let shop: Shop;
let claims: Claims;
const baker = { program: "employee", title: "Baker", department: "Bakery", country: "US", grade: "junior" };
const byUser = (user: string) => `user_id:${user}`;

beforeAll(async () => {
  shop = await createShop();
  claims = claimsOf(shop);
  await shop.publish("employee");
  for (const user of ["ann", "max", "mona", "rik", "nils", "olga"]) {
    await shop.join("employee", user);
    await works(user, true);
  }
  await claims.vacancy("v-1", { ...baker, manager: byUser("mona"), recruiter: byUser("rik") });
});
afterAll(() => shop.close());

const works = (user: string, employed: boolean, more: Record<string, unknown> = {}) =>
  shop.send({ type: "identify", person: { user_id: user, attributes: { employed, ...more } } });
const candidate = (user: string, vacancy = "v-1") => ({ program: "employee", vacancy, contact: { user_id: user, name: user } });
const make = (by: string, user: string, vacancy?: string) => claims.make({ ...candidate(user, vacancy), claimants: [by] });
const given = async (user: string) => (await shop.rewards(user)).map((r) => [r.rule, r.value.amount, r.value.currency]);

test("A9: 2,000.00 of a vacancy: 1,000.00 at hire and 1,000.00 after 90 days, not before, as both still work here", async () => {
  expect(await make("ann", "carl")).toMatchObject({ status: "accepted", reason: null, vacancy: "v-1" });
  await claims.candidate("v-1", "carl", "interviewed");
  expect(await shop.balances("ann")).toEqual({});
  await shop.to(day(10));
  const hired = await claims.candidate("v-1", "carl", "hired");
  expect(hired.decisions[0]!.rewards.map((r) => r.value)).toEqual([{ amount: 100_000, currency: "USD" }]);
  // The hook comes twice.
  expect(await claims.candidate("v-1", "carl", "hired")).toMatchObject({ status: "duplicate" });
  await works("carl", true);
  await shop.to(day(100, -1));
  expect(await shop.balances("ann")).toEqual({ USD: { pending: 0, available: 100_000 } });
  await shop.to(day(100, 60_000));
  expect(await shop.balances("ann")).toEqual({ USD: { pending: 0, available: 200_000 } });
  await shop.books();
});

test("A9: without the hire or the colleague after 90 days there is no second half", async () => {
  for (const [by, who] of [
    ["max", "dora"],
    ["nils", "emil"],
  ] as const) {
    await make(by, who);
    await claims.candidate("v-1", who, "hired");
    await works(who, true);
  }
  await shop.to(day(150));
  await works("dora", false);
  await works("nils", false);
  await shop.to(day(195));
  expect(await given("max")).toEqual([["hired", 100_000, "USD"]]);
  expect(await given("nils")).toEqual([["hired", 100_000, "USD"]]);
  await shop.books();
});

test("A9: the bonus follows grade and country, and a vacancy's own comes first", async () => {
  await claims.vacancy("v-us-senior", { ...baker, grade: "senior" });
  await claims.vacancy("v-de-senior", { ...baker, grade: "senior", country: "DE" });
  await claims.vacancy("v-de", { ...baker, country: "DE" });
  await claims.vacancy("v-own", { ...baker, bonus: { amount: 500_000, currency: "CHF" } });
  const halves: [string, [number, string]][] = [
    ["v-us-senior", [150_000, "USD"]],
    ["v-de-senior", [125_000, "EUR"]],
    ["v-de", [75_000, "EUR"]],
    ["v-own", [250_000, "CHF"]],
  ];
  for (const [vacancy, [amount, currency]] of halves) {
    await make("olga", `for-${vacancy}`, vacancy);
    const hired = await claims.candidate(vacancy, `for-${vacancy}`, "hired");
    expect(hired.decisions[0]!.rewards.map((r) => r.value)).toEqual([{ amount, currency }]);
  }
});

test("A9: two colleagues name one candidate: the first valid claim wins, for six months", async () => {
  // Mona fills the vacancy and Rik recruits for it: their claims come first and are not valid.
  expect(await make("mona", "fritz")).toMatchObject({ status: "refused", reason: "is_manager" });
  expect(await make("rik", "fritz")).toMatchObject({ status: "refused", reason: "is_recruiter" });
  const first = await make("ann", "fritz");
  expect(first.status).toBe("accepted");
  expect(await make("max", "fritz")).toMatchObject({ status: "refused", reason: "claimed_by_another" });
  // Not for another vacancy either, and the manager of this one may recommend for another.
  await claims.vacancy("v-2", { ...baker, title: "Driver", department: "Logistics" });
  expect(await make("max", "fritz", "v-2")).toMatchObject({ reason: "claimed_by_another" });
  expect(await make("mona", "gerd", "v-2")).toMatchObject({ status: "accepted" });
  const end = Date.parse(first.exclusive_until);
  const from = new Date(first.claimed_at);
  expect(new Date(end).getUTCMonth()).toBe((from.getUTCMonth() + 6) % 12);
  await shop.to(new Date(end - 10_000).toISOString());
  expect(await make("max", "fritz")).toMatchObject({ reason: "claimed_by_another" });
  await shop.to(new Date(end).toISOString());
  expect(await make("max", "fritz")).toMatchObject({ status: "accepted" });
  await claims.candidate("v-1", "fritz", "hired");
  expect((await given("max")).at(-1)).toEqual(["hired", 100_000, "USD"]);
  await shop.books();
});

test("A9: who applied by herself is known, a closed vacancy takes nobody, and a manager gets nothing for his own vacancy", async () => {
  await claims.candidate("v-1", "heike", "submitted");
  expect(await make("ann", "heike")).toMatchObject({ status: "refused", reason: "already_known" });
  await claims.vacancy("v-3", { ...baker, status: "closed" });
  expect(await make("ann", "ines", "v-3")).toMatchObject({ status: "refused", reason: "vacancy_closed" });
  // Mona named Jo for the drivers; he is hired by herself as a baker.
  expect(await make("mona", "jo", "v-2")).toMatchObject({ status: "accepted" });
  const hired = await claims.candidate("v-1", "jo", "hired");
  expect(hired.decisions[0]).toMatchObject({ rewards: [], reason: "condition_not_met" });
  await expect(claims.candidate("v-1", "jo", "promoted")).rejects.toMatchObject({ code: "validation_failed" });
});

test("A9: the payroll file has employee number and cost centre, and no cell begins a formula", async () => {
  await works("ann", true, { employee_number: "0047", cost_centre: "BAK-1" });
  await works("max", true, { employee_number: "=1+1", cost_centre: "LOG-2" });
  const { api, unwrap } = shop.client;
  const batch = await unwrap(api.POST("/v1/payouts", { body: { unit: "USD", kind: "cash" } }));
  const file = await unwrap(
    api.GET("/v1/payouts/{batch}/file.csv", {
      params: { path: { batch: batch.id }, query: { format: "payroll" } },
      parseAs: "text",
    }),
  );
  const [head, ...lines] = (file as string).trim().split(/\r?\n/);
  expect(head).toBe("employee_number,cost_centre,name,amount,currency,payout,person,state,reference,error");
  expect(lines.find((line) => line.startsWith("0047"))).toMatch(/^0047,BAK-1,,2000\.00,USD,pay_\w+,per_\w+,,,$/);
  expect(lines.some((line) => line.startsWith("'=1+1,LOG-2"))).toBe(true);
  expect(lines.some((line) => line.startsWith("="))).toBe(false);
});

/** A9: employees refer candidates. Half of the vacancy's bonus at hire, half after 90 days if both still work here. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Claims, claimsOf } from "../support/claims.ts";
import { type Shop, createShop, day } from "../support/shop.ts";

let shop: Shop;
let claims: Claims;
beforeAll(async () => {
  shop = await createShop();
  claims = claimsOf(shop);
  await shop.publish("employee");
  for (const user of ["ann", "max", "mona", "rik", "nils", "olga"]) {
    await shop.join("employee", user);
    await works(user, true);
  }
  await claims.vacancy("v-1", {
    program: "employee",
    title: "Baker",
    department: "Bakery",
    country: "US",
    grade: "junior",
    manager: "user_id:mona",
    recruiter: "user_id:rik",
  });
});
afterAll(() => shop.close());

const works = (user: string, employed: boolean, more: Record<string, unknown> = {}) =>
  shop.send({ type: "identify", person: { user_id: user, attributes: { employed, ...more } } });
const candidate = (user: string, vacancy = "v-1") => ({ program: "employee", vacancy, contact: { user_id: user, name: user } });

test("A9: 2,000.00 by grade and country: 1,000.00 at hire and 1,000.00 after 90 days, not a millisecond before", async () => {
  const claim = await claims.make({ ...candidate("carl"), claimants: ["ann"] });
  expect(claim).toMatchObject({ status: "accepted", reason: null, vacancy: "v-1" });
  await claims.candidate("v-1", "carl", "interviewed");
  expect(await shop.balances("ann")).toEqual({});
  await shop.to(day(10));
  const hired = await claims.candidate("v-1", "carl", "hired");
  expect(hired.decisions[0]!.rewards.map((r) => r.value)).toEqual([{ amount: 100_000, currency: "USD" }]);
  expect(await claims.candidate("v-1", "carl", "hired")).toMatchObject({ status: "duplicate" });
  await works("carl", true);
  await shop.to(day(100, -1));
  expect(await shop.balances("ann")).toEqual({ USD: { pending: 0, available: 100_000 } });
  await shop.to(day(100, 60_000));
  expect(await shop.balances("ann")).toEqual({ USD: { pending: 0, available: 200_000 } });
  await shop.books();
});

/** Companies: who belongs to which, whose purchase was the first, and what it means for colleagues, whatever arrives first. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Engine, createEngine } from "../support/engine.ts";
import { verify } from "../support/people.ts";

const day = 86_400_000;
const at = (days: number) => new Date(Date.now() - days * day).toISOString();

let e: Engine;
let code: string;
let n = 0;
beforeAll(async () => {
  e = await createEngine();
  await e.publish({
    key: "friends",
    kind: "partner",
    name: "Friends",
    stages: ["order"],
    qualifies_at: "order",
    destination: "https://shop.example/",
    friends: { who: "new_customer_of_company" },
    rewards: [
      { key: "tenth", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 10, of: "order.total" } }, hold: "14d" },
    ],
    terms: { en: "T" },
    disclosure: { en: "D" },
  });
  code = (await e.join("friends", { user_id: "ann" })).code;
});
afterAll(async () => {
  await e.close();
});
// Every test has people and a company of its own.
beforeEach(() => {
  n++;
});

const buy = (who: string, days: number, more: Record<string, unknown> = {}) => {
  const id = `${who}-${n}-${days}`;
  const { company, ...rest } = more;
  const person = { user_id: `${who}-${n}`, ...(company === undefined ? {} : { company: `${company as string}-${n}` }) };
  return {
    id,
    type: "purchase",
    occurred_at: at(days),
    person,
    referral: { code },
    order: { id, total: 1000, currency: "USD" },
    ...rest,
  } as never;
};
const is = (who: string, company: string, days: number) =>
  ({
    id: `is-${who}-${n}-${days}`,
    type: "identify",
    occurred_at: at(days),
    person: { user_id: `${who}-${n}`, company: `${company}-${n}` },
  }) as never;
const earned = async () =>
  (
    await e.rows<{ order: string }>(
      "select replace(basis, 'order:', '') as order from reward where owed > 0 and basis like $1 order by 1",
      [`%-${n}-%`],
    )
  ).map((r) => r.order);
const companies = () => e.rows("select external_id, first_order_client from company where external_id like $1 order by 1", [`%-${n}`]);

test("an event that names a company makes it, and the person belongs to it", async () => {
  await e.send([buy("a", 5, { company: "acme" })]);
  expect(await companies()).toEqual([{ external_id: `acme-${n}`, first_order_client: `a-${n}-5` }]);
  expect(
    await e.rows(
      "select c.external_id from person p join company c on c.id = p.company_id join person_identity i on i.person_id = p.id " +
        "where i.value = $1",
      [`a-${n}`],
    ),
  ).toEqual([{ external_id: `acme-${n}` }]);
  expect(await earned()).toEqual([`a-${n}-5`]);
});

test("a colleague of somebody who bought before is no new customer, and says why", async () => {
  await e.send([buy("a", 5, { company: "acme" })]);
  const [second] = await e.send([buy("b", 4, { company: "acme" })]);
  expect(second!.decisions[0]).toMatchObject({ outcome: "not_referred", reason: "not_new_customer" });
  expect(await earned()).toEqual([`a-${n}-5`]);
  expect((await verify(e)).broken).toEqual([]);
});

test("when an earlier purchase of a colleague arrives late, the later one loses its reward in the same batch", async () => {
  await e.send([buy("b", 4, { company: "acme" })]);
  expect(await earned()).toEqual([`b-${n}-4`]);
  await e.send([buy("a", 5, { company: "acme" })]);
  expect(await earned()).toEqual([`a-${n}-5`]);
  expect(await companies()).toEqual([{ external_id: `acme-${n}`, first_order_client: `a-${n}-5` }]);
  expect((await verify(e)).broken).toEqual([]);
});

test("both in one batch, and the company named only afterwards, come to the same", async () => {
  await e.send([buy("b", 4), buy("a", 5)]);
  expect(await earned()).toEqual([`a-${n}-5`, `b-${n}-4`]);
  await e.send([is("a", "acme", 3), is("b", "acme", 2)]);
  expect(await earned()).toEqual([`a-${n}-5`]);
  expect((await verify(e)).broken).toEqual([]);
});

test("somebody who leaves a company takes her purchase along: the next one is the first", async () => {
  await e.send([buy("a", 9, { company: "acme" }), buy("b", 5, { company: "acme" })]);
  expect(await earned()).toEqual([`a-${n}-9`]);
  await e.send([is("a", "other", 1)]);
  expect(await companies()).toEqual([
    { external_id: `acme-${n}`, first_order_client: `b-${n}-5` },
    { external_id: `other-${n}`, first_order_client: `a-${n}-9` },
  ]);
  expect(await earned()).toEqual([`a-${n}-9`, `b-${n}-5`]);
  // An older statement that arrives late changes nothing: the newest one counts.
  await e.send([is("a", "acme", 3)]);
  expect(await earned()).toEqual([`a-${n}-9`, `b-${n}-5`]);
  expect((await verify(e)).broken).toEqual([]);
});

test("all orders of arrival of three colleagues' facts end in the same books", async () => {
  const facts = (k: number) => {
    n = 1000 + k;
    return [buy("a", 7, { company: "acme" }), buy("b", 6), is("b", "acme", 5), buy("c", 4, { company: "acme" })];
  };
  const orders = [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [1, 0, 3, 2],
    [2, 3, 0, 1],
    [1, 3, 2, 0],
  ];
  for (const [k, order] of orders.entries()) {
    const all = facts(k);
    for (const i of order) await e.send([all[i]!]);
    expect(await earned()).toEqual([`a-${n}-7`]);
  }
  expect((await verify(e)).broken).toEqual([]);
});

/** A friend becomes an advocate by herself when her first order has passed its hold (D14). */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Loose } from "../support/server.ts";
import { type Shop, createShop, day } from "../support/shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await createShop();
  await shop.publish("direct", {
    advocates: { join: "invite", friends: "join" },
    stages: ["order"],
    qualifies_at: "order",
    rewards: [{ key: "thanks", when: { stage: "order", nth: 1 }, give: { cash: "5.00 USD" }, hold: "14d" }],
  });
});
afterAll(() => shop.close());

const ask = (path: string): Promise<Loose> => shop.server.call("GET", path, { key: shop.server.a.testKey }).then((reply) => reply.body);
const placeOf = async (user: string): Promise<Loose> => await ask(`/v1/programs/direct/advocates/user_id:${user}`);
const told = async (user: string): Promise<string[]> => {
  const { id } = await ask(`/v1/people/user_id:${user}`);
  return (await ask(`/v1/messages?person=${id}`)).data.map((each: Loose) => each.kind).sort();
};

test("B joins when A's reward for her order is available and not before, with a link and a mail, and brings C below her", async () => {
  const code = await shop.join("direct", "a");
  await shop.buys("b", { id: "1", total: 5000, code });
  await shop.to(day(13));
  expect((await placeOf("b")).code).toBe("not_found");
  await shop.to(day(15));
  expect((await placeOf("b")).status).toBe("active");
  expect(await told("b")).toEqual(["friend_became_advocate"]);
  const links = await ask("/v1/links?person=user_id:b");
  await shop.buys("c", { id: "2", total: 5000, code: links.data[0].code });
  await shop.to(day(31));
  expect((await placeOf("c")).status).toBe("active");
  expect((await ask("/v1/rewards?person=user_id:b")).data.length).toBe(1);
  const idOf = async (user: string): Promise<string> => (await ask(`/v1/people/user_id:${user}`)).id;
  const pairs = (await ask("/v1/referrals?program=direct")).data.map((each: Loose) => [each.advocate, each.friend]);
  expect(pairs).toEqual(
    expect.arrayContaining([
      [await idOf("a"), await idOf("b")],
      [await idOf("b"), await idOf("c")],
    ]),
  );
});

test("who left before, whose order was taken back, and who has applied elsewhere stays as she is", async () => {
  const code = (await ask("/v1/links?person=user_id:a")).data[0].code as string;
  await shop.join("direct", "left");
  await shop.server.call("POST", "/v1/programs/direct/advocates/user_id:left/leave", { key: shop.server.a.testKey });
  await shop.buys("left", { id: "3", total: 5000, code });
  await shop.buys("refunded", { id: "4", total: 5000, code });
  await shop.refunds("4");
  await shop.to(day(60));
  expect((await placeOf("left")).status).toBe("left");
  expect((await placeOf("refunded")).code).toBe("not_found");
});

test("where the program does not say so, a friend stays a friend", async () => {
  await shop.publish("two_way");
  const code = await shop.join("two_way", "a");
  await shop.buys("d", { id: "5", total: 20_000, code });
  await shop.to(day(120));
  expect((await ask("/v1/programs/two_way/advocates/user_id:d")).code).toBe("not_found");
  await shop.books();
});

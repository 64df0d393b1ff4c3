/** What merging and erasing do to levels, seats, redemptions and testimonials. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Shop, createShop, day } from "../support/shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await createShop();
  await shop.publish("advocacy");
});
afterAll(() => shop.close());

const api = () => shop.client.api;
let nth = 0;
const does = (person: Record<string, string>, name: string) =>
  shop.send({ id: `deed-${++nth}`, type: "activity", name, person } as never);
const level = async (person: string) =>
  (await shop.client.unwrap(api().GET("/v1/advocates/{person}/standing", { params: { path: { person } } }))).data[0]!.level!;
const plan = async (seats: number) =>
  (await shop.client.unwrap(api().POST("/v1/gatherings", { body: { title: "Evening", starts_at: day(300), seats } }))).id;
const join = (gathering: string, person: string) =>
  shop.client.unwrap(api().POST("/v1/gatherings/{gathering}/join", { params: { path: { gathering } }, body: { person } }));
const places = async (gathering: string) =>
  (await shop.client.unwrap(api().GET("/v1/gatherings/{gathering}", { params: { path: { gathering } } }))).places;
const say = (person: string) =>
  shop.client.unwrap(
    api().POST("/v1/testimonials", {
      body: { program: "advocacy", person, text: "Quick and kind, says Jo Bloggs.", shown_as: "Jo", consent: true },
    }),
  );
const rows = <T>(sql: string) => shop.server.engine.rows<T>(sql, [shop.server.a.sandboxId]);

test("two who turn out to be one stand where both their points put them, with the better of two places", async () => {
  const alone = async (email: string) => (await shop.client.join("advocacy", { email })).person;
  const [jo, joe] = [await alone("jo@shop.example"), await alone("joe@shop.example")];
  await does({ email: "jo@shop.example" }, "reference_call");
  await does({ email: "joe@shop.example" }, "reference_call");
  expect([(await level(jo)).key, (await level(joe)).key]).toEqual([null, null]);
  const evening = await plan(1);
  expect(await join(evening, joe)).toMatchObject({ state: "seat" });
  expect(await join(evening, jo)).toMatchObject({ state: "waiting" });
  await say(joe);
  await shop.client.unwrap(api().POST("/v1/people/{person}/merge", { params: { path: { person: joe } }, body: { from: jo } }));
  await shop.to(day(1));
  expect(await level(joe)).toMatchObject({ key: "champion", points: 100 });
  expect((await places(evening)).map((p) => [p.person, p.state])).toEqual([[joe, "seat"]]);
  await shop.books();
});

test("erasing deletes words and levels, keeps the books, and gives the seat to the first who waits", async () => {
  await shop.join("advocacy", "kim");
  await shop.join("advocacy", "lou");
  await does({ user_id: "kim" }, "case_study");
  await say("user_id:kim");
  const evening = await plan(1);
  await join(evening, "user_id:kim");
  await join(evening, "user_id:lou");
  await shop.client.unwrap(
    api().POST("/v1/people/{person}/spend", { params: { path: { person: "user_id:kim" } }, body: { amount: 5, reference: "for Kim" } }),
  );
  const before = await rows<{ n: number }>("select count(*)::int as n from transfer where workspace_id = $1");
  const { id } = (await shop.client.unwrap(api().GET("/v1/people/{person}", { params: { path: { person: "user_id:kim" } } }))) as {
    id: string;
  };
  const exported = await shop.client.unwrap(api().GET("/v1/people/{person}/export", { params: { path: { person: id } } }));
  expect(Object.keys(exported as object)).toEqual(expect.arrayContaining(["levels", "gatherings", "testimonials", "redemptions"]));
  await shop.client.unwrap(api().POST("/v1/people/{person}/erase", { params: { path: { person: id } } } as never));
  expect((await places(evening)).map((p) => p.state)).toEqual(["seat"]);
  const left = await rows<{ n: number }>(
    `select (select count(*) from testimonial t join person p on p.workspace_id = $1 and p.id = t.person_id and p.erased_at is not null
              where t.workspace_id = $1)::int + (select count(*) from redemption where workspace_id = $1 and reference is not null)::int
       + (select count(*) from advocate_level l join person p on p.workspace_id = $1 and p.id = l.person_id and p.erased_at is not null
              where l.workspace_id = $1)::int as n`,
  );
  expect(left[0]!.n).toBe(0);
  expect(await rows("select count(*)::int as n from transfer where workspace_id = $1")).toEqual(before);
  await shop.books();
});

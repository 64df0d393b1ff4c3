/** What a browser says of who somebody is, with the key that everybody can read in the page. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestServer, createServer } from "../support/server.ts";

let s: TestServer;
beforeAll(async () => {
  s = await createServer();
});
afterAll(() => s.close());

const says = (body: object) => s.call("POST", "/v1/events", { key: s.a.publishableKey, body });
const personOf = async (user: string) => (await s.call("GET", `/v1/people/user_id:${user}`)).body;

test("a visitor who says her user id is the visitor who came: what the server tells of that id is hers", async () => {
  await says({ type: "visit", person: { anonymous_id: "dev_1" } });
  await says({ type: "identify", person: { user_id: "una", anonymous_id: "dev_1", email: "una@x.example" } });
  expect(await personOf("una")).toMatchObject({ user_id: "una", anonymous_ids: ["dev_1"] });
});

test("a user id said beside somebody's address does not take over the person whose address it is", async () => {
  const { body: victim } = await s.call("POST", "/v1/people", { body: { email: "vera@x.example", name: "Vera" } });
  await says({ type: "identify", person: { user_id: "mallory", anonymous_id: "dev_2", email: "vera@x.example" } });
  await s.call("POST", "/v1/events", { body: { type: "identify", person: { user_id: "mallory" } } });
  expect((await personOf("mallory"))["id"]).not.toBe(victim["id"]);
  // Nor is she cut off from the account that her own shop gives her later.
  await s.call("POST", "/v1/events", { body: { type: "identify", person: { user_id: "vera", email: "vera@x.example" } } });
  expect((await personOf("vera"))["id"]).toBe(victim["id"]);
});

/** What the guides tell people to send is taken: every command with a body, against a real server. */
import fs from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { presets } from "../../presets/index.ts";
import { type TestServer, createServer } from "../support/server.ts";

const COMMAND = /curl -s(?: -X (\w+))? (?:\$GRAPEVINE_URL|https:\/\/refer\.shop\.example)(\/v1\/\S+)(?:(?!curl)[^])*?-d '([^']*)'/g;
const commands = fs
  .readdirSync("docs/guide")
  .flatMap((file) =>
    [...fs.readFileSync(`docs/guide/${file}`, "utf8").matchAll(COMMAND)].map(([, method = "POST", path, body]) => ({
      file,
      method,
      path: path!,
      body: body!,
    })),
  )
  // The sandbox's clock belongs to another key.
  .filter(({ path }) => path !== "/v1/test_clock");

let server: TestServer;
beforeAll(async () => {
  server = await createServer();
  await server.call("PUT", "/v1/programs/friends", { body: { ...presets.find((each) => each.key === "direct")!, key: "friends" } });
  await server.call("POST", "/v1/programs/friends/publish", { body: {} });
});
afterAll(() => server.close());

test("there are some in each guide that says how to set something", () => {
  const files = new Set(commands.map(({ file }) => file));
  for (const each of ["ten-minutes.md", "embed-the-portal.md", "brand-it.md", "apps.md"]) expect(files).toContain(each);
});

test.each(commands)("$file: $method $path", async ({ method, path, body }) => {
  const sent = body.replace("whsec_...", "whsec_a_secret_of_a_test");
  const answer = await server.call(method, path, { body: sent, headers: { "content-type": "application/json" } });
  expect([answer.status < 300, answer.text]).toEqual([true, answer.text]);
});

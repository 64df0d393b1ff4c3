/** Who is asking, and in which of her workspaces. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { createIds } from "../../adapters/ids.ts";
import { createSignInLink } from "../../flow/sign-in.ts";
import { createServer } from "../../../test/support/server.ts";
import type { Reply, TestServer } from "../../../test/support/server.ts";

let s: TestServer;
let cookie: string;
beforeAll(async () => {
  s = await createServer();
  const token = await createSignInLink({ pool: s.engine.database.pool(), ids: createIds() }, s.a.workspaceId);
  const reply = await fetch(`${s.url}/sign-in/${token}`, {
    method: "POST",
    redirect: "manual",
    headers: { "sec-fetch-site": "same-origin" },
  });
  cookie = reply.headers.get("set-cookie")!.split(";")[0]!;
});
afterAll(async () => {
  await s.close();
});

const inWorkspace = (slug: string | null, path = "/v1/me"): Promise<Reply> =>
  s.call("GET", path, { key: null, headers: { cookie, ...(slug === null ? {} : { "gv-workspace": slug }) } });

test("a session is in its own workspace, and in the sandbox when it says so; both are named", async () => {
  const workspaces = [
    { slug: s.a.slug, sandbox: false, role: "owner" },
    { slug: `${s.a.slug}-sandbox`, sandbox: true, role: "owner" },
  ];
  for (const slug of [null, s.a.slug]) {
    const { status, body } = await inWorkspace(slug);
    expect([status, body]).toMatchObject([
      200,
      { operator: null, role: "owner", workspace: { slug: s.a.slug, sandbox: false }, workspaces },
    ]);
    expect(body["permissions"]).toContain("payouts:write");
  }
  const there = await inWorkspace(`${s.a.slug}-sandbox`);
  expect(there.body).toMatchObject({ workspace: { slug: `${s.a.slug}-sandbox`, sandbox: true }, workspaces });
  expect((await inWorkspace(`${s.a.slug}-sandbox`, "/v1/test_clock")).status).toBe(200);
  expect((await inWorkspace(null, "/v1/test_clock")).body["code"]).toBe("sandbox_only");
});

test("what is in the sandbox is not in the live workspace", async () => {
  await s.call("POST", "/v1/people", { key: s.a.testKey, body: { user_id: "only_in_the_sandbox" } });
  const path = "/v1/people/user_id:only_in_the_sandbox";
  expect((await inWorkspace(`${s.a.slug}-sandbox`, path)).status).toBe(200);
  expect((await inWorkspace(s.a.slug, path)).status).toBe(404);
});

test("another's workspace, its sandbox and one that is nowhere are the same 404", async () => {
  const answers = await Promise.all([s.b.slug, `${s.b.slug}-sandbox`, "nowhere", ""].map((slug) => inWorkspace(slug)));
  for (const { status, body } of answers)
    expect([status, body["code"], body["detail"]]).toEqual([404, "not_found", answers[0]!.body["detail"]]);
});

test("a key is of one workspace and says so", async () => {
  const { body } = await s.call("GET", "/v1/me");
  expect(body).toMatchObject({ operator: null, workspaces: [{ slug: s.a.slug }] });
});

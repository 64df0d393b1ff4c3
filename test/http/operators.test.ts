/** Operators: accounts, links by mail, roles, invitations, sessions. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createIds } from "../../src/adapters/ids.ts";
import { ROLES } from "../../src/core/roles.ts";
import { eraseClosed } from "../../src/flow/closing.ts";
import { nextWorkspaces } from "../../src/flow/plan-work.ts";
import { createSignInLink } from "../../src/flow/sign-in.ts";
import { withClient } from "../../src/store/roles.ts";
import { addReader, removeReader } from "../../src/store/sql-readers.ts";
import { authStep, cookiesOf, PASSWORD, signIn } from "../support/accounts.ts";
import { findSlugWorkspaces } from "../../src/store/links-read.ts";
import { mail, operatorsOf, UNLIMITED } from "../support/operators.ts";
import { createServer, type Reply, type TestServer } from "../support/server.ts";

let s: TestServer;
beforeAll(async () => {
  s = await createServer({ limits: UNLIMITED });
  for (const role of ROLES) await operator(role);
});
afterAll(async () => {
  await s.close();
});

const { operator, as, letter, letterBy } = operatorsOf(() => s);
const code = (reply: Reply): [number, unknown] => [reply.status, reply.body["code"]];

describe("accounts", () => {
  test("a password signs in; /v1/me says who, as what and where; what she does is written down as hers", async () => {
    const cookie = await signIn(s.url, mail("manager"));
    expect(cookie).toMatch(/^gv_session=/);
    const me = await as(cookie, "GET", "/v1/me");
    expect(me.body).toMatchObject({
      operator: { name: "Op manager", email: mail("manager"), two_factor: false },
      role: "manager",
      workspace: { slug: s.a.slug },
      workspaces: [{ slug: s.a.slug }, { slug: `${s.a.slug}-sandbox`, sandbox: true }],
    });
    expect((await as(cookie, "PUT", "/v1/companies/acme", { body: { name: "Acme" } })).status).toBe(200);
    const { data } = (await s.call("GET", "/v1/audit?limit=1")).body;
    expect(data).toMatchObject([{ actor: me.body["operator"].id, action: "company.changed" }]);
  });

  test("nothing of a password, a session's mark or a link is in the database in plain text", async () => {
    const cookie = await signIn(s.url, mail("manager"));
    const asks = { operator_sign_in: "sign-in/magic-link", operator_reset: "request-password-reset" };
    const secrets: string[] = [];
    for (const [kind, step] of Object.entries(asks))
      secrets.push((await letterBy(kind, () => authStep(s.url, step, { body: { email: mail("manager") } })))[0].split(".")[0]!);
    const dump = JSON.stringify(
      await Promise.all(["user", "session", "account", "verification"].map((name) => s.engine.rows(`select * from auth."${name}"`))),
    );
    expect(dump).not.toContain(PASSWORD);
    expect(dump).not.toContain(decodeURIComponent(cookie.split("=")[1]!));
    for (const secret of secrets) expect(dump).not.toContain(secret);
  });

  test("a session's cookie with one letter changed, or signed by nobody, is nothing", async () => {
    const cookie = await signIn(s.url, mail("manager"));
    const value = decodeURIComponent(cookie.split("=")[1]!);
    const [token] = value.split(".");
    for (const bad of [`${value.slice(0, -2)}AA`, token!, `${token}.`, `.${value}`, `${token}.${btoa("x".repeat(32))}`]) {
      expect([bad, ...code(await as(`gv_session=${encodeURIComponent(bad)}`, "GET", "/v1/me"))]).toEqual([bad, 401, "session_invalid"]);
    }
  });

  test("signing in takes the place of the session that the browser had: it is worth nothing afterwards", async () => {
    const token = await createSignInLink({ pool: s.engine.database.pool(), ids: createIds() }, s.a.workspaceId);
    const link = await fetch(`${s.url}/sign-in/${token}`, {
      method: "POST",
      redirect: "manual",
      headers: { "sec-fetch-site": "same-origin" },
    });
    const [first] = cookiesOf(link);
    expect((await as(first!, "GET", "/v1/me")).body).toMatchObject({ operator: null, role: "owner" });
    const second = (await authStep(s.url, "sign-in/email", { cookie: first!, body: { email: mail("owner"), password: PASSWORD } }))
      .cookie;
    expect(code(await as(first!, "GET", "/v1/me"))).toEqual([401, "session_invalid"]);
    const third = (await authStep(s.url, "sign-in/email", { cookie: second, body: { email: mail("owner"), password: PASSWORD } })).cookie;
    expect(third).not.toBe(second);
    expect((await as(second, "GET", "/v1/me")).status).toBe(401);
    expect((await as(third, "GET", "/v1/me")).status).toBe(200);
    await authStep(s.url, "sign-out", { cookie: third });
    expect((await as(third, "GET", "/v1/me")).status).toBe(401);
  });

  test("sessions are listed with device and place, and end one by one or all but this", async () => {
    await operator("many", "support");
    const [one, two, three] = [await signIn(s.url, mail("many")), await signIn(s.url, mail("many")), await signIn(s.url, mail("many"))];
    const { data } = (await as(three, "GET", "/v1/sessions")).body;
    expect(data.map((each: { current: boolean }) => each.current).filter(Boolean)).toEqual([true]);
    expect(data).toHaveLength(3);
    expect(data[0]).toMatchObject({ device: "node", address: "127.0.0.1" });
    expect((await as(three, "DELETE", "/v1/sessions/others")).body).toEqual({ ended: 2 });
    expect([(await as(one, "GET", "/v1/me")).status, (await as(two, "GET", "/v1/me")).status]).toEqual([401, 401]);
    const mine = (await as(three, "GET", "/v1/sessions")).body["data"][0].id;
    const other = await signIn(s.url, mail("manager"));
    expect((await as(other, "DELETE", `/v1/sessions/${mine}`)).status).toBe(404);
    expect((await as(three, "DELETE", `/v1/sessions/${mine}`)).status).toBe(200);
    expect((await as(three, "GET", "/v1/me")).status).toBe(401);
  });

  test("a session ends after a day without a request, and after a week in any case", async () => {
    const cookie = await signIn(s.url, mail("analyst"));
    const idle = `update auth."session" set "updatedAt" = now() - interval '25 hours'
      where "userId" = (select id from auth."user" where email = $1)`;
    await s.engine.database.ownerPool.query(idle, [mail("analyst")]);
    expect((await as(cookie, "GET", "/v1/me")).status).toBe(401);
    const [row] = await s.engine.rows<{ days: number }>(
      `select extract(epoch from max("expiresAt" - "createdAt")) / 86400 as days from auth."session"`,
    );
    expect(Math.round(row!.days)).toBe(7);
  });
});

describe("links by mail", () => {
  test("a link works once, in the browser that asked for it, by a button and not by being followed", async () => {
    const [token, asked] = await letterBy("operator_sign_in", () =>
      authStep(s.url, "sign-in/magic-link", { body: { email: mail("finance") } }),
    );
    expect([asked.status, asked.body]).toEqual([200, {}]);
    const browser = asked.cookies.find((each) => each.startsWith("gv_browser="))!;
    expect((await fetch(`${s.url}/app/auth/magic-link/verify?token=${token.split(".")[0]}`, { redirect: "manual" })).status).toBe(404);
    expect((await authStep(s.url, "link", { body: { token } })).status).toBe(401);
    expect((await authStep(s.url, "link", { body: { token }, cookie: "gv_browser=another" })).status).toBe(401);
    const two = await Promise.all([1, 2].map(() => authStep(s.url, "link", { body: { token }, cookie: browser })));
    expect(two.filter((each) => each.cookie !== "")).toHaveLength(1);
    expect(two.map((each) => each.status).sort()).toEqual([200, 401]);
    const { cookie } = two.find((each) => each.cookie !== "")!;
    expect((await as(cookie, "GET", "/v1/me")).body).toMatchObject({ role: "finance" });
  });

  test("a new password ends every session and the old password; the link works once", async () => {
    await operator("forgetful", "support");
    const old = await signIn(s.url, mail("forgetful"));
    const [token] = await letterBy("operator_reset", () =>
      authStep(s.url, "request-password-reset", { body: { email: mail("forgetful") } }),
    );
    const choose = (newPassword: string) => authStep(s.url, "reset-password", { body: { token, newPassword } });
    expect((await choose("short")).status).toBe(400);
    expect((await choose("another good one")).status).toBe(200);
    expect((await choose("a third good one")).status).toBe(400);
    expect((await as(old, "GET", "/v1/me")).status).toBe(401);
    expect((await authStep(s.url, "sign-in/email", { body: { email: mail("forgetful"), password: PASSWORD } })).status).toBe(401);
    await signIn(s.url, mail("forgetful"), "another good one");
  });
});

describe("who works here", () => {
  test("an invitation is accepted once, by its address alone; withdrawn, used or of another workspace it is nothing", async () => {
    const owner = await signIn(s.url, mail("owner"));
    const made = await as(owner, "POST", "/v1/operator-invitations", { body: { email: mail("newcomer"), role: "support" } });
    expect(made.status).toBe(201);
    const [slug, token] = (await letter("operator_invited")).split(".");
    const look = await authStep(s.url, "invitation", { body: { slug, token } });
    expect(look.body).toMatchObject({ email: mail("newcomer"), role: "support", has_account: false });
    expect((await authStep(s.url, "invitation", { body: { slug: s.b.slug, token } })).status).toBe(404);
    const account = { name: "New", password: PASSWORD };
    const two = await Promise.all([1, 2].map(() => authStep(s.url, "invitation/accept", { body: { slug, token, account } })));
    expect(two.map((each) => each.status).filter((each) => each === 200)).toHaveLength(1);
    expect((await authStep(s.url, "invitation/accept", { body: { slug, token, account } })).status).toBe(404);
    const cookie = await signIn(s.url, mail("newcomer"));
    expect((await as(cookie, "GET", "/v1/me")).body).toMatchObject({ role: "support", operator: { name: "New" } });
    const [entry] = (await s.call("GET", "/v1/audit?action=operator.joined")).body["data"];
    expect(entry.detail).toMatchObject({ role: "support" });

    const second = await as(owner, "POST", "/v1/operator-invitations", { body: { email: mail("late"), role: "analyst" } });
    const [, late] = (await letter("operator_invited")).split(".");
    expect((await as(owner, "DELETE", `/v1/operator-invitations/${second.body["id"]}`)).status).toBe(200);
    expect((await authStep(s.url, "invitation/accept", { body: { slug, token: late, account } })).status).toBe(404);
    expect(JSON.stringify(await s.engine.rows("select * from operator_invitation"))).not.toContain("@operators.example");
  });

  test("who has an account joins a second workspace by signing in, and is in each by its header, never in a third", async () => {
    const manager = await signIn(s.url, mail("manager"));
    await s.call("POST", "/v1/operator-invitations", { key: s.b.secretKey, body: { email: mail("manager"), role: "analyst" } });
    const [slug, token] = (await letter("operator_invited")).split(".");
    const stranger = await signIn(s.url, mail("finance"));
    const accept = (cookie?: string) =>
      authStep(s.url, "invitation/accept", { body: { slug, token, account: null }, ...(cookie === undefined ? {} : { cookie }) });
    expect([(await accept()).status, (await accept(stranger)).status]).toEqual([409, 409]);
    expect((await accept(manager)).status).toBe(200);
    const { workspaces } = (await as(manager, "GET", "/v1/me")).body;
    expect(workspaces).toMatchObject([
      { role: "manager" },
      { role: "manager" },
      { slug: s.b.slug, role: "analyst" },
      { role: "analyst" },
    ]);
    expect((await as(manager, "GET", "/v1/me", { workspace: s.b.slug })).body).toMatchObject({ role: "analyst" });
    const write = { body: { name: "Acme" }, workspace: s.b.slug };
    expect(code(await as(manager, "PUT", "/v1/companies/acme", write))).toEqual([403, "scope_missing"]);
    expect(code(await as(stranger, "GET", "/v1/me", { workspace: s.b.slug }))).toEqual([404, "not_found"]);
    expect(code(await as(stranger, "GET", "/v1/me", { workspace: `${s.b.slug}-sandbox` }))).toEqual([404, "not_found"]);
  });

  test("the last owner cannot be demoted, disabled or removed, not even by two at once", async () => {
    const list = async (): Promise<{ id: string; role: string; me: boolean }[]> => (await s.call("GET", "/v1/operators")).body["data"];
    const [owner] = (await list()).filter((each) => each.role === "owner");
    const path = `/v1/operators/${owner!.id}`;
    expect(code(await s.call("PATCH", path, { body: { role: "manager" } }))).toEqual([409, "conflict"]);
    expect(code(await s.call("PATCH", path, { body: { disabled: true } }))).toEqual([409, "conflict"]);
    expect(code(await s.call("DELETE", path))).toEqual([409, "conflict"]);
    const second = await operator("second-owner", "owner");
    const both = await Promise.all(
      [path, `/v1/operators/${second.body["id"]}`].map((each) => s.call("PATCH", each, { body: { role: "manager" } })),
    );
    expect(both.map((each) => each.status).sort()).toEqual([200, 409]);
    await s.call("PATCH", path, { body: { role: "owner" } });
  });

  test("a disabled operator is out at once, and so is one whose role is taken; another workspace's is a 404", async () => {
    const made = await operator("leaver", "manager");
    const cookie = await signIn(s.url, mail("leaver"));
    expect((await as(cookie, "PUT", "/v1/companies/acme", { body: { name: "Acme" } })).status).toBe(200);
    await s.call("PATCH", `/v1/operators/${made.body["id"]}`, { body: { role: "analyst" } });
    expect((await as(cookie, "PUT", "/v1/companies/acme", { body: { name: "Acme" } })).status).toBe(403);
    await s.call("PATCH", `/v1/operators/${made.body["id"]}`, { body: { disabled: true } });
    expect(code(await as(cookie, "GET", "/v1/me"))).toEqual([403, "scope_missing"]);
    expect(code(await as(cookie, "GET", "/v1/me", { workspace: s.a.slug }))).toEqual([404, "not_found"]);
    expect(code(await s.call("PATCH", `/v1/operators/${made.body["id"]}`, { key: s.b.secretKey, body: { disabled: false } }))).toEqual([
      404,
      "not_found",
    ]);
    expect(
      code(await s.call("POST", "/v1/operators", { key: s.a.testKey, body: { name: "X", email: mail("x"), password: PASSWORD } })),
    ).toEqual([409, "conflict"]);
  });

  test("a further workspace is its maker's; a page's name and a key are refused", async () => {
    const owner = await signIn(s.url, mail("owner"));
    const body = { slug: "second-shop", name: "Second shop", zone: "Europe/Berlin" };
    expect(code(await s.call("POST", "/v1/workspaces", { body }))).toEqual([409, "conflict"]);
    for (const slug of ["sign-in", "auth", "assets", "A b"])
      expect((await as(owner, "POST", "/v1/workspaces", { body: { ...body, slug } })).status).toBe(422);
    const made = await as(owner, "POST", "/v1/workspaces", { body });
    expect([made.status, made.body["slug"]]).toEqual([201, "second-shop"]);
    expect((await as(owner, "GET", "/v1/me", { workspace: "second-shop-sandbox" })).body).toMatchObject({
      role: "owner",
      workspace: { sandbox: true },
    });
    expect(code(await as(await signIn(s.url, mail("manager")), "POST", "/v1/workspaces", { body: { ...body, slug: "third" } }))).toEqual([
      403,
      "scope_missing",
    ]);
  });

  test("a workspace is closed by its name, can be read and brought back as it was, and is erased whole once its time is over", async () => {
    const owner = await signIn(s.url, mail("owner"));
    const made = (await as(owner, "POST", "/v1/workspaces", { body: { slug: "closing-shop", name: "Closing shop" } })).body;
    const key = made["secret_key"] as string;
    const here = (method: string, path: string, body?: unknown): Promise<Reply> =>
      as(owner, method, path, { workspace: "closing-shop", ...(body === undefined ? {} : { body }) });
    await s.call("PUT", "/v1/programs/plain", { key, body: { preset: "direct" } });
    await s.call("POST", "/v1/programs/plain/publish", { key, body: {} });
    const ann = { program: "plain", person: { user_id: "ann", email: "ann@shop.example" } };
    const joined = await s.call("POST", "/v1/advocates", { key, body: ann });
    const link = joined.body["links"][0].url as string;
    const order = { id: "o-1", total: 9_000, currency: "USD" };
    const bought = { id: "b-1", type: "purchase", person: { user_id: "ben" }, order, referral: { code: link.split("/").at(-1) } };
    expect((await s.call("POST", "/v1/events", { key, body: bought })).status).toBeLessThan(300);
    const held = (await here("GET", "/v1/workspaces/closing")).body;
    expect(held).toMatchObject({ closing: null, kept_days: 30 });
    expect(Object.fromEntries(held["held"].map((each: { kind: string; count: number }) => [each.kind, each.count]))).toMatchObject({
      people: 2,
      live_programs: 1,
      referrals: 1,
      operators: 1,
    });

    expect(code(await here("POST", "/v1/workspaces/close", { name: "Another" }))).toEqual([422, "validation_failed"]);
    expect(code(await s.call("POST", "/v1/workspaces/close", { key, body: { name: "Closing shop" } }))).toEqual([409, "conflict"]);
    expect(code(await here("POST", "/v1/workspaces/reopen"))).toEqual([409, "conflict"]);
    const closed = await here("POST", "/v1/workspaces/close", { name: "Closing shop" });
    expect(Date.parse(closed.body["erase_at"]) - Date.parse(closed.body["closed_at"])).toBe(30 * 86_400_000);

    const me = (await here("GET", "/v1/me")).body;
    expect(me).toMatchObject({ workspace: { closing: closed.body } });
    expect(me["permissions"].filter((each: string) => /:(write|erase|publish|approve|redeem)$/.test(each))).toEqual(["workspaces:write"]);
    expect((await here("GET", "/v1/people")).body["data"]).toHaveLength(2);
    expect(code(await here("POST", "/v1/people", { user_id: "new" }))).toEqual([409, "conflict"]);
    expect(code(await here("POST", "/v1/workspaces/close", { name: "Closing shop" }))).toEqual([409, "conflict"]);
    expect(code(await s.call("GET", "/v1/people", { key }))).toEqual([401, "key_invalid"]);
    // A sandbox is not brought back without its workspace: it would be left when the workspace is erased.
    const beside = await as(owner, "POST", "/v1/workspaces/reopen", { workspace: "closing-shop-sandbox" });
    expect(code(beside)).toEqual([409, "conflict"]);
    const found = async () => (await findSlugWorkspaces(s.engine.database.pool(), ["closing-shop"])).size;
    expect(await found()).toBe(0);
    const both = await s.engine.rows<{ id: string }>(
      "select workspace_id as id from workspace_directory where slug like 'closing-shop%'",
    );
    const ids = both.map((row) => row.id);
    expect(await nextWorkspaces({ pool: s.engine.database.pool() }, { after: "", limit: 100 })).not.toContain(ids[0]);

    expect((await here("POST", "/v1/workspaces/reopen")).body).toEqual({ open: true });
    expect((await s.call("GET", "/v1/people", { key })).status).toBe(200);
    expect(await found()).toBe(1);
    expect((await here("GET", "/v1/audit?limit=2")).body["data"].map((each: { action: string }) => each.action)).toEqual([
      "workspace.reopened",
      "workspace.closed",
    ]);

    // Who works only there, who works elsewhere too, and a role that reads its figures by SQL.
    const only = { name: "Only", email: mail("only-there"), password: PASSWORD, role: "support" };
    expect((await s.call("POST", "/v1/operators", { key, body: only })).status).toBe(201);
    const readers = await withClient(s.engine.database.ownerUrl, async (client) => [
      (await addReader(client, "closing-shop"))!.role,
      (await addReader(client, s.b.slug))!.role,
    ]);
    const outside = async (): Promise<unknown[]> =>
      (
        await s.engine.rows<{ name: string }>(
          `select rolname::text as name from pg_roles where rolname = any($1) union all
           select 'reader ' || role_name from report.reader where role_name = any($1) union all
           select email from auth."user" where email = any($2) order by 1`,
          [readers, [only.email, mail("owner")]],
        )
      ).map((row) => row.name.replace(readers[0]!, "gone").replace(readers[1]!, "stays"));
    expect(await outside()).toEqual(expect.arrayContaining(["gone", "reader gone", "stays", "reader stays", only.email]));

    await here("POST", "/v1/workspaces/close", { name: "Closing shop" });
    // Nobody but the server's own role erases, not even what is due.
    const [definers] = await s.engine.rows<{ open: string[] }>(
      `select array(select proname::text from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
                and has_function_privilege($1, oid, 'execute')) as open`,
      [readers[0]],
    );
    expect(definers).toEqual({ open: [] });
    const log = { info() {}, warn() {}, error() {} };
    const erase = () => eraseClosed({ pool: s.engine.database.pool(), log });
    expect(await erase()).toEqual({ more: false });
    await s.engine.rows("update workspace_directory set closed_at = 1, erase_at = 2 where workspace_id = any($1)", [ids]);
    const others = await count(null);
    expect(await erase()).toEqual({ more: false });
    expect(await count(ids)).toEqual({});
    expect((await outside()).sort()).toEqual([mail("owner"), "reader stays", "stays"].sort());
    await withClient(s.engine.database.ownerUrl, (client) => removeReader(client, readers[1]!));
    // What other workspaces do meanwhile (figures of the day, say) adds rows; nothing of theirs is taken.
    const after = await count(null);
    expect(Object.entries(others).filter(([table, rows]) => (after[table] ?? 0) < rows)).toEqual([]);
    expect(code(await here("GET", "/v1/me"))).toEqual([404, "not_found"]);

    /** Rows of these workspaces in every table that has a workspace and any of them, or of all others. */
    async function count(of: string[] | null): Promise<Record<string, number>> {
      const owned = await s.engine.database.ownerPool.query(
        `select string_agg(format('select %L as name, count(*)::int as n from %I where workspace_id::text = any($1) is distinct from $2',
                c.relname, c.relname), ' union all ') as text
           from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
          where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`,
      );
      const { rows } = await s.engine.database.ownerPool.query<{ name: string; n: number }>(owned.rows[0].text, [ids, of === null]);
      return Object.fromEntries(rows.filter((row) => row.n > 0).map((row) => [row.name, row.n]));
    }
  });
});

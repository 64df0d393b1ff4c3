import crypto from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { announced } from "../support/seeds.ts";
import { signIn } from "../support/accounts.ts";
import { mail, operatorsOf } from "../support/operators.ts";
import { createServer } from "../support/server.ts";
import type { Loose, TestServer } from "../support/server.ts";

const STANDING = 20;
let s: TestServer;
let standing: string[];
const timed = (at: number): string =>
  `${at
    .toString(16)
    .padStart(12, "0")
    .replace(/^(.{8})/, "$1-")}-7${crypto.randomUUID().slice(15)}`;
const insert = async (ids: string[]): Promise<void> => {
  await s.engine.database.ownerPool.query(
    "insert into company (workspace_id, id, external_id, name) select $1, id, id::text, 'x' from unnest($2::uuid[]) id",
    [s.a.workspaceId, ids],
  );
};

beforeAll(async () => {
  // The property reads more pages than a minute's allowance.
  s = await createServer({ limits: { api: { limit: 1_000_000, windowSeconds: 3600, lease: 100_000 } } });
  standing = Array.from({ length: STANDING }, (_, i) => timed(1_000_000 + 1000 * i));
  await insert(standing);
});
afterAll(async () => {
  await s.close();
});

describe("P16: lists while rows are added", () => {
  test("no id that was there is missing or comes twice, wherever others are added between pages, and the last page says so", async () => {
    const additions = fc.array(fc.array(fc.integer({ min: 0, max: 1_000_000 + 1000 * (STANDING + 5) }), { maxLength: 4 }), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 5, max: 25 }), additions, async (limit, rounds) => {
        const seen: string[] = [];
        let after: string | null = null;
        for (let page = 0; ; page++) {
          const reply: Loose = await s.call("GET", `/v1/companies?limit=${limit}${after === null ? "" : `&after=${after}`}`);
          expect(reply.body.data.length).toBeLessThanOrEqual(limit);
          seen.push(...reply.body.data.map((each: Loose) => each.external_id as string));
          after = reply.body.next;
          if (after === null) break;
          expect(after).toBe(reply.body.data.at(-1).id);
          if ((rounds[page] ?? []).length > 0) await insert(rounds[page]!.map(timed));
        }
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.filter((id) => standing.includes(id))).toEqual([...standing].reverse());
        await s.engine.database.ownerPool.query("delete from company where workspace_id = $1 and not id = any($2)", [
          s.a.workspaceId,
          standing,
        ]);
      }),
      announced("P16", 1000),
    );
  }, 120_000);

  test("a page of exactly what is left has no next, and an empty list is a page", async () => {
    expect((await s.call("GET", `/v1/companies?limit=${STANDING}`)).body["next"]).toBeNull();
    expect((await s.call("GET", `/v1/companies?limit=${STANDING - 1}`)).body["next"]).toMatch(/^com_/);
    expect((await s.call("GET", "/v1/companies", { key: s.b.secretKey })).body).toEqual({ data: [], next: null });
  });
});

describe("expand[]", () => {
  const rows = "/v1/rewards?expand[]=person&expand[]=friend&expand[]=program";
  const get = async (path: string, key = s.a.secretKey): Promise<Loose> => await s.call("GET", path, { key });
  beforeAll(async () => {
    await s.call("PUT", "/v1/programs/friends", { body: { preset: "direct", name: "Friends" } });
    await s.call("POST", "/v1/programs/friends/publish", { body: {} });
    const ann = { user_id: "ann", email: "ann@expand.example", name: "Ann" };
    const joined: Loose = await s.call("POST", "/v1/advocates", { body: { program: "friends", person: ann } });
    const events = ["ben", "eve"].map((name) => ({
      type: "purchase",
      person: { user_id: name, email: `${name}@expand.example` },
      order: { id: `of-${name}`, total: 8000, currency: "USD" },
      referral: { code: joined.body.links[0].code },
    }));
    expect((await s.call("POST", "/v1/events", { body: { events } })).status).toBe(200);
  });

  test("what rows name comes along as its own endpoint shows it, each once, and nothing that was not asked for", async () => {
    const { status, body } = await get(rows);
    expect([status, Object.keys(body.expanded).sort()]).toEqual([200, ["people", "programs"]]);
    const named = new Set(body.data.flatMap((each: Loose) => [each.person, each.friend]).filter((id: string | null) => id !== null));
    expect(Object.keys(body.expanded.people).sort()).toEqual([...named].sort());
    for (const id of named) expect(body.expanded.people[id as string]).toEqual((await get(`/v1/people/${id as string}`)).body);
    expect(body.expanded.programs).toEqual({ friends: (await get("/v1/programs/friends")).body });
    expect((await get("/v1/rewards")).body).not.toHaveProperty("expanded");
    const one = (await get("/v1/referrals?expand[]=friend&limit=1")).body;
    expect(one.expanded.people).toEqual({ [one.data[0].friend]: expect.anything() });
    expect((await get("/v1/events?expand[]=person&type=lead")).body).toMatchObject({ data: [], expanded: { people: {} } });
  });

  test("one thing by itself takes it too, and says it as its list does", async () => {
    const [row] = (await get("/v1/rewards?limit=1")).body.data;
    const [referral] = (await get("/v1/referrals?limit=1")).body.data;
    const [event] = (await get("/v1/events?limit=1&type=purchase")).body.data;
    const [link] = (await get("/v1/links?limit=1")).body.data;
    for (const [thing, path, names] of [
      [row, `/v1/rewards/${row.id}`, ["person", "friend", "program"]],
      [referral, `/v1/referrals/${referral.id}`, ["advocate", "friend", "program"]],
      [event, `/v1/events/${event.id}`, ["person"]],
      [link, `/v1/links/${link.id}`, ["person", "program"]],
      [{ person: link.person, program: "friends" }, `/v1/programs/friends/advocates/${link.person}`, ["person", "program"]],
    ] as const) {
      const plain = (await get(path)).body;
      const { expanded, ...rest } = (await get(`${path}?${names.map((name) => `expand[]=${name}`).join("&")}`)).body;
      expect(rest).toEqual(plain);
      const people = names.filter((name) => name !== "program").map((name) => thing[name]);
      expect(Object.keys(expanded.people).sort()).toEqual([...new Set(people)].sort());
      expect(expanded.programs).toEqual(names.includes("program" as never) ? { friends: expect.anything() } : undefined);
    }
    expect((await get(`/v1/rewards/${row.id}?expand[]=data`)).status).toBe(422);
  });

  test("a person who became another is shown as that one, under the id that the row has", async () => {
    const { body } = await get("/v1/referrals?expand[]=friend");
    const [one, other] = body.data.map((each: Loose) => each.friend);
    await s.call("POST", `/v1/people/${one}/merge`, { body: { from: other } });
    const after = (await get("/v1/events?expand[]=person&type=purchase")).body;
    for (const { person } of after.data) expect([one, other]).toContain(after.expanded.people[person].id);
  });

  test("a key expands only what it may read; another workspace's things are nobody's; made-up names are refused", async () => {
    const made: Loose = await s.call("POST", "/v1/keys", {
      body: { kind: "secret", name: "few", scopes: ["rewards:read", "programs:read"] },
    });
    expect((await get("/v1/rewards", made.body.key)).status).toBe(200);
    expect(await get(rows, made.body.key)).toMatchObject({ status: 403, body: { code: "scope_missing" } });
    expect(Object.keys((await get("/v1/rewards?expand[]=program", made.body.key)).body.expanded)).toEqual(["programs"]);
    const [{ id }] = (await get("/v1/rewards", made.body.key)).body.data;
    expect((await get(`/v1/rewards/${id}?expand[]=person`, made.body.key)).status).toBe(403);
    expect((await get(rows, s.b.secretKey)).body).toMatchObject({ data: [], expanded: { people: {}, programs: {} } });
    for (const name of ["__proto__", "constructor", "data", "", "person.company", "%00"])
      expect([name, (await get(`/v1/rewards?expand[]=${name}`)).status]).toEqual([name, 422]);
    expect((await get(`/v1/rewards?${"expand[]=person&".repeat(50)}`)).status).toBe(422);
  });

  test("a role that sees nobody's address sees none in what is expanded either", async () => {
    const { operator, as } = operatorsOf(() => s);
    await operator("sees-figures", "analyst");
    const cookie = await signIn(s.url, mail("sees-figures"));
    const { status, body }: Loose = await as(cookie, "GET", "/v1/rewards?expand[]=person");
    expect(status).toBe(200);
    expect(Object.keys(body.expanded.people).length).toBeGreaterThan(0);
    expect(JSON.stringify(body)).not.toContain("@expand.example");
  });
});

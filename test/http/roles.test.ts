/** Every role at every endpoint of openapi.json, through a session; and everybody at another's workspace. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROLES, type Role } from "../../src/core/roles.ts";
import type { Endpoint } from "../../src/http/endpoint.ts";
import { PERMISSIONS, type Permission, PUBLIC } from "../../src/http/permissions.ts";
import { permissionsOfRole } from "../../src/http/roles.ts";
import { endpoints } from "../../src/http/routes/index.ts";
import { PASSWORD, signIn } from "../support/accounts.ts";
import { createServer, type Loose, type Reply, type TestServer } from "../support/server.ts";

let s: TestServer;
const cookies = new Map<Role, string>();
beforeAll(async () => {
  s = await createServer();
  for (const role of ROLES) {
    const email = `${role}@roles.example`;
    await s.call("POST", "/v1/operators", { body: { name: role, email, password: PASSWORD, role } });
    cookies.set(role, await signIn(s.url, email));
  }
});
afterAll(async () => {
  await s.close();
});

const as = (role: Role, method: string, path: string, more: { body?: unknown; workspace?: string } = {}): Promise<Reply> =>
  s.call(method, path, {
    key: null,
    ...(more.body === undefined ? {} : { body: more.body }),
    headers: {
      cookie: cookies.get(role)!,
      "sec-fetch-site": "same-origin",
      "gv-as": "operator",
      ...(more.workspace === undefined ? {} : { "gv-workspace": more.workspace }),
    },
  });

/** What the roles are for, in words of their own: not read from the table that is tested. */
const PROMISES: { role: Role; may: Permission[]; mayNot: Permission[] }[] = [
  { role: "owner", may: [...PERMISSIONS], mayNot: [] },
  {
    role: "manager",
    may: [
      "programs:publish",
      "people:erase",
      "rewards:write",
      "settings:write",
      "webhooks:write",
      "operators:read",
      "keys:read",
      "payouts:read",
    ],
    mayNot: ["operators:write", "keys:write", "payouts:write", "workspaces:write", "portal:write"],
  },
  {
    role: "analyst",
    may: ["programs:read", "reports:read", "people:read", "rewards:read", "ledger:read", "referrals:read"],
    mayNot: PERMISSIONS.filter((each) => /:(write|erase|publish|redeem|approve|contact)$/.test(each)),
  },
  {
    role: "support",
    may: ["people:read", "people:contact", "referrals:write", "rewards:read", "rewards:write", "claims:write", "coupons:validate"],
    mayNot: ["payouts:read", "payouts:write", "ledger:write", "budgets:write", "programs:write", "programs:publish", "settings:write"],
  },
  {
    role: "support",
    may: [],
    mayNot: [
      "people:erase",
      "keys:read",
      "keys:write",
      "operators:write",
      "webhooks:write",
      "coupons:write",
      "adjustments:approve",
      "audit:read",
    ],
  },
  {
    role: "finance",
    may: ["payouts:write", "budgets:write", "ledger:read", "rewards:write", "people:read", "audit:read", "adjustments:approve"],
    mayNot: [
      "programs:write",
      "programs:publish",
      "settings:write",
      "keys:write",
      "operators:write",
      "people:write",
      "people:erase",
      "portal:write",
    ],
  },
];

test.each(PROMISES)("$role may what its word says, and no more", ({ role, may, mayNot }) => {
  const has = permissionsOfRole(role);
  const can = (each: Permission): boolean => has === "all" || has.has(each);
  expect(may.filter((each) => !can(each))).toEqual([]);
  expect(mayNot.filter(can)).toEqual([]);
});

const pathOf = (each: Endpoint): string => each.path.replace(/:\w+/g, "x");
/** A session is no source of facts that go on for ever, and a stream does not end. */
const ENDLESS = new Set(["/v1/stream"]);

/** Sixteen at a time: it is the answers that matter, not their order. */
async function each16(list: readonly Endpoint[], work: (each: Endpoint) => Promise<void>): Promise<void> {
  for (let from = 0; from < list.length; from += 16) await Promise.all(list.slice(from, from + 16).map(work));
}

describe.each(ROLES)("%s", (role) => {
  test("every endpoint answers as the table says: refused where the permission is missing, and only there", async () => {
    const has = permissionsOfRole(role);
    const wrong: string[] = [];
    const asked = endpoints.filter((each) => each.permission !== PUBLIC && !ENDLESS.has(each.path));
    await each16(asked, async (each) => {
      const may = has === "all" || has.has(each.permission as Permission);
      const { status, body } = await as(role, each.method, pathOf(each), each.method === "GET" ? {} : { body: {} });
      const refused = status === 403 && body["code"] === "scope_missing";
      const isSandboxOnly = status === 403 && body["code"] === "sandbox_only";
      if (refused === may && !(may && each.sandboxOnly === true && isSandboxOnly))
        wrong.push(`${each.method} ${each.path}: ${status} ${body["code"]}`);
      if (status >= 500) wrong.push(`${each.method} ${each.path}: ${status}`);
    });
    expect(wrong).toEqual([]);
    expect(asked.length).toBeGreaterThan(200);
  });

  test("/v1/me says the same as the endpoints do, in the workspace and in its sandbox", async () => {
    const has = permissionsOfRole(role);
    const expected = PERMISSIONS.filter((each) => has === "all" || has.has(each));
    for (const workspace of [s.a.slug, `${s.a.slug}-sandbox`]) {
      const { body } = await as(role, "GET", "/v1/me", { workspace });
      expect([body["role"], [...body["permissions"]].sort()]).toEqual([role, [...expected].sort()]);
    }
  });

  test("another's workspace is a 404 for every endpoint, by its slug, its sandbox's and a made-up one", async () => {
    for (const workspace of [s.b.slug, `${s.b.slug}-sandbox`, "nowhere"]) {
      const codes = new Set<string>();
      const asked = endpoints.filter((other) => other.permission !== PUBLIC && !ENDLESS.has(other.path));
      await each16(asked, async (each) => {
        const { status, body } = await as(role, each.method, pathOf(each), { workspace, ...(each.method === "GET" ? {} : { body: {} }) });
        codes.add(`${status} ${body["code"]}`);
      });
      expect([workspace, [...codes]]).toEqual([workspace, ["404 not_found"]]);
    }
  });
});

test("an analyst sees nobody's address: not in lists, searches, profiles, exports, and not her colleagues'", async () => {
  await s.call("POST", "/v1/people", {
    body: { user_id: "private", name: "Priya", email: "priya@people.example", phone: "+493012345678" },
  });
  const person = (await s.call("GET", "/v1/people/user_id:private")).body as Loose;
  const paths = [
    "/v1/people",
    `/v1/people/${person.id}`,
    `/v1/people/${person.id}/export`,
    `/v1/people/${person.id}/contact`,
    "/v1/operators",
  ];
  for (const path of paths) {
    const { status, text } = await as("analyst", "GET", path);
    expect([path, status]).toEqual([path, 200]);
    expect([path, /@(people|roles)\.example/.test(text), text.includes("+493012345678")]).toEqual([path, false, false]);
  }
  const found = await as("analyst", "POST", "/v1/people/search", { body: { email: "priya@people.example" } });
  expect(found.text).not.toContain("priya@people.example");
  expect((await as("support", "GET", `/v1/people/${person.id}`)).text).toContain("priya@people.example");
  expect((await as("analyst", "GET", "/v1/me")).body["operator"].email).toBe("analyst@roles.example");
});

test("support gives or takes at most 50 at once, and not many at once; finance may", async () => {
  await s.call("PUT", "/v1/programs/plain", { body: { preset: "direct" } });
  await s.call("POST", "/v1/programs/plain/publish", { body: {} });
  const grant = (role: Role, amount: number, currency = "USD"): Promise<Reply> =>
    as(role, "POST", "/v1/rewards", {
      body: { program: "plain", person: "user_id:private", kind: "cash", value: { amount, currency }, reason: "A delay" },
    });
  const small = await grant("support", 5_000);
  expect(small.status).toBe(201);
  expect([(await grant("support", 5_001)).body["code"], (await grant("support", 6_000, "JPY")).body["code"]]).toEqual([
    "scope_missing",
    "scope_missing",
  ]);
  const big = await grant("finance", 9_000);
  expect(big.status).toBe(201);
  const reverse = (role: Role, id: string): Promise<Reply> =>
    as(role, "POST", `/v1/rewards/${id}/reverse`, { body: { reason: "A mistake" } });
  expect((await reverse("support", big.body["id"])).body["code"]).toBe("scope_missing");
  expect((await reverse("support", small.body["id"])).status).toBe(200);
  const many = { decision: "approve", rewards: [big.body["id"]], dry_run: true };
  expect((await as("support", "POST", "/v1/rewards/decide", { body: many })).body["code"]).toBe("scope_missing");
});

test("a role cannot make itself more: nobody but an owner touches operators, invitations, keys and workspaces", async () => {
  const [me] = (await s.call("GET", "/v1/operators")).body["data"].filter((each: Loose) => each.role === "manager");
  for (const role of ROLES.filter((each) => each !== "owner")) {
    for (const [method, path, body] of [
      ["PATCH", `/v1/operators/${me.id}`, { role: "owner" }],
      ["DELETE", `/v1/operators/${me.id}`, undefined],
      ["POST", "/v1/operators", { name: "X", email: "x@roles.example", password: PASSWORD, role: "owner" }],
      ["POST", "/v1/operator-invitations", { email: "x@roles.example", role: "owner" }],
      ["POST", "/v1/keys", { kind: "secret" }],
      ["POST", "/v1/workspaces", { slug: "mine", name: "Mine" }],
    ] as const)
      expect([role, path, (await as(role, method, path, body === undefined ? {} : { body })).body["code"]]).toEqual([
        role,
        path,
        "scope_missing",
      ]);
  }
});

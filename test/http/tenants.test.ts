import fs from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endpoints } from "../../src/http/routes/index.ts";
import { announced } from "../support/seeds.ts";
import { createServer } from "../support/server.ts";
import { BODIES } from "../support/tenant-bodies.ts";
import type { Loose, TestServer } from "../support/server.ts";

type Operation = { method: string; path: string; permission: string };
type Recorded = { method: string; path: string; body?: unknown; what: string };

let s: TestServer;
let recorded: Recorded[];

/** Every operation that openapi.json publishes. */
const operations: Operation[] = Object.entries(
  (JSON.parse(fs.readFileSync("openapi.json", "utf8")) as Loose).paths as Record<string, Record<string, Loose>>,
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { description = "" }]) => ({
    method: method.toUpperCase(),
    path,
    permission: /Permission: `([^`]+)`/.exec(description)?.[1] ?? "public",
  })),
);

/** One thing of each kind in A's workspace; the ids that a path or a body may hold. */
async function fill(server: TestServer): Promise<Record<string, string>> {
  const post = async (path: string, body: unknown): Promise<Loose> => {
    const reply = await server.call("POST", path, { body });
    expect([path, reply.status, reply.body.code]).toEqual([path, expect.toSatisfy((n: number) => n < 300), undefined]);
    return reply.body;
  };
  const document = {
    key: "theirs",
    kind: "direct",
    name: "Theirs",
    stages: ["order"],
    qualifies_at: "order",
    destination: "https://a.example/",
    terms: { en: "Terms." },
    disclosure: { en: "I get 5 USD." },
    claims: { subject: "order" },
    leaderboard: { periods: ["week"] },
    contest: { from: "2020-01-01", to: "2020-01-31", leaderboard: {} },
    shares: {},
    case: {},
    exchange: {},
    requests: {},
    rewards: [{ key: "r", when: { stage: "order" }, to: "advocate", give: { cash: "5.00 USD" } }],
  };
  await server.call("PUT", "/v1/programs/theirs", { body: document });
  await post("/v1/programs/theirs/publish", {});
  const joined = await post("/v1/advocates", { program: "theirs", person: { user_id: "ann", email: "ann@example.com" } });
  const outcome = await post("/v1/events", {
    type: "purchase",
    person: { user_id: "ben" },
    referral: { code: joined.links[0].code },
    order: { id: "o", total: 5000, currency: "USD" },
  });
  const list = async (path: string): Promise<string> => ((await server.call("GET", path)).body.data[0] as Loose).id;
  const batch = "01a20121-c5ca-7e1a-9693-d38a6e9ebf6e";
  await server.engine.database.ownerPool.query(
    "insert into payout_batch (workspace_id, id, unit, form, created_at) values ($1, $2, 'USD', 'cash', 0)",
    [server.a.workspaceId, batch],
  );
  const review = "01a20121-c5ca-7e1a-9693-d38a6e9ebf70";
  await server.engine.database.ownerPool.query(
    `insert into risk_assessment (workspace_id, id, program_id, friend_id, advocate_id, version, score, verdict, reasons, inputs,
        scored_at, state)
     select workspace_id, $2, program_id, friend_id, advocate_id, 1, 0, 'allow', '[]', '{}', 0, 'allowed'
        from referral where workspace_id = $1`,
    [server.a.workspaceId, review],
  );
  await server.call("PUT", "/v1/companies/acme", { body: { name: "Acme" } });
  await server.call("PUT", "/v1/companies/their-partner", { body: { name: "Partner" } });
  const theirs = { program: "theirs", acting_as: joined.person };
  const contact = { user_id: "contact" };
  await server.call("PUT", "/v1/vacancies/their-vacancy", { body: { program: "theirs", title: "Baker" } });
  await server.call("PUT", "/v1/deals/their-deal", { body: {} });
  const friend = (await server.call("GET", "/v1/people/user_id:ben")).body.id as string;
  const points = { program: "theirs", person: joined.person, kind: "points", value: { amount: 9, currency: "points" }, reason: "x" };
  await post("/v1/rewards", points);
  await server.call("PUT", "/v1/catalogue/their-item", { body: { name: "Mug", price: 1 } });
  const webhook = (await post("/v1/webhooks", { url: "https://a.example/hook" })).id as string;
  const days = { valid_from: "2020-01-01T00:00:00.000Z", valid_until: "2098-01-01T00:00:00.000Z" };
  const licence = { kind: "real_estate", region: "US-CA", number: "1", ...days };
  const words = { subject: "x", text: "x" };
  const group = (await post("/v1/source-groups", { kind: "other", name: "x" })).id;
  const view = (await post("/v1/report-views", { name: "x", report: "funnel" })).id;
  const operator = (await post("/v1/operators", { name: "Olga", email: "olga@tenants.example", password: "a long password" })).id;
  return {
    review: `rvw_${review.replaceAll("-", "")}`,
    entry: (await post("/v1/lists", { list: "allow", kind: "email_domain", value: "a.example" })).id,
    licence: (await post(`/v1/people/${joined.person}/licences`, licence)).id,
    suppression: (await post("/v1/suppressions", { person: joined.person })).id,
    webhook,
    delivery: (await post(`/v1/webhooks/${webhook}/test`, {})).id,
    event: outcome.id,
    person: joined.person,
    friend,
    program: "theirs",
    link: joined.links[0].id,
    referral: outcome.decisions[0].referral,
    reward: outcome.decisions[0].rewards[0].id,
    import: (await post("/v1/imports", { source: "x" })).id,
    source: (await post("/v1/sources", { provider: "stripe", secret: "whsec_of_workspace_a" })).id,
    key: (await post("/v1/keys", { kind: "secret", scopes: ["events:read"] })).id,
    batch: `bat_${batch.replaceAll("-", "")}`,
    company: await list("/v1/companies"),
    claim: (await post("/v1/claims", { program: "theirs", order: "o", claimants: [{ person: joined.person }] })).id,
    operator,
    operator_invitation: (await post("/v1/operator-invitations", { email: "ina@tenants.example", role: "support" })).id,
    session: "others",
    vacancy: "their-vacancy",
    contest: "theirs",
    share: (await post("/v1/shares", { program: "theirs", person: joined.person, channel: "x" })).id,
    deliverable: (await post("/v1/deliverables", { program: "theirs", person: joined.person, url: "https://a.example/post" })).id,
    deal: "their-deal",
    code: joined.links[0].code,
    item: "their-item",
    case: (await post("/v1/cases", { program: "theirs", person: friend, owner: joined.person })).id,
    offer: "1",
    place: "their-place",
    lead: (await post("/v1/leads", { program: "theirs", from: "acme", to: "their-partner", contact })).id,
    request: (await post("/v1/requests", theirs)).id,
    redemption: (await post("/v1/redemptions", { person: joined.person, item: "their-item" })).redemption.id,
    gathering: (await post("/v1/gatherings", { title: "Evening", starts_at: "2099-01-01T00:00:00.000Z", seats: 1 })).id,
    help: (await post("/v1/portal/help", { person: joined.person, text: "Where is it?" })).id,
    note: (await post(`/v1/people/${joined.person}/notes`, { text: "x" })).id,
    canned_answer: (await post("/v1/canned-answers", { name: "x", text: "x" })).id,
    invitation: (await post("/v1/invitations", { program: "theirs", emails: ["guest@example.com"] })).invited[0],
    portal_key: (await post("/v1/portal-keys", {})).id,
    domain: (await post("/v1/domains", { domain: "refer.theirs.example" })).domain,
    mail: await list("/v1/mail"),
    segment: (await post("/v1/segments", { name: "x", filter: {} })).id,
    view,
    shared: (await post(`/v1/report-views/${view}/links`, {})).id,
    schedule: (await post("/v1/report-schedules", { view, every: "day", operators: [operator] })).id,
    annotation: (await post("/v1/annotations", { day: "2026-11-02", note: "x" })).id,
    audit: (await post("/v1/source-audits", { name: "x", origin: "given", counts: [{ source: "x", count: 1 }] })).id,
    group,
    plan: (await post("/v1/outreach", { name: "x", program: "theirs", groups: [group] })).id,
    nth: "1",
    adjustment: (await post("/v1/adjustments", { what: "grant", ...points, value: { amount: 20_000, currency: "points" } })).id,
    proof: (await post("/v1/ledger/verify", {})).id,
    announcement: (await post("/v1/announcements", { name: "x", audience: { program: "theirs" }, texts: { en: words } })).id,
    experiment: (await post("/v1/experiments", { program: "theirs", name: "x", arms: ["a", "b"].map((key) => ({ key, name: key })) })).id,
    article: (await post("/v1/articles", { title: "x", text: "x", language: "en" })).id,
    testimonial: (await post("/v1/testimonials", { program: "theirs", person: joined.person, text: "Good.", consent: true })).id,
  };
}

/** Requests that name A's things in their bodies or queries, where no path does. */
function byReference(ids: Record<string, string>): Recorded[] {
  const { person, friend, program, import: scope, code } = ids;
  const event = { type: "custom", name: "x", person: { user_id: "b" } };
  return [
    { method: "POST", path: "/v1/links", body: { program, person } },
    { method: "POST", path: "/v1/advocates", body: { program, person: { user_id: "b" } } },
    { method: "POST", path: "/v1/referrals", body: { program, advocate: person, friend, reason: "x" } },
    { method: "POST", path: "/v1/rewards", body: { program, person, kind: "cash", value: { amount: 1, currency: "USD" }, reason: "x" } },
    { method: "POST", path: "/v1/people/user_id:bob/merge", body: { from: person } },
    { method: "POST", path: "/v1/claims", body: { program, order: "o", claimants: [{ person }] } },
    { method: "POST", path: "/v1/shares", body: { program, person, channel: "x" } },
    { method: "POST", path: "/v1/deliverables", body: { program, person, url: "https://a.example/post" } },
    { method: "GET", path: `/v1/shares?person=${person}` },
    { method: "GET", path: `/v1/deliverables?person=${person}` },
    { method: "GET", path: `/v1/leaderboards/${program}?period=week` },
    ...["share-texts", "page", "performance"].map((what) => ({
      method: "GET",
      path: `/v1/advocates/${person}/${what}?program=${program}`,
    })),
    { method: "POST", path: "/v1/redemptions", body: { person, item: "their-item" } },
    { method: "POST", path: "/v1/testimonials", body: { program, person, text: "x", consent: true } },
    { method: "GET", path: `/v1/people/${person}/statement?from=2026-01-01T00:00:00.000Z` },
    { method: "GET", path: `/v1/redemptions?person=${person}` },
    { method: "GET", path: `/v1/testimonials?person=${person}` },
    { method: "POST", path: "/v1/cases", body: { program, person, owner: person } },
    { method: "POST", path: "/v1/leads", body: { program, from: "acme", to: "their-partner", contact: { user_id: "b" } } },
    { method: "POST", path: "/v1/requests", body: { program, acting_as: person } },
    { method: "POST", path: "/v1/introductions", body: { program, to: person, contact: { user_id: "b" }, acting_as: person } },
    { method: "POST", path: "/v1/slips", body: { program, to: person, value: 1, currency: "USD", acting_as: person } },
    ...["/v1/cases", "/v1/case_offers"].map((path) => ({ method: "GET", path: `${path}?acting_as=${person}` })),
    ...["/v1/requests", "/v1/introductions", "/v1/slips"].map((path) => ({ method: "GET", path: `${path}?from=${person}` })),
    { method: "POST", path: "/v1/portal/join", body: { program, person } },
    { method: "POST", path: "/v1/portal/help", body: { person, text: "x" } },
    { method: "POST", path: "/v1/portal/name-claims", body: { program, person, name: "Ann" } },
    { method: "PATCH", path: "/v1/portal/preferences", body: { person, digest: "none" } },
    { method: "GET", path: `/v1/portal/preferences?person=${person}` },
    { method: "GET", path: `/v1/help?person=${person}` },
    { method: "GET", path: `/v1/portal?program=${program}` },
    { method: "GET", path: `/v1/portal/learn?program=${program}` },
    ...["referrals", "rewards", "standing", "items/leads"].map((what) => ({
      method: "GET",
      path: `/v1/portal/${what}?person=${person}`,
    })),
    { method: "POST", path: "/v1/invitations", body: { program, emails: ["x@example.com"] } },
    { method: "GET", path: "/v1/leads?from=acme" },
    { method: "GET", path: `/v1/claims?person=${person}` },
    { method: "GET", path: `/v1/claims?contact=${friend}` },
    { method: "GET", path: `/v1/referrals?advocate=${person}` },
    { method: "GET", path: `/v1/rewards?person=${person}` },
    { method: "GET", path: `/v1/events?person=${person}` },
    { method: "GET", path: `/v1/links?person=${person}` },
    { method: "GET", path: `/v1/ledger/accounts?person=${person}` },
    { method: "GET", path: `/v1/coupons?person=${person}` },
    { method: "GET", path: `/v1/advocates?program=${program}` },
    { method: "GET", path: `/v1/reports/growth?program=${program}` },
    ...["funnel", "money", "cohorts", "participation", "advocates", "rows?metric=orders", "case-study"].map((report) => ({
      method: "GET",
      path: `/v1/reports/${report}${report.includes("?") ? "&" : "?"}program=${program}`,
    })),
    { method: "POST", path: "/v1/coupons/validate", body: { code, person } },
    { method: "POST", path: "/v1/lists", body: { list: "block", kind: "person", value: person } },
    { method: "POST", path: "/v1/coupon-pools", body: { program, rule: "r", codes: ["ABCDEF"] } },
    { method: "GET", path: `/v1/coupon-pools?program=${program}` },
    { method: "GET", path: `/v1/reviews?advocate=${person}` },
    { method: "GET", path: `/v1/reviews/summary?program=${program}` },
    { method: "POST", path: "/v1/coupons/redeem", body: { code, person } },
    { method: "POST", path: "/v1/events", body: { import: scope, events: [event] } },
  ].map((each) => ({ ...each, what: `${each.method} ${each.path} ${JSON.stringify(each.body ?? "")}` }));
}

beforeAll(async () => {
  s = await createServer();
  const ids = await fill(s);
  await s.call("POST", "/v1/people", { key: s.b.secretKey, body: { user_id: "bob" } });
  const spot = { latitude: 0, longitude: 0 };
  BODIES["PUT /v1/programs/{program}/places/{place}"] = { name: "P", capacity: 1, person: ids.person, ...spot };
  BODIES["POST /v1/cases/{case}/offers"] = spot;
  BODIES["POST /v1/cases/{case}/people"] = { operator: "operator" };
  BODIES["POST /v1/referrals/{referral}/reassign"] = { advocate: ids.person, reason: "x" };
  BODIES["POST /v1/announcements/{announcement}/test"] = { email: "a@b.example" };
  BODIES["POST /v1/adjustments/{adjustment}/refuse"] = { reason: "x" };
  BODIES["POST /v1/portal/notices/{announcement}/dismiss"] = { person: ids.person };
  BODIES["POST /v1/gatherings/{gathering}/join"] = { person: ids.person };
  BODIES["POST /v1/gatherings/{gathering}/leave"] = { person: ids.person };
  BODIES["POST /v1/people/{person}/merge"] = { from: ids.friend };
  BODIES["POST /v1/programs/{program}/terms/accept"] = { person: ids.person };
  BODIES["POST /v1/contests/{contest}/accept"] = { person: ids.person };
  recorded = [
    ...operations
      .filter((each) => !NEEDS_A_QUERY.has(each.path))
      .filter((each) => each.path.includes("{") && !MAKES_ITS_OWN.has(`${each.method} ${each.path}`) && !each.path.includes("{preset}"))
      .map(({ method, path }) => ({
        method,
        path: path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name]!),
        body: BODIES[`${method} ${path}`] ?? (method === "GET" ? undefined : {}),
        what: `${method} ${path}`,
      })),
    ...byReference(ids),
  ];
});
afterAll(async () => {
  await s.close();
});

/** An upsert under the caller's own name: B makes its own "theirs", which is no leak. */
const MAKES_ITS_OWN = new Set([
  // No key opens it: the signature of the source's own secret does (test/commerce/signatures.test.ts swaps those).
  "POST /hooks/{provider}/{source}",
  // Whoever has the link sees it, whoever she is.
  "GET /v1/shared-reports/{workspace}/{token}",
  "PUT /v1/programs/{program}",
  "PUT /v1/companies/{company}",
  "PUT /v1/deals/{deal}",
  "PUT /v1/catalogue/{item}",
  // Texts have keys of the product's own: B words its own.
  // No key approves what an operator proposed, her own workspace's neither (test/money/console.test.ts).
  "POST /v1/adjustments/{adjustment}/approve",
  "PUT /v1/texts/{key}",
  "DELETE /v1/texts/{key}",
]);
/** Asked with what they need among the references. */
const NEEDS_A_QUERY = new Set([
  "/v1/portal/items/{list}",
  "/v1/leaderboards/{program}",
  "/v1/advocates/{person}/share-texts",
  "/v1/advocates/{person}/page",
  "/v1/advocates/{person}/performance",
  "/v1/people/{person}/statement",
]);
/** What counts requests, keeps answers, says how far a reader of facts has come or can be counted again is not the workspaces' content. */
const UNCOUNTED = new Set([
  "rate_bucket",
  "idempotency",
  "api_key",
  "sign_in",
  "request_log",
  "profile_cursor",
  "report_cursor",
  "report_friend",
  "report_order",
  "report_advocate",
  "report_day",
  "report_arrival",
  "door_count",
]);

/** Every row of every table, hashed. */
async function snapshot(): Promise<Record<string, string>> {
  const tables = await s.engine.rows<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  );
  const found: Record<string, string> = {};
  for (const { name } of tables.filter((each) => !UNCOUNTED.has(each.name))) {
    const [row] = await s.engine.rows<{ hash: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from "${name}" t`,
    );
    found[name] = row!.hash;
  }
  return found;
}

describe("P18: a request recorded for A, sent with B's key", () => {
  test("openapi.json lists exactly the endpoints there are", () => {
    expect(operations.map((each) => `${each.method} ${each.path}`).sort()).toEqual(
      endpoints.map((each) => `${each.method} ${each.path.replace(/:(\w+)/g, "{$1}")}`).sort(),
    );
  });

  test("every operation with an id in its path is the same 404 for B as for nobody's id, and not for A", async () => {
    for (const { method, path, body, what } of recorded.filter((each) => !each.path.includes("?"))) {
      if (method === "GET") expect(`${what} ${(await s.call(method, path)).status}`).not.toBe(`${what} 404`);
      const theirs = await s.call(method, path, { key: s.b.secretKey, body });
      expect([what, theirs.status, theirs.body.code]).toEqual([
        what,
        expect.toBeOneOf([404, 409]),
        expect.toBeOneOf(["not_found", "import_not_open"]),
      ]);
      expect(theirs.text).not.toMatch(/ann@example|theirs.*Theirs/);
      if (!path.includes("/v1/events") || path.includes("evt_")) {
        const nobody = await s.call(method, path.replace(/_[0-9a-f]{32}/g, `_${"0".repeat(32)}`).replace("/theirs", "/nobodys"), {
          key: s.b.secretKey,
          body,
        });
        expect([what, nobody.status, nobody.body.title, nobody.body.detail]).toEqual([
          what,
          theirs.status,
          theirs.body.title,
          theirs.body.detail,
        ]);
      }
    }
  });

  test("1,000 random ones answer 404 or 403 and write nothing, with any of B's keys, and with A's own test key", async () => {
    const before = await snapshot();
    const keys = [s.b.secretKey, s.b.testKey, s.b.publishableKey, s.a.testKey];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...recorded), fc.constantFrom(...keys), fc.boolean(), async (request, key, isWorded) => {
        const { method, path, body, what } = request;
        const headers: Record<string, string> = isWorded ? { "x-workspace-id": s.a.workspaceId, "x-request-id": s.a.workspaceId } : {};
        const reply = await s.call(method, path, { key, body, headers });
        const isEmptyList = reply.status === 200 && method === "GET" && Array.isArray(reply.body.data) && reply.body.data.length === 0;
        const isRefused = [403, 404].includes(reply.status) || reply.body.code === "import_not_open";
        expect([what, reply.status, isRefused || isEmptyList]).toEqual([what, reply.status, true]);
      }),
      announced("P18", 1000),
    );
    expect(await snapshot()).toEqual(before);
  });
});

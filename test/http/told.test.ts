/**
 * What is told of reports: sent once a period to each operator who wants it, in her language, with figures, a table and a way out; shown by
 * a link until it ends; the week in sentences; and what stands on time lines.
 */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type MailParts, sendMail } from "../../src/flow/mail-send.ts";
import { PASSWORD, signIn } from "../support/accounts.ts";
import { type Inbox, type Letter, openInbox } from "../support/inbox.ts";
import { mailParts } from "../support/mail.ts";
import { type Loose, type TestServer, createServer } from "../support/server.ts";

let s: TestServer;
let inbox: Inbox;
let parts: MailParts;
let schedule = "";
const ids: Record<string, string> = {};

const call = async (method: string, path: string, body?: unknown): Promise<Loose> => {
  const reply = await s.call(method, path, { body });
  expect([path, reply.status, reply.body["detail"]]).toEqual([path, expect.toSatisfy((n: number) => n < 300), undefined]);
  return reply.body;
};
const rows = <T>(text: string): Promise<T[]> => s.engine.rows<T>(text, [s.a.workspaceId]);
const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
const dayAgo = (days: number): string => ago(days).slice(0, 10);
const to = (name: string) => inbox.letters.filter((each) => each.rcpt === `${name}@readers.example`);

beforeAll(async () => {
  [s, inbox] = await Promise.all([createServer(), openInbox()]);
  parts = mailParts(s.engine, inbox.url, s.url);
  await call("PUT", "/v1/programs/friends", { preset: "direct", name: "Friends" });
  await call("POST", "/v1/programs/friends/publish", {});
  const joined = await call("POST", "/v1/advocates", { program: "friends", person: { user_id: "ann" } });
  // Noon: a minute later is the same day.
  const noon = new Date(Date.now() - 86_400_000).setUTCHours(12, 0, 0, 0);
  const [yesterday, later] = [noon, noon + 60_000].map((at) => new Date(at).toISOString());
  const events = Array.from({ length: 12 }, (_, n) => {
    const person = { user_id: `f-${n}` };
    return [
      { id: `s-${n}`, type: "signup", person, referral: { code: joined.links[0].code }, occurred_at: yesterday },
      ...(n < 5
        ? [{ id: `o-${n}`, type: "purchase", person, order: { id: `o-${n}`, total: 8000, currency: "USD" }, occurred_at: later }]
        : []),
    ];
  });
  await call("POST", "/v1/events", { events: events.flat() });
  // A reader waits a moment for what came in: on a busy machine that is not all of it.
  const isComplete = async (): Promise<boolean> => (await call("GET", "/v1/reports/funnel"))["freshness"].complete;
  await vi.waitFor(async () => expect(await isComplete()).toBe(true), { timeout: 20_000, interval: 50 });
  for (const name of ["olga", "ina"]) {
    const made = await call("POST", "/v1/operators", { name, email: `${name}@readers.example`, password: PASSWORD, role: "analyst" });
    ids[name] = made["id"];
  }
});
afterAll(async () => {
  parts.mailer.close();
  await inbox.close();
  await s.close();
});

/** Where the mail's own way out leads. */
const wayOut = (letter: Letter | undefined): string | undefined =>
  letter?.headers.find(({ key }) => key === "list-unsubscribe")?.value.match(/<(https?:[^>]+)>/)?.[1];

/** As if the time had come: the schedule is due since a second, as it was `periods` days ago. More would be yesterday after midnight. */
const due = async (daysAgo = 0): Promise<void> => {
  await rows(`update report_schedule set next_at = workspace_now($1) - 1000 - ${daysAgo} * 86400000::bigint where workspace_id = $1`);
  await sendMail(parts, s.a.workspaceId);
};

test("a kept view is sent once a period to those named: figures with intervals, a table, the link, in their languages", async () => {
  // Her language is the one in which she works: it is known from when she opens her mails' page, or Insights.
  const cookie = await signIn(s.url, "olga@readers.example");
  const asOlga = { cookie, "gv-as": "operator", "sec-fetch-site": "same-origin", "accept-language": "de" };
  expect((await s.call("GET", "/v1/reports/week", { key: null, headers: asOlga })).status).toBe(200);
  const view = await call("POST", "/v1/report-views", { name: "Board", report: "funnel", query: { days: "90" } });
  const wish = { view: view["id"], every: "day", at_hour: 0, operators: [ids["olga"], ids["ina"]] };
  const made = await call("POST", "/v1/report-schedules", wish);
  schedule = made["id"];
  expect(made["operators"].map((each: Loose) => [each.id, each.off])).toEqual([ids["olga"], ids["ina"]].map((id) => [id, false]));
  expect(Date.parse(made["next_at"])).toBeGreaterThan(Date.now());
  await sendMail(parts, s.a.workspaceId);
  expect(inbox.letters).toHaveLength(0);
  // Three days were missed: one mail, about the last; again after a restart, which did not know that it was done, none.
  await due(3);
  await due();
  await due();
  expect([to("olga").length, to("ina").length]).toEqual([1, 1]);
  const [german, english] = [to("olga")[0]!, to("ina")[0]!];
  const day = new Date(Date.now() - 86_400_000);
  expect(english.subject).toBe(`Board: ${new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(day)}`);
  expect(english.text).toMatch(/Friends came: 12/);
  expect(english.text).toMatch(/Came to bought: 41\.7% \(19\.3% to 68%\)/);
  expect(english.text).toMatch(/By program \| .*\nfriends \| /);
  expect(english.text).not.toMatch(/NaN|undefined|null/);
  expect(english.links.some((each) => each.includes(`/app/${s.a.slug}/insights?`))).toBe(true);
  expect(german.html).toMatch(/lang="de"/);
  expect(german.text).toContain("Nach Programm | ");
  expect(german.text).toContain("41,7");
  const bad = await s.call("POST", "/v1/report-schedules", { body: { ...wish, operators: ["opr_0192f0c12a3b7c4d8e5f60718293a4b5"] } });
  expect([bad.status, bad.body["errors"][0].pointer]).toEqual([422, "/operators"]);
  expect((await s.call("POST", "/v1/report-schedules", { body: { ...wish, every: "week", on_day: 8 } })).status).toBe(422);
});

test("a view that cannot be answered is not kept; where it can be no more, its mail is left out and no other waits for it", async () => {
  const views = [{ query: { program: "nobody" } }, { query: { from: "2026-03-02", to: "2026-03-01" } }, { name: "Two\r\nlines" }];
  const kept = views.map((each) => s.call("POST", "/v1/report-views", { body: { name: "Bad", report: "funnel", ...each } }));
  expect((await Promise.all(kept)).map((each) => each.status)).toEqual([404, 422, 422]);
  const view = await call("POST", "/v1/report-views", { name: "Later", report: "funnel", query: { program: "friends" } });
  const { token } = await call("POST", `/v1/report-views/${view["id"]}/links`, { days: 1 });
  await call("POST", "/v1/report-schedules", { view: view["id"], every: "day", operators: [ids["ina"]] });
  await rows(`update report_view set query = '{"program":"gone"}' where workspace_id = $1 and name = 'Later'`);
  expect((await fetch(`${s.url}/reports/${s.a.slug}/${token}`)).headers.get("content-type")).toContain("text/html");
  await rows("delete from message where workspace_id = $1 and kind = 'operators_report'");
  const before = inbox.letters.length;
  await due();
  expect(inbox.letters.slice(before).map((each) => each.subject?.split(":")[0])).toEqual(["Board", "Board"]);
  await call("DELETE", `/v1/report-views/${view["id"]}`);
  await rows("delete from message where workspace_id = $1 and kind = 'operators_report'");
  inbox.letters.length = before;
});

test("whoever wants a report no more stops it by the mail's own link, for herself; no change of the sending brings it back", async () => {
  const out = wayOut(to("olga")[0])!;
  const shown = await (await fetch(out)).text();
  expect(shown).toContain("kommt dann nicht mehr");
  expect((await fetch(out, { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) })).status).toBe(200);
  await rows("delete from message where workspace_id = $1 and kind = 'operators_report'");
  await due();
  expect([to("olga").length, to("ina").length]).toEqual([1, 2]);
  const there = (await call("GET", "/v1/report-schedules"))["data"][0];
  expect(there.operators.map((each: Loose) => each.off)).toEqual([true, false]);
  const change = (names: string[]) =>
    call("PUT", `/v1/report-schedules/${schedule}`, { every: "week", on_day: 1, operators: names.map((name) => ids[name]) });
  const changed = await change(["olga", "ina"]);
  expect(changed["operators"].map((each: Loose) => each.off)).toEqual([true, false]);
  await rows("delete from message where workspace_id = $1 and kind = 'operators_report'");
  await due();
  expect([to("olga").length, to("ina").length]).toEqual([1, 3]);
  // Taken out of it and named anew she gets it anew.
  await change(["ina"]);
  expect((await change(["olga"]))["operators"].map((each: Loose) => each.off)).toEqual([false]);
  // With the view its mails end.
  await call("DELETE", `/v1/report-views/${there.view}`);
  expect((await call("GET", "/v1/report-schedules"))["data"]).toEqual([]);
  expect(await rows("select from report_reader where workspace_id = $1")).toEqual([]);
});

test("each operator gets the week in sentences, in her language, until she says no; the shared address gets it beside them", async () => {
  // Weeks are told in the morning from nine: in a zone where it is later than that now.
  await call("PATCH", "/v1/settings", {
    zone: new Date().getUTCHours() < 9 ? "Pacific/Kiritimati" : "UTC",
    settings: { operator_email: "team@readers.example" },
  });
  const week = async (): Promise<void> => {
    await rows("delete from message where workspace_id = $1 and kind = 'operators_weekly'");
    await rows("update mail_calendar set week = '2020-W01', next_at = 0 where workspace_id = $1");
    await sendMail(parts, s.a.workspaceId);
  };
  const weeks = (name: string) => to(name).filter((each) => /The week of|Die Woche von/.test(each.subject ?? ""));
  await week();
  expect(["olga", "ina", "team"].map((each) => weeks(each).length)).toEqual([1, 1, 1]);
  expect(weeks("olga")[0]!.text).toMatch(/Die Woche vom[^]*(Auf dich wartet nichts|wartet)/);
  expect(weeks("ina")[0]!.text).toMatch(/Nothing waits for you\.|waits? for/);
  expect(wayOut(weeks("team")[0])).toBeUndefined();
  // The same by her own settings as by the link.
  const cookie = await signIn(s.url, "ina@readers.example");
  const asIna = { key: null, headers: { cookie, "gv-as": "operator", "sec-fetch-site": "same-origin" } };
  expect((await s.call("PATCH", "/v1/me/mail", { ...asIna, body: { weekly: false } })).body).toMatchObject({
    weekly: false,
    reports: [],
  });
  const out = wayOut(weeks("olga")[0])!;
  expect((await fetch(out, { method: "POST" })).status).toBe(200);
  await week();
  expect(["olga", "ina", "team"].map((each) => weeks(each).length)).toEqual([1, 1, 2]);
  expect((await s.call("GET", "/v1/me/mail")).status).toBe(409);
  // Much less arrives than in the week before: told once, whatever else of it is looked at, and not to whom said no.
  // The zone has changed: what arrived is counted anew first.
  await expect.poll(async () => (await call("GET", "/v1/reports/health"))["events"].day).toBeGreaterThan(0);
  const slot = Math.floor((Date.now() - 3 * 86_400_000) / 300_000);
  await rows(
    `insert into report_arrival (workspace_id, slot, type, events, late, slowest) values ($1, ${slot}, 'purchase', 70000, 0, 0)`,
  );
  const asked = await s.call("PATCH", "/v1/me/mail", { ...asIna, body: { alerts: false } });
  expect(asked.body).toMatchObject({ weekly: false, alerts: false });
  for (let look = 0; look < 2; look++) {
    await rows("update mail_calendar set next_at = 0 where workspace_id = $1");
    await sendMail(parts, s.a.workspaceId);
  }
  const alerts = (name: string) => to(name).filter((each) => /needs a look|braucht einen Blick/.test(each.subject ?? ""));
  expect(["olga", "ina", "team"].map((each) => alerts(each).length)).toEqual([1, 0, 1]);
  expect(alerts("olga")[0]!.text).toMatch(/Weniger Ereignisse als üblich[^]*unter \d[^]*\/insights\/tracking/);
  expect(alerts("team")[0]!.text).toContain("Fewer events than usual");
  expect((await fetch(wayOut(alerts("olga")[0])!, { method: "POST" })).status).toBe(200);
  expect(await rows("select count(*)::int as n from operator where workspace_id = $1 and not alerts")).toEqual([{ n: 2 }]);
  await call("PATCH", "/v1/settings", { zone: "UTC" });
});

test("a kept report is shared by a link: figures without people, until it is revoked or its days are over", async () => {
  const view = (await s.call("POST", "/v1/report-views", { body: { name: "Board", report: "money", query: { program: "friends" } } }))
    .body;
  const kept = expect.objectContaining({ id: view["id"], query: { program: "friends", compare: "none" } });
  expect((await call("GET", "/v1/report-views"))["data"]).toEqual([kept]);
  const share = async () => (await s.call("POST", `/v1/report-views/${view["id"]}/links`, { body: { days: 7 } })).body;
  const [link, other] = [await share(), await share()];
  const page = new URL(link["url"]).pathname;
  const path = `/v1/shared-reports/${link["workspace"]}/${link["token"]}`;
  expect(page).toBe(path.replace("/v1/shared-reports/", "/reports/"));
  const read = async (at: string, language = "en") => {
    const answer = await fetch(s.url + at, { headers: { "accept-language": language } });
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
  const open = async (at: string): Promise<Loose> => await s.call("GET", at, { key: null });
  const { status, body, headers } = await open(path);
  expect([status, body["name"], headers.get("cache-control")]).toEqual([200, "Board", "private, no-store"]);
  expect(body["report"].figures.find((each: Loose) => each.metric === "new_customers").value).toBe(5);
  expect(JSON.stringify(body)).not.toMatch(/"(per|ref|rwd)_[0-9a-f]|\/v1\/reports\/rows/);
  // The same as a page to read: with what the figures mean, until when it shows, and nothing for search engines or about anybody.
  const shown = await read(page);
  expect([shown.status, shown.headers.get("x-robots-tag"), shown.headers.get("cache-control")]).toEqual([
    200,
    "noindex, nofollow",
    "private, no-store",
  ]);
  for (const says of [
    "<h1>Board</h1>",
    "New customers",
    "What the figures mean",
    "This page shows until",
    "days of UTC",
    "Program: friends.",
  ])
    expect(shown.text).toContain(says);
  expect(shown.text).not.toMatch(/<script|NaN|undefined|(per|ref|rwd)_[0-9a-f]/);
  expect((await read(page, "ar")).text).toMatch(/<html lang="ar" dir="rtl">[^]*ماذا تعني الأرقام/);
  expect((await read(`${page}x`)).status).toBe(404);
  expect((await open(`${path}x`)).status).toBe(404);
  expect((await open(path.replace("/shared-reports/", "/shared-reports/no-"))).status).toBe(404);
  // It opens nothing under another workspace's name.
  const [theirs] = await s.engine.rows<{ slug: string }>("select slug from workspace where workspace_id = $1", [s.b.workspaceId]);
  expect((await open(path.replace(/shared-reports\/[^/]+/, `shared-reports/${theirs!.slug}`))).status).toBe(404);
  expect((await s.call("DELETE", `/v1/report-views/${view["id"]}/links/${link["id"]}`)).status).toBe(200);
  expect([(await open(path)).status, (await read(page)).status]).toEqual([404, 404]);
  // The other one lives until its days are over.
  const rest = new URL(other["url"]).pathname;
  expect((await read(rest)).status).toBe(200);
  await s.engine.rows("update report_link set expires_at = 1 where revoked_at is null");
  const over = await read(rest);
  expect([over.status, over.text]).toEqual([404, expect.stringContaining("its days are over")]);
  expect((await call("GET", `/v1/report-views/${view["id"]}/links`)).data).toHaveLength(2);
  expect((await s.call("DELETE", `/v1/report-views/${view["id"]}`)).status).toBe(200);
  expect((await s.engine.rows("select from report_link")).length).toBe(0);
});

test("a view kept for the last so many days moves on with them", async () => {
  const wish = { name: "Fortnight", report: "funnel", query: { days: "14", by: "channel" } };
  const view = (await s.call("POST", "/v1/report-views", { body: wish })).body;
  expect(view["query"]).toMatchObject({ days: "14", by: "channel" });
  const { token, workspace } = (await s.call("POST", `/v1/report-views/${view["id"]}/links`, { body: {} })).body;
  const { report } = (await s.call("GET", `/v1/shared-reports/${workspace}/${token}`, { key: null })).body as Loose;
  expect(report.period).toMatchObject({ from: dayAgo(13), to: dayAgo(0), days: 14 });
  expect((await s.call("POST", "/v1/report-views", { body: { ...wish, query: { days: "0" } } })).status).toBe(422);
  expect((await s.call("DELETE", `/v1/report-views/${view["id"]}`)).status).toBe(200);
});

test("time lines: what programs did stands there by itself, and a note until it is taken away", async () => {
  const path = `/v1/annotations?from=${dayAgo(3)}`;
  const before = (await call("GET", path)).data as Loose[];
  expect(before).toEqual([expect.objectContaining({ kind: "launched", program: "friends", program_name: "Friends", id: null })]);
  const bonuses = [{ key: "double", from: ago(1), to: ago(-9), multiply: 2 }];
  const { definition } = (await call("GET", "/v1/programs/friends")) as Loose;
  expect((await s.call("PUT", "/v1/programs/friends", { body: { ...definition, bonuses } })).status).toBe(200);
  await s.call("POST", "/v1/programs/friends/publish", { body: {} });
  const note = { day: dayAgo(2), note: "An article", program: "friends" };
  const made = await s.call("POST", "/v1/annotations", { body: note });
  expect([made.status, made.body]).toEqual([201, expect.objectContaining({ ...note, kind: "note", at: null })]);
  const all = (await call("GET", path)).data as Loose[];
  expect(all.map((each) => each.kind).toSorted()).toEqual(["bonus_began", "launched", "note", "version"]);
  expect(all.find((each) => each.kind === "bonus_began")).toMatchObject({ day: dayAgo(1), bonus: "double" });
  const at = `/v1/annotations/${made.body["id"]}`;
  expect((await s.call("PUT", at, { body: { ...note, note: "Two articles", program: null } })).body).toMatchObject({
    note: "Two articles",
    program: null,
  });
  expect((await s.call("PUT", at, { body: { ...note, day: "2026-02-30" } })).body["errors"][0].pointer).toBe("/day");
  expect((await s.call("DELETE", at)).status).toBe(200);
  expect([(await s.call("DELETE", at)).status, ((await call("GET", path)).data as Loose[]).length]).toEqual([404, 3]);
});

test("the week is told in sentences, in the reader's language, and says what it cannot say yet", async () => {
  const week = await call("GET", `/v1/reports/week?to=${dayAgo(0)}`);
  expect(week.period).toMatchObject({ from: dayAgo(6), to: dayAgo(0), zone: "UTC" });
  const texts = (week["told"] as Loose[]).map((each) => each.text as string);
  expect(new Set((week["told"] as Loose[]).map((each) => each.code))).toEqual(
    new Set(["counted", "too_early", "money", "lost", "no_needs"]),
  );
  expect(texts.join(" ")).toMatch(
    /^12 friends came; 5 bought for the first time\. What is usual is not known yet: 4 more weeks are needed\. .*ordered for \$400/,
  );
  expect(texts.join(" ")).not.toMatch(/NaN|Infinity|undefined|\{/);
  const german = await s.call("GET", `/v1/reports/week?to=${dayAgo(0)}`, { headers: { "accept-language": "de" } });
  expect(JSON.stringify(german.body)).toContain("Was üblich ist, ist noch nicht bekannt: 4 weitere Wochen fehlen.");
  const before = await call("GET", "/v1/reports/week?to=2020-01-01");
  expect((before.told as Loose[])[0].code).toBe("nothing");
});

test("a view that is thrown away while somebody sends it, shares it or changes its sending leaves nothing behind", async () => {
  const operators = [ids["ina"]];
  for (let round = 0; round < 8; round++) {
    const { id: view } = await call("POST", "/v1/report-views", { name: `Gone ${round}`, report: "funnel" });
    const made = await call("POST", "/v1/report-schedules", { view, every: "day", operators });
    const away = round % 2 === 0 ? `/v1/report-views/${view}` : `/v1/report-schedules/${made["id"]}`;
    const all = await Promise.all([
      s.call("POST", "/v1/report-schedules", { body: { view, every: "week", operators } }),
      s.call("PUT", `/v1/report-schedules/${made["id"]}`, { body: { every: "month", operators: [ids["ina"], ids["olga"]] } }),
      s.call("DELETE", away),
      s.call("POST", `/v1/report-views/${view}/links`, { body: { days: 1 } }),
    ]);
    expect(all.map((each) => each.status).filter((status) => ![200, 201, 404].includes(status))).toEqual([]);
  }
  const without = (table: string, of: string, by: string) =>
    `(select count(*)::int from ${table} x where workspace_id = $1 and not exists (select from ${of} y where y.id = x.${by}))`;
  const [left] = await rows(
    `select ${without("report_schedule", "report_view", "view_id")} as sent, ${without("report_link", "report_view", "view_id")} as shared,
            ${without("report_reader", "report_schedule", "schedule_id")} as read`,
  );
  expect(left).toEqual({ sent: 0, shared: 0, read: 0 });
});

test("a link with a NUL in it is as missing as any other, as a page too", async () => {
  const reports = ["%00/%00", `${s.a.slug}/%00`, "__proto__/constructor"].map((path) => `/reports/${path}`);
  const portal = ["%00", `${s.a.slug}/%00`, "%00/invited/x", "%00/oidc"].map((path) => `/p/${path}`);
  for (const path of [...reports, ...portal]) expect([path, (await fetch(`${s.url}${path}`)).status]).toEqual([path, 404]);
});

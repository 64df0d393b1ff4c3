/** Mails that come by the calendar, mails to friends, what a person chose, and what is kept of her. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type MailParts, sendMail } from "../../src/flow/mail-send.ts";
import { inWorkspace } from "../../src/store/db.ts";
import { insertMessages } from "../../src/store/messages.ts";
import { handOver } from "../support/receiver.ts";
import { type Inbox, openInbox } from "../support/inbox.ts";
import { mailParts } from "../support/mail.ts";
import type { Loose, Reply } from "../support/server.ts";
import { type Shop, createShop, day } from "../support/shop.ts";

let shop: Shop;
let inbox: Inbox;
let parts: MailParts;
let ws = "";

beforeAll(async () => {
  [shop, inbox] = await Promise.all([createShop(), openInbox()]);
  ws = shop.server.a.sandboxId;
  parts = mailParts(shop.server.engine, inbox.url, shop.server.url);
  await shop.publish("direct");
  await call("PATCH", "/v1/settings", { settings: { operator_email: "team@shop.example" } });
  await call("PUT", "/v1/goals", { program: "direct", metric: "referrals", target: 400, until: new Date(day(400)).toISOString() });
});
afterAll(async () => {
  parts.mailer.close();
  await inbox.close();
  await shop.close();
});

const raw = (method: string, path: string, body?: unknown): Promise<Reply> =>
  shop.server.call(method, path, { body, key: shop.server.a.testKey });
const call = async (method: string, path: string, body?: unknown): Promise<Loose> => {
  const reply = await raw(method, path, body);
  expect([path, reply.status, reply.body.detail]).toEqual([path, expect.toSatisfy((n: number) => n < 300), undefined]);
  return reply.body;
};
const person = async (user_id: string, more: object = {}): Promise<string> =>
  (await call("POST", "/v1/people", { user_id, email: `${user_id}@people.example`, ...more })).id as string;
const work = async (): Promise<void> => {
  await handOver(shop.server.engine, ws);
  await sendMail(parts, ws);
};
const to = (user: string): string[] =>
  inbox.letters.filter((each) => each.rcpt === `${user}@people.example`).map((each) => each.subject ?? "");
const all = (table: string): string => `select * from ${table} where workspace_id = $1`;
const rows = <T>(text: string): Promise<T[]> => shop.server.engine.rows<T>(text, [ws]);

test("who joined and shared nothing for a week is reminded once; who shared, had a visit or a referral is not", async () => {
  await sendMail(parts, ws);
  for (const user of ["quiet", "busy", "seen", "left"]) await person(user);
  const codes: Record<string, string> = {};
  for (const user of ["quiet", "busy", "seen", "left"]) codes[user] = await shop.join("direct", user);
  await shop.buys("friend-of-busy", { id: "b1", total: 8000, code: codes["busy"] });
  const [link] = await rows<{ id: string; program_id: string; person_id: string }>(
    `select id, program_id, person_id from link where workspace_id = $1 and code = '${codes["seen"]}'`,
  );
  await call("POST", `/v1/programs/direct/advocates/user_id:left/leave`);
  await shop.to(day(2));
  const [{ now } = { now: 0 }] = await rows<{ now: number }>("select workspace_now($1) as now");
  const at = now.toString(16).padStart(12, "0");
  await shop.server.engine.rows(
    "insert into touch (workspace_id, id, link_id, program_id, person_id, at) values ($1, $2, $3, $4, $5, $6)",
    [ws, `${at.slice(0, 8)}-${at.slice(8)}-7000-8000-000000000001`, link!.id, link!.program_id, link!.person_id, now],
  );
  for (const each of [5, 6, 8, 9, 15, 30]) {
    await shop.to(day(each, 3_600_000));
    await work();
  }
  const reminded = await rows<{ email: string }>(
    `select v.data->>'email' as email from message m join person_private v on v.workspace_id = $1 and v.person_id = m.person_id
      where m.workspace_id = $1 and m.kind = 'link_reminder'`,
  );
  expect(reminded.map((each) => each.email)).toEqual(["quiet@people.example"]);
  expect(to("quiet").filter((each) => /waiting/.test(each))).toHaveLength(1);
}, 60_000);

test("who chose one mail a week gets one, on Monday morning, with what happened; what cannot wait comes at once", async () => {
  const id = await person("weekly");
  await call("PATCH", "/v1/portal/preferences", { person: id, digest: "weekly" });
  const code = await shop.join("direct", "weekly");
  await work();
  expect(to("weekly")).toEqual([expect.stringContaining("Your link")]);
  await shop.to(day(31));
  for (const n of [1, 2, 3]) await shop.buys(`w${n}`, { id: `w-${n}`, total: 8000, code });
  await work();
  expect(to("weekly")).toHaveLength(1);
  // Monday comes: day 35 is one.
  await shop.to(day(34, 20 * 3_600_000));
  await work();
  expect(to("weekly")).toHaveLength(1);
  await shop.to(day(35, 3_600_000));
  for (let n = 0; n < 3; n++) await work();
  expect(to("weekly").slice(1)).toEqual([expect.stringContaining("Your week with")]);
  const letter = inbox.letters.find((each) => each.rcpt === "weekly@people.example" && /Your week/.test(each.subject ?? ""))!;
  expect(letter.text?.match(/You have earned \$8\.00/g)).toHaveLength(3);
  expect(letter.text).toMatch(/a friend \(7 February( 2030)?\)/);
  await shop.to(day(42, 3_600_000));
  await work();
  expect(to("weekly")).toHaveLength(2);
}, 60_000);

test("those who run the workspace get the week in figures, once a week, and nobody does where no address is set", async () => {
  const weeks = inbox.letters.filter((each) => each.rcpt === "team@shop.example" && /The week of/.test(each.subject ?? ""));
  expect(weeks.length).toBeGreaterThanOrEqual(3);
  expect(new Set(weeks.map((each) => each.messageId)).size).toBe(weeks.length);
  const busy = weeks.find((each) => /: 3 new referrals/.test(each.subject ?? ""))!;
  expect(busy.text).toMatch(/New referrals: 3/);
  expect(busy.text).toMatch(/Their cost: \$24\.00/);
  expect(busy.text).toMatch(/Goal: new referrals \(“direct”\), by 11 February 2031: 4 of 400\. (On course|Behind): \d+ more a week/);
  const before = weeks.length;
  await call("PATCH", "/v1/settings", { settings: { operator_email: null } });
  await shop.to(day(49, 3_600_000));
  await work();
  expect(inbox.letters.filter((each) => each.rcpt === "team@shop.example" && /The week of/.test(each.subject ?? ""))).toHaveLength(
    before,
  );
}, 60_000);

test("a friend is invited once ever, in the advocate's name, with link, disclosure and a way out, and nothing of her is kept", async () => {
  const ada = await person("ada", { name: "Ada Berg" });
  await shop.join("direct", "ada");
  const eve = await person("eve");
  await shop.join("direct", "eve");
  const wish = { program: "direct", person: ada, email: "Carla@friends.example", note: "You asked <b>where</b> {{7*7}}" };
  expect((await raw("POST", "/v1/invitations/friend", wish)).status).toBe(409);
  await call("PATCH", "/v1/settings", { settings: { mail: { invitations: true } } });
  expect((await raw("POST", "/v1/invitations/friend", { ...wish, person: eve })).body.detail).toContain("name");
  expect((await raw("POST", "/v1/invitations/friend", { ...wish, note: "look at https://evil.example" })).body.errors[0].pointer).toBe(
    "/note",
  );
  const answers = [
    await raw("POST", "/v1/invitations/friend", wish),
    await raw("POST", "/v1/invitations/friend", { ...wish, email: "carla@FRIENDS.example" }),
  ];
  expect(answers.map((each) => [each.status, each.text])).toEqual([
    [202, answers[0]!.text],
    [202, answers[0]!.text],
  ]);
  await work();
  await work();
  const letters = inbox.letters.filter((each) => each.rcpt === "carla@friends.example");
  expect(letters).toHaveLength(1);
  const [letter] = letters;
  expect(letter!.subject).toContain("Ada Berg recommends");
  expect(letter!.text).toContain("You asked <b>where</b> {{7*7}}");
  expect(letter!.html).toContain("&lt;b&gt;where");
  expect(letter!.text).toContain("Ada Berg may get something from");
  expect(letter!.links[0]).toMatch(/\/r\/[A-Z0-9]+$/);
  const kept = JSON.stringify([await rows(all("mail_invitation")), await rows(all("mail")), await rows(all("message"))]);
  expect(kept).not.toMatch(/carla|You asked/i);
  const out = letter!.links.find((each) => each.includes("/unsubscribe/"))!;
  expect(letter!.headers.find((each) => each.key === "list-unsubscribe")?.value).toContain(out);
  await fetch(out, { method: "POST" });
  expect(await call("POST", "/v1/suppressions/check", { email: "carla@friends.example", channel: "email" })).toMatchObject({
    suppressed: true,
  });
  // Another program may not write to her either.
  await shop.publish("two_way");
  await shop.join("two_way", "ada");
  await call("POST", "/v1/invitations/friend", { ...wish, program: "two_way" });
  await work();
  expect(inbox.letters.filter((each) => each.rcpt === "carla@friends.example")).toHaveLength(1);
}, 60_000);

test("a bounce that is told later stops mail to the address, a complaint what is not essential, and a soft one nothing", async () => {
  for (const user of ["hard", "soft", "complaint"]) await person(user);
  const bounces = ["hard", "soft", "complaint"].map((kind) => ({ email: `${kind}@PEOPLE.example`, kind }));
  expect(await call("POST", "/v1/mail/bounces", { bounces: [...bounces, { email: "nonsense", kind: "hard" }] })).toEqual({
    noted: 3,
    ignored: 1,
  });
  await call("POST", "/v1/mail/bounces", { bounces });
  const due_at = (await rows<{ now: number }>("select workspace_now($1) as now"))[0]!.now;
  for (const user of ["hard", "soft", "complaint"]) {
    const [{ id } = { id: "" }] = await rows<{ id: string }>(
      `select person_id as id from person_identity where workspace_id = $1 and kind = 1 and value = '${user}'`,
    );
    await inWorkspace(parts.pool, ws, (db) =>
      insertMessages(ws, db, [
        { kind: "occasion_reached", person_id: id, subject_key: "o", due_at },
        { kind: "reward_available", person_id: id, subject_key: "r", data: { form: "cash", unit: "USD", amount: 500 }, due_at },
      ]),
    );
  }
  await sendMail(parts, ws);
  expect([to("hard").length, to("soft").length, to("complaint").length]).toEqual([0, 2, 1]);
  const listed = (await call("GET", "/v1/suppressions?limit=100")).data.filter((each: Loose) => each.source === "api");
  expect(listed.map((each: Loose) => each.reason).sort()).toEqual(["bounced", "complained"]);
});

test("mails in the API: as they were sent, or why not; another workspace sees none; erased with the person", async () => {
  const { data } = await call("GET", "/v1/mail?person=user_id:weekly&status=delivered");
  const found = await call("GET", `/v1/mail/${data[0].id}`);
  expect(found).toMatchObject({ status: "delivered", recipient: "weekly@people.example", attempts: [{ code: 250, error: null }] });
  expect(found.html).toContain("<!doctype html>");
  expect((await shop.server.call("GET", `/v1/mail/${data[0].id}`, { key: shop.server.b.testKey })).status).toBe(404);
  const dropped = (await call("GET", "/v1/mail?person=user_id:weekly&status=dropped")).data as Loose[];
  expect(dropped.every((each) => each.reason === "digest")).toBe(true);
  expect((await call("GET", `/v1/mail/${dropped[0].id}`)).text).toContain("$8.00");
  await call("POST", "/v1/people/user_id:weekly/erase");
  expect(JSON.stringify(await rows(all("mail")))).not.toContain("weekly@people.example");
  expect((await raw("GET", `/v1/mail/${data[0].id}`)).status).toBe(404);
});

test("a sandbox's mail stays here unless it is asked for, and says that it is a test", async () => {
  await person("sandy");
  await shop.join("direct", "sandy");
  await handOver(shop.server.engine, ws);
  await sendMail({ ...parts, rules: { ...parts.rules, sandboxes: false } }, ws);
  expect(to("sandy")).toEqual([]);
  expect((await call("GET", "/v1/mail?person=user_id:sandy")).data).toMatchObject([{ status: "dropped", reason: "sandbox" }]);
  expect(inbox.letters.every((each) => each.subject?.startsWith("[Test] ") || each.subject?.startsWith("[Test]"))).toBe(true);
});

test("a letter of thanks goes out in the operator's words, once and not before its moment; called back it does not", async () => {
  const ada = await person("lee", { name: "Ada <b>Lee</b>" });
  const body = { subject: "Thank you, Ada", text: "Hello Ada,\n\nyou sent us {friend} & 'more'. That was kind." };
  const first = await call("POST", `/v1/people/${ada}/thanks`, body);
  const second = await call("POST", `/v1/people/${ada}/thanks`, { ...body, subject: "Never sent" });
  await work();
  expect(to("lee")).toEqual([]);
  expect(await call("DELETE", `/v1/people/${ada}/thanks/${second.note}`)).toEqual({ withdrawn: true });
  expect((await call("GET", `/v1/people/${ada}/notes`)).data.map((each: Loose) => each.text)).toEqual([
    `${body.subject}\n\n${body.text}`,
  ]);
  await call("POST", "/v1/test_clock", { advance: "1m" });
  await work();
  await work();
  expect(to("lee")).toEqual([expect.stringContaining("Thank you, Ada")]);
  const letter = inbox.letters.find((each) => each.rcpt === "lee@people.example")!;
  expect(letter.text).toContain("you sent us {friend} & 'more'. That was kind.");
  expect((await raw("DELETE", `/v1/people/${ada}/thanks/${first.note}`)).status).toBe(409);
  const preview = await call("POST", "/v1/mail/preview", { kind: "personal_thanks", letter: { ...body, text: "<script>1</script>" } });
  expect([preview.subject, preview.html.includes("<script>")]).toEqual([expect.stringContaining("Thank you, Ada"), false]);
  await call("POST", "/v1/suppressions", { person: ada, channel: "email", reason: "asked" });
  const third = await call("POST", `/v1/people/${ada}/thanks`, body);
  await call("POST", "/v1/test_clock", { advance: "1m" });
  await work();
  expect(to("lee")).toHaveLength(1);
  expect(third.note).toMatch(/^nte_/);
  await call("POST", `/v1/people/${ada}/erase`);
  expect(JSON.stringify(await rows(all("person_note")))).not.toContain("kind");
  expect(JSON.stringify(await rows(all("message")))).not.toContain("Ada");
});

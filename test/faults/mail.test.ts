/** F26: mail servers that put off, refuse, hang, and take without saying so: one mail a message, and the list of addresses that bounce. */
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type MailParts, sendMail } from "../../src/flow/mail-send.ts";
import { uuidOf } from "../../src/core/id.ts";
import { inWorkspace } from "../../src/store/db.ts";
import { claimMail, recordMail } from "../../src/store/mail.ts";
import { insertMessages } from "../../src/store/messages.ts";
import { mailParts } from "../support/mail.ts";
import type { Loose } from "../support/server.ts";
import { type Shop, createShop } from "../support/shop.ts";
import { type BadServer, type Misdeed, openBadServer } from "../support/smtp.ts";

const MINUTE = 60_000;
let shop: Shop;
let ws = "";
let people = 0;
const open: { close(): unknown }[] = [];

beforeAll(async () => {
  shop = await createShop();
  ws = shop.server.a.sandboxId;
});
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
  await shop.server.engine.rows("delete from message");
});
afterAll(() => shop.close());

const call = async (method: string, path: string, body?: unknown): Promise<Loose> =>
  (await shop.server.call(method, path, { body, key: shop.server.a.testKey })).body;
const now = async (): Promise<number> =>
  (await shop.server.engine.rows<{ now: number }>("select workspace_now($1) as now", [ws]))[0]!.now;
/** A person with an address, and a message to her that is due. */
async function due(count = 1): Promise<{ id: string; email: string }> {
  const email = `reader-${++people}@people.example`;
  const { id } = await call("POST", "/v1/people", { user_id: `reader-${people}`, email });
  const due_at = await now();
  const rows = Array.from({ length: count }, (_, n) => ({
    kind: "reward_available" as const,
    person_id: uuidOf("per", id)!,
    subject_key: `rwd_${n}`,
    data: { form: "cash", unit: "USD", amount: 1000 + n },
    due_at,
  }));
  await inWorkspace(shop.server.engine.database.pool(), ws, (db) => insertMessages(ws, db, rows));
  return { id, email };
}
async function serve(misdeed?: Misdeed, auth = false): Promise<{ server: BadServer; parts: MailParts }> {
  const server = await openBadServer(misdeed, auth);
  const parts = mailParts(shop.server.engine, server.url);
  open.push(server, { close: () => parts.mailer.close() });
  return { server, parts };
}
type Row = { status: string; reason: string | null; tries: number; in_ms: number };
const rows = async (): Promise<Row[]> =>
  await shop.server.engine.rows<Row>(
    "select status, reason, tries, (retry_at - workspace_now(workspace_id))::int as in_ms from message where workspace_id = $1 order by id",
    [ws],
  );
const later = async (ms: number): Promise<void> => {
  await call("POST", "/v1/test_clock", { set: new Date((await now()) + ms + 5).toISOString() });
};
const ids = (server: BadServer): string[] => server.letters.map((each) => /^Message-ID: (.*)$/m.exec(each)?.[1]?.trim() ?? "");

test("4xx: the letter is put off, tried again when its time has come and not before, and arrives once", async () => {
  for (const at of ["MAIL", "RCPT", "DATA", "end"] as const) {
    let refusals = 2;
    const { server, parts } = await serve((point) => (point === at && refusals-- > 0 ? "451 4.7.1 later" : null));
    await due();
    await sendMail(parts, ws);
    expect([at, await rows()]).toMatchObject([at, [{ status: "due", tries: 1, in_ms: expect.toSatisfy((ms: number) => ms > 110_000) }]]);
    await sendMail(parts, ws);
    expect((await rows())[0]).toMatchObject({ tries: 1 });
    await later(3 * MINUTE);
    await sendMail(parts, ws);
    expect((await rows())[0]).toMatchObject({ status: "due", tries: 2 });
    await later(12 * MINUTE);
    await sendMail(parts, ws);
    await sendMail(parts, ws);
    expect(await rows()).toMatchObject([{ status: "delivered", reason: null, tries: 3 }]);
    expect(new Set(ids(server)).size).toBe(1);
    expect(server.letters.length).toBe(at === "end" ? 3 : 1);
    await shop.server.engine.rows("delete from message");
  }
}, 60_000);

test("4xx for three days: the letter is given up, visibly", async () => {
  const { parts } = await serve((at) => (at === "RCPT" ? "452 4.2.2 mailbox full" : null));
  await due();
  for (let tries = 0; tries < 12; tries++) {
    await sendMail(parts, ws);
    await later(27 * 60 * MINUTE);
  }
  expect(await rows()).toMatchObject([{ status: "dropped", reason: "gave_up", tries: 9 }]);
}, 60_000);

test("5xx to the recipient: the address is on the list, what is due to it is dropped unsent, and other addresses get theirs", async () => {
  const { server, parts } = await serve((at, line) => (at === "RCPT" && line.includes("reader-") ? "550 5.1.1 no such user" : null));
  const { email } = await due(1);
  await sendMail(parts, ws);
  expect(await rows()).toMatchObject([{ status: "dropped", reason: "bounced", tries: 1 }]);
  expect(await call("POST", "/v1/suppressions/check", { email, channel: "email" })).toMatchObject({
    suppressed: true,
    because: { reason: "bounced", source: "smtp" },
  });
  const { connections } = server;
  await inWorkspace(shop.server.engine.database.pool(), ws, async (db) => {
    const [person] = await shop.server.engine.rows<{ person_id: string }>("select person_id from message");
    await insertMessages(ws, db, [{ kind: "reward_granted", person_id: person!.person_id, subject_key: "rwd_x", due_at: await now() }]);
  });
  await sendMail(parts, ws);
  expect((await rows()).map((each) => each.reason)).toEqual(["bounced", "bounced"]);
  expect([server.connections, server.letters.length]).toEqual([connections, 0]);
});

test("5xx to the letter (its size, its words): that letter is dropped, and the address stays good", async () => {
  for (const [at, said] of [
    ["end", "554 5.6.0 no"],
    ["RCPT", "552 5.2.2 over quota"],
    ["MAIL", "553 sender refused"],
  ] as const) {
    const { parts } = await serve((point) => (point === at ? said : null));
    const { email } = await due();
    await sendMail(parts, ws);
    expect([at, (await rows())[0]]).toMatchObject([at, { status: "dropped", reason: "refused" }]);
    expect(await call("POST", "/v1/suppressions/check", { email, channel: "email" })).toMatchObject({ suppressed: false });
    await shop.server.engine.rows("delete from message");
  }
});

test("a server that hangs, is away, or refuses our password: no try is counted, and all arrives when it is well", async () => {
  const misdeeds: [string, Misdeed, boolean][] = [
    ["no greeting", (at) => (at === "greeting" ? "hang" : null), false],
    ["closes at once", (at) => (at === "greeting" ? "close" : null), false],
    ["554 greeting", (at) => (at === "greeting" ? "554 go away" : null), false],
    ["hangs at EHLO", (at) => (at === "EHLO" ? "hang" : null), false],
    ["wrong password", (at) => (at === "AUTH" ? "535 5.7.8 no" : null), true],
  ];
  for (const [name, misdeed, auth] of misdeeds) {
    const { server, parts } = await serve(misdeed, auth);
    await due(12);
    const began = performance.now();
    expect([name, await sendMail(parts, ws)]).toMatchObject([name, { sent: 0, down: true }]);
    expect(performance.now() - began).toBeLessThan(40_000);
    expect([name, (await rows()).every((each) => each.status === "due" && each.tries === 0)]).toEqual([name, true]);
    server.misdeed = () => null;
    await later(2 * MINUTE);
    await sendMail(parts, ws);
    expect([name, (await rows()).map((each) => each.status)]).toEqual([name, Array.from({ length: 12 }, () => "delivered")]);
    expect(new Set(ids(server)).size).toBe(12);
    expect(server.letters).toHaveLength(12);
    await shop.server.engine.rows("delete from message");
  }
}, 90_000);

test("taken without a word: the same letter goes out a second time at most, with the same Message-ID, and then never again", async () => {
  for (const end of ["close", "hang"] as const) {
    const { server, parts } = await serve((at) => (at === "end" ? end : null));
    await due();
    for (let tries = 0; tries < 5; tries++) {
      await sendMail(parts, ws);
      await later(30 * MINUTE);
    }
    expect([end, server.letters.length, new Set(ids(server)).size]).toEqual([end, 2, 1]);
    expect(await rows()).toMatchObject([{ status: "dropped", reason: "in_doubt" }]);
    await shop.server.engine.rows("delete from message");
  }
  // Hanging before the letter is handed over is no doubt.
  const { server, parts } = await serve((at) => (at === "RCPT" ? "hang" : null));
  await due();
  for (let tries = 0; tries < 3; tries++) {
    await sendMail(parts, ws);
    await later(30 * MINUTE);
  }
  expect(server.letters).toEqual([]);
  server.misdeed = () => null;
  await sendMail(parts, ws);
  expect(await rows()).toMatchObject([{ status: "delivered" }]);
}, 90_000);

test("a process that dies with letters in hand: they go out once the lease is over, and its late word is not written", async () => {
  const { server, parts } = await serve();
  await due(5);
  const pool = shop.server.engine.database.pool();
  const claimed = await inWorkspace(pool, ws, (db) => claimMail(ws, db, { limit: 8, leaseMs: 120_000 }));
  expect(claimed).toHaveLength(5);
  await sendMail(parts, ws);
  expect(server.letters).toEqual([]);
  await later(2 * MINUTE);
  await sendMail(parts, ws);
  expect([server.letters.length, new Set(ids(server)).size]).toEqual([5, 5]);
  const verdict = { status: "dropped", reason: "late", wait: 0, counts: true, doubt: false, attempt: null } as const;
  const { id, claims } = claimed[0]!;
  expect(await inWorkspace(pool, ws, (db) => recordMail(ws, db, { ...verdict, id, claims }))).toBe(false);
  expect((await rows()).every((each) => each.status === "delivered")).toBe(true);
});

test("three processes send 60 messages at once: each arrives once", async () => {
  const { server, parts } = await serve();
  await due(60);
  await Promise.all([1, 2, 3].map(() => sendMail(parts, ws)));
  expect([server.letters.length, new Set(ids(server)).size]).toEqual([60, 60]);
});

test("a letter with a line end or a second address in any header is refused before anybody is asked, whoever wrote it", async () => {
  const { server, parts } = await serve();
  const letter = {
    from: { name: "Shop", address: "a@shop.example" },
    replyTo: null as string | null,
    to: "b@people.example",
    subject: "x",
    html: "<p>x</p>",
    text: "x",
    messageId: "m@shop.example",
    headers: {} as Record<string, string>,
  };
  for (const evil of ["a\r\nBcc: c@people.example", "a\nX: y", "a\r", "a\u0000", "a\u2028b"]) {
    const bad = [
      { subject: evil },
      { from: { name: evil, address: "a@shop.example" } },
      { messageId: evil },
      { headers: { "X-A": evil } },
    ];
    for (const change of [...bad, { headers: { [evil]: "x" } }])
      expect(await parts.mailer.send({ ...letter, ...change })).toMatchObject({ taken: false, error: "header", again: false });
  }
  for (const evil of [
    "b@people.example, c@people.example",
    "b@people.example\r\nRCPT TO:<c@x.example>",
    "<b@people.example>",
    "b@x@y",
    "b",
    "",
  ])
    for (const change of [{ to: evil }, { replyTo: evil }, { from: { name: "x", address: evil } }])
      expect(await parts.mailer.send({ ...letter, ...change })).toMatchObject({ taken: false, error: "address", again: false });
  expect(server.connections).toBe(0);
  expect(await parts.mailer.send(letter)).toMatchObject({ taken: true });
});

/** Announcements and asks: who gets one, in which words, when, and that nobody gets it twice. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { releaseAnnouncements } from "../../src/flow/announce/release.ts";
import { sendMail } from "../../src/flow/mail-send.ts";
import { mailParts } from "../support/mail.ts";
import type { Loose } from "../support/server.ts";
import { type Shop, createShop } from "../support/shop.ts";
import { type BadServer, openBadServer } from "../support/smtp.ts";

let shop: Shop;
let ws = "";
let server: BadServer;
let parts: ReturnType<typeof mailParts>;

beforeAll(async () => {
  shop = await createShop();
  ws = shop.server.a.sandboxId;
  server = await openBadServer();
  parts = mailParts(shop.server.engine, server.url);
  await call("POST", "/v1/test_clock", { set: "2030-05-06T10:00:00.000Z" });
  await call("PUT", "/v1/programs/friends", { preset: "direct", name: "Friends" });
  await call("POST", "/v1/programs/friends/publish", {});
});
afterAll(async () => {
  await parts.mailer.close();
  await server.close();
  await shop.close();
});
beforeEach(async () => {
  await shop.server.engine.rows("delete from message");
  await shop.server.engine.rows("delete from announcement_person");
  await shop.server.engine.rows("delete from announcement");
  server.letters.length = 0;
});

const answer = async (method: string, path: string, body?: unknown): Promise<{ status: number; body: Loose }> =>
  await shop.server.call(method, path, { body, key: shop.server.a.testKey });
const call = async (method: string, path: string, body?: unknown): Promise<Loose> => {
  const { status, body: got } = await answer(method, path, body);
  expect(status, JSON.stringify(got)).toBeLessThan(300);
  return got;
};
let people = 0;
async function advocate(of: { agreed?: boolean; name?: string; attributes?: object } = {}): Promise<{ user: string; email: string }> {
  const user = `adv-${++people}`;
  const email = `${user}@people.example`;
  const person = { user_id: user, email, ...(of.name === undefined ? {} : { name: of.name }), attributes: of.attributes ?? {} };
  await call("POST", "/v1/advocates", { program: "friends", person });
  if (of.agreed !== false)
    await call("POST", `/v1/people/user_id:${user}/consents`, {
      purpose: "marketing",
      channel: "email",
      granted: true,
      wording: "News by mail",
      source: "test",
    });
  return { user, email };
}
const TEXTS = { en: { subject: "News for {name|you}", text: "Hi {name},\n\nread this.", action: "Share" } };
async function announce(change: Loose = {}): Promise<string> {
  const settings = { quiet: null, cap_days: 0, ...(change["settings"] as Loose) };
  const { id } = await call("POST", "/v1/announcements", {
    name: "May",
    audience: { program: "friends" },
    texts: TEXTS,
    ...change,
    settings,
  });
  await call("POST", `/v1/announcements/${id}/schedule`, {});
  return id as string;
}
const release = (): Promise<number> => releaseAnnouncements({ pool: shop.server.engine.database.pool() }, ws);
const advance = async (by: string): Promise<void> => void (await call("POST", "/v1/test_clock", { advance: by }));
const subjects = (): string[] => server.letters.map((raw) => /^Subject: (.*)$/m.exec(raw)?.[1]?.trim() ?? "");
const states = async (id: string): Promise<Loose[]> => (await call("GET", `/v1/announcements/${id}/people?limit=200`))["data"] as Loose[];
const forget = (): Promise<unknown> => shop.server.engine.rows("update advocate set status = 'left' where workspace_id = $1", [ws]);

test("only who agreed to marketing is mailed, once, in her language, with her name; everybody else stands with the reason", async () => {
  await forget();
  await advocate({ name: "Ann Lee" });
  await advocate({ name: "Bo Doe", attributes: { locale: "de" } });
  await advocate({ agreed: false });
  const gone = await advocate();
  await call("POST", "/v1/suppressions", { person: `user_id:${gone.user}`, channel: "email", reason: "asked" });
  const texts = { ...TEXTS, de: { subject: "Neues für {name}", text: "Hallo {name}," } };
  const id = await announce({ texts });
  await release();
  await sendMail(parts, ws);
  await release();
  await sendMail(parts, ws);
  const got = subjects().filter((each) => /News|Neues/.test(decode(each)));
  expect(got.map(decode).toSorted()).toEqual(["[Test] Neues für Bo", "[Test] News for Ann"]);
  const report = await call("GET", `/v1/announcements/${id}/report`);
  expect(report).toMatchObject({ asked: 2, held: { no_consent: 1, suppressed: 1 }, mailed: 2, mails_due: 0 });
  expect(await call("GET", `/v1/announcements/${id}`)).toMatchObject({ status: "sent" });
  // One click ends it (RFC 8058).
  expect(server.letters.find((raw) => raw.includes("List-Unsubscribe-Post: List-Unsubscribe=One-Click"))).toBeDefined();
});

test("a process that dies after any step, and two that run at once, ask nobody twice and nobody never", async () => {
  await forget();
  for (let n = 0; n < 30; n++) await advocate();
  const id = await announce();
  const pool = shop.server.engine.database.pool();
  // A connection that is lost in the middle of a transaction: whatever that step did is undone.
  let left = 3;
  const dying = new Proxy(pool, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (name !== "connect" || typeof value !== "function") return typeof value === "function" ? value.bind(target) : value;
      return async () => {
        const client = (await (value as () => Promise<{ query: (...args: unknown[]) => unknown }>).call(target)) as {
          query: (...args: unknown[]) => unknown;
        };
        const query = client.query.bind(client);
        client.query = (...args: unknown[]) => {
          const text = typeof args[0] === "string" ? args[0] : ((args[0] as { text?: string })?.text ?? "");
          if (/insert into message/.test(text) && left-- > 0) throw new Error("the process dies here");
          return query(...args);
        };
        return client;
      };
    },
  });
  for (let n = 0; n < 3; n++) await releaseAnnouncements({ pool: dying }, ws).catch(() => 0);
  expect(left).toBe(0);
  await Promise.all([release(), release(), release()]);
  await release();
  await Promise.all([sendMail(parts, ws), sendMail(parts, ws)]);
  const rcpts = server.letters.filter((raw) => /Subject: .*News for/.test(raw)).map((raw) => /^To: (.*)$/m.exec(raw)?.[1]);
  expect(rcpts).toHaveLength(30);
  expect(new Set(rcpts).size).toBe(30);
  expect((await states(id)).filter(({ status }) => status === "asked")).toHaveLength(30);
});

test("the rate is kept, quiet hours are those of the receiver, and who was asked lately is left alone", async () => {
  await forget();
  for (let n = 0; n < 5; n++) await advocate();
  const slow = await announce({ settings: { an_hour: 2 } });
  await release();
  const asked = async (id: string): Promise<number> => (await states(id)).filter(({ status }) => status === "asked").length;
  expect(await asked(slow)).toBe(1);
  await advance("30m");
  expect(await asked(slow)).toBeLessThanOrEqual(2);
  await advance("1h");
  expect(await asked(slow)).toBeLessThanOrEqual(4);
  await advance("3h");
  expect(await asked(slow)).toBe(5);
  // All five were asked within the last seven days.
  const soon = await announce({ settings: { cap_days: 7 } });
  await release();
  expect(await call("GET", `/v1/announcements/${soon}/report`)).toMatchObject({ asked: 0, held: { asked_lately: 5 } });
  // 18:00 in London is 03:00 in Tokyo.
  await forget();
  await call("POST", "/v1/test_clock", { set: "2030-05-10T18:00:00.000Z" });
  await advocate({ attributes: { zone: "Asia/Tokyo" } });
  await advocate({ attributes: { zone: "Europe/London" } });
  const quiet = await announce({ settings: { quiet: { from: "21:00", to: "08:00" } } });
  await release();
  expect(await asked(quiet)).toBe(1);
  await call("POST", "/v1/test_clock", { set: "2030-05-10T22:59:00.000Z" });
  expect(await asked(quiet)).toBe(1);
  await call("POST", "/v1/test_clock", { set: "2030-05-10T23:01:00.000Z" });
  expect(await asked(quiet)).toBe(2);
});

test("an ask goes out some days after the second order, not the first, and never to who took it back", async () => {
  await forget();
  const [ann, bo] = [await advocate({ name: "Ann" }), await advocate({ name: "Bo" })];
  const id = await announce({ moment: { on: "purchase", nth: 2, delay_hours: 72 }, settings: { cap_days: 90 } });
  await release();
  const order = async (user: string, n: number): Promise<void> => {
    const { body } = await answer("POST", "/v1/events", {
      id: `${user}-o${n}`,
      type: "purchase",
      person: { user_id: user },
      order: { id: `${user}-o${n}`, total: 5000, currency: "USD", items: [{ sku: "a", category: "shoes", quantity: 1, price: 5000 }] },
    });
    expect(body["status"]).toBe("settled");
  };
  for (const { user } of [ann, bo]) await order(user, 1);
  await advance("4d");
  expect(await states(id)).toEqual([]);
  for (const { user } of [ann, bo]) await order(user, 2);
  await advance("1d");
  await call("POST", "/v1/events", {
    id: "bo-r",
    type: "refund",
    person: { user_id: bo.user },
    order: { id: `${bo.user}-o2`, currency: "USD" },
  });
  await advance("1d");
  expect(await states(id)).toEqual([]);
  await advance("2d");
  const became = await states(id);
  expect(became.map(({ status, reason }) => [status, reason]).toSorted()).toEqual([
    ["asked", null],
    ["held", "complained"],
  ]);
  // It goes on running, and nobody is asked again for the same order.
  await advance("30d");
  expect(await states(id)).toHaveLength(2);
  await call("POST", `/v1/announcements/${id}/cancel`);
  expect(await call("GET", `/v1/announcements/${id}`)).toMatchObject({ status: "cancelled" });
});

test("a draft that asks for what nobody can fill in is refused with its language, and what went out cannot be changed", async () => {
  const body = { name: "x", audience: { program: "friends" }, texts: { en: { subject: "Hi {nmae}", text: "x" } } };
  const refused = await answer("POST", "/v1/announcements", body);
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: "/texts/en" }] } });
  await forget();
  const id = await announce();
  await release();
  expect(await answer("PATCH", `/v1/announcements/${id}`, { name: "y" })).toMatchObject({ status: 409 });
});

/** A subject as it was written (RFC 2047). */
function decode(subject: string): string {
  return subject.replace(/=\?utf-8\?(q|b)\?([^?]*)\?=/gi, (_, how: string, text: string) =>
    how.toLowerCase() === "b"
      ? Buffer.from(text, "base64").toString("utf8")
      : Buffer.from(
          text.replaceAll("_", " ").replace(/=([0-9A-F]{2})/g, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          "latin1",
        ).toString("utf8"),
  );
}

test("a notice stands on her own side in her language, with her name, until she puts it away, it is called off, or it is old", async () => {
  await forget();
  const ann = await advocate({ name: "Ann Lee", attributes: { locale: "de" } });
  const ben = await advocate({ agreed: false });
  const texts = { ...TEXTS, de: { subject: "Neues", title: "Neues für {name}", text: "Hallo {name},\n\nlies das.", action: "Lesen" } };
  const id = await announce({ texts, settings: { mail: false, notice: true, url: "https://shop.example/news" } });
  await release();
  const side = async (of: { user: string }): Promise<Loose> =>
    (await call("GET", `/v1/portal?program=friends&person=user_id:${of.user}`))["notice"] as Loose;
  expect(await side(ann)).toEqual({
    id,
    title: "Neues für Ann",
    paragraphs: ["Hallo Ann,", "lies das."],
    action: { label: "Lesen", url: "https://shop.example/news" },
  });
  expect(await side(ben)).toMatchObject({ id, title: "News for you", paragraphs: ["Hi,", "read this."] });
  const away = `/v1/portal/notices/${id}/dismiss`;
  expect(await call("POST", away, { person: `user_id:${ann.user}`, followed: true })).toEqual({ put_away: true });
  expect(await side(ann)).toBeNull();
  expect(await side(ben)).not.toBeNull();
  const row = (await states(id)).filter((each) => each["clicked_at"] !== null);
  expect(row).toHaveLength(1);
  const stranger = await advocate();
  expect(await call("POST", away, { person: `user_id:${stranger.user}` })).toEqual({ put_away: false });
  const nothing = "/v1/portal/notices/anc_00000000000000000000000000/dismiss";
  expect((await answer("POST", nothing, { person: `user_id:${ann.user}` })).status).toBe(404);
  await advance("31d");
  expect(await side(ben)).toBeNull();
  const second = await announce({ settings: { mail: false, notice: true, an_hour: 1 } });
  await release();
  await call("POST", `/v1/announcements/${second}/cancel`, {});
  expect([await side(ann), await side(ben), await side(stranger)]).toEqual([null, null, null]);
});

test("she is asked how easy it was once a moment and once in 90 days; the months are told with their intervals", async () => {
  const eva = await advocate();
  const person = `user_id:${eva.user}`;
  const ask = async (): Promise<unknown> => (await call("GET", `/v1/portal?program=friends&person=${person}`))["ask"];
  expect(await ask()).toBeNull();
  const code = (await call("POST", "/v1/advocates", { program: "friends", person: { user_id: eva.user } }))["links"][0].code as string;
  await call("POST", "/v1/events", { type: "signup", person: { user_id: "friend-of-eva" }, referral: { code } });
  expect(await ask()).toBe("share");
  expect((await answer("POST", "/v1/portal/help", { person, topic: "feedback" })).status).toBe(422);
  await shop.server.engine.rows("delete from message");
  await call("POST", "/v1/portal/help", { person, topic: "feedback", score: 4, moment: "share", program: "friends" });
  // A score without a word makes no mail to those who run it.
  expect(await shop.server.engine.rows("select 1 from message where kind = 'help_waiting'")).toEqual([]);
  expect(await ask()).toBeNull();
  const order = { id: "eva-1", total: 9000, currency: "USD" };
  await call("POST", "/v1/events", { type: "purchase", person: { user_id: "friend-of-eva" }, order });
  expect(await ask()).toBeNull();
  await advance("91d");
  expect(await ask()).toBe("reward");
  expect(await call("POST", "/v1/portal/ask/dismiss", { person, moment: "reward" })).toEqual({ put_away: true });
  await advance("200d");
  expect(await ask()).toBeNull();
  for (const score of [5, 5, 1]) await call("POST", "/v1/portal/help", { person, topic: "feedback", score, text: "It is so." });
  const { data, versions } = await call("GET", "/v1/feedback/scores?months=24");
  expect((data as Loose[]).map((each) => each["scores"])).toEqual([
    [0, 0, 0, 1, 0],
    [1, 0, 0, 0, 2],
  ]);
  expect(data[1]).toMatchObject({ n: 3, mean: { value: 11 / 3, high: 5 }, net: { value: expect.closeTo(33.33, 1) } });
  expect((versions as Loose[])[0]).toMatchObject({ program: "friends", version: 1 });
  expect((await call("GET", "/v1/feedback/scores?program=friends&months=24"))["data"]).toHaveLength(1);
});

/** RFC 8058: one POST unsubscribes, a second changes nothing, opening changes nothing, and a token is good for nobody else. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { uuidOf } from "../../src/core/id.ts";
import { sendMail } from "../../src/flow/mail-send.ts";
import type { MailParts } from "../../src/flow/mail-send.ts";
import { makeMailToken } from "../../src/flow/mail-token.ts";
import { inWorkspace } from "../../src/store/db.ts";
import { insertMessages } from "../../src/store/messages.ts";
import { type Inbox, openInbox } from "../support/inbox.ts";
import { mailParts } from "../support/mail.ts";
import { type Loose, type Reply, type TestServer, createServer } from "../support/server.ts";

let s: TestServer;
let inbox: Inbox;
let parts: MailParts;
let ws = "";
let nth = 0;

beforeAll(async () => {
  [s, inbox] = await Promise.all([createServer(), openInbox()]);
  parts = mailParts(s.engine, inbox.url, s.url);
  ws = s.a.workspaceId;
});
afterAll(async () => {
  parts.mailer.close();
  await inbox.close();
  await s.close();
});

const person = async (): Promise<{ id: string; email: string }> => {
  const email = `reader-${++nth}@people.example`;
  const { body } = await s.call("POST", "/v1/people", { body: { user_id: `reader-${nth}`, email } });
  return { id: body.id as string, email };
};
/** An invitation to take part, which nobody needs, and a reward, which she is owed. */
const tell = async (id: string): Promise<void> => {
  const person_id = uuidOf("per", id)!;
  const due_at = Date.now() - 1;
  const subject_key = `s${++nth}`;
  await inWorkspace(parts.pool, ws, (db) =>
    insertMessages(ws, db, [
      { kind: "occasion_reached", person_id, subject_key, due_at },
      { kind: "reward_available", person_id, subject_key, data: { form: "cash", unit: "USD", amount: 100 }, due_at },
    ]),
  );
  await sendMail(parts, ws);
};
const subjects = (email: string): string[] =>
  inbox.letters
    .filter((each) => each.rcpt === email)
    .map((each) => (/day worth/.test(each.subject ?? "") ? "news" : "reward"))
    .sort();
const list = async (): Promise<Loose[]> => (await s.call("GET", "/v1/suppressions?limit=100")).body.data as Loose[];
const open = (path: string, method = "GET", body?: string, headers: Record<string, string> = {}): Promise<Reply> =>
  s.call(method, path, {
    key: null,
    headers: { ...(body === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" }), ...headers },
    ...(body === undefined ? {} : { body }),
  });

test("the mail's header unsubscribes by one POST without cookie or origin, a second changes nothing, what she is owed comes", async () => {
  const { id, email } = await person();
  await tell(id);
  expect(subjects(email)).toEqual(["news", "reward"]);
  const news = inbox.letters.find((each) => each.rcpt === email && /day worth/.test(each.subject ?? ""))!;
  const header = (name: string): string => news.headers.find((each) => each.key === name)?.value ?? "";
  expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  const url = new URL(/^<(https?:[^>]+)>/.exec(header("list-unsubscribe"))![1]!);
  expect(url.href).not.toMatch(/people\.example|reader/);
  const essential = inbox.letters.find((each) => each.rcpt === email && !/day worth/.test(each.subject ?? ""))!;
  expect(essential.headers.some((each) => each.key.startsWith("list-unsubscribe"))).toBe(false);

  const before = (await list()).length;
  // A mail scanner opens everything, with and without a browser's headers, and asks for heads.
  for (const method of ["GET", "HEAD", "GET"]) expect((await open(url.pathname, method)).status).toBe(200);
  expect(await list()).toHaveLength(before);
  expect((await open(url.pathname)).text).toContain('<form method="post">');

  const first = await open(url.pathname, "POST", "List-Unsubscribe=One-Click");
  expect([first.status, first.text]).toEqual([200, expect.stringContaining("You are unsubscribed")]);
  const after = await list();
  expect(after).toHaveLength(before + 1);
  expect(after[0]).toMatchObject({ person: id, channel: "email", reason: "unsubscribed", lifted_at: null });
  expect((await open(url.pathname, "POST", "List-Unsubscribe=One-Click")).status).toBe(200);
  const multipart = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
  expect((await open(url.pathname, "POST", multipart, { "content-type": "multipart/form-data; boundary=x" })).status).toBe(200);
  expect(await list()).toEqual(after);
  const { data } = (await s.call("GET", "/v1/audit?limit=50")).body as Loose;
  expect(data.filter((each: Loose) => each.action === "suppression.added")).toHaveLength(1);

  await tell(id);
  expect(subjects(email)).toEqual(["news", "reward", "reward"]);
});

test("a token with one letter changed, of another workspace, or of nothing says so, and nobody is unsubscribed", async () => {
  const { id } = await person();
  const token = makeMailToken(parts.mac, ws, { sort: "person", id: uuidOf("per", id)! });
  const before = await list();
  const other = makeMailToken(parts.mac, s.b.workspaceId, { sort: "person", id: uuidOf("per", id)! });
  const slugs = await s.engine.rows<{ slug: string; workspace_id: string }>("select slug, workspace_id from workspace_directory");
  const slug = (workspaceId: string): string => slugs.find((each) => each.workspace_id === workspaceId)!.slug;
  const bad = Array.from(token, (letter, at) => token.slice(0, at) + (letter === "A" ? "B" : "A") + token.slice(at + 1));
  const paths = [...bad, other, "x", "", token.slice(1), `${token}A`].map((each) => `/p/${slug(ws)}/unsubscribe/${each}`);
  for (const path of [...paths, `/p/${slug(s.b.workspaceId)}/unsubscribe/${token}`, `/p/nobody/unsubscribe/${token}`])
    expect([path, (await open(path, "POST", "x=1")).status]).toEqual([path, 404]);
  expect(await list()).toEqual(before);
});

test("the page of her mails: topics, once a week, and news can be chosen, and what was chosen holds for the next mail", async () => {
  const { id, email } = await person();
  const token = makeMailToken(parts.mac, ws, { sort: "person", id: uuidOf("per", id)! });
  const [{ slug } = { slug: "" }] = await s.engine.rows<{ slug: string }>(
    "select slug from workspace_directory where workspace_id = $1",
    [ws],
  );
  const path = `/p/${slug}/preferences/${token}`;
  const shown = await open(path);
  expect([shown.status, shown.headers.get("cache-control"), shown.headers.get("x-robots-tag")]).toEqual([200, "no-store", "noindex"]);
  expect(shown.text).not.toContain(email);
  expect(shown.text.match(/ checked/g)).toHaveLength(8);
  // Rewards off: what is essential of them comes once a week; no news.
  const saved = await open(path, "POST", "topic=referrals&topic=levels&digest=each");
  expect(saved.text).toContain("Saved.");
  await tell(id);
  expect(subjects(email)).toEqual([]);
  const told = await s.engine.rows("select kind, status, reason from message where person_id = $1 order by kind", [uuidOf("per", id)]);
  expect(told).toEqual([
    { kind: "occasion_reached", status: "dropped", reason: "suppressed" },
    { kind: "reward_available", status: "dropped", reason: "digest" },
  ]);
  await open(path, "POST", "topic=referrals&topic=rewards&topic=news&digest=each&news=on");
  await tell(id);
  expect(subjects(email)).toEqual(["news", "reward"]);
  // The same again writes nothing down.
  const count = async (): Promise<number> => ((await s.call("GET", "/v1/audit?limit=100")).body.data as Loose[]).length;
  const before = await count();
  await open(path, "POST", "topic=referrals&topic=rewards&topic=news&digest=each&news=on");
  expect(await count()).toBe(before);
  const german = await s.call("GET", path, { key: null, headers: { "accept-language": "de" } });
  expect(german.text).toContain('<html lang="de" dir="ltr">');
});

test("a bounce is not taken back from the page of her mails", async () => {
  const { id } = await person();
  await s.call("POST", "/v1/suppressions", { body: { person: id, channel: "email", reason: "complained" } });
  const token = makeMailToken(parts.mac, ws, { sort: "person", id: uuidOf("per", id)! });
  const [{ slug } = { slug: "" }] = await s.engine.rows<{ slug: string }>(
    "select slug from workspace_directory where workspace_id = $1",
    [ws],
  );
  await open(`/p/${slug}/preferences/${token}`, "POST", "topic=news&digest=each&news=on");
  expect((await list()).find((each) => each.person === id)).toMatchObject({ reason: "complained", lifted_at: null });
});

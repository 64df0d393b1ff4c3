/** Helping people: tickets and feedback with their states, notes about people, answers that are kept. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { createServer } from "../support/server.ts";
import type { Loose, TestServer } from "../support/server.ts";

let s: TestServer;
let ann: string;
const rest = async (method: string, path: string, body?: unknown): Promise<Loose> => {
  const { status, body: answer } = await s.call(method, path, { body });
  return { status, ...(answer as object) };
};

beforeAll(async () => {
  s = await createServer();
  ann = (await rest("POST", "/v1/people", { user_id: "ann", email: "ann@example.com", name: "Ann" })).id;
});
afterAll(async () => {
  await s.close();
});

const ask = (text: string, more: object = {}): Promise<Loose> => rest("POST", "/v1/portal/help", { person: ann, text, ...more });

test("a ticket moves between the states of a ticket, is somebody's, and an answer answers it", async () => {
  const { id, state, kind } = await ask("Where is it?");
  expect([kind, state]).toEqual(["ticket", "open"]);
  const changed = await rest("PATCH", `/v1/help/${id}`, { state: "waiting", assigned: "opr_1", tags: ["late", "late", "money"] });
  expect(changed).toMatchObject({ state: "waiting", assigned: "opr_1", tags: ["late", "money"] });
  expect((await rest("GET", "/v1/help?assigned=opr_1&state=waiting&tag=late")).data.map((each: Loose) => each.id)).toEqual([id]);
  expect(await rest("PATCH", `/v1/help/${id}`, { state: "planned" })).toMatchObject({ status: 422, errors: [{ pointer: "/state" }] });
  expect(await rest("POST", `/v1/help/${id}/answer`, { text: "Here." })).toMatchObject({ state: "answered", assigned: "opr_1" });
  expect((await rest("GET", `/v1/audit?target=${id}`)).data.map((each: Loose) => each.action)).toEqual([
    "help.answered",
    "help.changed",
    "help.asked",
  ]);
});

test("feedback has states of its own, and done tells whoever gave it", async () => {
  const { id, state, kind, score } = await ask("Sharing was hard.", { topic: "feedback", score: 2 });
  expect([kind, state, score]).toEqual(["feedback", "new", 2]);
  await rest("PATCH", `/v1/help/${id}`, { state: "planned" });
  expect(await rest("POST", `/v1/help/${id}/answer`, { text: "Sharing is one button now." })).toMatchObject({ state: "done" });
  const told = await s.engine.rows<{ n: number }>(
    "select count(*)::int as n from message where kind = 'help_answered' and subject_key like $1",
    [`${id}%`],
  );
  expect(told).toEqual([{ n: 1 }]);
});

test("a question that is feedback becomes it, in the first state of feedback", async () => {
  const { id } = await ask("Could the button be bigger?");
  expect(await rest("PATCH", `/v1/help/${id}`, { kind: "feedback" })).toMatchObject({ kind: "feedback", state: "new" });
  expect((await rest("GET", "/v1/help?kind=feedback&state=new")).data).toMatchObject([{ id }]);
});

test("a question is told to whoever listens for tickets, without its words", async () => {
  const { id } = await ask("quittenfrage");
  const rows = await s.engine.rows<{ payload: string }>("select payload::text from outbox where payload::text like '%ticket.created%'");
  expect(rows.some((each) => each.payload.includes(id))).toBe(true);
  expect(rows.some((each) => each.payload.includes("quittenfrage"))).toBe(false);
});

test("a note is its author's: another key cannot take it away, and it goes with the person", async () => {
  const note = await rest("POST", `/v1/people/${ann}/notes`, { text: "Prefers mail. quittennotiz" });
  const other = (await rest("POST", "/v1/keys", { kind: "secret", scopes: ["people:read", "people:write"] })).key as string;
  const theirs = await s.call("DELETE", `/v1/people/${ann}/notes/${note.id}`, { key: other });
  expect([theirs.status, theirs.body["code"]]).toEqual([409, "conflict"]);
  expect((await rest("GET", `/v1/people/${ann}/notes`)).data).toMatchObject([{ id: note.id, text: "Prefers mail. quittennotiz" }]);
  expect((await rest("GET", `/v1/people/${ann}/export`)).notes).toMatchObject([{ id: note.id }]);
  const double = (await rest("POST", "/v1/people", { user_id: "double" })).id as string;
  const moved = await rest("POST", `/v1/people/${double}/notes`, { text: "quittendoppel" });
  await rest("POST", `/v1/people/${ann}/merge`, { from: double, even_with_two_user_ids: true });
  expect((await rest("GET", `/v1/people/${ann}/notes`)).data.map((each: Loose) => each.id)).toEqual([moved.id, note.id]);
  expect((await rest("DELETE", `/v1/people/${ann}/notes/${moved.id}`)).removed).toBe(true);
  await rest("POST", `/v1/people/${ann}/erase`);
  expect(await s.engine.rows("select id from person_note")).toEqual([]);
});

test("a kept answer is made, changed and taken away", async () => {
  const { id } = await rest("POST", "/v1/canned-answers", { name: "Hold", text: "Hello {name}." });
  expect(await rest("PATCH", `/v1/canned-answers/${id}`, { text: "Dear {name}." })).toMatchObject({ name: "Hold", text: "Dear {name}." });
  expect((await rest("GET", "/v1/canned-answers")).data).toMatchObject([{ id }]);
  expect((await rest("DELETE", `/v1/canned-answers/${id}`)).removed).toBe(true);
  expect(await rest("PATCH", `/v1/canned-answers/${id}`, { text: "x" })).toMatchObject({ status: 404 });
});

test("a mail that was sent goes again as another one; one that waits and one that lets somebody in do not", async () => {
  const { id } = await rest("POST", "/v1/people", { user_id: "mia", email: "mia@example.com" });
  const asked = await rest("POST", "/v1/portal/help", { person: id, text: "Hello?" });
  await rest("POST", `/v1/help/${asked.id}/answer`, { text: "Hello." });
  const [mail] = (await rest("GET", `/v1/mail?person=${id}`)).data;
  expect(await rest("POST", `/v1/mail/${mail.id}/resend`)).toMatchObject({ status: 409 });
  await s.engine.database.ownerPool.query("update message set status = 'delivered', decided_at = due_at where workspace_id = $1", [
    s.a.workspaceId,
  ]);
  expect(await rest("POST", `/v1/mail/${mail.id}/resend`)).toMatchObject({ status: 200, due: true });
  const mails = (await rest("GET", `/v1/mail?person=${id}`)).data;
  expect(mails.map((each: Loose) => [each.kind, each.status]).sort()).toEqual([
    ["help_answered", "delivered"],
    ["help_answered", "due"],
  ]);
});

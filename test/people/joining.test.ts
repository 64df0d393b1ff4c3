/** Many join at once: they are written together, and each as if she had come alone. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { createIds } from "../../src/adapters/ids.ts";
import { admitAdvocate } from "../../src/flow/admit-advocates.ts";
import type { By } from "../../src/flow/by.ts";
import { codeFromBytes } from "../../src/core/code.ts";
import { type TestServer, createServer } from "../support/server.ts";

const ids = createIds();
let s: TestServer;
beforeAll(async () => {
  s = await createServer();
  await s.call("PUT", "/v1/programs/friends", { body: { preset: "direct", name: "Friends" } });
  expect((await s.call("POST", "/v1/programs/friends/publish", { body: {} })).status).toBe(200);
});
afterAll(() => s.close());

const join = (user: string, more: object = {}) =>
  s.call("POST", "/v1/advocates", { body: { program: "friends", person: { user_id: user }, ...more } });
const rows = <T extends object>(text: string, values: unknown[] = []) => s.engine.rows<T>(text, values);
const by = (): By => ({ workspaceId: s.a.workspaceId, actor: "operator", requestId: ids.uuid(), idempotencyKey: null });

test("three hundred at once: one place, one link, one audit row and one word of each, in few transactions", async () => {
  const joined = await Promise.all(Array.from({ length: 300 }, (_, i) => join(`many-${i}`)));
  expect(new Set(joined.map((each) => each.status))).toEqual(new Set([200]));
  const codes = joined.flatMap((each) => each.body.links.map((link: { code: string }) => link.code));
  expect(new Set(codes).size).toBe(300);
  const [counted] = await rows<Record<string, number>>(
    `select count(*)::int as places, count(distinct a.xmin::text)::int as transactions,
            (select count(*)::int from link l where l.workspace_id = $1) as links,
            (select count(*)::int from link l join link_directory d on d.code = l.code_key and d.workspace_id = l.workspace_id
              where l.workspace_id = $1) as claimed,
            (select count(distinct target)::int from audit where workspace_id = $1 and action = 'advocate.joined') as told,
            (select count(distinct e->>'id')::int from outbox o, json_array_elements(o.payload::json) e
              where o.workspace_id = $1 and e->>'type' = 'advocate.joined') as heard
       from advocate a where a.workspace_id = $1`,
    [s.a.workspaceId],
  );
  const { transactions, ...others } = counted!;
  expect(others).toEqual({ places: 300, links: 300, claimed: 300, told: 300, heard: 300 });
  // One by one they would be 300.
  expect(transactions).toBeLessThan(100);
});

test("the same person ten times at once, with channels: one link for each, and it is said once that she joined", async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => join("again", { channels: ["mail", "mail", "print"] })));
  const shown = answers.map((each) =>
    each.body.links.map((link: { code: string; channel: string | null }) => `${link.channel}:${link.code}`).toSorted(),
  );
  expect(shown[0]).toHaveLength(3);
  for (const each of shown) expect(each).toEqual(shown[0]);
  const said = await rows("select 1 from audit where workspace_id = $1 and action = 'advocate.joined' and target = $2", [
    s.a.workspaceId,
    answers[0]!.body.person,
  ]);
  expect(said).toHaveLength(1);
});

test("one who cannot be written fails alone", async () => {
  const parts = { pool: s.engine.database.pool({ max: 2 }), ids };
  const [program] = await rows<{ id: string }>("select id from program where workspace_id = $1", [s.a.workspaceId]);
  const people = await Promise.all(
    ["left-a", "left-b", "left-c"].map((user) => s.call("POST", "/v1/people", { body: { user_id: user } })),
  );
  const personIds = people.map((each) => each.body.id as string);
  const places = (
    await rows<{ id: string }>("select person_id as id from person_identity where workspace_id = $1 and value like 'left-%'", [
      s.a.workspaceId,
    ])
  ).map(({ id }) => ({ programId: program!.id, programKey: "friends", personId: id }));
  expect([places.length, personIds.length]).toEqual([3, 3]);
  const nobody = { ...places[0]!, personId: "nobody" };
  const answers = await Promise.allSettled(
    [places[0]!, nobody, places[1]!, places[2]!].map((place) => admitAdvocate(parts, by(), { place, channels: [] })),
  );
  expect(answers.map((each) => each.status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
  const admitted = await rows("select 1 from advocate where workspace_id = $1 and person_id = any($2)", [
    s.a.workspaceId,
    places.map((place) => place.personId),
  ]);
  expect(admitted).toHaveLength(3);
});

test("who left between a crash and the repeat of her join stays away; beside her others join", async () => {
  const parts = { pool: s.engine.database.pool({ max: 2 }), ids };
  const person = (await s.call("POST", "/v1/people", { body: { user_id: "crashed" } })).body.id as string;
  const other = (await s.call("POST", "/v1/people", { body: { user_id: "beside" } })).body.id as string;
  const [place] = await rows<{ programId: string; personId: string }>(
    `select p.id as "programId", i.person_id as "personId" from program p, person_identity i
      where p.workspace_id = $1 and i.workspace_id = $1 and i.value = 'crashed'`,
    [s.a.workspaceId],
  );
  const [beside] = await rows<{ id: string }>(
    "select person_id as id from person_identity where workspace_id = $1 and value = 'beside'",
    [s.a.workspaceId],
  );
  const wish = { place: { ...place!, programKey: "friends" }, channels: [] };
  const key = "join-crashed";
  // Its process died after the admission: the claim stands, no answer is kept.
  await s.engine.database.ownerPool.query("insert into idempotency (workspace_id, key, route, hash) values ($1, $2, 'r', 'h')", [
    s.a.workspaceId,
    key,
  ]);
  const again = (): By => ({ ...by(), idempotencyKey: key, steps: { workspaceId: s.a.workspaceId, key, next: 0, secret: false } });
  await admitAdvocate(parts, again(), wish);
  expect((await s.call("POST", `/v1/programs/friends/advocates/${person}/leave`, { body: {} })).status).toBeLessThan(300);
  const others = { place: { ...wish.place, personId: beside!.id }, channels: [] };
  await Promise.all([admitAdvocate(parts, by(), others), admitAdvocate(parts, again(), wish)]);
  const stands = async (id: string) => (await s.call("GET", `/v1/programs/friends/advocates/${id}`)).body.status;
  expect([await stands(person), await stands(other)]).toEqual(["left", "active"]);
});

test("a drawn code that somebody has, here or in another workspace, is drawn again, and what is others' stays theirs", async () => {
  const [theirs, chosen, free] = [Buffer.alloc(24, 3), Buffer.alloc(24, 4), Buffer.alloc(24, 5)];
  const codes = [theirs, chosen, free].map((bytes) => codeFromBytes(bytes)!);
  await s.call("PUT", "/v1/programs/friends", { body: { preset: "direct", name: "Friends" }, key: s.b.secretKey });
  const owner = await join("owner");
  await s.engine.database.ownerPool.query("insert into link_directory (code, workspace_id) values ($1, $2)", [codes[0], s.b.workspaceId]);
  const vanity = await s.call("POST", "/v1/links", {
    body: { program: "friends", person: owner.body.person, kind: "vanity", code: codes[1] },
  });
  expect(vanity.status, JSON.stringify(vanity.body)).toBeLessThan(300);
  const drawn = [theirs, chosen, free];
  const parts = { pool: s.engine.database.pool({ max: 1 }), ids: { ...ids, bytes: () => drawn.shift() ?? free } };
  const person = await s.call("POST", "/v1/people", { body: { user_id: "drawer" } });
  const [row] = await rows<{ program: string; person: string }>(
    `select a.program_id as program, i.person_id as person from advocate a, person_identity i
      where a.workspace_id = $1 and i.workspace_id = $1 and i.value = 'drawer' limit 1`,
    [s.a.workspaceId],
  );
  expect(person.status).toBeLessThan(300);
  await admitAdvocate(parts, by(), { place: { programId: row!.program, programKey: "friends", personId: row!.person }, channels: [] });
  const links = await rows<{ code: string }>("select code from link where workspace_id = $1 and person_id = $2", [
    s.a.workspaceId,
    row!.person,
  ]);
  expect(links).toEqual([{ code: codes[2] }]);
  const claimed = await rows<{ code: string; workspace_id: string }>(
    "select code, workspace_id from link_directory where code = any($1) order by code",
    [codes],
  );
  expect(claimed).toEqual(
    [
      { code: codes[0], workspace_id: s.b.workspaceId },
      { code: codes[2], workspace_id: s.a.workspaceId },
    ].toSorted((a, b) => (a.code! < b.code! ? -1 : 1)),
  );
});

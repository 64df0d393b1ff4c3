/** What a key may do is kept for a moment: as long as nothing happened to keys, and no longer than a second after something did. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createIds } from "../../src/adapters/ids.ts";
import { createWorkspace } from "../../src/flow/create-workspace.ts";
import { createKey, endKey, readKey } from "../../src/flow/keys.ts";
import { createKeyDoor } from "../../src/http/key-door.ts";
import { closeInDirectory, openInDirectory } from "../../src/store/closing.ts";
import { inWorkspace } from "../../src/store/db.ts";
import { findKeyWorkspace } from "../../src/store/access.ts";
import { type TestDatabase, createTestDatabase } from "../support/database.ts";

let db: TestDatabase;
let secret: string;
let workspace: string;
beforeAll(async () => {
  db = await createTestDatabase();
  secret = (await createWorkspace({ pool: db.pool(), ids: createIds() }, { slug: "doors" })).secretKey;
  workspace = (await findKeyWorkspace(db.pool(), readKey(secret)!.hash)) ?? expect.fail("the key is not in the directory");
});
afterAll(() => db.drop());

/** A door of a node of its own, with a clock that stands still until it is moved. */
function openDoor() {
  const clock = { at: 0 };
  const pool = db.pool();
  const asked = vi.spyOn(pool, "connect");
  return { door: createKeyDoor(pool, () => clock.at), clock, asked };
}
const newKey = () =>
  inWorkspace(db.pool(), workspace, (client) =>
    createKey(workspace, client, { kind: "secret", name: "k", scopes: [], ids: createIds() }),
  );

test("a key that another node revoked is refused on this one 900 ms later, and is good again for nobody", async () => {
  const { door, clock } = openDoor();
  const key = await newKey();
  expect(await door.holderOf(key.text)).toMatchObject({ revoked: false });
  await inWorkspace(db.pool(), workspace, (client) => endKey(workspace, client, key.id));
  clock.at += 901;
  expect(await door.holderOf(key.text)).toMatchObject({ revoked: true });
  expect(await door.holderOf(secret)).toMatchObject({ revoked: false });
});

test("a workspace that is closed and opened again is so for its keys within a second", async () => {
  const { door, clock } = openDoor();
  expect(await door.holderOf(secret)).toMatchObject({ closed: false });
  await closeInDirectory(db.pool(), workspace, 30);
  clock.at += 901;
  expect(await door.holderOf(secret)).toMatchObject({ closed: true });
  await openInDirectory(db.pool(), workspace);
  clock.at += 901;
  expect(await door.holderOf(secret)).toMatchObject({ closed: false });
});

test("many busy keys cost one look a time, not one each; a revocation on this node holds at once, whatever look is under way", async () => {
  const { door, clock, asked } = openDoor();
  const keys = await Promise.all(Array.from({ length: 5 }, newKey));
  for (const key of keys) await door.holderOf(key.text);
  const before = asked.mock.calls.length;
  for (let round = 0; round < 3; round++) {
    clock.at += 901;
    await Promise.all(keys.map(async (key) => expect(await door.holderOf(key.text)).toMatchObject({ revoked: false })));
  }
  expect(asked.mock.calls.length - before).toBeLessThanOrEqual(3);
  const [first] = keys;
  clock.at += 901;
  const looking = door.holderOf(first!.text);
  await inWorkspace(db.pool(), workspace, (client) => endKey(workspace, client, first!.id));
  door.forget();
  expect(await door.holderOf(first!.text)).toMatchObject({ revoked: true });
  await looking;
});

test("what is no key of ours is nothing, each time anew after a moment", async () => {
  const { door, clock } = openDoor();
  expect(door.holderOf("gv_live_short")).toBeNull();
  const stranger = (await newKey()).text;
  await db.ownerPool.query("delete from key_directory where key_hash = $1", [readKey(stranger)!.hash]);
  expect(await door.holderOf(stranger)).toBeNull();
  await db.ownerPool.query("insert into key_directory (key_hash, workspace_id) values ($1, $2)", [readKey(stranger)!.hash, workspace]);
  clock.at += 901;
  expect(await door.holderOf(stranger)).toMatchObject({ workspaceId: workspace });
});

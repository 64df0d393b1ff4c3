import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createIds } from "../adapters/ids.ts";
import { createTestDatabase } from "../../test/support/database.ts";
import type { TestDatabase } from "../../test/support/database.ts";
import { findKeyWorkspace, readKeyByHash } from "../store/access.ts";
import { inWorkspace } from "../store/db.ts";
import { readWorkspace } from "../store/workspaces.ts";
import { findWorkspace } from "../store/workspace-create.ts";
import { createWorkspace } from "./create-workspace.ts";
import { readKey } from "./keys.ts";
import { redeemSignInLink } from "./sign-in.ts";

let database: TestDatabase;
beforeAll(async () => { database = await createTestDatabase(); });
afterAll(() => database.drop());

const parts = () => ({ pool: database.pool(), ids: createIds() });

describe("a new workspace", () => {
  test("has a sandbox sibling, three keys that open the right one of the two, and a sign-in link that works once", async () => {
    const made = await createWorkspace(parts(), { slug: "acme", name: "Acme", zone: "Europe/Berlin", settings: { synthetic: true } });
    const owner = async (text: string) => {
      const key = readKey(text) ?? expect.fail("not a key");
      const home = (await findKeyWorkspace(database.pool(), key.hash)) ?? expect.fail("not in the directory");
      const found = await inWorkspace(database.pool(), home, (db) => readKeyByHash(home, db, key.hash));
      return { home, kind: found?.kind, sandbox: found?.sandbox };
    };
    expect(await owner(made.secretKey)).toEqual({ home: made.workspaceId, kind: "secret", sandbox: false });
    expect(await owner(made.publishableKey)).toEqual({ home: made.workspaceId, kind: "publishable", sandbox: false });
    expect(await owner(made.testKey)).toEqual({ home: made.sandboxId, kind: "test", sandbox: true });
    expect(await redeemSignInLink(parts(), made.signInToken)).not.toBeNull();
    expect(await redeemSignInLink(parts(), made.signInToken)).toBeNull();
    const row = await inWorkspace(database.pool(), made.sandboxId, (db) => readWorkspace(made.sandboxId, db));
    expect(row).toMatchObject({ slug: "acme-sandbox", name: "Acme (sandbox)", zone: "Europe/Berlin", sandbox: true });
    expect(row?.settings).toEqual({ synthetic: true });
  });

  test("is refused whole when its slug is taken, also when only the sandbox's is", async () => {
    await createWorkspace(parts(), { slug: "taken" });
    await expect(createWorkspace(parts(), { slug: "taken" })).rejects.toMatchObject({ code: "conflict" });
    await database.ownerPool.query("update workspace_directory set slug = 'free-sandbox' where slug = 'taken-sandbox'");
    await expect(createWorkspace(parts(), { slug: "free" })).rejects.toMatchObject({ code: "conflict" });
    expect(await findWorkspace(database.pool(), "free")).toBeNull();
  });

  const bad = ["", "a", "Acme", "acme--x", "-acme", "acme-", "acme-sandbox", "ac me", "a".repeat(41), "../x"];
  test.each(bad)("cannot be called %j", async (slug) => {
    await expect(createWorkspace(parts(), { slug })).rejects.toMatchObject({ code: "validation_failed" });
  });

  test("cannot live in a zone that does not exist", async () => {
    await expect(createWorkspace(parts(), { slug: "mars", zone: "Mars/Olympus" })).rejects.toMatchObject({ code: "validation_failed" });
  });
});

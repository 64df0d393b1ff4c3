import crypto from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "../../test/support/database.ts";
import type { TestDatabase } from "../../test/support/database.ts";
import { makeLinkWorld } from "../../test/support/links.ts";
import type { LinkWorld } from "../../test/support/links.ts";
import { createIds } from "../adapters/ids.ts";
import { createLog } from "../adapters/log.ts";
import { inWorkspace, openPool } from "../store/db.ts";
import type { Pool } from "../store/db.ts";
import { announceLinks, listenForLinks } from "../store/links-read.ts";
import type { By } from "./by.ts";
import { createLinkCache } from "./link-cache.ts";
import type { LinkCache, LinkCacheOptions } from "./link-cache.ts";
import { createLink, disableLink } from "./make-link.ts";

let database: TestDatabase;
let world: LinkWorld;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await makeLinkWorld(database.ownerPool, { destinations: ["https://blog.shop.example/x"] });
});
afterAll(() => database.drop());

const clock = { ahead: 0 };
const monotonic = (): number => performance.now() + clock.ahead;
const log = createLog({ write: () => undefined }, "silent");
const cacheOn = (pool: Pool, options: Partial<LinkCacheOptions> = {}): LinkCache => createLinkCache({ pool, log, monotonic, ...options });
const code = (): string => Array.from(crypto.randomBytes(10), (byte) => "23456789ABCDEFGHJKMNPQRSTUVWXYZ"[byte % 31]).join("");
const until = async (isSo: () => boolean): Promise<void> => {
  for (const began = Date.now(); !isSo() && Date.now() - began < 20_000; ) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(isSo()).toBe(true);
};

describe("a link in memory", () => {
  test("is read once, with where it leads and the workspace's own instant, and then answered without waiting", async () => {
    const cache = cacheOn(database.pool());
    const mine = code();
    const linkId = await world.link(mine, { channel: "email" });
    const found = await cache.find(mine, null);
    expect(found).toMatchObject({
      workspaceId: world.workspaceId,
      linkId,
      programId: world.programId,
      personId: world.personId,
      code: mine,
      channel: "email",
      origins: ["https://shop.example", "https://blog.shop.example"],
    });
    expect(Math.abs(monotonic() + found!.clockOffset - Date.now())).toBeLessThan(10_000);
    expect(cache.find(mine, null)).toBe(found);
    expect(await Promise.all(Array.from({ length: 100 }, () => cache.find(mine, null)))).toEqual(Array.from({ length: 100 }, () => found));
    expect(cache.counts()).toMatchObject({ loads: 1, known: 1 });
  });

  test("of a sandbox whose clock was moved carries that clock", async () => {
    const sandbox = await makeLinkWorld(database.ownerPool);
    await database.ownerPool.query("update workspace set clock_offset_ms = 864000000 where workspace_id = $1", [sandbox.workspaceId]);
    const mine = code();
    await sandbox.link(mine);
    const found = await cacheOn(database.pool()).find(mine, null);
    expect(Math.abs(monotonic() + found!.clockOffset - Date.now() - 864_000_000)).toBeLessThan(10_000);
  });

  test("a hundred who ask at once for one that is not there yet cause one load", async () => {
    const cache = cacheOn(database.pool());
    const mine = code();
    await world.link(mine);
    const found = await Promise.all(Array.from({ length: 100 }, () => cache.find(mine, null)));
    expect(new Set(found).size).toBe(1);
    expect(cache.counts().loads).toBe(1);
  });

  test("a thousand codes tried at once, a tenth of them real, are read in a few batches, each with its own answer", async () => {
    const pool = openPool(database.runtimeUrl, { max: 4 });
    let statements = 0;
    pool.on("acquire", () => {
      statements++;
    });
    const cache = cacheOn(pool);
    const other = await makeLinkWorld(database.ownerPool);
    const real = await Promise.all(
      Array.from({ length: 100 }, async (_, i) => {
        const mine = code();
        return [mine, await (i % 2 === 0 ? world : other).link(mine)] as const;
      }),
    );
    const asked = [...real.map(([mine]) => mine), ...Array.from({ length: 900 }, code)].toSorted();
    const found = new Map(await Promise.all(asked.map(async (each) => [each, (await cache.find(each, null))?.linkId ?? null] as const)));
    for (const [mine, linkId] of real) expect(found.get(mine)).toBe(linkId);
    expect([...found.values()].filter((each) => each === null)).toHaveLength(900);
    expect(statements).toBeLessThan(20);
    await pool.end();
  });

  test("a chosen code is found under its workspace alone, in either's; a random one under both addresses", async () => {
    const cache = cacheOn(database.pool());
    const other = await makeLinkWorld(database.ownerPool);
    await world.link("TWOSHOPS", { kind: "vanity" });
    const theirs = await other.link("twoshops", { kind: "vanity" });
    expect(await cache.find("TWOSHOPS", null)).toBeNull();
    expect((await cache.find("TWOSHOPS", other.slug))!.linkId).toBe(theirs);
    expect((await cache.find("TWOSHOPS", world.slug))!.workspaceId).toBe(world.workspaceId);
    const mine = code();
    const linkId = await world.link(mine);
    expect((await cache.find(mine, world.slug))!.linkId).toBe(linkId);
    expect(await cache.find(mine, other.slug)).toBeNull();
    expect(await cache.find(mine, "no-such-shop")).toBeNull();
  });

  test("leads nowhere when unknown, disabled, or its program is a draft, paused, ended or without a version in effect", async () => {
    const cache = cacheOn(database.pool());
    expect(await cache.find(code(), null)).toBeNull();
    const disabled = code();
    await world.link(disabled, { disabled: true });
    expect(await cache.find(disabled, null)).toBeNull();
    for (const status of ["draft", "paused", "ended"]) {
      const mine = code();
      await world.link(mine, { programId: await world.program({ status }) });
      expect([status, await cache.find(mine, null)]).toEqual([status, null]);
    }
    const later = code();
    const programId = await world.program();
    await database.ownerPool.query("update program_version set effective_from = $2 where program_id = $1", [
      programId,
      Date.now() + 3_600_000,
    ]);
    await world.link(later, { programId });
    expect(await cache.find(later, null)).toBeNull();
    expect(cache.counts()).toMatchObject({ known: 0, unknown: 6 });
  });

  test("memory is bounded: of 50 links and 50 unknown codes the newest are kept", async () => {
    const cache = cacheOn(database.pool(), { known: 10, unknown: 5 });
    const mine = Array.from({ length: 50 }, code);
    for (const each of mine) await world.link(each);
    for (const each of mine) await cache.find(each, null);
    for (let i = 0; i < 50; i++) await cache.find(code(), null);
    expect(cache.counts()).toMatchObject({ known: 10, unknown: 5 });
    expect(cache.find(mine[49]!, null)).not.toBeInstanceOf(Promise);
    expect(cache.find(mine[39]!, null)).toBeInstanceOf(Promise);
  });
});

describe("what changes", () => {
  const by = (): By => ({ workspaceId: world.workspaceId, actor: "operator", requestId: "req_1", idempotencyKey: null });

  test("is forgotten when it is announced: disabled, made after somebody had tried it, program or clock changed", async () => {
    const parts = { pool: database.pool(), ids: createIds() };
    const cache = cacheOn(database.pool());
    let listening = 0;
    const news = listenForLinks(database.runtimeUrl, {
      onChange: (workspaceId, what) => cache.forget(workspaceId, what),
      onListening: () => {
        listening++;
        cache.clear();
      },
    });
    await until(() => listening === 1);
    const { linkId } = await createLink(parts, by(), {
      programId: world.programId,
      personId: world.personId,
      channel: null,
      code: null,
      kind: "random",
    });
    const { rows } = await database.ownerPool.query<{ code: string }>("select code from link where id = $1", [linkId]);
    const mine = rows[0]!.code;
    expect((await cache.find(mine, null))!.linkId).toBe(linkId);
    expect((await cache.find(mine, world.slug))!.linkId).toBe(linkId);
    expect(await cache.find("LATECOMER", world.slug)).toBeNull();
    await disableLink(parts, by(), linkId);
    await createLink(parts, by(), {
      programId: world.programId,
      personId: world.personId,
      channel: null,
      code: "late-comer",
      kind: "vanity",
    });
    await until(() => cache.counts().known === 0 && cache.counts().unknown === 0);
    expect(await cache.find(mine, null)).toBeNull();
    expect(await cache.find(mine, world.slug)).toBeNull();
    expect(await cache.find("LATECOMER", world.slug)).not.toBeNull();
    const other = await makeLinkWorld(database.ownerPool);
    const theirs = code();
    await other.link(theirs);
    await cache.find(theirs, null);
    await inWorkspace(parts.pool, world.workspaceId, (db) => announceLinks(world.workspaceId, db, null));
    await until(() => cache.counts().unknown === 0);
    expect(cache.counts().known).toBe(1);
    expect(cache.find(theirs, null)).not.toBeInstanceOf(Promise);
    await news.stop();
  });

  test("a cut of the connection that listens is mended, and what may have been missed is forgotten", async () => {
    const cache = cacheOn(database.pool());
    let listening = 0;
    const news = listenForLinks(database.runtimeUrl, {
      onChange: (workspaceId, what) => cache.forget(workspaceId, what),
      onListening: () => {
        listening++;
        cache.clear();
      },
    });
    await until(() => listening === 1);
    const mine = code();
    await world.link(mine);
    await cache.find(mine, null);
    await database.ownerPool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'grapevine links' and datname = current_database()",
    );
    await until(() => listening === 2);
    expect(cache.counts().known).toBe(0);
    await cache.find(mine, null);
    await inWorkspace(database.pool(), world.workspaceId, (db) => announceLinks(world.workspaceId, db, mine));
    await until(() => cache.counts().known === 0);
    await news.stop();
  });

  test("unannounced, it is seen after ten seconds", async () => {
    const cache = cacheOn(database.pool());
    const mine = code();
    const linkId = await world.link(mine);
    await cache.find(mine, null);
    await database.ownerPool.query("update link set disabled_at = 1 where id = $1", [linkId]);
    clock.ahead += 9_000;
    expect(await cache.find(mine, null)).not.toBeNull();
    clock.ahead += 1_001;
    // On a busy machine the old one is answered for as long as the read takes.
    await expect.poll(() => cache.find(mine, null)).toBeNull();
  });

  test("announced while it is being read, what was read is not kept", async () => {
    const cache = cacheOn(database.pool());
    const mine = code();
    await world.link(mine);
    const early = cache.find(mine, null);
    cache.forget(world.workspaceId, mine);
    const late = cache.find(mine, null);
    expect([await early, await late].every((each) => each !== null)).toBe(true);
    expect(cache.counts().loads).toBe(2);
    const again = cache.find(mine, null) as Promise<unknown> | null;
    cache.clear();
    expect(again).not.toBeInstanceOf(Promise);
  });
});

describe("without a database", () => {
  test("what is in memory goes on within 60 ms although it expired; what is not is an error, not a 'no'", async () => {
    const pool = openPool(database.runtimeUrl, { max: 2, acquireTimeoutMs: 300 });
    const cache = cacheOn(pool);
    const [mine, unknown] = [code(), code()];
    const linkId = await world.link(mine);
    await cache.find(mine, null);
    await cache.find(unknown, null);
    // Both connections are taken and never given back: the database stands still.
    const held = await Promise.all([pool.connect(), pool.connect()]);
    // The quicker of two: in one of them another process may have the core.
    const times: number[] = [];
    for (let i = 0; i < 2; i++) {
      clock.ahead += 60_000;
      const began = performance.now();
      expect((await cache.find(mine, null))!.linkId).toBe(linkId);
      expect(await cache.find(unknown, null)).toBeNull();
      times.push(performance.now() - began);
    }
    expect(Math.min(...times)).toBeLessThan(120);
    await expect(cache.find(code(), null)).rejects.toThrow();
    expect(cache.counts().failures).toBeGreaterThan(0);
    for (const each of held) each.release();
    await until(() => cache.find(mine, null) === null || !(cache.find(mine, null) instanceof Promise));
    await pool.end();
  });
});

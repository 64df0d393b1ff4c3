import crypto from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { announced } from "../support/seeds.ts";
import { createServer } from "../support/server.ts";
import type { Loose, TestServer } from "../support/server.ts";

const STANDING = 20;
let s: TestServer;
let standing: string[];
const timed = (at: number): string =>
  `${at
    .toString(16)
    .padStart(12, "0")
    .replace(/^(.{8})/, "$1-")}-7${crypto.randomUUID().slice(15)}`;
const insert = async (ids: string[]): Promise<void> => {
  await s.engine.database.ownerPool.query(
    "insert into company (workspace_id, id, external_id, name) select $1, id, id::text, 'x' from unnest($2::uuid[]) id",
    [s.a.workspaceId, ids],
  );
};

beforeAll(async () => {
  // The property reads more pages than a minute's allowance.
  s = await createServer({ limits: { api: { limit: 1_000_000, windowSeconds: 3600, lease: 100_000 } } });
  standing = Array.from({ length: STANDING }, (_, i) => timed(1_000_000 + 1000 * i));
  await insert(standing);
});
afterAll(async () => {
  await s.close();
});

describe("P16: lists while rows are added", () => {
  test("no id that was there is missing or comes twice, wherever others are added between pages, and the last page says so", async () => {
    const additions = fc.array(fc.array(fc.integer({ min: 0, max: 1_000_000 + 1000 * (STANDING + 5) }), { maxLength: 4 }), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 5, max: 25 }), additions, async (limit, rounds) => {
        const seen: string[] = [];
        let after: string | null = null;
        for (let page = 0; ; page++) {
          const reply: Loose = await s.call("GET", `/v1/companies?limit=${limit}${after === null ? "" : `&after=${after}`}`);
          expect(reply.body.data.length).toBeLessThanOrEqual(limit);
          seen.push(...reply.body.data.map((each: Loose) => each.external_id as string));
          after = reply.body.next;
          if (after === null) break;
          expect(after).toBe(reply.body.data.at(-1).id);
          if ((rounds[page] ?? []).length > 0) await insert(rounds[page]!.map(timed));
        }
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.filter((id) => standing.includes(id))).toEqual([...standing].reverse());
        await s.engine.database.ownerPool.query("delete from company where workspace_id = $1 and not id = any($2)", [
          s.a.workspaceId,
          standing,
        ]);
      }),
      announced("P16", 1000),
    );
  }, 120_000);

  test("a page of exactly what is left has no next, and an empty list is a page", async () => {
    expect((await s.call("GET", `/v1/companies?limit=${STANDING}`)).body["next"]).toBeNull();
    expect((await s.call("GET", `/v1/companies?limit=${STANDING - 1}`)).body["next"]).toMatch(/^com_/);
    expect((await s.call("GET", "/v1/companies", { key: s.b.secretKey })).body).toEqual({ data: [], next: null });
  });
});

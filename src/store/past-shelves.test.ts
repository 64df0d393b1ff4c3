/** Rows come back person by person, none twice and none lost, whether they stayed in memory or not. */
import fs from "node:fs";
import os from "node:os";
import { expect, test, vi } from "vitest";
import { type Fields, uuidAt } from "./copy-out.ts";
import { NoRoomAside, createShelves } from "./past-shelves.ts";

/** What a reader gives of a row that was not read yet. */
const rowOf = (bytes: Buffer): Fields => {
  const rest = { restLength: () => bytes.length, restInto: (into: Buffer, at: number) => void bytes.copy(into, at) };
  return rest as unknown as Fields;
};
const idOf = (n: number): Buffer => {
  const id = Buffer.alloc(16);
  id.writeUInt32BE(n, 12);
  return id;
};
const PEOPLE = 900;
const ROWS = 30;
const filesLeft = (): string[] => fs.readdirSync(os.tmpdir()).filter((name) => name.startsWith(`grapevine-past-${process.pid}-`));

for (const [where, inMemory] of [
  ["in memory", Infinity],
  ["in a file from the first chunk on", 0],
  ["in a file when there was no more room", 400_000],
] as const)
  test(`everybody who was told of and bought comes once, her rows in order: ${where}`, async () => {
    const shelves = createShelves({ inMemory });
    for (let i = 0; i < PEOPLE * ROWS; i++) {
      const who = i % PEOPLE;
      const bytes = Buffer.alloc(8 + ((i * 7919) % (i % 5000 === 0 ? 200_000 : 90)), i % 251);
      // Every other row comes late.
      bytes.writeUInt32LE(i ^ PEOPLE, 0);
      bytes.writeUInt32LE(who, 4);
      shelves.note(idOf(who), { told: who % 3 === 0, binds: who % 2 === 0 });
      shelves.put(idOf(who), rowOf(bytes));
    }
    for (const round of [1, 2]) {
      const seen = new Map<string, number>();
      let passed = 0;
      await shelves.each({
        compare: (bytes, one, other) => bytes.readUInt32LE(one) - bytes.readUInt32LE(other),
        every: 50,
        passed: async (rows) => void (passed += await Promise.resolve(rows)),
        take: (person, { bytes, rows }) => {
          seen.set(person, (seen.get(person) ?? 0) + rows.length);
          const order = rows.map((at) => bytes.readUInt32LE(at));
          expect(order).toEqual([...order].sort((a, b) => a - b));
          expect(new Set(order.map((n) => (n ^ PEOPLE) % PEOPLE)).size).toBe(1);
          expect(new Set(rows.map((at) => uuidAt(idOf(bytes.readUInt32LE(at + 4)), 0)))).toEqual(new Set([person]));
        },
      });
      expect([round, seen.size, new Set(seen.values())]).toEqual([round, PEOPLE / 6, new Set([ROWS])]);
      expect(passed).toBeGreaterThan(PEOPLE * ROWS - 100);
    }
    expect(filesLeft()).toEqual([]);
    shelves.end();
  });

test("where nothing can be laid aside, it is said where and what to do", () => {
  vi.stubEnv("TMPDIR", "/nowhere/at/all");
  try {
    const shelves = createShelves({ inMemory: 0 });
    const fill = (): void => {
      for (let i = 0; i < 100; i++) shelves.put(idOf(1), rowOf(Buffer.alloc(1_000)));
    };
    expect(fill).toThrow(NoRoomAside);
    expect(fill).toThrow(/in \/nowhere\/at\/all \(ENOENT\)\. Make room there, or set TMPDIR/);
    shelves.end();
  } finally {
    vi.unstubAllEnvs();
  }
});

import { expect, test } from "vitest";
import { memoryBytes, sizesFor } from "./sizes.ts";

const GB = 1024 ** 3;

test("the database takes a sixteenth of the memory, never less than PostgreSQL's own defaults, never more than helps", () => {
  expect(sizesFor(0.5 * GB)).toEqual({ shared_buffers: "128MB", max_wal_size: "1024MB" });
  expect(sizesFor(2 * GB)).toEqual({ shared_buffers: "128MB", max_wal_size: "1024MB" });
  expect(sizesFor(8 * GB)).toEqual({ shared_buffers: "512MB", max_wal_size: "2048MB" });
  expect(sizesFor(24 * GB)).toEqual({ shared_buffers: "1024MB", max_wal_size: "4096MB" });
  expect(sizesFor(512 * GB)).toEqual({ shared_buffers: "1024MB", max_wal_size: "4096MB" });
  expect(memoryBytes()).toBeGreaterThan(64 * 1024 ** 2);
});

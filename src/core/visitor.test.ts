import crypto from "node:crypto";
import { expect, test } from "vitest";
import { visitorOf } from "./visitor.ts";

const keyed = (key: string) => (message: Uint8Array) => crypto.createHmac("sha256", key).update(message).digest();
const mac = keyed("a");
const LINK = "0192f0c1-0000-7000-8000-000000000001";
const OTHER = "0192f0c1-0000-7000-8000-000000000002";

test("the same network is the same visitor of a link, and another one under another link or key", () => {
  expect(visitorOf(LINK, "203.0.113.9", mac)).toBe(visitorOf(LINK, "203.0.113.9", mac));
  expect(visitorOf(LINK, "203.0.113.9", mac)).not.toBe(visitorOf(OTHER, "203.0.113.9", mac));
  expect(visitorOf(LINK, "203.0.113.9", mac)).not.toBe(visitorOf(LINK, "203.0.113.9", keyed("b")));
});

test("a bucket is a smallint that many networks share: it names nobody", () => {
  const buckets = new Map<number, number>();
  for (let i = 0; i < 200_000; i++) {
    const bucket = visitorOf(LINK, `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`, mac);
    buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1);
  }
  expect(Math.min(...buckets.keys())).toBeGreaterThanOrEqual(-32_768);
  expect(Math.max(...buckets.keys())).toBeLessThanOrEqual(32_767);
  // 200,000 networks in 65,536 buckets: about three each, of the four billion that there are 65,536 each.
  expect(buckets.size).toBeGreaterThan(60_000);
  expect(Math.max(...buckets.values())).toBeGreaterThan(8);
});

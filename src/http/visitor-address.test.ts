import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { createAddressReader } from "./visitor-address.ts";
import type { Trust } from "./visitor-address.ts";

const read = (trust: Trust, remoteAddress: string, forwarded?: string): string =>
  createAddressReader(trust)({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
  } as unknown as IncomingMessage);

test("without trusted proxies X-Forwarded-For is not believed", () => {
  expect(read(false, "203.0.113.9", "198.51.100.1")).toBe("203.0.113.9");
});

test("behind n proxies it is the n-th from the right, whatever somebody wrote further left", () => {
  expect(read(1, "10.0.0.1", "1.1.1.1, 198.51.100.1")).toBe("198.51.100.1");
  expect(read(2, "10.0.0.1", "1.1.1.1, 198.51.100.1, 10.0.0.2")).toBe("198.51.100.1");
  expect(read(3, "10.0.0.1", "198.51.100.1")).toBe("198.51.100.1");
  expect(read(1, "10.0.0.1")).toBe("10.0.0.1");
  expect(read(1, "10.0.0.1", "not an address")).toBe("10.0.0.1");
});

test("behind named proxies it is the first that is none of them", () => {
  const trust = ["10.0.0.0/8", "2001:db8::1", "loopback"];
  expect(read(trust, "::ffff:10.1.2.3", "1.1.1.1, 198.51.100.1, 10.9.9.9")).toBe("198.51.100.1");
  expect(read(trust, "2001:db8::1", "2001:db8:9::7")).toBe("2001:db8:9::7");
  expect(read(trust, "2001:db8::2", "198.51.100.1")).toBe("2001:db8::2");
  expect(read(trust, "127.0.0.1", "198.51.100.1")).toBe("198.51.100.1");
  expect(read(["uniquelocal"], "192.168.1.1", "198.51.100.1")).toBe("198.51.100.1");
  expect(read(["uniquelocal"], "8.8.8.8", "198.51.100.1")).toBe("8.8.8.8");
});

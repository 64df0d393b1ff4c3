/** SSRF: whatever a URL says and whatever its name resolves to, no connection is made to the inside of our network. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isPublic, mayConnect, parseAllowed } from "../../src/adapters/public-address.ts";
import { type Resolve, createOutgoing } from "../../src/adapters/safe-fetch.ts";
import { type Receiver, createReceiver } from "../support/receiver.ts";
import { announced } from "../support/seeds.ts";

/** 127.0.0.1 stands for the inside and may not be reached; 127.0.0.2 stands for the outside and is on the list. */
const OUTSIDE = "127.0.0.2";
let inside: Receiver;
let outside: Receiver;
/** Both listen on one port, so that a URL says nothing else but the address. */
let port = 0;

beforeAll(async () => {
  inside = await createReceiver();
  port = inside.port;
  outside = await createReceiver(null, { host: OUTSIDE, port });
});
afterAll(async () => {
  await inside.close();
  await outside.close();
});

const request = { headers: { "content-type": "application/json" }, body: "{}" };
const system = createOutgoing({ deadlineMs: 3_000 });

/** Spellings of addresses that must not be reached, with the port of a listener that would answer. */
const SPELLINGS = [
  "http://127.0.0.1:P/",
  "http://127.1:P/",
  "http://127.0.1:P/",
  "http://2130706433:P/",
  "http://0x7f000001:P/",
  "http://0x7f.0.0.1:P/",
  "http://0x7f.1:P/",
  "http://0177.0.0.1:P/",
  "http://0177.0.0.0x1:P/",
  "http://017700000001:P/",
  "http://00000177.0.0.1:P/",
  "http://127.0.0.1.:P/",
  "http://127.000.000.001:P/",
  "http://127.0.0.01:P/",
  "http://%31%32%37.0.0.1:P/",
  "http://127。0。0。1:P/",
  "http://１２７.0.0.1:P/",
  "http://①②⑦.0.0.1:P/",
  "http://127%2e0%2e0%2e1:P/",
  "http://0:P/",
  "http://0.0.0.0:P/",
  "http://0x0:P/",
  "http://0.0:P/",
  "http://localhost:P/",
  "http://LOCALHOST:P/",
  "http://localhost.:P/",
  "http://ｌｏｃａｌｈｏｓｔ:P/",
  "http://loc%61lhost:P/",
  "http://localho\tst:P/",
  "http:\\\\127.0.0.1:P\\",
  "http:/127.0.0.1:P/",
  "http:127.0.0.1:P/",
  "  http://127.0.0.1:P/  ",
  "http://user@127.0.0.1:P/",
  "http://example.com@127.0.0.1:P/",
  "http://example.com:80@127.0.0.1:P/",
  "http://127.0.0.1:P#@example.com/",
  "http://127.0.0.1:P?@example.com/",
  "http://127.0.0.1:P\\@example.com/",
  "http://example.com\\@127.0.0.1:P/",
  "http://[::1]:P/",
  "http://[0:0:0:0:0:0:0:1]:P/",
  "http://[::]:P/",
  "http://[0000::0001]:P/",
  "http://[::ffff:127.0.0.1]:P/",
  "http://[::ffff:7f00:1]:P/",
  "http://[0:0:0:0:0:ffff:7f00:0001]:P/",
  "http://[::127.0.0.1]:P/",
  "http://[::7f00:1]:P/",
  "http://[::ffff:0:127.0.0.1]:P/",
  "http://[64:ff9b::127.0.0.1]:P/",
  "http://[64:ff9b:1::7f00:1]:P/",
  "http://[2002:7f00:1::]:P/",
  "http://[2001:0:7f00:1::]:P/",
  "http://[fe80::1]:P/",
  "http://[fec0::1]:P/",
  "http://[fc00::1]:P/",
  "http://[fd12:3456::1]:P/",
  "http://[ff02::1]:P/",
  "http://[100::1]:P/",
  "http://[2001:db8::1]:P/",
  "http://[3fff::1]:P/",
  "http://[5f00::1]:P/",
  "http://[4000::1]:P/",
  "http://10.0.0.1/",
  "http://172.16.0.1/",
  "http://172.31.255.255/",
  "http://192.168.1.1/",
  "http://169.254.169.254/latest/meta-data/",
  "http://0xa9fea9fe/",
  "http://2852039166/",
  "http://[::ffff:a9fe:a9fe]/",
  "http://100.64.0.1/",
  "http://192.0.0.192/",
  "http://192.0.2.1/",
  "http://198.18.0.1/",
  "http://198.51.100.7/",
  "http://203.0.113.7/",
  "http://224.0.0.1/",
  "http://240.0.0.1/",
  "http://255.255.255.255/",
  "https://127.0.0.1:P/",
  "https://[::1]:P/",
  "ftp://127.0.0.1:P/",
  "file:///etc/passwd",
  "gopher://127.0.0.1:P/",
  "unix:/var/run/docker.sock",
  "data:text/plain,hello",
  "//127.0.0.1:P/",
  "",
];

test(`${SPELLINGS.length} spellings of inside addresses reach nothing, with the system's own resolver and any port allowed`, async () => {
  // The port is allowed, so that the address alone decides.
  const any = createOutgoing({ deadlineMs: 3_000, allowed: [parseAllowed("192.0.2.77")] });
  for (const spelling of SPELLINGS) {
    const url = spelling.replace("P", String(port));
    for (const outgoing of [system, any]) {
      const sent = await outgoing.post(url, request);
      expect([url, sent.status, sent.error]).toEqual([url, null, expect.stringMatching(/^(url|address|dns)$/)]);
    }
  }
  expect(inside.received).toEqual([]);
  expect(SPELLINGS.length).toBeGreaterThanOrEqual(80);
});

test("a name that first resolves to the outside and then to 127.0.0.1 is judged at the connection, every time", async () => {
  const answers: string[] = [OUTSIDE, "127.0.0.1", OUTSIDE];
  let asked = 0;
  const resolve: Resolve = async () => [{ address: answers[asked++]!, family: 4 }];
  const outgoing = createOutgoing({ allowed: [parseAllowed(OUTSIDE)], resolve, deadlineMs: 3_000 });
  const url = `http://rebind.example:${port}/`;
  expect(outgoing.refusal(url)).toBeNull();
  expect(await outgoing.post(url, request)).toMatchObject({ status: 204 });
  expect(await outgoing.post(url, request)).toMatchObject({ status: null, error: "address" });
  expect(await outgoing.post(url, request)).toMatchObject({ status: 204 });
  // One question a request: nothing was resolved a second time between the judgement and the connection.
  expect(asked).toBe(3);
  expect(inside.received).toEqual([]);
  expect(outside.received).toHaveLength(2);
});

test("a name with one address inside among several is refused whole", async () => {
  const resolve: Resolve = async () => [OUTSIDE, "127.0.0.1"].map((address) => ({ address, family: 4 }));
  const outgoing = createOutgoing({ allowed: [parseAllowed(OUTSIDE)], resolve, deadlineMs: 3_000 });
  expect(await outgoing.post(`http://both.example:${port}/`, request)).toMatchObject({ error: "address" });
  expect(inside.received).toEqual([]);
});

test("a redirect to the inside is not followed: its 301 is the answer", async () => {
  outside.answer = (_request, response) => void response.writeHead(301, { location: `http://127.0.0.1:${port}/` }).end();
  const outgoing = createOutgoing({ allowed: [parseAllowed(OUTSIDE)], deadlineMs: 3_000 });
  expect(await outgoing.post(`http://${OUTSIDE}:${port}/`, request)).toMatchObject({ status: 301, error: null });
  expect(inside.received).toEqual([]);
  outside.answer = (_request, response) => void response.writeHead(204).end();
});

test("a proxy in the environment is not used", async () => {
  const names = ["http_proxy", "HTTP_PROXY", "https_proxy", "NODE_USE_ENV_PROXY"] as const;
  for (const name of names) process.env[name] = name === "NODE_USE_ENV_PROXY" ? "1" : `http://127.0.0.1:${port}`;
  try {
    const outgoing = createOutgoing({ allowed: [parseAllowed(OUTSIDE)], deadlineMs: 3_000 });
    expect(await outgoing.post(`http://${OUTSIDE}:${port}/`, request)).toMatchObject({ status: 204 });
  } finally {
    for (const name of names) delete process.env[name];
  }
  expect(inside.received).toEqual([]);
});

test("P12: for any URL the verdict is the verdict on the address that was really connected to", async () => {
  const hosts = [
    "a.example",
    "b.example",
    "c.example",
    "127.0.0.1",
    OUTSIDE,
    "127.1",
    "127.0.2",
    "0x7f000002",
    "2130706434",
    "0x7f.2",
    "[::1]",
  ];
  const more = ["017700000002", "[::ffff:127.0.0.2]", "[::ffff:7f00:1]", "localhost", "127.0.0.2.", "127。0。0。2", "user@127.0.0.2"];
  const host = fc.oneof(
    fc.constantFrom(...hosts, ...more),
    fc.webAuthority(),
    fc.ipV4(),
    fc.ipV4Extended(),
    fc.ipV6().map((ip) => `[${ip}]`),
  );
  const scheme = fc.constantFrom("http", "HTTP", "http", "ftp", "htt\tp");
  const slashes = fc.constantFrom("//", "/", "\\\\", "///", "");
  const tail = fc.constantFrom("/", "", "/x?y=z", "#@127.0.0.1/", "\\@127.0.0.1/", "?//127.0.0.1", `@127.0.0.1:${port}/`);
  const near = fc.tuple(scheme, slashes, host, tail).map(([s, l, h, t]) => `${s}:${l}${/:\d+$/.test(h) ? h : `${h}:${port}`}${t}`);
  const url = fc.oneof({ weight: 8, arbitrary: near }, { weight: 1, arbitrary: fc.string() }, { weight: 1, arbitrary: fc.webUrl() });
  const drawn = fc.record({ url, address: fc.constantFrom("127.0.0.1", OUTSIDE, "10.1.2.3", "::1") });
  let sentOut = 0;
  await fc.assert(
    fc.asyncProperty(drawn, async ({ url: text, address }) => {
      inside.received.length = outside.received.length = 0;
      const asked: string[] = [];
      const resolve: Resolve = async (name) => {
        asked.push(name);
        return [{ address, family: address.includes(":") ? 6 : 4 }];
      };
      const allowed = [parseAllowed(`${OUTSIDE}:${port}`)];
      const sent = await createOutgoing({ allowed, resolve, deadlineMs: 2_000 }).post(text, request);
      // Nothing ever reached the inside, whatever was said.
      expect(inside.received).toEqual([]);
      // It was sent exactly when the address that the parser or the resolver gave is one that may be connected to.
      const parsed = URL.parse(text);
      const name = parsed?.hostname.replace(/^\[|\]$/g, "") ?? "";
      const real = asked.length > 0 ? address : name;
      const wantedPort = parsed === null ? 0 : Number(parsed.port || (parsed.protocol === "https:" ? 443 : 80));
      const wasReached = outside.received.length === 1;
      expect(sent.status !== null).toBe(wasReached);
      if (wasReached) {
        sentOut++;
        expect(mayConnect(real, wantedPort, allowed)).toBe(true);
      } else expect(["url", "address", "dns", "connect", "timeout"]).toContain(sent.error);
      if (sent.error === "address") expect(mayConnect(real, wantedPort, allowed)).toBe(false);
    }),
    announced("P12", 1_000),
  );
  expect(sentOut).toBeGreaterThan(50);
}, 120_000);

test("public addresses are public, and every special range is not", () => {
  for (const ip of ["8.8.8.8", "1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "2a00:1450:4001::", "::ffff:8.8.8.8"]) {
    expect([ip, isPublic(ip)]).toEqual([ip, true]);
  }
  for (const ip of [
    "192.88.99.1",
    "192.175.48.1",
    "192.31.196.1",
    "192.52.193.1",
    "::",
    "::8.8.8.8",
    "2002:808:808::",
    "junk",
    "",
    "fe80::1%eth0",
  ]) {
    expect([ip, isPublic(ip)]).toEqual([ip, false]);
  }
  expect(mayConnect("8.8.8.8", 443, [])).toBe(true);
  expect(mayConnect("8.8.8.8", 6379, [])).toBe(false);
  expect(mayConnect("10.1.2.3", 8080, [parseAllowed("10.0.0.0/8:8080")])).toBe(true);
  expect(mayConnect("10.1.2.3", 80, [parseAllowed("10.0.0.0/8:8080")])).toBe(false);
  expect(mayConnect("fd00::5", 443, [parseAllowed("[fd00::]/8")])).toBe(true);
  for (const bad of ["localhost", "10.0.0.0/33", "1.2.3.4:0", "*"]) expect(() => parseAllowed(bad), bad).toThrow();
});

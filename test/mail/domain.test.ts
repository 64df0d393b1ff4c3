/** The sender's domain, looked up at a name server on this machine, and the pages on which mails are looked at. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDnsText } from "../../src/adapters/dns-text.ts";
import { judgeDomain } from "../../src/core/messages/mail-domain.ts";
import { checkMailDomain } from "../../src/flow/mail-domain.ts";
import { readConfig } from "../../src/main/config.ts";
import { type DnsStub, openDns } from "../support/dns.ts";
import { type TestServer, createServer } from "../support/server.ts";

let s: TestServer;
let dns: DnsStub;
const KEY = `v=DKIM1; k=rsa; p=${"A".repeat(392)}`;

beforeAll(async () => {
  s = await createServer();
  dns = await openDns({
    "good.example": ["google-site-verification=x", "v=spf1 include:_spf.mail.example -all"],
    "gv._domainkey.good.example": [KEY],
    "_dmarc.good.example": ["v=DMARC1; p=reject; rua=mailto:x@good.example"],
    "_dmarc.parent.example": ["v=DMARC1; p=quarantine"],
    "news.parent.example": ["v=spf1 a ~all"],
  });
});
afterAll(async () => {
  await dns.close();
  await s.close();
});

const check = async (from: string | null) =>
  await checkMailDomain({ pool: s.engine.database.pool(), dns: createDnsText([dns.address]), from }, s.a.workspaceId);

test("a domain that is right in all three is said to be, from real DNS answers, long keys included", async () => {
  await s.call("PATCH", "/v1/settings", { body: { settings: { mail: { dkim_selector: "gv" } } } });
  const report = await check("hello@good.example");
  expect([report?.spf.state, report?.dkim.state, report?.dmarc.state]).toEqual(["ok", "ok", "ok"]);
  expect(report?.dkim.record).toBe(KEY);
  expect([report?.spf.remedy, report?.dkim.remedy, report?.dmarc.remedy]).toEqual([null, null, null]);
});

test("what is missing comes with what to do; DMARC of the domain above counts; a workspace's own sender goes first", async () => {
  const bare = await check("hello@bare.example");
  expect([bare?.spf.state, bare?.dkim.state, bare?.dmarc.state]).toEqual(["missing", "missing", "missing"]);
  expect(bare?.dkim.remedy).toContain("gv._domainkey.bare.example");
  await s.call("PATCH", "/v1/settings", { body: { settings: { mail: { from_address: "hi@news.parent.example" } } } });
  const own = await check("hello@bare.example");
  expect([own?.domain, own?.spf.state, own?.dkim.state, own?.dmarc.state]).toEqual(["news.parent.example", "ok", "unknown", "ok"]);
  await s.call("PATCH", "/v1/settings", { body: { settings: { mail: {} } } });
  expect(await check(null)).toBeNull();
  expect((await s.call("GET", "/v1/settings/mail-domain")).body).toEqual({ domain: null, spf: null, dkim: null, dmarc: null });
});

test.each([
  [{ spf: ["v=spf1 +all"] }, "spf", "weak"],
  [{ spf: ["v=spf1 include:x all"] }, "spf", "weak"],
  [{ spf: ["v=spf1 include:x"] }, "spf", "weak"],
  [{ spf: ["v=spf1 -all", "v=spf1 a -all"] }, "spf", "broken"],
  [{ spf: ["v=spf1 redirect=_spf.x.example"] }, "spf", "ok"],
  [{ dkim: ["v=DKIM1; p="] }, "dkim", "broken"],
  [{ dkim: ["v=DKIM1; p=short"] }, "dkim", "weak"],
  [{ dkim: ["v=DKIM1; k=ed25519; p=short"] }, "dkim", "ok"],
  [{ dmarc: ["v=DMARC1; p=none"] }, "dmarc", "weak"],
  [{ dmarc: ["v=DMARC1; rua=x"] }, "dmarc", "broken"],
] as const)("%j: %s is %s, with a remedy where it is not right", (records, what, state) => {
  const report = judgeDomain({ domain: "x.example", selector: "gv", spf: [], dkim: [], dmarc: [], ...records });
  expect(report[what].state).toBe(state);
  expect(report[what].remedy === null).toBe(state === "ok");
});

test("SMTP_URL and MAIL_FROM are checked, with their remedy and without repeating a password", () => {
  const read = (env: Record<string, string>) =>
    readConfig({ GRAPEVINE_DATA: "/tmp/gv-none", DATABASE_URL: "postgres://a:b@c/d", ...env });
  expect(read({}).mail).toBeNull();
  expect(read({ SMTP_URL: "smtps://u:p@m.example", MAIL_FROM: "The Shop <hello@shop.example>" }).mail).toEqual({
    smtpUrl: "smtps://u:p@m.example",
    from: { name: "The Shop", address: "hello@shop.example" },
    sandboxes: false,
  });
  expect(() => read({ SMTP_URL: "smtp://m.example" })).toThrow(/MAIL_FROM/);
  expect(() => read({ SMTP_URL: "http://u:secret@m.example", MAIL_FROM: "a@b.example" })).toThrow(/^(?![^]*secret)[^]*SMTP_URL/);
  for (const bad of ["nobody", "a@b@c", "x <a@b.example", "a@b.example\nBcc: c@d.example"])
    expect(() => read({ SMTP_URL: "smtp://m.example", MAIL_FROM: bad })).toThrow(/MAIL_FROM/);
});

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { addressOf, keepAddress } from "./address.ts";
import { ConfigError, installationSecret, readConfig } from "./config.ts";

const SECRET = Buffer.alloc(32, 7).toString("base64");

test("with nothing set, Grapevine listens on loopback port 4400 and keeps its data in ./data", () => {
  const config = readConfig({}, "/srv/app");
  expect(config).toMatchObject({
    port: 4400, host: "127.0.0.1", dataDir: "/srv/app/data", dataDirNote: null, databaseUrl: null,
    databaseRuntimeUrl: null, publicUrl: null, pagesOrigin: null, trustProxy: false, logLevel: "info", secretFromEnvironment: null,
    processes: 1,
  });
});

test("where it answers: PUBLIC_URL, else the PORT that was given, else where the folder's server answered last, else the default", () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "grapevine-address-"));
  const at = (env: Record<string, string>): string => addressOf(readConfig({ GRAPEVINE_DATA: dataDir, ...env }));
  expect([at({}), at({ HOST: "::1" }), at({ HOST: "fd00::7", PORT: "80" })]).toEqual([
    "http://localhost:4400", "http://localhost:4400", "http://[fd00::7]:80",
  ]);
  keepAddress(dataDir, "http://localhost:4977");
  expect([at({}), at({ PORT: "0" }), at({ PORT: "5000" }), at({ PUBLIC_URL: "https://r.example" })]).toEqual([
    "http://localhost:4977", "http://localhost:4977", "http://localhost:5000", "https://r.example",
  ]);
  fs.writeFileSync(path.join(dataDir, "address"), "nonsense\n");
  expect(at({})).toBe("http://localhost:4400");
  keepAddress(path.join(dataDir, "none"), "http://localhost:1");
  fs.rmSync(dataDir, { recursive: true });
});

test("set values are parsed to their types, and blanks count as unset", () => {
  const config = readConfig(
    {
      PORT: "0", HOST: "0.0.0.0", GRAPEVINE_DATA: "elsewhere", DATABASE_URL: "postgres://o:p@db/grapevine", DATABASE_RUNTIME_URL: " ",
      PUBLIC_URL: "https://refer.example.com/", PAGES_ORIGIN: "https://pages.example.net/", TRUST_PROXY: "loopback, 10.0.0.0/8",
      LOG_LEVEL: "WARN", GRAPEVINE_SECRET: SECRET, GRAPEVINE_PROCESSES: "3",
    },
    "/srv/app",
  );
  expect(config).toMatchObject({
    port: 0, host: "0.0.0.0", dataDir: "/srv/app/elsewhere", databaseUrl: "postgres://o:p@db/grapevine", databaseRuntimeUrl: null,
    publicUrl: "https://refer.example.com", pagesOrigin: "https://pages.example.net", trustProxy: ["loopback", "10.0.0.0/8"],
    logLevel: "warn",
    processes: 3,
  });
  expect(config.secretFromEnvironment).toEqual(Buffer.alloc(32, 7));
  expect(readConfig({ TRUST_PROXY: "2" }, "/srv/app").trustProxy).toBe(2);
});

test.each([
  ["PORT", "http"], ["PORT", "65536"], ["PORT", "4e3"], ["PORT", "-1"], ["HOST", "http://x"],
  ["DATABASE_URL", "mysql://u@h/d"], ["DATABASE_URL", "postgres://u:p@h"],
  ["PUBLIC_URL", "refer.example.com"], ["PUBLIC_URL", "https://x.example/?a=1"], ["TRUST_PROXY", "true"], ["TRUST_PROXY", "10.0.0.0/99"],
  ["PAGES_ORIGIN", "https://x.example/pages"], ["LOG_LEVEL", "loud"], ["GRAPEVINE_PROCESSES", "0"],
  ["GRAPEVINE_SECRET", "short"], ["GRAPEVINE_SECRET", "not base64 at all, but long enough to be thirty-two"],
])("a bad %s (%s) is refused by name", (name, value) => {
  expect(() => readConfig({ [name]: value }, "/srv/app")).toThrow(ConfigError);
  expect(() => readConfig({ [name]: value }, "/srv/app")).toThrow(`${name}: `);
});

test("every bad variable is named at once, and a database password is never repeated", () => {
  const read = (): unknown => readConfig({ PORT: "x", LOG_LEVEL: "y", DATABASE_URL: "mysql://u:hunter2@h/d" }, "/srv/app");
  expect(read).toThrow(/PORT[^]*LOG_LEVEL|LOG_LEVEL[^]*PORT/);
  expect(read).not.toThrow(/hunter2/);
});

test("a runtime URL without an owner URL is refused", () => {
  expect(() => readConfig({ DATABASE_RUNTIME_URL: "postgres://a:b@h/d" }, "/srv/app")).toThrow("needs DATABASE_URL");
});

test("the installation's secret is made once, is 32 bytes, and only we can read its file", () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "gv-config-"));
  try {
    const first = installationSecret({ secretFromEnvironment: null, dataDir });
    expect(first).toHaveLength(32);
    expect(installationSecret({ secretFromEnvironment: null, dataDir })).toEqual(first);
    expect(fs.statSync(path.join(dataDir, "secret")).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(dataDir)).toEqual(["secret"]);
    fs.writeFileSync(path.join(dataDir, "secret"), "damaged");
    expect(() => installationSecret({ secretFromEnvironment: null, dataDir })).toThrow(ConfigError);
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
});

test("root in a private folder gets a data folder that PostgreSQL can reach, and is told so", (context) => {
  context.skip(process.getuid?.() !== 0, "not root here, so PostgreSQL runs as ourselves and reaches whatever we do");
  const cwd = fs.mkdtempSync(path.join(os.tmpdir(), "gv-private-"));
  try {
    fs.chmodSync(cwd, 0o700);
    const config = readConfig({}, cwd);
    expect(config.dataDir).toMatch(/^\/var\/lib\/grapevine\/gv-private-.*-[0-9a-f]{8}$/);
    expect(config.dataDirNote).toContain(cwd);
    expect(readConfig({ GRAPEVINE_DATA: "mine" }, cwd).dataDir).toBe(path.join(cwd, "mine"));
    expect(readConfig({ DATABASE_URL: "postgres://o@h/d" }, cwd).dataDir).toBe(path.join(cwd, "data"));
  } finally {
    fs.rmSync(cwd, { recursive: true, force: true });
  }
});

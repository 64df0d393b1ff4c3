/** Everything that is set from outside. The only file that reads process.env; the rest gets what it needs as arguments. */
import crypto from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { parseAllowed } from "../adapters/public-address.ts";
import { blockingFolder, makeReachableFolder, serverAccount } from "./embedded/account.ts";
import { SHARED_FOLDER } from "./embedded/binaries.ts";

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type Config = {
  /** PORT, 4400. 0 takes a free one. */
  port: number;
  isPortGiven: boolean;
  /** HOST, 127.0.0.1. In a container set 0.0.0.0: nothing outside this machine reaches Grapevine unless somebody asks for it. */
  host: string;
  /** GRAPEVINE_DATA, ./data; absolute here. */
  dataDir: string;
  /** Why the data folder is not ./data, for the start-up message; null otherwise. */
  dataDirNote: string | null;
  /** DATABASE_URL, null for the embedded server. */
  databaseUrl: string | null;
  /** DATABASE_RUNTIME_URL, null when Grapevine makes that role itself. */
  databaseRuntimeUrl: string | null;
  /** PUBLIC_URL without a slash at the end; null: use the address that is listened on. */
  publicUrl: string | null;
  /** PAGES_ORIGIN: another address of this server, for businesses' own HTML; null: under ours, by a policy that runs nothing. */
  pagesOrigin: string | null;
  /** TRUST_PROXY: how many proxies stand in front, or their addresses; false believes no X-Forwarded-For. */
  trustProxy: false | number | string[];
  logLevel: LogLevel;
  /** GRAPEVINE_SECRET as 32 bytes or more, null when the data folder keeps it (see installationSecret). */
  secretFromEnvironment: Buffer | null;
  /** GRAPEVINE_OUTGOING_ALLOW: where webhooks may go besides public addresses on ports 80 and 443; none. `10.0.0.0/8:8080, 127.0.0.1`. */
  outgoingAllow: string[];
  /** SMTP_URL, MAIL_FROM, MAIL_SANDBOX; null: no mail goes out, and the console's mailbox shows what would have been sent. */
  mail: MailConfig | null;
  /** CONSOLE_OIDC_ISSUER, _CLIENT_ID, _CLIENT_SECRET, _NAME: a provider that operators sign in by; null: none. */
  consoleProvider: { name: string; issuer: string; clientId: string; clientSecret: string } | null;
  /** GRAPEVINE_PROCESSES, 1: how many processes answer requests. */
  processes: number;
};

/** `sandboxes`: whether mails of sandboxes go out too, each marked as a test. They hold made-up people, so they do not unless asked. */
export type MailConfig = { smtpUrl: string; from: { name: string | null; address: string }; sandboxes: boolean };

type Environment = Record<string, string | undefined>;

/** Thrown with one line a bad variable, each with its remedy. */
export class ConfigError extends Error {}

/** Reads and checks the settings. Blank counts as unset. Throws ConfigError naming every bad variable, not just the first. */
export function readConfig(env: Environment = process.env, cwd: string = process.cwd()): Config {
  const problems: string[] = [];
  function read<T>(name: string, fallback: T, parse: (value: string) => T): T {
    const value = env[name]?.trim();
    if (value === undefined || value === "") return fallback;
    try {
      return parse(value);
    } catch (error) {
      problems.push(`${name}: ${(error as Error).message}`);
      return fallback;
    }
  }
  const databaseUrl = read<string | null>("DATABASE_URL", null, parseDatabaseUrl);
  const databaseRuntimeUrl = read<string | null>("DATABASE_RUNTIME_URL", null, parseDatabaseUrl);
  if (databaseRuntimeUrl !== null && databaseUrl === null && !(env["DATABASE_URL"] ?? "").trim()) {
    problems.push("DATABASE_RUNTIME_URL: needs DATABASE_URL too (the owner's URL, used for migrations). Set both or neither.");
  }
  const smtpUrl = read<string | null>("SMTP_URL", null, parseSmtpUrl);
  const from = read<MailConfig["from"] | null>("MAIL_FROM", null, parseSender);
  const sandboxes = read("MAIL_SANDBOX", false, parseSandbox);
  if (smtpUrl !== null && from === null) problems.push("MAIL_FROM: SMTP_URL needs it too: the address mails are from, hello@shop.example.");
  const wanted = read<string | null>("GRAPEVINE_DATA", null, (value) => path.resolve(cwd, value));
  const config: Config = {
    port: read("PORT", 4400, (value) => parseInteger(value, 0, 65_535)),
    isPortGiven: (env["PORT"] ?? "").trim() !== "",
    host: read("HOST", "127.0.0.1", parseHost),
    ...chooseDataDir(wanted, cwd, databaseUrl === null),
    databaseUrl,
    databaseRuntimeUrl,
    publicUrl: read<string | null>("PUBLIC_URL", null, parsePublicUrl),
    pagesOrigin: read<string | null>("PAGES_ORIGIN", null, parseOrigin),
    trustProxy: read<false | number | string[]>("TRUST_PROXY", false, parseTrustProxy),
    logLevel: read<LogLevel>("LOG_LEVEL", "info", parseLogLevel),
    secretFromEnvironment: read<Buffer | null>("GRAPEVINE_SECRET", null, parseSecret),
    outgoingAllow: read<string[]>("GRAPEVINE_OUTGOING_ALLOW", [], parseNetworks),
    mail: smtpUrl === null || from === null ? null : { smtpUrl, from, sandboxes },
    consoleProvider: readProvider(env, read, problems),
    processes: read("GRAPEVINE_PROCESSES", 1, (value) => parseInteger(value, 1, 64)),
  };
  if (problems.length > 0) throw new ConfigError(`These settings cannot be used:\n${problems.map((each) => `  ${each}`).join("\n")}`);
  return config;
}

type Reading = <T>(name: string, fallback: T, parse: (value: string) => T) => T;

/** All of it or none. */
function readProvider(env: Environment, read: Reading, problems: string[]): Config["consoleProvider"] {
  const issuer = read<string | null>("CONSOLE_OIDC_ISSUER", null, parsePublicUrl);
  const [clientId, clientSecret, name] = (["CLIENT_ID", "CLIENT_SECRET", "NAME"] as const).map((each) =>
    read<string | null>(`CONSOLE_OIDC_${each}`, null, (value) => value),
  );
  if (issuer !== null && clientId != null && clientSecret != null)
    return { name: name ?? new URL(issuer).hostname, issuer, clientId, clientSecret };
  const missing = ["ISSUER", "CLIENT_ID", "CLIENT_SECRET"].filter((each) => (env[`CONSOLE_OIDC_${each}`] ?? "").trim() === "");
  if (missing.length < 3)
    problems.push(`CONSOLE_OIDC_${missing[0] ?? "ISSUER"}: issuer, client id and client secret are set together, or none of them.`);
  return null;
}

/** For commands that talk to a server (`program push`): GRAPEVINE_URL, null for this machine's own, and GRAPEVINE_KEY, a secret key. */
export function readRemote(env: Environment = process.env): { url: string | null; key: string | null } {
  const given = (name: string): string | null => env[name]?.trim() || null;
  return { url: given("GRAPEVINE_URL"), key: given("GRAPEVINE_KEY") };
}

/**
 * The installation's secret: GRAPEVINE_SECRET, or 32 random bytes that the data folder keeps in a file only we can read. Several machines
 * must share it, because it signs click ids and derives the runtime role's password.
 */
export function installationSecret(config: Pick<Config, "secretFromEnvironment" | "dataDir">): Buffer {
  if (config.secretFromEnvironment !== null) return config.secretFromEnvironment;
  const file = path.join(config.dataDir, "secret");
  if (!fs.existsSync(file)) {
    makeReachableFolder(config.dataDir, process.getuid?.() === 0 ? serverAccount() : {});
    const temporary = `${file}.${process.pid}`;
    fs.writeFileSync(temporary, `${crypto.randomBytes(32).toString("base64")}\n`, { mode: 0o600 });
    try {
      // A link, not a rename: of two first starts at once the first one's secret stands.
      fs.linkSync(temporary, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      fs.rmSync(temporary, { force: true });
    }
  }
  try {
    return parseSecret(fs.readFileSync(file, "utf8").trim());
  } catch (error) {
    throw new ConfigError(`${file} cannot be used: ${(error as Error).message}. Restore it, or set GRAPEVINE_SECRET.`);
  }
}

/**
 * Root with a checkout under a private folder (/root) is common in containers, and there PostgreSQL, which refuses
 * to be root, cannot reach ./data. Then the default moves to /var/lib; a folder that was asked for is never replaced.
 */
function chooseDataDir(wanted: string | null, cwd: string, isEmbedded: boolean): Pick<Config, "dataDir" | "dataDirNote"> {
  const dataDir = wanted ?? path.resolve(cwd, "data");
  const hasData = fs.existsSync(path.join(dataDir, "database.json"));
  if (wanted !== null || !isEmbedded || hasData || process.getuid?.() !== 0) return { dataDir, dataDirNote: null };
  const blocker = blockingFolder(dataDir, serverAccount());
  if (blocker === null) return { dataDir, dataDirNote: null };
  // The name carries a hash of the place, so that two checkouts do not share one database by accident.
  const place = crypto.createHash("sha256").update(cwd).digest("hex").slice(0, 8);
  const moved = path.join(SHARED_FOLDER, `${path.basename(cwd)}-${place}`);
  return {
    dataDir: moved,
    dataDirNote:
      `The data is kept in ${moved}, because PostgreSQL does not run as root and ${blocker} lets no other account through. ` +
      "GRAPEVINE_DATA sets another folder.",
  };
}

function parseInteger(value: string, least: number, most: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most) {
    throw new Error(`"${value}" must be a whole number from ${least} to ${most}`);
  }
  return number;
}

function parseHost(value: string): string {
  const isName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value);
  if (net.isIP(value) === 0 && !isName) {
    throw new Error(`"${value}" must be an address to listen on, such as 127.0.0.1 or 0.0.0.0, without scheme or port`);
  }
  return value;
}

function parseDatabaseUrl(value: string): string {
  const url = URL.parse(value);
  // The value holds a password, so the message does not repeat it.
  if (url === null || !["postgres:", "postgresql:"].includes(url.protocol)) {
    throw new Error("must look like postgres://user:password@host:5432/database (percent-encode special characters in the password)");
  }
  if (url.pathname.length < 2) throw new Error("names no database; add /grapevine (or yours) at its end");
  return value;
}

function parsePublicUrl(value: string): string {
  const url = URL.parse(value);
  if (url === null || !["http:", "https:"].includes(url.protocol)) {
    throw new Error(`"${value}" must be the address people open, such as https://refer.example.com`);
  }
  const hasMore = url.search !== "" || url.hash !== "" || url.username !== "";
  if (hasMore) throw new Error(`"${value}" must not carry a query, a fragment or a user`);
  return url.href.replace(/\/+$/, "");
}

function parseSmtpUrl(value: string): string {
  const url = URL.parse(value);
  // The value may hold a password, so the message does not repeat it.
  if (url === null || !["smtp:", "smtps:"].includes(url.protocol) || url.hostname === "") {
    throw new Error("must look like smtp://user:password@mail.example.com:587 or smtps://mail.example.com");
  }
  return value;
}

/** `hello@shop.example` or `The Shop <hello@shop.example>`. */
function parseSender(value: string): MailConfig["from"] {
  const [, name = "", named] = /^(?:"?([^"<>]*?)"?\s*<([^<>]+)>)$/.exec(value) ?? [];
  const address = (named ?? value).trim();
  if (!/^[^\s@<>"(),:;\\[\]]{1,64}@[a-z0-9.-]{1,255}$/i.test(address)) {
    throw new Error(`"${value}" must be an address such as hello@shop.example, or The Shop <hello@shop.example>`);
  }
  return { name: name.trim() === "" ? null : name.trim(), address };
}

function parseSandbox(value: string): boolean {
  if (value !== "send" && value !== "keep") throw new Error(`"${value}" must be "send" or "keep"`);
  return value === "send";
}

function parseOrigin(value: string): string {
  const url = URL.parse(value);
  if (url === null || !["http:", "https:"].includes(url.protocol) || url.origin !== value.replace(/\/+$/, "")) {
    throw new Error(`"${value}" must be an origin and nothing more, such as https://pages.example.net`);
  }
  return url.origin;
}

function parseTrustProxy(value: string): false | number | string[] {
  if (value === "false" || value === "0") return false;
  if (/^\d+$/.test(value)) return parseInteger(value, 1, 32);
  const parts = value.split(",").map((each) => each.trim());
  const isPlace = (each: string): boolean => {
    const [address = "", bits, more] = each.split("/");
    const width = net.isIP(address) === 6 ? 128 : 32;
    const hasGoodBits = bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= width);
    return ["loopback", "linklocal", "uniquelocal"].includes(each) || (net.isIP(address) !== 0 && hasGoodBits && more === undefined);
  };
  if (!parts.every(isPlace)) {
    // "true" would believe an X-Forwarded-For that anybody sends.
    throw new Error(`"${value}" must be the number of proxies in front (1), or their addresses (10.0.0.0/8, loopback)`);
  }
  return parts;
}

function parseNetworks(value: string): string[] {
  const entries = value.split(",").map((each) => each.trim());
  for (const entry of entries) parseAllowed(entry);
  return entries;
}

function parseLogLevel(value: string): LogLevel {
  const level = LOG_LEVELS.find((each) => each === value.toLowerCase());
  if (level === undefined) throw new Error(`"${value}" must be one of ${LOG_LEVELS.join(", ")}`);
  return level;
}

function parseSecret(value: string): Buffer {
  const isHex = /^([0-9a-f]{2})+$/i.test(value);
  const bytes = Buffer.from(value, isHex ? "hex" : "base64");
  // Buffer.from skips what it cannot read, so the way back shows whether anything was skipped.
  const isWhole = isHex || bytes.toString("base64url") === value.replace(/=+$/, "").replaceAll("+", "-").replaceAll("/", "_");
  if (!isWhole || bytes.length < 32) {
    throw new Error("must be 32 random bytes or more in base64 or hex; make one with: openssl rand -base64 32");
  }
  return bytes;
}

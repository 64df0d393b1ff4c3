/** The reference's examples, run as they are written: by a shell, with curl, against a real server, in their order. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { curlOf } from "../../src/http/examples/example.ts";
import type { Example } from "../../src/http/examples/example.ts";
import { examples } from "../../src/http/examples/index.ts";
import { credentialsOf } from "../../src/http/openapi.ts";
import type { Endpoint } from "../../src/http/endpoint.ts";
import { endpoints } from "../../src/http/routes/index.ts";
import { createServer } from "../support/server.ts";
import type { Loose, TestServer } from "../support/server.ts";

const callOf = (each: Endpoint): string => `${each.method} ${each.path.replace(/:(\w+)/g, "{$1}")}`;
const byCall = new Map(endpoints.map((each) => [callOf(each), each]));
const played = examples.filter((each) => each.unplayed === undefined);

/** Endpoints that change something and write no audit row of their own, each for its reason. */
const EVENT = "An event is the record of itself: GET /v1/events.";
const ASKS = "Asks; nothing changes.";
const NOT_AUDITED: Record<string, string> = {
  "POST /hooks/{provider}/{source}": EVENT,
  ...Object.fromEntries(
    ["alias", "batch", "events", "group", "identify", "page", "screen", "track"].map((name) => [`POST /v1/${name}`, EVENT]),
  ),
  "POST /v1/people": "An `identify` event in another shape; an operator's is audited (access.test.ts).",
  "PUT /v1/people/{person}": "An `identify` event in another shape; an operator's is audited (access.test.ts).",
  "POST /v1/contests/{contest}/free-entry": "Whoever enters makes an event; nobody decides anything.",
  "POST /v1/coupons/validate": ASKS,
  "POST /v1/payouts/preview": ASKS,
  "POST /v1/people/search": ASKS,
  "POST /v1/people/find": ASKS,
  "POST /v1/segments/preview": ASKS,
  "POST /v1/imports/preview": ASKS,
  "POST /v1/search": ASKS,
  "POST /v1/people/names": ASKS,
  "POST /v1/portal/name-claims": EVENT,
  "POST /v1/portal/ask/dismiss": "She has read it: nobody decides anything.",
  "POST /v1/portal/notices/{announcement}/dismiss": "She has read it: nobody decides anything.",
  "POST /v1/portal/tokens": "A token changes nothing; what is done with it is written down as its person's.",
  "POST /v1/programs/{program}/landing/preview": ASKS,
  "POST /v1/programs/{program}/share/preview": ASKS,
  "POST /v1/brand/preview": ASKS,
  "POST /v1/announcements/{announcement}/preview": ASKS,
  "POST /v1/programs/preview": ASKS,
  "POST /v1/reviews/policy-preview": ASKS,
  "POST /v1/mail/preview": ASKS,
  "POST /v1/programs/{program}/plan": ASKS,
  "POST /v1/programs/{program}/forecast": ASKS,
  "POST /v1/suppressions/check": ASKS,
  "POST /v1/programs/{program}/budget/reopen": "This budget is not spent: the same again. test/money/budgets.test.ts opens one that is.",
  "POST /v1/webhooks/deliveries/{delivery}/resend":
    "Still waiting to be sent: the same again. test/webhooks/webhooks.test.ts sends one anew.",
  "POST /v1/webhooks/{webhook}/resend": "Nothing is dead: the same again. test/webhooks/webhooks.test.ts sends the dead anew.",
};

let server: TestServer;
let folder: string;
/** What the shell is given: the variables of the examples. */
let variables: Record<string, string>;
/** Calls that were followed by a new row of the audit log. */
const audited = new Set<string>();
let lastAudit: string;

beforeAll(async () => {
  server = await createServer();
  folder = mkdtempSync(join(tmpdir(), "gv-examples-"));
  // What a reader sees on her screen, and the status after it.
  writeFileSync(join(folder, ".curlrc"), 'silent\nshow-error\nwrite-out = "\\n%{http_code}"\n');
  variables = { URL: server.url, KEY: server.a.testKey, SECRET: "a-long-secret-of-the-shop" };
  lastAudit = (await newestAudit()).id;
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

/** Runs the text in a shell. An unknown variable is an error. @returns what was printed */
async function sh(text: string): Promise<string> {
  const env = { PATH: process.env["PATH"], CURL_HOME: folder, ...variables };
  const child = spawn("sh", ["-euc", text], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  expect([code, errors], text).toEqual([0, ""]);
  return out;
}

type Audit = { id: string; actor: string };
const newestAudit = async (): Promise<Audit> =>
  (await server.call("GET", "/v1/audit?limit=1", { key: server.a.testKey })).body["data"][0] as Audit;

function at(body: Loose, pointer: string): Loose {
  return pointer
    .slice(1)
    .split("/")
    .reduce((value, name) => value?.[name] as Loose, body);
}

async function play(example: Example): Promise<void> {
  const endpoint = byCall.get(example.call)!;
  const text = curlOf(example, credentialsOf(endpoint));
  const [, body, status] = /^([^]*)\n(\d{3})$/.exec(await sh(text)) ?? [];
  expect(Number(status), `${text}\n=> ${body}`).toBe(endpoint.status ?? 200);
  const audit = await newestAudit();
  if (audit.id !== lastAudit) {
    audited.add(example.call);
    expect(audit.actor, "who did it").toMatch(/^key_/);
  }
  lastAudit = audit.id;
  if (endpoint.produces !== undefined) return;
  // An event that is refused is a 200 in a batch, and no example.
  expect(body, text).not.toMatch(/"client_id":"[^"]*","status":"(rejected|parked|failed)"/);
  const answer = JSON.parse(body!) as Loose;
  expect(endpoint.response.safeParse(answer).error?.issues ?? []).toEqual([]);
  for (const [name, pointer] of Object.entries(example.save ?? {})) {
    const value = at(answer, pointer);
    expect(typeof value, `${text}\n=> nothing at ${pointer} of ${body}`).toMatch(/^(string|number)$/);
    variables[name] = String(value);
  }
}

describe("the examples of the reference", () => {
  test("there is one for every endpoint, and none for anything else", () => {
    const shown = new Set(examples.map((each) => each.call as string));
    const missing = [...byCall.keys()].filter((call) => !shown.has(call));
    expect(missing, "write an example for each of these in src/http/examples/").toEqual([]);
    expect([...shown].filter((call) => !byCall.has(call))).toEqual([]);
    // Where there are several, each says what it shows.
    const named = examples.map((each) => `${each.call} ${each.title ?? ""}`);
    expect(named.filter((name, index) => named.indexOf(name) !== index)).toEqual([]);
  });

  test.each(played.map((each) => [each.call + (each.title === undefined ? "" : ` (${each.title})`), each] as const))(
    "%s answers as documented",
    (_name, example) => play(example),
  );

  test("whatever changes something writes the audit log, but for what says why not", () => {
    const changing = [...new Set(played.map((each) => each.call))].filter((call) => !call.startsWith("GET "));
    expect(changing.filter((call) => !audited.has(call)).sort()).toEqual(Object.keys(NOT_AUDITED).sort());
  });
});

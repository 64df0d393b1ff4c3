/** The commands that need a database, as processes of their own on a real one. */
import crypto from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient } from "../../sdk/src/index.ts";
import { runCli, startCli } from "../support/cli.ts";
import type { Ran, Running } from "../support/cli.ts";
import { createTestDatabase } from "../support/database.ts";
import type { TestDatabase } from "../support/database.ts";
import { openBoss } from "../../src/jobs/queue.ts";
import { openJobLine } from "../../src/main/work.ts";
import { silentLog } from "../support/job-plan.ts";

let database: TestDatabase;
let folder: string;
let env: Record<string, string>;
let server: Running;
let url: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "grapevine-cli-"));
  env = {
    DATABASE_URL: database.ownerUrl, DATABASE_RUNTIME_URL: database.runtimeUrl, GRAPEVINE_DATA: folder,
    GRAPEVINE_SECRET: crypto.randomBytes(32).toString("base64"),
  };
  server = startCli(["serve", "--no-welcome", "--json"], { env: { ...env, PORT: "0" } });
  url = await new Promise<string>((resolve, reject) => {
    server.child.stdout?.on("data", (text: string) => resolve((JSON.parse(text) as { url: string }).url));
    void server.ended.then((ran) => reject(new Error(`serve ended: ${ran.stderr}`)));
  });
}, 60_000);
afterAll(async () => {
  server.child.kill("SIGTERM");
  await server.ended;
  await database.drop();
  fs.rmSync(folder, { recursive: true, force: true });
});

const run = (...argv: string[]): Promise<Ran> => runCli(argv, { env: { ...env, GRAPEVINE_URL: url }, cwd: folder });
async function init(slug: string) {
  const { code, json, stderr } = await run("init", "--workspace", slug, "--json");
  expect([code, stderr]).toEqual([0, ""]);
  return json() as unknown as Record<"workspace" | "url" | "secret_key" | "publishable_key" | "test_key" | "sign_in_link", string>;
}
function write(name: string, text: string): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, text);
  return file;
}

const PROGRAM = {
  key: "friends", kind: "direct", name: "Friends", stages: ["order"], qualifies_at: "order", destination: "https://shop.example/welcome",
  rewards: [{
    key: "thanks", when: { stage: "order" }, to: "advocate", give: { credit: { percent: 10, of: "order.net" } }, hold: "14d",
    limit: { per: "advocate", count: 20, every: "month" },
  }],
  terms: { en: "Terms." }, disclosure: { en: "I may get a reward." },
};

describe("init", () => {
  test("prints workspace, address, three keys and a sign-in link as one document, and the keys work", async () => {
    const made = await init("acme");
    expect(Object.keys(made)).toEqual(["workspace", "url", "secret_key", "publishable_key", "test_key", "sign_in_link"]);
    // The server took a free port: what is printed leads to it.
    expect(made.url).toBe(url);
    expect(made.sign_in_link.replace(url, "")).toMatch(/^\/sign-in\/[\w-]{43}$/);
    for (const key of [made.secret_key, made.test_key]) expect((await createClient({ url, key }).trialBalance()).data).toEqual([]);
  });

  test("with a taken name, a bad name or an unknown preset fails and changes nothing", async () => {
    await init("once");
    expect(await run("init", "--workspace", "once", "--json")).toMatchObject({ code: 1, stderr: "" });
    expect((await run("init", "--workspace", "Not A Slug")).code).toBe(1);
    const { rows } = await database.ownerPool.query("select slug from workspace_directory where slug like 'once%' or slug like 'not%'");
    expect(rows.map((row: { slug: string }) => row.slug).sort()).toEqual(["once", "once-sandbox"]);
  });

  test("with a preset has a live program", async () => {
    const { json, code } = await run("init", "--workspace", "ready", "--preset", "direct", "--json");
    expect([code, json()]).toMatchObject([0, { program: "direct" }]);
    const { secret_key: key } = json() as unknown as { secret_key: string };
    expect(await createClient({ url, key }).programs.get("direct")).toMatchObject({ status: "live", version: 1 });
  });
});

describe("program push and pull", () => {
  test("go through the server: the draft, the published version, and the same document back", async () => {
    const { secret_key: key } = await init("pushing");
    const file = write("friends.json", JSON.stringify(PROGRAM));
    const ask = (...argv: string[]): Promise<Ran> => runCli(argv, { env: { ...env, GRAPEVINE_URL: url, GRAPEVINE_KEY: key }, cwd: folder });
    expect((await ask("program", "push", file, "--json")).json()).toMatchObject({ program: { status: "draft" } });
    const pushed = await ask("program", "push", file, "--publish", "--json");
    expect(pushed.json()).toMatchObject({ published: true, program: { status: "live", version: 1 } });
    const pulled = await ask("program", "pull", "friends", "--out", "back.json", "--json");
    expect(pulled.json()).toMatchObject({ version: 1, file: "back.json" });
    expect(JSON.parse(fs.readFileSync(path.join(folder, "back.json"), "utf8"))).toEqual(PROGRAM);
    expect((await run("program", "check", "back.json")).code).toBe(0);
    const pipeline = write("pipeline.json", JSON.stringify({ ...PROGRAM, key: "case", kind: "pipeline" }));
    const refused = await ask("program", "push", pipeline, "--publish", "--json");
    expect([refused.code, refused.json()]).toMatchObject([1, { published: false, program: { status: "draft" } }]);
  });

  test("with a wrong key or an unknown program fail with the server's code", async () => {
    const { secret_key: key } = await init("pulling");
    const wrong = await run("program", "pull", "friends", "--key", "gv_live_nonsense", "--json");
    expect([wrong.code, wrong.json()]).toMatchObject([1, { error: { code: "key_invalid" } }]);
    const missing = await runCli(["program", "pull", "nothing", "--key", key, "--url", url, "--json"], { env });
    expect([missing.code, missing.json()]).toMatchObject([1, { error: { code: "not_found" } }]);
  });
});

describe("import", () => {
  test("into the sandbox with a mapping on the command line, in another encoding; the second time all rows are known", async () => {
    const { test_key: key } = await init("shop");
    const rows = Array.from({ length: 30 }, (_, i) => `${i + 1};${i + 1}.03.2026 10:00;${i % 4};${i + 1},50;J\xf6rg`);
    const file = path.join(folder, "orders.csv");
    fs.writeFileSync(file, Buffer.from(["no;date;customer;total;name", ...rows, "99;yesterday;1;1,00;x"].join("\r\n"), "latin1"));
    const argv = [
      "import", file, "--workspace", "shop", "--sandbox",
      "--currency", "EUR", "--zone", "Europe/Berlin", "--dates", "dmy", "--decimal", ",",
      "--map", "id=order-{no},order.id=no,order.total=total,occurred_at=date,person.user_id=customer", "--map", "person.name=name",
      "--encoding", "windows-1252", "--json",
    ];
    const first = await run(...argv);
    expect([first.code, first.stderr]).toEqual([0, ""]);
    expect(first.json()).toMatchObject({ rows: 31, accepted: 30, refused: 1, duplicates: 0, status: "closed" });
    const refused = fs.readFileSync(path.join(folder, "orders.refused.csv"), "utf8");
    expect(refused).toMatch(/^row,field,code,reason,no,.*\r\n32,\/occurred_at,instant_malformed,/);
    expect((await run(...argv)).json()).toMatchObject({ rows: 31, accepted: 30, duplicates: 30 });
    const client = createClient({ url, key });
    const { data } = await client.unwrap(client.api.POST("/v1/people/search", { body: { user_id: "3" } }));
    expect(JSON.stringify(data)).toContain("Jörg");
  });

  test("of a missing file, into a missing workspace or with a mapping that does not fit fails in one line", async () => {
    const file = write("few.csv", "a,b\n1,2\n");
    for (const [argv, says] of [
      [["import", "nowhere.csv", "--workspace", "acme", "--map", "id=a"], "There is no file nowhere.csv"],
      [["import", file, "--workspace", "nobody", "--map", "id=a"], 'There is no workspace "nobody"'],
      [["import", file, "--workspace", "acme", "--map", "id=c"], 'no column "c"'],
      [["import", file, "--workspace", "acme", "--map", "nonsense=c"], "no field of an event"],
    ] as const) {
      const { code, stderr } = await run(...argv);
      expect([code === 0, stderr.trim().split("\n").length]).toEqual([false, 1]);
      expect(stderr).toContain(says);
    }
  });
});

describe("demo, verify and resettle", () => {
  test("a synthetic shop is labelled, its books are proved, and folding it again posts nothing", async () => {
    const story = ["--people", "300", "--months", "4", "--seed", "5", "--until", "2026-06-01"];
    const demo = await run("demo", ...story, "--workspace", "synthetic", "--json");
    expect([demo.code, demo.stderr]).toEqual([0, ""]);
    expect(demo.json()).toMatchObject({ workspace: "synthetic", synthetic: true, refused: 0 });
    const { rows } = await database.ownerPool.query("select name, settings from workspace where slug = 'synthetic'");
    expect(rows).toMatchObject([{ name: expect.stringContaining("synthetic"), settings: { synthetic: true } }]);
    expect(rows[0].settings.banner).toContain("Synthetic");
    const verified = await run("verify", "--workspace", "synthetic", "--json");
    expect([verified.code, verified.json()]).toMatchObject([0, { ok: true, workspaces: [{ workspace: "synthetic", ok: true }] }]);
    const again = await run("resettle", "--workspace", "synthetic", "--json");
    expect(again.json()).toMatchObject({ transfers: 0 });
  }, 120_000);
});

test("jobs that failed for good are shown, make a watcher's check fail, and are sent back", async () => {
  const line = openJobLine({ runtimeUrl: database.runtimeUrl, log: silentLog });
  const boss = openBoss({ url: database.runtimeUrl, log: silentLog, name: "stranger", settings: { supervise: false, schedule: false } });
  try {
    await boss.start();
    // A job that no version of ours sends: the server's worker refuses it at once.
    await boss.send("resettle", { v: 1, workspaceId: "nobody" });
    const dead = async () => (await (await line.queue()).deadLetters()).map((each) => each.id);
    await expect.poll(async () => (await dead()).length).toBe(1);
    const [id] = await dead();
    expect(await run("jobs")).toMatchObject({ code: 1, stdout: expect.stringMatching(new RegExp(`DEAD  ${id}  resettle .*workspaceId`)) });
    expect((await run("jobs", "--retry", id!, "--json")).json()).toMatchObject({ sent: [id] });
    // It is refused again, as another dead letter.
    await expect.poll(async () => (await dead()).map((each) => each === id)).toEqual([false]);
    const gone = await run("jobs", "--retry", id!);
    expect([gone.code, gone.stderr.trim()]).toEqual([1, `There is no dead job ${id}.`]);
  } finally {
    await boss.stop({ graceful: false });
    await line.close();
  }
}, 60_000);

test("serve ends with exit code 0 on SIGTERM, after what it had in hand", async () => {
  const other = startCli(["serve", "--no-welcome", "--json"], { env: { ...env, PORT: "0" } });
  await new Promise((resolve) => other.child.stdout?.once("data", resolve));
  other.child.kill("SIGTERM");
  expect(await other.ended).toMatchObject({ code: 0, signal: null });
});

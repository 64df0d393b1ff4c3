import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SOURCES } from "../../test/support/bundled.ts";
import { type CliOptions, runCli as run } from "../../test/support/cli.ts";

/** From the sources, as a user does. */
const runCli = (argv: readonly string[], options: CliOptions = {}) => run(argv, { ...options, file: SOURCES });

let folder: string;
beforeAll(() => { folder = fs.mkdtempSync(path.join(os.tmpdir(), "grapevine-cli-")); });
afterAll(() => { fs.rmSync(folder, { recursive: true, force: true }); });

const COMMANDS = [
  "serve", "work", "migrate", "init", "import", "program check", "program plan", "program push", "program pull", "backtest", "verify",
  "resettle", "demo", "bench",
];

/** A file in the test's folder; returns its path. */
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

describe("the command line", () => {
  test.each(COMMANDS)("%s --help shows its usage and an example, and exits with 0", async (name) => {
    const { code, stdout, stderr } = await runCli([...name.split(" "), "--help"]);
    expect(stdout).toContain(`Usage: grapevine ${name}`);
    expect(stdout).toMatch(/Example:\n {2}\S/);
    expect(stdout).toContain("--json");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n").filter((line) => line.length > 150)).toEqual([]);
  });

  test("lists every command, and shows the list with exit code 2 when none is given", async () => {
    const help = await runCli(["--help"]);
    for (const name of COMMANDS) expect(help.stdout).toContain(`  ${name} `);
    expect(help.code).toBe(0);
    expect((await runCli([])).code).toBe(2);
  });

  test.each([
    [["nonsense"], "Unknown command: nonsense"],
    [["program", "nonsense"], "Unknown command: program nonsense"],
    [["verify", "--nonsense"], "Unknown option '--nonsense'"],
    [["init"], "--workspace is needed"],
    [["import"], "Missing: <file>"],
    [["import", "a.csv", "b.csv"], "Unexpected: b.csv"],
    [["demo", "--people", "many"], "--people takes a whole number"],
    [["demo", "--until", "yesterday"], "--until takes a date"],
    [["program", "push", "p.json"], "GRAPEVINE_KEY"],
    [["resettle", "--workspace", "acme", "--person", "ann@example.com"], "--person takes"],
  ])("%j is bad usage: exit code 2, one line, no stack", async (argv, says) => {
    const { code, stdout, stderr } = await runCli(argv, { cwd: folder });
    expect(stderr).toContain(says);
    expect(stderr).not.toContain("    at ");
    expect([code, stdout]).toEqual([2, ""]);
  });

  test("with --json an error is one JSON document on standard output", async () => {
    const bad = await runCli(["init", "--json"]);
    expect([bad.code, bad.json()]).toEqual([2, { error: { code: "bad_usage", message: "--workspace is needed." } }]);
    const failed = await runCli(["program", "check", "missing.json", "--json"], { cwd: folder });
    expect([failed.code, failed.json()]).toMatchObject([1, { error: { code: "file_missing" } }]);
  });

  test("names every bad setting and exits with 1", async () => {
    const { code, stderr } = await runCli(["migrate"], { cwd: folder, env: { PORT: "many", DATABASE_URL: "nowhere" } });
    expect(code).toBe(1);
    expect(stderr).toContain("PORT");
    expect(stderr).toContain("DATABASE_URL");
    expect(stderr).not.toContain("    at ");
  });
});

describe("program check", () => {
  test("passes a sound definition from JSON and from TypeScript", async () => {
    const json = write("friends.json", JSON.stringify(PROGRAM));
    const text = JSON.stringify(PROGRAM).replace('"friends"', "key");
    const ts = write("friends.ts", `const key: string = "friends";\nexport default ${text};\n`);
    for (const file of [json, ts]) {
      const { code, json: read, stderr } = await runCli(["program", "check", file, "--json"]);
      expect([code, stderr]).toEqual([0, ""]);
      expect(read()).toMatchObject({ ok: true, key: "friends" });
    }
  });

  test("names every bad field of a wrong one with its pointer", async () => {
    const wrong = { ...PROGRAM, qualifies_at: 7, rewards: [{ ...PROGRAM.rewards[0], hold: "soon" }], nonsense: 1 };
    const file = write("wrong.json", JSON.stringify(wrong));
    const { code, stderr } = await runCli(["program", "check", file]);
    expect(code).toBe(1);
    for (const says of ["/qualifies_at", "/rewards/0/hold", '"nonsense"']) expect(stderr).toContain(says);
  });

  test("fails on an error of the linter, and says which rule and where", async () => {
    const file = write("pipeline.json", JSON.stringify({ ...PROGRAM, kind: "pipeline" }));
    const { code, json } = await runCli(["program", "check", file, "--json"]);
    const { ok, findings } = json() as unknown as { ok: boolean; findings: { severity: string; pointer: string; message: string }[] };
    expect([code, ok]).toEqual([1, false]);
    expect(findings.some((finding) => finding.severity === "error" && finding.pointer.startsWith("/rewards"))).toBe(true);
  });
});

describe("demo --out", () => {
  test("writes the same stream for the same seed, says its SHA-256, and needs no database", async () => {
    const run = async (seed: string, name: string) => {
      const file = path.join(folder, name);
      const argv = ["demo", "--people", "300", "--months", "3", "--seed", seed, "--until", "2026-01-01", "--out", file, "--json"];
      const { code, json } = await runCli(argv, { cwd: folder });
      const said = json() as unknown as { sha256: string; items: number; synthetic: boolean };
      expect(code).toBe(0);
      expect(createHash("sha256").update(fs.readFileSync(file)).digest("hex")).toBe(said.sha256);
      expect(fs.readFileSync(file, "utf8").trimEnd().split("\n")).toHaveLength(said.items);
      return said;
    };
    const first = await run("7", "a.jsonl");
    expect(await run("7", "b.jsonl")).toMatchObject({ sha256: first.sha256, synthetic: true });
    expect((await run("8", "c.jsonl")).sha256).not.toBe(first.sha256);
    expect(fs.existsSync(path.join(folder, "data"))).toBe(false);
  });
});

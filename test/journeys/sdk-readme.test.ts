/** The examples of sdk/README.md: they compile as they stand there, and print what they say. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createIds } from "../../src/adapters/ids.ts";
import { createWorkspace } from "../../src/flow/create-workspace.ts";
import { createServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";

const ROOT = join(import.meta.dirname, "../..");
const examples = [...readFileSync(join(ROOT, "sdk/README.md"), "utf8").matchAll(/## (.+)\n\n```ts\n([^]*?)```/g)].map(
  ([, title, code]) => [title!, code!] as const,
);

let server: TestServer;
beforeAll(async () => {
  server = await createServer();
});
afterAll(() => server.close());

/** Runs a script in a process of its own, with the key of a new sandbox. @returns what it printed */
async function run(code: string): Promise<string> {
  const parts = { pool: server.engine.database.pool(), ids: createIds() };
  const { testKey } = await createWorkspace(parts, { slug: `readme-${examples.findIndex((each) => each[1] === code)}` });
  const env = { PATH: process.env["PATH"], GRAPEVINE_URL: server.url, GRAPEVINE_KEY: testKey };
  const child = spawn(process.execPath, ["--no-warnings", "--input-type=module-typescript", "-"], { cwd: ROOT, env });
  let out = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  child.stdin.end(code);
  const status = await new Promise((resolve) => child.on("close", resolve));
  expect([status, errors]).toEqual([0, ""]);
  return out;
}

/**
 * What the compiler says of scripts that lay beside the README, of each its own, under the house's own strict options. In one go: the
 * sources that they import are read and checked once.
 */
function complaints(codes: readonly string[]): string[][] {
  const files = new Map(codes.map((code, i) => [join(ROOT, `sdk/readme-example-${i}.ts`), code]));
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile).config, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const [has, read] = [host.fileExists.bind(host), host.getSourceFile.bind(host)];
  host.fileExists = (name) => files.has(name) || has(name);
  host.getSourceFile = (name, language) => {
    const code = files.get(name);
    return code === undefined ? read(name, language) : ts.createSourceFile(name, code, language);
  };
  const found = ts.getPreEmitDiagnostics(ts.createProgram([...files.keys()], options, host));
  // What is wrong elsewhere, or nowhere in particular, is wrong with each of them.
  const isOf = (file: string, { file: at }: ts.Diagnostic): boolean =>
    at === undefined || at.fileName === file || !files.has(at.fileName);
  return [...files.keys()].map((file) =>
    found.filter((each) => isOf(file, each)).map((each) => ts.flattenDiagnosticMessageText(each.messageText, " ")),
  );
}

test("there are four, and each compiles", () => {
  expect(examples.map(([title]) => title)).toEqual([
    "A friend orders",
    "A partner registers a deal",
    "Points for a mug, and what an error says",
    "A customer's own side, without a second sign-in",
  ]);
  const codes = examples.map(([, code]) => code);
  const found = complaints([...codes, codes[0]!.replace("total: 8000", "totals: 8000")]);
  for (const [i, [title]] of examples.entries()) expect([title, ...found[i]!]).toEqual([title]);
  expect(found.at(-1)!.join()).toContain("totals");
});

const PRINTED = [
  /^\{ amount: 800, currency: 'USD' \}\n\[[^]*available: 800[^]*\]\n$/,
  /^pending accepted\n\[[^]*pending: 120000[^]*\]\n$/,
  /^null rdm_\ninsufficient_balance\n404 not_found\n$/,
  /^active\nscope_missing\n$/,
];

test.each(examples.map(([title, code], index) => [title, code, PRINTED[index]!] as const))(
  "%s: prints what it says",
  async (_title, code, printed) => {
    expect(await run(code)).toMatch(printed);
  },
);

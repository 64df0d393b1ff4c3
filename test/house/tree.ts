/** A small project that obeys every rule of the house, written to a temporary folder: what the seeds are sown into. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository whose checks are tested. */
export const HOME = fileURLToPath(new URL("../..", import.meta.url));

/** path -> text */
export type Files = Record<string, string>;

/** The rules under test are the real ones: these files are copied from the repository, not written here. */
const COPIED = ["tsconfig.json", ".oxlintrc.json", ".dependency-cruiser.cjs", "knip.json", "scripts/house-rules.js"];

/** The seven stages, in order; in the clean tree each imports the one to its left. */
export const STAGES = ["ingest", "attribution", "rules", "ledger", "fulfilment", "messages", "analytics"] as const;

/** One file a room that other files may import. `flow/ports` counts as a room of its own: it is the door for adapters. */
export const ROOMS: Record<string, string> = {
  core: "src/core/money.ts",
  store: "src/store/db.ts",
  flow: "src/flow/settle.ts",
  "flow/ports": "src/flow/ports.ts",
  adapters: "src/adapters/clock.ts",
  jobs: "src/jobs/worker.ts",
  http: "src/http/server.ts",
  main: "src/main/compose.ts",
};

const page = (title: string, ...rest: string[]): string => [`# ${title}`, "", ...rest, ""].join("\n");

const decision = page("1. A choice", "## Context", "## Decision", "## Alternatives", "## Consequences");

const PAPERS: Files = {
  "README.md": page("Fixture", "See [the words](GLOSSARY.md#reward-states) and [the records](docs/decisions)."),
  "ARCHITECTURE.md": page("Architecture"),
  "CONTRIBUTING.md": page("Contributing"),
  "GLOSSARY.md": page("Glossary", "## Reward states"),
  "CHANGELOG.md": page("Changelog", "## Pending"),
  "SECURITY.md": page("Security"),
  LICENSE: "Apache-2.0\n",
  "docs/decisions/0001-a-choice.md": decision,
  "examples/hello/README.md": page("Hello"),
};

const stageFiles: Files = Object.fromEntries(STAGES.map((stage, index) => {
  const left = STAGES[index - 1];
  const text = left === undefined
    ? `import { USD } from "../money.ts";\n\nexport const value = USD.length;\n`
    : `import { value as before } from "../${left}/stage.ts";\n\nexport const value = before + 1;\n`;
  return [`src/core/${stage}/stage.ts`, text];
}));

const SOURCES: Files = {
  "src/core/money.ts": [
    `import { z } from "zod";`, "", `export const USD = "USD";`, "export const currency = z.string();",
    "export type Currency = string;", "",
  ].join("\n"),
  "src/core/money.test.ts": [
    `import { expect, it } from "vitest";`, `import { USD } from "./money.ts";`, "",
    `it("is a code of three letters", async () => {`, `  await Promise.resolve(new Date());`, `  expect(USD).toHaveLength(3);`, "});", "",
  ].join("\n"),
  ...stageFiles,
  "src/core/reducer.ts": `import { value } from "./analytics/stage.ts";\n\nexport const step = (state: number): number => state + value;\n`,
  "src/store/db.ts": [
    `import pg from "pg";`, `import type { Currency } from "../core/money.ts";`, "",
    `export const open = (url: string): pg.Pool => new pg.Pool({ connectionString: url });`,
    `export const unitOf = (row: { unit: Currency }): Currency => row.unit;`,
    `export const readUnits = "select unit from ledger where workspace_id = $1";`, "",
  ].join("\n"),
  "src/store/migrations/0001-first.sql": "create table a (id int);\n",
  "src/flow/ports.ts": "export type Clock = { now(): number };\n",
  "src/flow/settle.ts": [
    `import { step } from "../core/reducer.ts";`, `import { readUnits } from "../store/db.ts";`,
    `import type { Clock } from "./ports.ts";`, "",
    "export const settle = (clock: Clock): string => readUnits + step(clock.now());", "",
  ].join("\n"),
  "src/adapters/clock.ts": `import type { Clock } from "../flow/ports.ts";\n\nexport const clock: Clock = { now: () => Date.now() };\n`,
  "src/jobs/worker.ts": `import { settle } from "../flow/settle.ts";\n\nexport const run = settle;\n`,
  "src/http/routes/events.create.ts": `import { settle } from "../../flow/settle.ts";\n\nexport default { handle: settle };\n`,
  "src/http/server.ts": [
    `import fastify from "fastify";`, `import route from "./routes/events.create.ts";`, "",
    "export const serve = () => fastify();", "export const routes = [route];", "",
  ].join("\n"),
  "src/main/config.ts": `export const port = Number(process.env["PORT"] ?? 4400);\n`,
  "src/main/compose.ts": [
    `import { clock } from "../adapters/clock.ts";`, `import { currency } from "../core/money.ts";`,
    `import { routes, serve } from "../http/server.ts";`, `import { run } from "../jobs/worker.ts";`,
    `import { open, unitOf } from "../store/db.ts";`, "",
    "export const parts = [clock, currency, routes, serve, run, open, unitOf];", "",
  ].join("\n"),
  "src/main/cli.ts": `import { parts } from "./compose.ts";\nimport { port } from "./config.ts";\n\nconsole.log(parts, port);\n`,
};

const BORDERS: Files = {
  "package.json": JSON.stringify({
    name: "fixture", private: true, type: "module", workspaces: ["sdk"],
    dependencies: { fastify: "5.12.8", pg: "8.23.1", zod: "4.6.7" },
    devDependencies: { "@types/node": "24.19.2", "@types/pg": "8.23.1", typescript: "6.0.3", vitest: "5.1.1" },
  }),
  "sdk/package.json": JSON.stringify({ name: "sdk", version: "0.1.0", type: "module", exports: "./src/index.ts" }),
  "sdk/src/index.ts": "export const defineProgram = (key: string): string => key;\n",
  "presets/direct.ts": `import { defineProgram } from "../sdk/src/index.ts";\n\nexport default defineProgram("direct");\n`,
  "test/kinds/direct.test.ts": [
    `import { expect, it } from "vitest";`, `import direct from "../../presets/direct.ts";`, "",
    `it("has a key", (context) => {`, `  context.skip(direct === "", "no preset here");`, `  expect(direct).toBe("direct");`, "});", "",
  ].join("\n"),
  "scripts/openapi.ts": `console.log("openapi.json is up to date");\n`,
};

/** The whole clean tree. */
export const CLEAN: Files = { ...SOURCES, ...BORDERS, ...PAPERS };

const made: string[] = [];

/**
 * Writes the clean tree and then `changes` over it (an empty text takes a file away) and answers the folder.
 * `removeTrees` takes all of them away again.
 */
export function plant(changes: Files = {}): string {
  const root = mkdtempSync(join(tmpdir(), "house-"));
  made.push(root);
  const files = { ...CLEAN, ...changes };
  for (const path of [...COPIED, ...Object.keys(files)]) mkdirSync(dirname(join(root, path)), { recursive: true });
  for (const path of COPIED) copyFileSync(join(HOME, path), join(root, path));
  for (const [path, text] of Object.entries(files)) {
    if (text !== "") writeFileSync(join(root, path), text);
  }
  symlinkSync(join(HOME, "node_modules"), join(root, "node_modules"));
  return root;
}

export function removeTrees(): void {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
}

/** One violation: the files that hold it, the file and rule that the check must name, and words of the remedy. */
export interface Seed {
  rule: string;
  file: string;
  files: Files;
  says: string;
  /** Another rule that rightly names the same file. */
  also?: string;
}

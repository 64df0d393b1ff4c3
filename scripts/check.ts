/**
 * `npm run check`: every rule of the house in one command, a line a step, the findings below the step that has them.
 * The steps run beside each other, as many at a time as there are cores; each is a process of its own.
 */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Ran } from "./check-run.ts";
import { runNode } from "./check-run.ts";

interface Step {
  name: string;
  does: string;
  /** The Node script and its arguments for the tree at `root`, or the reason why there is nothing to run. */
  command(root: string): string[] | string;
}

const home = fileURLToPath(new URL("..", import.meta.url));
const tool = (path: string): string => join(home, "node_modules", path);
const own = (name: string) => (root: string): string[] => [join(home, "scripts", name), `--root=${root}`];

/** The slowest first, so that with two cores none is left alone at the end. */
const STEPS: readonly Step[] = [
  {
    name: "types", does: "TypeScript 6, strict (tsc --noEmit)",
    command: own("check-types.ts"),
  },
  {
    name: "unused", does: "files, exports and packages that nobody uses (knip)",
    command: () => [tool("knip/bin/knip.js"), "--no-progress", "--no-config-hints"],
  },
  { name: "imports", does: "the import law (dependency-cruiser)", command: own("check-imports.ts") },
  { name: "lint", does: "purity, size and lint (oxlint and the house rules)", command: own("check-lint.ts") },
  { name: "tidy", does: "what no other tool checks (check-tidy)", command: own("check-tidy.ts") },
  {
    name: "drift", does: "openapi.json, types, mail layouts: what is generated is up to date",
    command: (root) => {
      if (!existsSync(join(root, "scripts/openapi.ts"))) return "no scripts/openapi.ts, nothing is generated";
      return ["scripts/openapi.ts", "--check"];
    },
  },
];

const HELP = `npm run check [-- options]      run every rule of the house; exit code 1 when one is broken

  --only=<step>[,<step>]        run only these steps
  --root=<folder>               check another tree (the tests do this)
  --help                        show this

steps:
${STEPS.map((step) => `  ${step.name.padEnd(10)}${step.does}`).join("\n")}

example: npm run check -- --only=lint,imports`;

/** Reads the command line; answers the exit code when there is nothing to run. 2 means bad usage, as in the CLI. */
function readOptions(argv: string[]): { steps: Step[]; root: string } | number {
  try {
    const known = { only: { type: "string" }, root: { type: "string" }, help: { type: "boolean" } } as const;
    const { values } = parseArgs({ args: argv, options: known });
    if (values.help === true) {
      console.log(HELP);
      return 0;
    }
    const names = values.only?.split(",") ?? STEPS.map((step) => step.name);
    const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
    if (unknown.length > 0) throw new Error(`no step is called ${unknown.join(", ")}`);
    return { steps: STEPS.filter((step) => names.includes(step.name)), root: resolve(values.root ?? home) };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    return 2;
  }
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** The last line that a tool printed says how much it looked at; tsc and knip print nothing when all is well. */
function say(step: Step, ran: Ran): void {
  const output = `${ran.stdout}${ran.stderr}`.trim();
  const mark = ran.code === 0 ? "ok    " : "FAILED";
  const note = ran.code === 0 ? output.split("\n").at(-1) || step.does : step.does;
  console.log(`${mark}  ${step.name.padEnd(8)} ${seconds(ran.milliseconds).padStart(6)}  ${note}`);
  if (ran.code !== 0) console.log(output.split("\n").map((line) => `        ${line}`).join("\n"));
}

/** Runs one step, prints its line and answers whether it passed. */
async function runStep(step: Step, root: string): Promise<boolean> {
  const command = step.command(root);
  if (typeof command === "string") {
    console.log(`-       ${step.name.padEnd(8)} ${"".padStart(6)}  ${command}`);
    return true;
  }
  const ran = await runNode(command, root);
  say(step, ran);
  return ran.code === 0;
}

/** Runs the steps with as many workers as cores (at least two) and answers the names of those that failed. */
async function runSteps(steps: readonly Step[], root: string): Promise<string[]> {
  const waiting = [...steps];
  const failed: string[] = [];
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      if (!await runStep(step, root)) failed.push(step.name);
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
  return failed;
}

const started = performance.now();
const options = readOptions(process.argv.slice(2));
if (typeof options === "number") {
  process.exitCode = options;
} else {
  const failed = await runSteps(options.steps, options.root);
  const took = seconds(performance.now() - started);
  console.log(failed.length === 0
    ? `check: ${options.steps.length} steps passed in ${took}`
    : `check: FAILED in ${took}: ${failed.join(", ")} (${failed.length} of ${options.steps.length} steps)`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

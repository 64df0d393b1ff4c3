#!/usr/bin/env node
/**
 * `grapevine <command>`: finds the command, loads only its file, and turns what it throws into an exit code
 * (0 it worked, 1 it failed, 2 bad usage). `node src/main/cli.ts --help` lists everything.
 */
import module from "node:module";
import path from "node:path";
import v8 from "node:v8";
import { CommandFailed, EXIT_FAILED, EXIT_OK, EXIT_USAGE, UsageError, helpText, parseCommand } from "./args.ts";
import type { Command, Output } from "./args.ts";
import { Refusal } from "../flow/refusal.ts";

// In every second server V8 took what a request makes for long-lived: 3 MB in 13 went to the old space, and redirects at 25,000 a second
// instead of 40,000, until it was started anew (docs/decisions/0033).
v8.setFlagsFromString("--no-allocation-site-pretenuring");

// What one start has compiled the next one reads: 0.8 s of a processor. Beside the packages, where nobody else may write.
module.enableCompileCache(path.join(import.meta.dirname, "../../node_modules/.cache/grapevine"));

type Entry = { summary: string; load: () => Promise<{ command: Command }> };

/** Loaded on demand: `grapevine program check` must not pay for a web server. The order is that of the help. */
const COMMANDS: Readonly<Record<string, Entry>> = {
  serve: { summary: "Start the server, with its database unless DATABASE_URL is set.", load: () => import("./commands/serve.ts") },
  work: { summary: "Run background work only: sweeps, payouts, resettles.", load: () => import("./commands/work.ts") },
  migrate: { summary: "Bring the database to this version's schema.", load: () => import("./commands/migrate.ts") },
  init: { summary: "Create a workspace with its sandbox, keys and sign-in link.", load: () => import("./commands/init.ts") },
  import: { summary: "Read a CSV file of any size as events.", load: () => import("./commands/import.ts") },
  "program check": { summary: "Check a program definition: schema and linter.", load: () => import("./commands/program-check.ts") },
  "program plan": { summary: "Show what pushing a definition would change.", load: () => import("./commands/program-plan.ts") },
  "program push": { summary: "Save a definition on a server, and publish it if asked.", load: () => import("./commands/program-push.ts") },
  "program pull": { summary: "Write a server's definition to a file.", load: () => import("./commands/program-pull.ts") },
  backtest: { summary: "Say what the stored past would have cost under a definition.", load: () => import("./commands/backtest.ts") },
  verify: { summary: "Prove every invariant of the books on the live database.", load: () => import("./commands/verify.ts") },
  resettle: { summary: "Fold people or periods again and post the difference.", load: () => import("./commands/resettle.ts") },
  jobs: { summary: "Show background jobs, and send back those that failed for good.", load: () => import("./commands/jobs.ts") },
  readers: { summary: "Let somebody read a workspace's figures by SQL, and no more.", load: () => import("./commands/readers.ts") },
  demo: { summary: "Fill a workspace with a believable synthetic shop.", load: () => import("./commands/demo.ts") },
  bench: { summary: "Measure this machine against plain baselines.", load: () => import("./commands/bench.ts") },
};

/** Runs one command line (without node and script) and returns its exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const found = findCommand(argv);
  if (found === undefined) return noCommand(argv);
  const out = output(argv.includes("--json"));
  try {
    const { command } = await found.entry.load();
    const { values, words } = parseCommand(command, found.rest);
    if (values.help === true) {
      process.stdout.write(`${helpText(found.name, command, found.entry.summary)}\n`);
      return EXIT_OK;
    }
    return (await command.run({ values, words, out })) ?? EXIT_OK;
  } catch (error) {
    return report(error, { name: found.name, json: out.json });
  }
}

function findCommand(argv: readonly string[]): { name: string; entry: Entry; rest: string[] } | undefined {
  for (const length of [2, 1]) {
    const name = argv.slice(0, length).join(" ");
    const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (entry !== undefined) return { name, entry, rest: argv.slice(length) };
  }
  return undefined;
}

function noCommand(argv: readonly string[]): number {
  const first = argv[0];
  if (first === undefined || first === "--help" || first === "-h" || first === "help") {
    process.stdout.write(`${overview("")}\n`);
    return first === undefined ? EXIT_USAGE : EXIT_OK;
  }
  const family = Object.keys(COMMANDS).some((name) => name.startsWith(`${first} `));
  if (family && argv.slice(1).every((word) => word === "--help" || word === "-h")) {
    process.stdout.write(`${overview(`${first} `)}\n`);
    return argv.length === 1 ? EXIT_USAGE : EXIT_OK;
  }
  process.stderr.write(`Unknown command: ${argv.slice(0, family ? 2 : 1).join(" ")}. See grapevine ${family ? `${first} ` : ""}--help.\n`);
  return EXIT_USAGE;
}

function overview(prefix: string): string {
  const names = Object.keys(COMMANDS).filter((name) => name.startsWith(prefix));
  const width = Math.max(...names.map((name) => name.length));
  const rows = names.map((name) => `  ${name.padEnd(width)}  ${COMMANDS[name]?.summary ?? ""}`);
  return "Grapevine, the referral platform that every business can run itself.\n\n"
    + `Usage: grapevine ${prefix}<command> [options]\n\n${rows.join("\n")}\n\n`
    + "Every command has --help with an example, and --json. Exit code: 0 it worked, 1 it failed, 2 bad usage.";
}

function output(json: boolean): Output {
  return {
    json,
    result: (value, text) => { process.stdout.write(json ? `${JSON.stringify(value)}\n` : `${text}\n`); },
    note: (text) => { if (!json) process.stderr.write(`${text}\n`); },
  };
}

/** With --json the error is the one document on standard output, so that a script need not read two streams. */
function report(thrown: unknown, how: { name: string; json: boolean }): number {
  const error = thrown instanceof Refusal ? new CommandFailed(thrown.detail, thrown.code) : thrown;
  const usage = error instanceof UsageError;
  const known = usage || error instanceof CommandFailed;
  const message = error instanceof Error ? (known ? error.message : error.stack ?? error.message) : String(error);
  if (how.json) {
    const code = usage ? "bad_usage" : error instanceof CommandFailed ? error.code : "failed";
    const detail = error instanceof CommandFailed ? error.detail : undefined;
    process.stdout.write(`${JSON.stringify({ error: { code, message: error instanceof Error ? error.message : message, detail } })}\n`);
  }
  if (!how.json || !known) process.stderr.write(`${message}${usage ? ` See grapevine ${how.name} --help.` : ""}\n`);
  return usage ? EXIT_USAGE : EXIT_FAILED;
}

if (import.meta.main) {
  // `grapevine ... | head` closes the pipe: that is no failure of ours.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => { if (error.code === "EPIPE") process.exit(EXIT_OK); throw error; });
  process.exitCode = await main(process.argv.slice(2));
}

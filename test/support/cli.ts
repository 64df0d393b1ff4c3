/** The command line as a user has it: a process of its own, with an environment of its own. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { bundled } from "./bundled.ts";
import { compileCache } from "./compile-cache.ts";

export type Ran = {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  json: () => Record<string, never>;
};
export type Running = { child: ChildProcess; ended: Promise<Ran>; stderr: () => string };
/** `file`: SOURCES (bundled.ts) where a test is about the sources' own start. */
export type CliOptions = { env?: Record<string, string>; cwd?: string; file?: string };

/** Starts `grapevine <argv>`. Only PATH, HOME and what `env` says reach it. */
export function startCli(argv: readonly string[], options: CliOptions = {}): Running {
  const env = { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", LOG_LEVEL: "error", ...compileCache(), ...options.env };
  const child = spawn(process.execPath, [options.file ?? bundled("cli"), ...argv], {
    env,
    cwd: options.cwd,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) =>
      resolve({ code, signal, stdout, stderr, json: () => JSON.parse(stdout) as Record<string, never> }),
    );
  });
  return { child, ended, stderr: () => stderr };
}

/** Runs `grapevine <argv>` to its end. */
export function runCli(argv: readonly string[], options: CliOptions = {}): Promise<Ran> {
  return startCli(argv, options).ended;
}

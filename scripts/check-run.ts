/** Runs one tool as a child process and keeps what it said. */
import { spawn } from "node:child_process";

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
  milliseconds: number;
}

/** A check that has not answered after five minutes hangs; the longest one takes seconds. */
const TIMEOUT_MS = 300_000;

/**
 * Runs a Node script of this repository or of node_modules with `arguments_` in `cwd`. Never throws: a tool that cannot
 * be started or is ended by a signal gives code 127 or 128 and the reason in `stderr`.
 */
export function runNode(arguments_: readonly string[], cwd: string): Promise<Ran> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, arguments_, { cwd, stdio: ["ignore", "pipe", "pipe"], timeout: TIMEOUT_MS });
    let stdout = "";
    let stderr = "";
    const end = (code: number): void => resolve({ code, stdout, stderr, milliseconds: performance.now() - started });
    child.stdout.setEncoding("utf8").on("data", (text: string) => { stdout += text; });
    child.stderr.setEncoding("utf8").on("data", (text: string) => { stderr += text; });
    child.on("error", (error) => { stderr += error.message; end(127); });
    child.on("close", (code, signal) => {
      if (signal !== null) stderr += `\nended by ${signal} (a check may take ${TIMEOUT_MS / 1000} s)`;
      end(code ?? 128);
    });
  });
}

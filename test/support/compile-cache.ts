/**
 * A run of the tests starts the product some 150 times. Each start reads the whole program, and compiles it: 0.8 s of a processor. Here the
 * first one's work is kept for the others, in a folder that goes with the run.
 */
import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const NAME = "GRAPEVINE_TEST_COMPILE_CACHE";
const ROOT = new URL("../../", import.meta.url);
/** What a server reads when it starts, of the bundle and of the sources. */
const BUNDLED = ["compose.js", "listen.js", "welcome.js", "work-thread.js", "settle-process.js"];
const SOURCES = ["src/main/compose.ts", "src/main/listen.ts", "src/main/welcome.ts", "src/main/work.ts"];

/** What a process is given in its environment; nothing outside a test run. */
export function compileCache(): Record<string, string> {
  const folder = process.env[NAME];
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
}

/**
 * For the processes that this one starts from now on. Node writes a cache when a process ends by itself, and the tests of faults kill
 * theirs: so one process reads everything and ends. Nobody waits for it.
 */
export function keepCompiled(folder: string, bundle: string): void {
  process.env[NAME] = folder;
  const files = [...BUNDLED.map((file) => pathToFileURL(path.join(bundle, file))), ...SOURCES.map((file) => new URL(file, ROOT))];
  // What refuses to run here (a thread's file) is compiled by then.
  const code = files.map(({ href }) => `await import(${JSON.stringify(href)}).catch(() => {});`).join("");
  const env = { PATH: process.env["PATH"] ?? "", ...compileCache() };
  const reader = spawn(process.execPath, ["--input-type=module", "--eval", `${code}process.exit(0)`], {
    cwd: fileURLToPath(ROOT),
    env,
    stdio: "ignore",
  });
  reader.on("error", () => {});
  reader.unref();
}

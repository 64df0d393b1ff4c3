/** What of the bundle (bundle.ts) a process begins with: its programs by name. */
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The variable that names the bundle's folder to the processes of a test run. */
export const BUNDLE = "GRAPEVINE_TEST_BUNDLE";
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** What a process or a thread begins with, of the product and of the tests, and what a server then reads. */
export const ENTRIES = {
  cli: "src/main/cli.ts",
  "work-thread": "src/main/work-thread.ts",
  "study-process": "src/main/study-process.ts",
  "offer-image-thread": "src/adapters/offer-image-thread.ts",
  compose: "src/main/compose.ts",
  listen: "src/main/listen.ts",
  welcome: "src/main/welcome.ts",
  "settle-process": "test/support/settle-process.ts",
  "job-process": "test/support/job-process.ts",
};

/** The command line as `npm start` has it. */
export const SOURCES = path.join(ROOT, ENTRIES.cli);

/** A program of the bundle; outside a test run (pictures of the screens) that of the sources. */
export function bundled(entry: keyof typeof ENTRIES): string {
  const folder = process.env[BUNDLE];
  return folder === undefined ? path.join(ROOT, ENTRIES[entry]) : path.join(folder, `${entry}.js`);
}

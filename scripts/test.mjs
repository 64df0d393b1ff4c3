// npm test. Runs every test there is, on Node 24; arguments go to vitest (npm test -- src/core/money.test.ts).
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// Started by hand with another Node (node scripts/test.mjs): the pinned one still runs the tests.
const node = process.versions.node.startsWith("24.") ? process.execPath : join(root, "node_modules", ".bin", "node");
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
// The native loader lets Node read vitest.config.ts; vitest's own writes into node_modules, which may belong to another user.
const args = ["run", "--configLoader=native", ...process.argv.slice(2)];
const child = spawn(node, [vitest, ...args], { cwd: root, stdio: "inherit" });

// Ctrl-C in a terminal reaches vitest as well, and a second one would make it leave its database behind: then we only wait.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
  });
}
child.on("error", (error) => {
  console.error(`The tests could not be started: ${error.message}. Run npm ci first.`);
  process.exit(1);
});
child.on("exit", (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)));

// Runs before npm start, test, check, dev, bench and build. Installs the packages when they are missing or older than the lock
// file, makes sure that Node 24 came with them, and builds what browsers load. Says nothing when all is fresh. Plain JavaScript
// that Node 18 understands, because on a fresh machine whatever Node npm came with runs it.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, lstatSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const MAJOR = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");

if (isStale()) await install();
checkNode();
buildWidget();

/** npm writes .package-lock.json at the end of an installation, so one that was interrupted counts as stale. */
function isStale() {
  const installed = join(modules, ".package-lock.json");
  // A link to somebody else's packages: npm ci would follow it and empty them.
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink() === true) return false;
  if (!existsSync(installed)) return true;
  return statSync(join(root, "package-lock.json")).mtimeMs > statSync(installed).mtimeMs;
}

async function install() {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const isFirst = !existsSync(modules);
  console.log(isFirst ? "Installing packages; the first time takes about a minute ..." : "The packages have changed; installing them ...");
  // A line every ten seconds: npm itself is silent where there is no terminal.
  const ticking = setInterval(() => console.log(`  still installing, ${seconds()} s`), 10_000);
  // EBADENGINE warnings about the old Node are noise (loglevel). `node` is a development dependency, so NODE_ENV=production
  // must not drop it.
  const code = await run(["ci", "--loglevel=error", "--include=dev", "--include=optional"]);
  clearInterval(ticking);
  if (code !== 0) {
    console.error(`\nnpm ci did not finish (exit ${code}). See above; check the network and the free disk space, then try again.`);
    process.exit(1);
  }
  console.log(`Packages installed in ${seconds()} s.`);
}

/** The npm that started us, on the Node it came with; the one on the PATH when this script is run by hand or by another tool. */
function run(args) {
  const own = process.env.npm_execpath ?? "";
  const isNpm = /npm-cli\.[cm]?js$/.test(own);
  const command = isNpm ? process.execPath : process.platform === "win32" ? "npm.cmd" : "npm";
  return new Promise((resolve) => {
    const shell = !isNpm && process.platform === "win32";
    const child = spawn(command, isNpm ? [own, ...args] : args, { cwd: root, stdio: "inherit", shell });
    child.on("error", (error) => {
      console.error(`npm could not be run: ${error.message}`);
      resolve(1);
    });
    child.on("exit", (code, signal) => resolve(code ?? signal ?? 1));
  });
}

/** Vite needs Node 24, and this may be another. Without the scripts the server would run, but its pages would stay blank. */
function buildWidget() {
  const script = join(root, "scripts", "build.mjs");
  const { status } = spawnSync(node24(), [script, "--quiet"], { stdio: "inherit", shell: process.platform === "win32" });
  if (status === 0) return;
  console.error("\nWhat browsers load was not built (npm run build says more). See above; widget/dist and web/dist must be writable.");
  process.exit(1);
}

function node24() {
  if (process.versions.node.startsWith(`${MAJOR}.`)) return process.execPath;
  return join(modules, ".bin", process.platform === "win32" ? "node.cmd" : "node");
}

/** The package `node` fetches its program in an install script. Where those are off, everything would run on the old Node. */
function checkNode() {
  if (process.versions.node.startsWith(`${MAJOR}.`)) return;
  const program = node24();
  const { stdout } = spawnSync(program, ["-v"], { encoding: "utf8", shell: process.platform === "win32" });
  const version = (stdout ?? "").trim();
  if (version.startsWith(`v${MAJOR}.`)) return;
  console.error(
    `Grapevine runs on Node ${MAJOR}, and this is ${process.version}. The package "node" should have brought it ` +
      `to ${program} (found: ${version || "nothing"}).\n` +
      "Its install script did not run or could not download it. Allow it with:\n" +
      "  npm rebuild node --ignore-scripts=false\n" +
      `or install Node ${MAJOR} yourself (https://nodejs.org) and run the command again with it.`,
  );
  process.exit(1);
}

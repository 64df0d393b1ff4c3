// Builds what browsers load: widget/src/<entry>.ts becomes widget/dist/<entry>.js, minified, with .gz and .br beside it, and
// widget/dist/manifest.json says each file's hashed name and sizes; the console of web/ by build-console.mjs. Skips what has not changed.
// Runs on Node 24 (Vite needs it); scripts/prestart.mjs starts it there. `--quiet` says nothing when there is nothing to do.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { alone } from "./alone.mjs";
import { buildConsole, consoleIsFresh } from "./build-console.mjs";

/** Built where the file is there. */
const ENTRIES = ["portal", "snippet", "embeds"];
/** The name under which a page asks for it, where that is not the entry's. */
const NAMES = { snippet: "gv" };

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, "widget", "src");
const dist = join(root, "widget", "dist");
const quiet = process.argv.includes("--quiet");

const entries = ENTRIES.filter((entry) => existsSync(join(source, `${entry}.ts`)));
const fingerprint = fingerprintOf([source], [fileURLToPath(import.meta.url)]);
if (isFresh()) {
  if (!quiet) say(readManifest().files);
} else {
  await alone(join(dist, ".building"), async () => void (isFresh() || (await buildAll())));
}
const web = join(root, "web");
const consoleSources = fingerprintOf(
  [join(web, "src"), join(root, "sdk", "src")],
  [join(web, "index.html"), join(root, "scripts", "build-console.mjs")],
);
if (existsSync(web) && !consoleIsFresh(root, consoleSources))
  await alone(join(web, "dist", ".building"), async () => {
    if (consoleIsFresh(root, consoleSources)) return;
    const began = performance.now();
    process.env.NODE_ENV = "production";
    await buildConsole(root, consoleSources);
    console.log(`Built the console in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  });

function isFresh() {
  const known = readManifest();
  return known?.sources === fingerprint && Object.keys(known.files).every((name) => existsSync(join(dist, name)));
}

async function buildAll() {
  const began = performance.now();
  // Whatever the shell says: Vite would take the development build of packages by it.
  process.env.NODE_ENV = "production";
  const { build } = await import("vite");
  const work = join(dist, `.work-${process.pid}`);
  mkdirSync(work, { recursive: true });
  try {
    const files = {};
    for (const entry of entries) {
      const name = NAMES[entry] ?? entry;
      const text = await bundle(build, { entry, name, work });
      files[`${name}.js`] = place(`${name}.js`, text);
    }
    // Last, and by renaming: whoever reads the manifest finds every file it names.
    replace("manifest.json", JSON.stringify({ sources: fingerprint, files }, null, 2));
    if (!quiet) say(files);
    else console.log(`Built the widget in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** One classic script without imports: it runs from any page, by one tag, under a policy of `script-src` with our address. */
async function bundle(build, { entry, name, work }) {
  await build({
    configFile: false,
    root: join(root, "widget"),
    logLevel: "error",
    plugins: [tightTemplates()],
    build: {
      target: "es2022",
      outDir: work,
      emptyOutDir: false,
      copyPublicDir: false,
      minify: true,
      lib: { entry: join(source, `${entry}.ts`), formats: ["iife"], name: `gv_${name}`, fileName: () => `${name}.js` },
    },
  });
  return readFileSync(join(work, `${name}.js`));
}

/** Indentation inside css`` and html`` is for readers of the source: the minifier may not touch it, and need not send it. */
function tightTemplates() {
  return {
    name: "tight-templates",
    enforce: "pre",
    transform(code, id) {
      if (!id.startsWith(source) || !/(css|html|svg)`/.test(code)) return null;
      return { code: code.replace(/css`[^`]*`/g, tightCss).replace(/\n\s*(?=<|\/>|>|[.@?]?[\w-]+=["$])/g, "\n"), map: null };
    },
  };
}

function tightCss(text) {
  return text
    .replace(/\/\*[^]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,>]) ?/g, "$1")
    .replace(/: /g, ":")
    .replace(/;}/g, "}");
}

function place(name, text) {
  const gzip = gzipSync(text, { level: 9 });
  const brotli = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  replace(name, text);
  replace(`${name}.gz`, gzip);
  replace(`${name}.br`, brotli);
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 10);
  return { hashed: name.replace(/\.js$/, `.${hash}.js`), bytes: text.length, gzip: gzip.length, brotli: brotli.length };
}

/** Never half a file for a server that reads at the same time. */
function replace(name, content) {
  const beside = join(dist, `.${name}-${process.pid}`);
  writeFileSync(beside, content);
  renameSync(beside, join(dist, name));
}

/** By content and not by time: a clone, a container image or a copy has times of its own. */
function fingerprintOf(folders, files) {
  const hash = createHash("sha256");
  const sources = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const file of [...sources.sort(), ...files, join(root, "package-lock.json")])
    hash.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

function readManifest() {
  try {
    return JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8"));
  } catch {
    return null;
  }
}

function say(files) {
  for (const [name, { bytes, gzip, brotli }] of Object.entries(files)) {
    const kb = (size) => `${(size / 1000).toFixed(1)} kB`;
    console.log(`${name.padEnd(12)} ${kb(bytes).padStart(9)}   gzip ${kb(gzip).padStart(8)}   brotli ${kb(brotli).padStart(8)}`);
  }
}

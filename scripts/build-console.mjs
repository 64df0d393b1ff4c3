// Builds the console: web/index.html and what it imports become web/dist, with .gz and .br beside each part. Parts of earlier builds stay
// for a day, so that a tab that was open during an upgrade still finds the pages it has not loaded yet. Called by scripts/build.mjs.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const DAY_MS = 86_400_000;
/** Brotli's best takes 9 s for all parts and saves 3 % over this. */
const BROTLI_QUALITY = 9;

/**
 * @param {string} root the repository
 * @param {string} fingerprint what the sources are, written beside the result
 */
export async function buildConsole(root, fingerprint) {
  const web = join(root, "web");
  const dist = join(web, "dist");
  const work = join(dist, `.work-${process.pid}`);
  const { build } = await import("vite");
  try {
    await build({
      configFile: false,
      root: web,
      base: "/app/",
      logLevel: "error",
      oxc: { jsx: { runtime: "automatic" } },
      build: { target: "es2022", outDir: work, emptyOutDir: true, sourcemap: false, chunkSizeWarningLimit: 1000, assetsInlineLimit: 0 },
    });
    const assets = join(dist, "assets");
    mkdirSync(assets, { recursive: true });
    for (const name of readdirSync(join(work, "assets"))) place(assets, name, readFileSync(join(work, "assets", name)));
    forgetOld(assets);
    replace(dist, "index.html", readFileSync(join(work, "index.html")));
    replace(dist, "sources.txt", fingerprint);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** True when web/dist was built from these sources. */
export function consoleIsFresh(root, fingerprint) {
  const dist = join(root, "web", "dist");
  return (
    existsSync(join(dist, "index.html")) &&
    existsSync(join(dist, "sources.txt")) &&
    readFileSync(join(dist, "sources.txt"), "utf8") === fingerprint
  );
}

function place(folder, name, content) {
  replace(folder, name, content);
  if (!/\.(js|css|svg)$/.test(name)) return;
  replace(folder, `${name}.gz`, gzipSync(content, { level: 9 }));
  replace(folder, `${name}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }));
}

function forgetOld(folder) {
  for (const name of readdirSync(folder))
    if (Date.now() - statSync(join(folder, name)).mtimeMs > DAY_MS) rmSync(join(folder, name), { force: true });
}

/** Never half a file for a server that reads at the same time. */
function replace(folder, name, content) {
  const beside = join(folder, `.${name}-${process.pid}`);
  writeFileSync(beside, content);
  renameSync(beside, join(folder, name));
}

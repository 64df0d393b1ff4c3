// Builds the console: web/index.html and what it imports become web/dist, with .gz and .br beside each part. Parts of earlier builds stay
// for a day, so that a tab that was open during an upgrade still finds the pages it has not loaded yet. Called by scripts/build.mjs.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const DAY_MS = 86_400_000;
/** Brotli's best takes 9 s for all parts and saves 3 % over this. */
const BROTLI_QUALITY = 9;
/** Whatever the beginning imports is one part: in the dozens that it would be (what each page shares apart) it is a tenth heavier. */
const FIRST = { name: "console", test: /web\/src\/main\.tsx$/ };
/** Mantine's name for a class of one of its components. The script of the component holds it as it is. */
const PART_CLASS = /\bm_[0-9a-z]{6,}/g;

/**
 * @param {string} root the repository
 * @param {string} fingerprint what the sources are, written beside the result
 */
export async function buildConsole(root, fingerprint) {
  const web = join(root, "web");
  const dist = join(web, "dist");
  const work = join(dist, `.work-${process.pid}`);
  const { build } = await import("vite");
  // Which rules stay is decided after the names are made: so a sheet's name says of which sources it is, too.
  const named = ({ names }) =>
    `assets/[name]-[hash]${names.some((each) => each.endsWith(".css")) ? `-${fingerprint.slice(0, 8)}` : ""}[extname]`;
  try {
    await build({
      configFile: false,
      root: web,
      base: "/app/",
      logLevel: "error",
      oxc: { jsx: { runtime: "automatic" } },
      build: {
        target: "es2022",
        outDir: work,
        emptyOutDir: true,
        sourcemap: false,
        chunkSizeWarningLimit: 1000,
        assetsInlineLimit: 0,
        rolldownOptions: { output: { codeSplitting: { groups: [FIRST] }, assetFileNames: named } },
      },
    });
    const assets = join(dist, "assets");
    mkdirSync(assets, { recursive: true });
    const names = readdirSync(join(work, "assets"));
    const read = (name) => readFileSync(join(work, "assets", name));
    const scripts = names.filter((name) => name.endsWith(".js")).map((name) => read(name).toString());
    const used = new Set(scripts.flatMap((script) => script.match(PART_CLASS) ?? []));
    for (const name of names) place(assets, name, name.endsWith(".css") ? withoutUnused(read(name).toString(), used) : read(name));
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

/** Without the rules of components that no script brings: a quarter of Mantine's. What names none of their classes stays. */
function withoutUnused(css, used) {
  let kept = "";
  for (let at = 0; at < css.length; ) {
    const open = css.indexOf("{", at);
    if (open === -1) return kept + css.slice(at);
    let end = open + 1;
    for (let depth = 1; depth > 0 && end < css.length; end++) depth += css[end] === "{" ? 1 : css[end] === "}" ? -1 : 0;
    const [head, body] = [css.slice(at, open), css.slice(open + 1, end - 1)];
    at = end;
    if (/^\s*@(media|supports|container|layer)/.test(head)) {
      const inner = withoutUnused(body, used);
      if (inner !== "") kept += `${head}{${inner}}`;
      continue;
    }
    const classes = head.match(PART_CLASS) ?? [];
    if (head.trimStart().startsWith("@") || classes.length === 0 || classes.some((name) => used.has(name))) kept += `${head}{${body}}`;
  }
  return kept;
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

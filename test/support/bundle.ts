/**
 * The product in a few files instead of 2,000, for the processes that a test run starts some 150 times: reading and compiling each module
 * by itself was half of a start's 1.6 s of a processor. Made once a run (2 s of a processor) from the sources that lie there. The journeys
 * of a newcomer and of the command line start the sources themselves, as npm start does.
 */
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Plugin } from "vite";

const { resolve } = createRequire(import.meta.url);
const NAME = "GRAPEVINE_TEST_BUNDLE";
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** What a process or a thread of the product begins with, and what a server then reads. */
const ENTRIES = {
  cli: "src/main/cli.ts",
  "work-thread": "src/main/work-thread.ts",
  "study-process": "src/main/study-process.ts",
  "offer-image-thread": "src/adapters/offer-image-thread.ts",
  compose: "src/main/compose.ts",
  listen: "src/main/listen.ts",
  welcome: "src/main/welcome.ts",
};
const THREAD = /new URL\("\.\/([\w-]+-(?:thread|process))\.ts", import\.meta\.url\)/g;
/** They look for files beside them, or load programs: read where they lie. */
const LEFT = ["@resvg/resvg-js", "mjml"];

/** A module goes on to know where it lay: migrations, templates and packages are read from there. Threads are begun from the bundle. */
const knowsItsPlace: Plugin = {
  name: "knows-its-place",
  enforce: "pre",
  resolveId: (id) => (LEFT.includes(id) ? { id: pathToFileURL(resolve(id)).href, external: true } : null),
  transform(code, id) {
    if (!id.startsWith(ROOT) || !code.includes("import.meta.")) return null;
    const told = code
      .replace(THREAD, 'new URL("./$1.js", import.meta["url"])')
      .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(id).href))
      .replaceAll("import.meta.dirname", JSON.stringify(path.dirname(id)))
      .replaceAll("import.meta.filename", JSON.stringify(id))
      .replaceAll('import.meta["url"]', "import.meta.url");
    return { code: told, map: null };
  },
};

/** The command line as `npm start` has it. */
export const SOURCES = path.join(ROOT, ENTRIES.cli);

/** The command line of the bundle; outside a test run (pictures of the screens) that of the sources. */
export const commandLine = (): string => process.env[NAME] ?? SOURCES;

/** Writes it into a folder; the processes that this one starts from now on know it by `commandLine`. */
export async function bundleProduct(folder: string): Promise<void> {
  const { build } = await import("vite");
  await build({
    configFile: false,
    root: ROOT,
    logLevel: "error",
    plugins: [knowsItsPlace],
    ssr: { noExternal: true, target: "node" },
    build: {
      ssr: true,
      target: "node24",
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, path.join(ROOT, file)])),
        output: { format: "esm", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  });
  // Said, or Node reads each file twice to find out.
  fs.writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
  process.env[NAME] = path.join(folder, "cli.js");
}

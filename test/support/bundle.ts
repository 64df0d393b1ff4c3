/**
 * The product in a few files instead of 2,000, for the processes that a test run starts some 150 times: reading and compiling each module
 * by itself was half of a start's 1.6 s of a processor. Made once a run (2 s of a processor) from the sources that lie there. The journeys
 * of a newcomer start the sources themselves, as npm start does, and so do the tests of the command line alone.
 */
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";
import { BUNDLE, ENTRIES, ROOT } from "./bundled.ts";

const { resolve } = createRequire(import.meta.url);
const THREAD = /new URL\("\.\/([\w-]+-(?:thread|process))\.ts", import\.meta\.url\)/g;
/** It loads a program that lies beside it: read where it lies. */
const LEFT = ["@resvg/resvg-js"];

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

/** Writes it into a folder; the processes that this one starts from now on know it by `bundled`. */
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
  process.env[BUNDLE] = folder;
}

/**
 * Writes openapi.json from the server's routes, sdk/src/schema.gen.ts from that, the lower parts of docs/kinds/*.md from the presets, and
 * the layouts of mails from their MJML. With --check it writes nothing and fails when one of them differs from what is checked in.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";
import { createIds } from "../src/adapters/ids.ts";
import { buildOpenApi } from "../src/http/openapi.ts";
import type { Services } from "../src/http/services.ts";
import { openPool } from "../src/store/db.ts";
import { kindPages } from "./kind-pages.ts";
import { mailLayouts } from "./mail-layout.ts";
import { programTypes } from "./program-types.ts";

const root = join(import.meta.dirname, "..");
const silent = { info() {}, warn() {}, error() {} };

/** The files as they should be. Nothing is connected: the pool opens on first use, and no route is called. */
async function generate(): Promise<Map<string, string>> {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const document = await buildOpenApi({
    services: { presets: [] } as unknown as Services,
    pool: openPool("postgres://nowhere.invalid/none"),
    log: silent,
    ids: createIds(),
    publicUrl: "https://grapevine.example",
    version,
  });
  const text = `${JSON.stringify(document, null, 2)}\n`;
  const types = astToString(await openapiTS(JSON.parse(text) as never, { alphabetize: false, defaultNonNullable: false }));
  return new Map([
    ["openapi.json", text],
    ["sdk/src/schema.gen.ts", `/** Generated from openapi.json by scripts/openapi.ts. Do not edit. */\n${types}`],
    ["sdk/src/program.gen.ts", programTypes()],
  ]);
}

const { pages, missing } = kindPages(root);
const isCheck = process.argv.includes("--check");
const stale: string[] = [];
for (const [file, text] of [...(await generate()), ...(await mailLayouts(root)), ...pages]) {
  const path = join(root, file);
  if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
  stale.push(file);
  if (!isCheck) writeFileSync(path, text);
}
if (isCheck && missing.length > 0) {
  console.error(`${missing.join(" and ")}: nobody has written what the person who runs it should know.`);
  process.exitCode = 1;
}
if (isCheck && stale.length > 0) {
  const are = stale.length === 1 ? "is" : "are";
  console.error(
    `${stale.join(" and ")} ${are} not what is generated from the routes, schemas and templates. Run: node scripts/openapi.ts`,
  );
  process.exitCode = 1;
} else console.log(stale.length === 0 ? "openapi.json and the sdk's types are up to date" : `wrote ${stale.join(" and ")}`);

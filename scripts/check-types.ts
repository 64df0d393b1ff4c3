/** Runs tsc over the projects of the tree: the server's, the widget's and the console's. Code of the last two runs in browsers. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rootArgument } from "./check-files.ts";
import { runNode } from "./check-run.ts";

const TSC = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));

const root = rootArgument();
const projects = [".", "widget", "web"].filter((folder) => existsSync(join(root, folder, "tsconfig.json")));
const runs = await Promise.all(projects.map((folder) => runNode([TSC, "--noEmit", "--pretty", "false", "-p", folder], root)));
const said = runs.map((ran) => `${ran.stdout}${ran.stderr}`).join("").trim();
if (said !== "") console.log(said);
process.exitCode = runs.some((ran) => ran.code !== 0) ? 1 : 0;

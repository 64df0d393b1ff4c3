// Packs the SDK for machines that do not have this folder: `node scripts/pack-sdk.mjs --to=/some/folder` makes grapevine-sdk-<version>.tgz
// there, for `npm install`. Node strips no types below node_modules, so it holds JavaScript and declarations.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const to = path.resolve(process.argv.find((each) => each.startsWith("--to="))?.slice(5) ?? ".");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "grapevine-sdk-"));
const npm = process.platform === "win32" ? "npm.cmd" : "npm";
try {
  const options = ["--module", "nodenext", "--target", "es2023", "--lib", "es2024,dom,dom.iterable", "--types", "node", "--strict",
    "--skipLibCheck", "--noCheck", "--declaration", "--rewriteRelativeImportExtensions", "--ignoreConfig"];
  const tsc = path.join(root, "node_modules", "typescript", "bin", "tsc");
  const input = path.join(root, "sdk", "src", "index.ts");
  execFileSync(process.execPath, [tsc, input, ...options, "--outDir", path.join(folder, "dist")], { cwd: root, stdio: "inherit" });
  const { private: _, exports: __, ...rest } = JSON.parse(fs.readFileSync(path.join(root, "sdk", "package.json"), "utf8"));
  const manifest = { ...rest, exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } }, files: ["dist"] };
  fs.writeFileSync(path.join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const [from, name] of [["sdk/README.md", "README.md"], ["LICENSE", "LICENSE"]])
    fs.copyFileSync(path.join(root, from), path.join(folder, name));
  fs.mkdirSync(to, { recursive: true });
  const shell = process.platform === "win32";
  const made = execFileSync(npm, ["pack", "--silent", "--pack-destination", to], { cwd: folder, encoding: "utf8", shell });
  console.log(path.join(to, made.trim().split("\n").at(-1)));
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}

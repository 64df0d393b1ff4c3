import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";

test("packages behind a link are another checkout's: they are used as they are, and never installed anew", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "grapevine-prestart-"));
  const others = path.join(folder, "others");
  const scripts = path.join(folder, "checkout", "scripts");
  for (const each of [others, scripts]) fs.mkdirSync(each, { recursive: true });
  fs.writeFileSync(path.join(others, "package.txt"), "precious");
  fs.symlinkSync(others, path.join(folder, "checkout", "node_modules"));
  fs.copyFileSync(path.resolve(import.meta.dirname, "../../scripts/prestart.mjs"), path.join(scripts, "prestart.mjs"));
  fs.writeFileSync(path.join(scripts, "build.mjs"), "");
  // Newer than what is installed, as in every fresh clone; and an npm that would say that it was asked.
  fs.writeFileSync(path.join(folder, "checkout", "package-lock.json"), "{}");
  const npm = path.join(folder, "npm-cli.js");
  fs.writeFileSync(npm, 'console.log("npm was asked");');
  const env = { ...process.env, npm_execpath: npm };
  const ran = spawnSync(process.execPath, [path.join(scripts, "prestart.mjs")], { env, encoding: "utf8" });
  expect([ran.status, ran.stdout, ran.stderr]).toEqual([0, "", ""]);
  expect(fs.readdirSync(others)).toEqual(["package.txt"]);
  fs.rmSync(folder, { recursive: true });
});

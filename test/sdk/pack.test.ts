import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");

test("the packed SDK runs from node_modules of a machine without this folder, and brings its types", { timeout: 120_000 }, () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "grapevine-pack-"));
  const node = (...argv: string[]): string => execFileSync(process.execPath, argv, { cwd: folder, encoding: "utf8" });
  try {
    const file = node(path.join(root, "scripts/pack-sdk.mjs"), `--to=${folder}`).trim().split("\n").at(-1)!;
    const modules = path.join(folder, "node_modules");
    fs.mkdirSync(path.join(modules, "@grapevine"), { recursive: true });
    execFileSync("tar", ["-xzf", file], { cwd: folder });
    fs.renameSync(path.join(folder, "package"), path.join(modules, "@grapevine/sdk"));
    for (const each of ["openapi-fetch", "openapi-typescript-helpers"])
      fs.cpSync(path.join(root, "node_modules", each), path.join(modules, each), { recursive: true });
    const code = `import { createClient, GrapevineError } from "@grapevine/sdk";
      const client = createClient({ url: "http://127.0.0.1:1", key: "gv_live_x", retries: 0 });
      console.log(typeof client.events.track, typeof GrapevineError);`;
    expect(node("--input-type=module", "-e", code)).toBe("function function\n");
    expect(fs.readFileSync(path.join(modules, "@grapevine/sdk/dist/index.d.ts"), "utf8")).toContain("createClient");
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

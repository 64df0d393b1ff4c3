/** The whole product as a user starts it, in a process of its own, for tests that kill it. */
import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { bundled } from "./bundled.ts";
import { compileCache } from "./compile-cache.ts";

export type Product = {
  url: string;
  info: Record<string, string>;
  child: ChildProcess;
  kill(signal: NodeJS.Signals): Promise<number | null>;
};

/**
 * Starts `grapevine serve` on a data folder; resolves when it answers. Started again on the same folder it finds its data.
 * `file`: SOURCES (bundled.ts) where a test is about the start itself.
 */
export async function startProduct(dataDir: string, env: Record<string, string> = {}, file = bundled("cli")): Promise<Product> {
  const child = spawn(process.execPath, [file, "serve", "--json"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: "/usr/bin:/bin", PORT: "0", GRAPEVINE_DATA: dataDir, LOG_LEVEL: "error", ...compileCache(), ...env },
  });
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => {
    errors = (errors + String(chunk)).slice(-4000);
  });
  const info = await new Promise<Record<string, string>>((resolve, reject) => {
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      text += String(chunk);
      try {
        resolve(JSON.parse(text) as Record<string, string>);
      } catch {
        // The document is not whole yet.
      }
    });
    child.once("exit", (code) => reject(new Error(`serve ended with ${String(code)}:\n${errors}`)));
  });
  if (typeof info.url !== "string") throw new Error(`serve said: ${JSON.stringify(info)}\n${errors}`);
  return {
    url: info.url,
    info,
    child,
    kill: (signal) =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode);
        child.once("exit", (code) => resolve(code));
        child.kill(signal);
      }),
  };
}

/** Process id of the embedded PostgreSQL of a data folder. */
export function postgresPid(dataDir: string): number {
  const found = ["postgres", "."].map((part) => path.join(dataDir, part, "postmaster.pid")).find((file) => fs.existsSync(file));
  if (found === undefined) throw new Error(`no postmaster.pid under ${dataDir}`);
  return Number(fs.readFileSync(found, "utf8").split("\n")[0]);
}

/** The servers of a bench run: bare `node:http` baselines and the whole product, each in a process of its own. */
import { type ChildProcess, fork, spawn } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

export type Served = { url: string; port: number; pid: number; startMs: number; info: Record<string, string>; stop(): Promise<void> };

const ROOT = path.join(import.meta.dirname, "../../..");
const CLI = path.join(ROOT, "src/main/cli.ts");

/** The flags with which `npm start` runs Node: what is measured is what a user gets. */
function nodeFlags(): string[] {
  const { scripts } = JSON.parse(fs.readFileSync(path.join(ROOT, "package.json"), "utf8")) as { scripts: { start: string } };
  return scripts.start.split(" ").filter((word) => word.startsWith("--"));
}

/** `redirect`: a bare 302 to everything. `post`: a bare server that reads and parses the same POST and answers a small JSON. */
export async function startBare(kind: "redirect" | "post"): Promise<Served> {
  const begun = performance.now();
  const child = fork(import.meta.filename, [kind], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const port = await new Promise<number>((resolve, reject) => {
    child.once("message", (message: { port: number }) => resolve(message.port));
    child.once("exit", () => reject(new Error("The bare server did not start.")));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    pid: child.pid ?? 0,
    startMs: performance.now() - begun,
    info: {},
    stop: () => end(child),
  };
}

/** The product as a user starts it, on a data folder of its own, with the shipped settings. Resolves with its first answered request. */
export async function startProduct(dataDir: string): Promise<Served> {
  const begun = performance.now();
  const child = spawn(process.execPath, [...nodeFlags(), CLI, "serve", "--json"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { PATH: "/usr/bin:/bin", PORT: "0", GRAPEVINE_DATA: dataDir, LOG_LEVEL: "error" },
  });
  const info = await new Promise<Record<string, string>>((resolve, reject) => {
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      text += String(chunk);
      try {
        resolve(JSON.parse(text) as Record<string, string>);
      } catch {
        // Not the whole document yet.
      }
    });
    child.once("exit", (code) => reject(new Error(`The server ended with code ${String(code)} before it answered.`)));
  });
  const url = String(info.url);
  const answer = await fetch(`${url}/health`);
  if (!answer.ok) throw new Error(`GET /health answered ${answer.status}`);
  return { url, port: Number(new URL(url).port), pid: child.pid ?? 0, startMs: performance.now() - begun, info, stop: () => end(child) };
}

/** Resident memory of a process in megabytes (Linux; 0 elsewhere). */
export function residentMegabytes(pid: number): number {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

/** The body of a bare server's process. */
function serveBare(kind: string): void {
  const server = http.createServer({ keepAliveTimeout: 72_000 }, (request, response) => {
    if (kind === "redirect") {
      response.writeHead(302, { location: "https://shop.example/welcome" }).end();
      return;
    }
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = JSON.parse(Buffer.concat(chunks).toString("utf8")) as { id?: string };
      const answer = JSON.stringify({ id: body.id ?? null, status: "settled" });
      response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(answer) }).end(answer);
    });
  });
  server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
  process.on("disconnect", () => process.exit(0));
}

if (process.argv[1] === import.meta.filename && process.send) serveBare(process.argv[2] ?? "post");

/** The synthetic shop of `grapevine demo` on a stage, with an operator who owns it. */
import { execFileSync } from "node:child_process";
import { PASSWORD, signIn } from "./accounts.ts";
import { bundled } from "./bundled.ts";
import { compileCache } from "./compile-cache.ts";
import type { Stage } from "./stage.ts";

export type Demo = { slug: string; key: string };
export const DEMO_OWNER = "olivia@shop.example";

/** In a workspace of its own. */
export function fillDemo(stage: Stage, people = 2000): Demo {
  const slug = "demo";
  const env = { PATH: "/usr/bin:/bin", ...compileCache(), ...stage.env };
  const made = execFileSync(process.execPath, [bundled("cli"), "demo", "--people", String(people), "--workspace", slug, "--json"], {
    env,
    encoding: "utf8",
  });
  return { slug, key: (JSON.parse(made) as { secret_key: string }).secret_key };
}

/** The days of the demo's story are counted a piece at a time: a picture of before would say so. */
export async function counted(url: string, key: string): Promise<void> {
  const headers = { authorization: `Bearer ${key}` };
  for (let tries = 0; tries < 600; tries++) {
    const answer = (await (await fetch(`${url}/v1/reports/funnel`, { headers })).json()) as { freshness?: { complete: boolean } };
    if (answer.freshness?.complete === true) return;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error("the days are not counted after five minutes");
}

/** @returns the cookie of her session. */
export async function demoOwner(stage: Stage, key: string): Promise<string> {
  const body = JSON.stringify({ name: "Olivia Owner", email: DEMO_OWNER, password: PASSWORD, role: "owner" });
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const answer = await fetch(`${stage.url}/v1/operators`, { method: "POST", headers, body });
  if (!answer.ok) throw new Error(`no owner: ${answer.status} ${await answer.text()}`);
  return await signIn(stage.url, DEMO_OWNER);
}

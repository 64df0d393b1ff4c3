/** An import that is killed (SIGKILL) and resumed leaves the books and the refused rows of one that ran through. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCli, startCli } from "../support/cli.ts";
import { createEngine } from "../support/engine.ts";
import type { Engine } from "../support/engine.ts";

const ROWS = 6000;
const PROGRAM = {
  key: "shop", kind: "direct", name: "10 %", stages: ["order"], qualifies_at: "order", destination: "https://shop.example/",
  attribution: { window: "90d" },
  rewards: [{ key: "share", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 10, of: "order.total" } }, hold: "14d" }],
} as const;
const MAPPING = {
  currency: "EUR",
  set: {
    id: "row:{row_id}", occurred_at: "at", "person.user_id": "user", "order.id": "order", "order.total": "amount", "referral.code": "code",
  },
  rules: [{
    when: { column: "amount", negative: true }, type: "refund",
    set: { "order.total": null, "order.amount": { column: "amount", absolute: true }, "referral.code": null },
  }],
};

let engine: Engine;
let folder: string;
let slug: string;
beforeAll(async () => {
  engine = await createEngine();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "grapevine-import-"));
  fs.writeFileSync(path.join(folder, "mapping.json"), JSON.stringify(MAPPING));
  const [row] = await engine.rows<{ slug: string }>("select slug from workspace where workspace_id = $1", [engine.workspace]);
  slug = row?.slug ?? "";
});
afterAll(async () => {
  await engine.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** A program with five advocates, and a file of orders that use their codes; every twentieth row is a refund, another one is bad. */
async function arrange(workspace: string, name: string): Promise<string> {
  await engine.publish(PROGRAM as never, { workspace, from: Date.UTC(2025, 0, 1) });
  const codes: string[] = [];
  for (let i = 0; i < 5; i++) codes.push((await engine.join("shop", { user_id: `adv_${i}` }, workspace)).code);
  const lines = ["row_id,at,user,order,amount,code"];
  for (let i = 0; i < ROWS; i++) {
    const at = new Date(Date.UTC(2025, 1, 1) + i * 300_000).toISOString();
    const user = `u${(i * 7) % 400}`;
    const cents = String((i * 13) % 100).padStart(2, "0");
    if (i % 20 === 9) lines.push(`${i},${at},${user},o${i - 5},-1.${cents},`);
    else if (i % 20 === 19) lines.push(`${i},never,${user},o${i},5.00,`);
    else lines.push(`${i},${at},${user},o${i},${20 + (i % 37)}.${cents},${codes[((i * 7) % 400) % 5] ?? ""}`);
  }
  const file = path.join(folder, name);
  fs.writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

const env = () => ({
  DATABASE_URL: engine.database.ownerUrl, DATABASE_RUNTIME_URL: engine.database.runtimeUrl, GRAPEVINE_DATA: folder,
  GRAPEVINE_SECRET: engine.secret.toString("base64"),
});
const argv = (file: string, refused: string, ...more: string[]): string[] => [
  "import", file, "--workspace", slug, "--mapping", path.join(folder, "mapping.json"), "--refused", path.join(folder, refused), "--json",
  ...more,
];

async function books(workspace: string) {
  return {
    rewards: await engine.rows(
      "select rule, basis, nominal, owed, state from reward where workspace_id = $1 order by rule, basis", [workspace],
    ),
    accounts: await engine.rows(
      `select kind, unit, count(*)::int as accounts, sum(balance)::text as balance from ledger_account
        where workspace_id = $1 group by 1, 2 order by 1, 2`, [workspace],
    ),
    facts: await engine.rows(
      "select client_id, type, status from fact where workspace_id = $1 and client_id like 'row:%' order by client_id", [workspace],
    ),
  };
}

async function until<T>(find: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test("killed three times and resumed, it ends with the same rewards, balances, facts and refused rows", async () => {
  const whole = await runCli(argv(await arrange(engine.workspace, "whole.csv"), "whole.refused.csv"), { env: env() });
  expect([whole.code, whole.stderr]).toEqual([0, ""]);
  const report = whole.json() as unknown as { rows: number; accepted: number; refused: number };
  const bad = ROWS / 20;
  expect(report).toMatchObject({ rows: ROWS, accepted: ROWS - bad, refused: bad, status: "closed", reasons: { instant_malformed: bad } });

  const file = await arrange(engine.sandbox, "cut.csv");
  // Facts, not the import's own counter: most kills then fall between a batch and the note that it is done.
  const done = async (): Promise<number> =>
    (await engine.rows("select 1 from fact where workspace_id = $1 and client_id like 'row:%'", [engine.sandbox])).length;
  const kills: number[] = [];
  for (const [round, rows] of [400, 1900, 3900].entries()) {
    const running = startCli(argv(file, "cut.refused.csv", "--sandbox", ...(round === 0 ? [] : ["--resume"])), { env: env() });
    const ended = running.ended.then(() => "ended" as const);
    const reached = until(async () => ((await done()) >= rows ? "reached" as const : undefined));
    expect(await Promise.race([ended, reached]), running.stderr()).toBe("reached");
    running.child.kill("SIGKILL");
    expect((await running.ended).signal).toBe("SIGKILL");
    kills.push(await done());
  }
  console.log(`killed after ${kills.join(", ")} of ${report.accepted} facts`);
  expect(kills.every((facts, i) => facts < report.accepted && facts > (kills[i - 1] ?? 0))).toBe(true);
  const resumed = await runCli(argv(file, "cut.refused.csv", "--sandbox", "--resume"), { env: env() });
  expect([resumed.code, resumed.stderr]).toEqual([0, ""]);
  expect(resumed.json()).toMatchObject({ ...report, import: expect.any(String), duplicates: expect.any(Number) });
  expect(await books(engine.sandbox)).toEqual(await books(engine.workspace));
  const refused = (name: string): string => fs.readFileSync(path.join(folder, name), "utf8");
  expect(refused("cut.refused.csv")).toBe(refused("whole.refused.csv"));
}, 120_000);

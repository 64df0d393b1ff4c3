import { afterAll, beforeAll, test } from "vitest";
import { definition } from "../../src/core/program.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { openPlace } from "../support/place.ts";
import { canonicalHash } from "../support/canonical-hash.ts";
import { RETAIL_ADVOCATES, retailEvents } from "../support/retail.ts";
import { shuffled } from "../support/shuffle.ts";
let e: Engine;
beforeAll(async () => { e = await createEngine(); await e.rows("alter system set log_min_duration_statement = 0"); await e.rows("select pg_reload_conf()"); });
afterAll(async () => { const { execSync } = await import("node:child_process"); execSync("cat $(ls -t /tmp/grapevine-test-run-*/postgres.log) > /tmp/gv/pg.log"); });
afterAll(async () => await e.close());
const base = { kind: "direct", stages: ["order"], qualifies_at: "order", destination: "https://shop.example/", attribution: { window: "30d" } };
const FLAT = { ...base, key: "flat", name: "flat", rewards: [{ key: "tenth", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 10, of: "order.total" } }, hold: "30d" }] };
const TIER = { ...base, key: "tier", kind: "tiered", name: "tier", tiers: { by: "qualified_referrals", every: "quarter", steps: [{ from: 1 }, { from: 5, multiply: 1.5 }, { from: 15, multiply: 2 }] },
  rewards: [{ key: "five", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 5, of: "order.total" } }, hold: "30d", limit: { per: "advocate", amount: "500.00 GBP", every: "month" } }] };
test("x", async () => {
  const timelines = [FLAT, TIER].map((d) => ({ key: d.key, versions: [{ from: 0, open: false, definition: definition.parse(d) as never }] }));
  const events = retailEvents(["flat", "tier"]);
  for (const [name, list] of [["shuffled", shuffled(events, 1)]] as const) { const ins = await import("node:inspector/promises"); const ses = new ins.Session(); ses.connect(); await ses.post("Profiler.enable"); await ses.post("Profiler.start");
    const t0 = performance.now();
    const p = await openPlace(e, { timelines, users: RETAIL_ADVOCATES, knownAt: Date.UTC(2010, 10, 1) });
    const t1 = performance.now();
    let inflight: Promise<unknown> = Promise.resolve();
    for (let i = 0; i < Math.min(list.length, Number(process.env.ZZ ?? 99999)); i += 500) { const tt = performance.now(); setTimeout(() => {}, 0); if (i % 2000 === 0) process.stderr.write(`${name} ${i} ${Math.round(tt - t1)}\n`); const n = e.batcher.submit(p.workspace, list.slice(i, i + 500), { importId: "t" }); await inflight; inflight = n; }
    await inflight;
    const t2 = performance.now(); (await import("node:fs")).writeFileSync("/tmp/gv/p.cpuprofile", JSON.stringify((await ses.post("Profiler.stop")).profile));
    const st = await e.rows("select program_id, owner_id, period from standing where workspace_id = $1", [p.workspace]);
    const cl = await e.database.pool().connect(); await cl.query("begin"); await cl.query("set local plan_cache_mode=force_generic_plan; set local enable_seqscan=off; set local enable_hashjoin=off; set local enable_mergejoin=off"); await cl.query("select begin_batch($1)", [p.workspace]);
    const ex = async (cols: string, from: string) => { const r = await cl.query("explain (analyze, buffers, serialize) select " + cols + " from unnest($2::uuid[], $3::uuid[], $4::text[]) k(k_program, k_owner, k_period) " + from, [p.workspace, st.map((x: any) => x.program_id), st.map((x: any) => x.owner_id), st.map((x: any) => x.period)]); console.log(r.rows.map((x: any) => x["QUERY PLAN"]).join("\n")); };
    await ex("reward.*", "join reward on workspace_id = $1 and recipient_id = k_owner and program_id = k_program and period = k_period");
    await ex("reward.id", "join reward on workspace_id = $1 and recipient_id = k_owner and program_id = k_program and period = k_period");
    await ex("r.*", "join referral r on r.workspace_id = $1 and r.advocate_id = k_owner and r.program_id = k_program and r.period = k_period and r.status = 'qualified'");
    await cl.query("rollback"); cl.release();
    console.log(name, Math.round(t1 - t0), Math.round(t2 - t1), await canonicalHash(e.rows, p.workspace), Math.round(performance.now() - t2));
  }
}, 600_000);

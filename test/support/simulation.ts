/**
 * A workspace's life from one seed (F1): clients on a bad network, a process that dies between any two statements, a clock that is
 * moved, payouts with a bank that fails, rules that are edited, people who are erased; and beside it a model in a hundred lines that
 * knows nothing of the engine: who referred whom, what each order is worth now, a tenth of it owed.
 */
import crypto from "node:crypto";
import { createHashes } from "../../src/adapters/hashes.ts";
import type { EventInput, EventOutcome } from "../../src/core/event.ts";
import type { ProgramDefinition } from "../../src/core/program.ts";
import { type Batcher, createBatcher } from "../../src/flow/batcher.ts";
import { moveClock } from "../../src/flow/clock.ts";
import { createWorkspace } from "../../src/flow/create-workspace.ts";
import { erasePerson } from "../../src/flow/erase-person.ts";
import { createWorlds } from "../../src/flow/load-world.ts";
import { createPayout, recordPayouts } from "../../src/flow/payouts.ts";
import { Refusal } from "../../src/flow/refusal.ts";
import { type Pool, openPool } from "../../src/store/db.ts";
import { SETTLE_SETTINGS } from "../../src/store/settle-transaction.ts";
import type { Engine } from "./engine.ts";
import { type FaultProxy, startFaultProxy } from "./fault-proxy.ts";
import type { Parts } from "./people.ts";
import { type Chance, chanceOf } from "./random-life.ts";

const BEGIN = Date.parse("2030-01-01T00:00:00Z");
const DAY = 86_400_000;
const ADVOCATES = 4;
const FRIENDS = 12;
/** Statements of one batch, begin and commit included, with some to spare. */
const STATEMENTS = 24;

/** A tenth of every order, whoever buys, fourteen days later. `hold` is what rule edits change: it moves nothing but instants. */
const tenth = (hold: string): ProgramDefinition => ({
  key: "tenth",
  kind: "direct",
  name: "A tenth",
  stages: ["signup", "order"],
  qualifies_at: "order",
  friends: { who: "anyone" },
  destination: "https://shop.example/",
  terms: { en: "T" },
  disclosure: { en: "D" },
  attribution: { window: "365d" },
  rewards: [{ key: "tenth", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 10, of: "order.total" } }, hold }],
});

type Order = { friend: number; total: number; refunded: number; isBought: boolean; at: number };
type Process = { proxy: FaultProxy; pool: Pool; batcher: Batcher };
export type Simulation = {
  seed: number;
  chance: Chance;
  workspace: string;
  /** Where the clock stands, as far as the clients know. */
  now: number;
  codes: string[];
  orders: Map<string, Order>;
  /** Sent and not acknowledged, or not sent yet: what every client still owes to the network. */
  pending: EventInput[];
  acknowledged: Set<string>;
  log: string[];
  made: number;
  process: Process;
  dead: Process[];
  counts: Record<string, number>;
};
type World = { e: Engine; parts: Parts };

/** One seed, `ops` steps, then everything is delivered and compared with the model. @returns what is wrong (none: right) and the log. */
export async function simulate(world: World, seed: number, ops: number): Promise<{ wrong: string[]; sim: Simulation }> {
  const sim = await begin(world, seed);
  try {
    for (let i = 0; i < ops; i++) await step(world, sim);
    await deliver(sim, sim.pending.splice(0));
    await advance(world, sim, 60 * DAY);
    return { wrong: await compare(world, sim), sim };
  } finally {
    for (const process of [sim.process, ...sim.dead]) {
      await process.pool.end().catch(() => undefined);
      await process.proxy.stop();
    }
  }
}

async function begin({ e, parts }: World, seed: number): Promise<Simulation> {
  const slug = `sim-${seed}-${crypto.randomBytes(3).toString("hex")}`;
  const { sandboxId: workspace } = await createWorkspace({ pool: parts.pool, ids: parts.ids }, { slug });
  await moveClock(parts, { ...e.by, workspaceId: workspace }, { setTo: BEGIN });
  await e.publish(tenth("14d"), { workspace });
  const codes: string[] = [];
  for (let i = 0; i < ADVOCATES; i++) codes.push((await e.join("tenth", { user_id: `adv${i}` }, workspace)).code);
  const process = await startProcess(e);
  const sim: Simulation = {
    seed,
    chance: chanceOf(seed),
    workspace,
    now: BEGIN,
    codes,
    orders: new Map(),
    pending: [],
    acknowledged: new Set(),
    log: [],
    made: 0,
    process,
    dead: [],
    counts: {},
  };
  await greet(
    sim,
    Array.from({ length: FRIENDS }, (_, friend) => friend),
  );
  return sim;
}

/**
 * Every friend signs up before she does anything else. A binding that is frozen (her first reward is available) does not move back for
 * what is told weeks later and happened before it, which the model would have to know.
 */
async function greet(sim: Simulation, friends: readonly number[]): Promise<void> {
  const hello = (friend: number): EventInput => {
    return { id: `hello-${sim.made++}`, type: "signup", occurred_at: iso(BEGIN), ...someone(sim, friend) };
  };
  await deliver(sim, friends.map(hello));
}

const someone = (sim: Simulation, friend: number): Pick<EventInput, "person" | "referral"> => ({
  person: { user_id: `f${friend}` },
  referral: { code: sim.codes[friend % ADVOCATES] as string },
});

/** A process of its own on the database: its connections go through a proxy that can kill it at any statement. */
async function startProcess(e: Engine): Promise<Process> {
  const proxy = await startFaultProxy(e.database.runtimeUrl);
  const pool = openPool(proxy.url, { max: 2, settings: SETTLE_SETTINGS, onError: () => undefined });
  const mac = (message: Uint8Array) => crypto.createHmac("sha256", e.secret).update(message).digest();
  const log = { info() {}, warn() {}, error() {} };
  return { proxy, pool, batcher: createBatcher({ pool, hashes: createHashes(e.secret), worlds: createWorlds(), mac, log }) };
}

async function step(world: World, sim: Simulation): Promise<void> {
  const { chance: c } = sim;
  const r = c.next();
  if (r < 0.58) return send(sim);
  if (r < 0.7) return deliver(sim, take(sim, 6));
  if (r < 0.8) return die(world, sim);
  if (r < 0.86) return lose(sim);
  if (r < 0.92) return advance(world, sim, c.pick([3_600_000, DAY, 3 * DAY, 10 * DAY]));
  if (r < 0.97) return pay(world, sim);
  if (r < 0.985) return edit(world, sim);
  return erase(world, sim);
}

/** New events, each with its fate: delivered, delivered twice, kept back, or lost on its way until the client tries again. */
async function send(sim: Simulation): Promise<void> {
  const { chance: c } = sim;
  const now: EventInput[] = [];
  for (let i = 1 + c.below(4); i > 0; i--) {
    const event = someEvent(sim);
    const fate = c.next();
    if (fate < 0.75) now.push(event);
    if (fate > 0.6) sim.pending.push(event);
    if (fate > 0.95) sim.pending.push(event);
  }
  await deliver(sim, now);
}

/** A few of what is still owed, from anywhere in the queue: late, out of order, again. */
function take(sim: Simulation, most: number): EventInput[] {
  const taken: EventInput[] = [];
  for (let i = 1 + sim.chance.below(most); i > 0 && sim.pending.length > 0; i--) {
    taken.push(...sim.pending.splice(sim.chance.below(sim.pending.length), 1));
  }
  return taken;
}

function someEvent(sim: Simulation): EventInput {
  const { chance: c } = sim;
  const name = `e${sim.made++}`;
  const known = [...sim.orders.keys()];
  const r = c.next();
  if (r < 0.3 && known.length > 0) {
    const id = c.pick(known);
    const order = sim.orders.get(id) as Order;
    const amount = c.next() < 0.6 ? { amount: 1 + c.below(order.total) } : {};
    const type = c.pick(["refund", "refund", "chargeback"] as const);
    return {
      id: name,
      type,
      occurred_at: iso(Math.min(sim.now + 1_000, order.at + 1 + c.below(DAY))),
      order: { id, currency: "USD", ...amount },
    };
  }
  const friend = c.below(FRIENDS);
  const at = Math.max(BEGIN + 1_000, sim.now - c.below(3 * DAY));
  const who = someone(sim, friend);
  if (r < 0.45) return { id: name, type: c.pick(["signup", "visit"] as const), occurred_at: iso(at), ...who };
  const order = { id: `o-${name}`, total: 1 + c.below(20_000), currency: "USD" };
  sim.orders.set(order.id, { friend, total: order.total, refunded: 0, isBought: false, at });
  return { id: name, type: "purchase", occurred_at: iso(at), ...who, order };
}

/** Sends and waits for the answer; what is not acknowledged is still owed. */
async function deliver(sim: Simulation, events: EventInput[]): Promise<void> {
  if (events.length === 0) return;
  count(sim, "batches");
  const outcomes = await sim.process.batcher.submit(sim.workspace, events as never);
  sim.log.push(`sent ${outcomes.map((o) => `${o.client_id}:${o.status}`).join(" ")}`);
  outcomes.forEach((o, i) => acknowledge(sim, events[i] as EventInput, o));
}

function acknowledge(sim: Simulation, event: EventInput, { status, error }: EventOutcome): void {
  if (status === "rejected" || status === "failed") throw new Error(`${event.id} was answered ${status}: ${JSON.stringify(error)}`);
  if (sim.acknowledged.has(event.id as string)) return;
  sim.acknowledged.add(event.id as string);
  const order = sim.orders.get(event.order?.id ?? "");
  if (order === undefined) return;
  if (event.type === "purchase") order.isBought = true;
  else {
    // A chargeback takes the whole order back, whatever the bank says of an amount.
    const back = event.type === "chargeback" ? order.total : (event.order?.amount ?? order.total);
    order.refunded = Math.min(order.total, order.refunded + back);
  }
}

/** The process dies at a statement; nobody hears whether it was done. Another one takes over, the client sends again later. */
async function die(world: World, sim: Simulation): Promise<void> {
  const { chance: c } = sim;
  const events = [...take(sim, 3), someEvent(sim)];
  const { process } = sim;
  const cut = { at: 1 + c.below(STATEMENTS), side: c.pick(["before", "after"] as const) };
  const death = new Promise<"died">((resolve) => process.proxy.arm({ ...cut, onDeath: () => resolve("died") }));
  const sent = process.batcher.submit(sim.workspace, events as never).catch(() => "died" as const);
  const result = await Promise.race([death, sent]);
  sim.log.push(`death at ${cut.at} ${cut.side}: ${result === "died" ? "died" : "lived"}`);
  if (result !== "died") {
    process.proxy.arm({ at: "no statement says this", side: "before" });
    return result.forEach((o, i) => acknowledge(sim, events[i] as EventInput, o));
  }
  count(sim, "deaths");
  sim.pending.push(...events);
  sim.dead.push(process);
  sim.process = await startProcess(world.e);
}

/** The connection is lost at a statement; the process goes on and answers. */
async function lose(sim: Simulation): Promise<void> {
  const cut = { at: 1 + sim.chance.below(STATEMENTS), side: sim.chance.pick(["before", "after"] as const) };
  sim.process.proxy.arm(cut);
  await deliver(sim, [...take(sim, 3), someEvent(sim)]);
  if (sim.process.proxy.hasCut()) count(sim, "cuts");
  sim.process.proxy.arm({ at: "no statement says this", side: "before" });
}

async function advance({ e, parts }: World, sim: Simulation, ms: number): Promise<void> {
  sim.now += ms;
  count(sim, "clock");
  await moveClock(parts, { ...e.by, workspaceId: sim.workspace }, { setTo: sim.now });
  sim.log.push(`clock ${iso(sim.now)}`);
}

/** A payout, and the bank's word on some of what is under way: paid, refused, or the same word twice. */
async function pay({ e, parts }: World, sim: Simulation): Promise<void> {
  const by = { ...e.by, workspaceId: sim.workspace };
  const made = await orRefused(() => createPayout(parts, by, { unit: "USD", form: "cash", minimum: 1 + sim.chance.below(500) }));
  sim.log.push(`payout ${typeof made === "string" ? made : "made"}`);
  const flying = await e.rows<{ id: string; batch_id: string }>(
    "select id, batch_id from payout where workspace_id = $1 and state = 'in_flight' order by amount, created_at, id",
    [sim.workspace],
  );
  for (const payout of flying) {
    const r = sim.chance.next();
    if (r < 0.3) continue;
    const state = r < 0.75 ? ("settled" as const) : ("failed" as const);
    const input = { batchId: payout.batch_id, results: [{ payoutId: payout.id, state, reference: null, error: null }] };
    for (let times = r > 0.9 ? 2 : 1; times > 0; times--) await recordPayouts(parts, by, input);
    count(sim, `bank ${state}`);
  }
}

async function edit({ e }: World, sim: Simulation): Promise<void> {
  const hold = sim.chance.pick(["1d", "7d", "30d"]);
  await e.publish(tenth(hold), { workspace: sim.workspace });
  sim.log.push(`rules: hold ${hold}`);
  count(sim, "edits");
}

async function erase({ e, parts }: World, sim: Simulation): Promise<void> {
  const friend = sim.chance.below(FRIENDS);
  const { rows } = await e.database.ownerPool.query<{ id: string }>(
    "select person_id as id from person_identity where workspace_id = $1 and kind = 1 and value = $2",
    [sim.workspace, `f${friend}`],
  );
  const gone = rows[0] && (await orRefused(() => erasePerson(parts, { ...e.by, workspaceId: sim.workspace }, rows[0]!.id)));
  sim.log.push(`erase f${friend}: ${rows.length === 0 ? "nobody" : typeof gone === "string" ? gone : "done"}`);
  count(sim, "erased");
  // What she does from now on is a stranger's doing.
  await greet(sim, [friend]);
}

async function orRefused<T>(work: () => Promise<T>): Promise<T | string> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** The model's word against the ledger's, and that nothing acknowledged is missing. */
async function compare({ e }: World, sim: Simulation): Promise<string[]> {
  const wrong: string[] = [];
  const rows = await e.rows<{ basis: string; owed: number }>(
    "select basis, sum(owed)::bigint as owed from reward where workspace_id = $1 group by basis",
    [sim.workspace],
  );
  const owed = new Map(rows.map((r) => [r.basis, r.owed]));
  for (const [id, order] of sim.orders) {
    const nominal = order.isBought ? Math.floor((order.total * 10 + 50) / 100) : 0;
    const kept = order.total - order.refunded;
    const expected = Math.floor((2 * nominal * kept + order.total) / (2 * order.total));
    const actual = owed.get(`order:${id}`) ?? 0;
    if (actual !== expected) wrong.push(`${id}: ${actual} owed, the model says ${expected} (${JSON.stringify(order)})`);
  }
  const stored = await e.rows<{ client_id: string }>("select client_id from fact where workspace_id = $1", [sim.workspace]);
  const there = new Set(stored.map((r) => r.client_id));
  for (const id of sim.acknowledged) if (!there.has(id)) wrong.push(`${id} was acknowledged and is not stored`);
  return wrong;
}

function count(sim: Simulation, what: string): void {
  sim.counts[what] = (sim.counts[what] ?? 0) + 1;
}

const iso = (at: number): string => new Date(at).toISOString();

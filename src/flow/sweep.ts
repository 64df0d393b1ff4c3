/**
 * What becomes due by time alone, one workspace at a time and on the database's clock: waits that are over, holds that are over, points
 * that end, bindings that freeze, periods that close, coupons to issue, and rows whose time to be kept is over.
 *
 * While an import is open only the last is done: history settles as history, whatever the order in which its rows arrive.
 */
import type { Compiled, World } from "../core/compiled.ts";
import type { EventOutcome } from "../core/event.ts";
import { derivedUuid, externalId } from "../core/id.ts";
import type { Draft } from "../core/ingest/normalise.ts";
import { addDuration } from "../core/time.ts";
import { type Client, inWorkspace } from "../store/db.ts";
import { dropOldDeliveries } from "../store/deliveries.ts";
import { dropOldAnswers } from "../store/idempotency.ts";
import { dropOldBuckets } from "../store/limits.ts";
import { dropOldCalls } from "../store/request-log.ts";
import { inBatch } from "../store/settle-transaction.ts";
import * as store from "../store/sweeps.ts";
import { workspaceNow } from "../store/workspaces.ts";
import { releaseAnnouncements } from "./announce/release.ts";
import { sweepClaims } from "./claims-age.ts";
import { sweepContests } from "./contests/sweep-contests.ts";
import { issueCoupons } from "./coupons.ts";
import type { MoneyParts, SweepParts } from "./money-parts.ts";
import { expireRewards, tellExpiring } from "./sweep-expire.ts";
import { sweepCases } from "./sweep-cases.ts";
import { sweepLevels } from "./sweep-levels.ts";
import { dropOldSignals } from "../store/risk-gates.ts";
import { sweepReviews } from "./risk/reviews.ts";
import { matureRewards } from "./sweep-mature.ts";

/** Rewards, bindings or standings in one transaction: 10,000 rewards with their bindings hold the writer lock for half a second. */
const CHUNK = 10_000;
/** Waits recorded at once: a batch of the settle path. */
const DELAYS = 500;
/** Answers are kept two days under their Idempotency-Key, rate limits a day; free properties say their own end. */
const ANSWER_HOURS = 48;
const BUCKET_SECONDS = 86_400;
const PRIVATE_DAYS = 90;
/** What shops' webhooks were answered: no provider repeats one after a few days, and its facts know a repeat themselves. */
const DELIVERY_DAYS = 90;

const KINDS = [
  "matured",
  "lapsed",
  "expiring",
  "closed",
  "delayed",
  "frozen",
  "coupons",
  "levels",
  "claims",
  "cases",
  "reviews",
  "contests",
  "asked",
  "expired",
] as const;
/**
 * How many of each: rewards matured, rewards of which something ended unspent (`lapsed`), rewards whose
 * holders were told that they end soon, standings closed, waits recorded, bindings
 * frozen, coupons issued or voided, levels whose time was up, claims, cases, reviews and contests that moved, people asked
 * or held back by announcements (`asked`), old rows dropped (`expired`).
 */
export type Swept = Record<(typeof KINDS)[number], number>;

export function sweptNothing(): Swept {
  return Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Swept;
}

export type SweepOptions = {
  /** Nothing that is due after this instant (a sandbox's clock stops exactly there); the present when absent. */
  until?: number;
  /** Also drops rows whose time is over: once a day is enough. */
  clean?: boolean;
};

/** Does everything that is due. Safe to run twice, by several processes at once, and to be killed. */
export async function sweepWorkspace(parts: SweepParts, workspaceId: string, options: SweepOptions = {}): Promise<Swept> {
  const swept = sweptNothing();
  const { until } = options;
  const due = await look(parts, workspaceId, until);
  if (options.clean === true) swept.expired = await dropOld(parts, workspaceId, until);
  if (due.importing) return swept;
  if (due.claims) swept.claims = await sweepClaims(parts, workspaceId, until);
  if (due.delays) swept.delayed = await recordDelays(parts, workspaceId, until);
  if (due.reviews || swept.delayed > 0) swept.reviews = await sweepReviews(parts, workspaceId, until);
  const of = { workspaceId, until };
  if (due.rewards || swept.delayed > 0)
    swept.matured = await inChunks(parts, of, (db, instant) => matureRewards(parts, { db, workspaceId }, { instant, limit: CHUNK }));
  if (due.expiries || swept.matured > 0)
    swept.lapsed = await inChunks(parts, of, (db, instant) => expireRewards(parts, { db, workspaceId, instant }, CHUNK));
  if (due.expiring || swept.matured > 0)
    swept.expiring = await inChunks(parts, of, (db, instant) => tellExpiring({ db, workspaceId, instant }, CHUNK));
  if (due.referrals) swept.frozen = await inChunks(parts, of, (db, instant, world) => freeze(db, workspaceId, { instant, world }));
  if (due.standings) swept.closed = await inChunks(parts, of, (db, instant, world) => close(db, workspaceId, { instant, world }));
  if (due.coupons || swept.matured > 0 || swept.delayed > 0) swept.coupons = await issueCoupons(parts, workspaceId);
  if (due.levels) swept.levels = await sweepLevels(parts, workspaceId, until);
  if (due.cases) swept.cases = await sweepCases(parts, workspaceId, until);
  swept.contests = await sweepContests(parts, workspaceId, until);
  if (due.announcements) swept.asked = await releaseAnnouncements(parts, workspaceId, until);
  return swept;
}

/** Rate limits of every workspace and address: they know no workspace, so they are dropped on their own, once a day. */
export async function sweepHouse(parts: Pick<MoneyParts, "pool">): Promise<number> {
  return dropOldBuckets(parts.pool, BUCKET_SECONDS);
}

async function look(parts: MoneyParts, workspaceId: string, until: number | undefined): Promise<store.DueKinds> {
  return inWorkspace(parts.pool, workspaceId, async (db) =>
    store.readDueKinds(workspaceId, db, until ?? (await workspaceNow(workspaceId, db))),
  );
}

type Step = (db: Client, instant: number, world: World) => Promise<number>;

/** Repeats a step, a transaction each, until it finds less than a chunk. Each takes its place in the queue of writers. */
async function inChunks(parts: MoneyParts, of: { workspaceId: string; until: number | undefined }, step: Step): Promise<number> {
  const { workspaceId, until } = of;
  for (let total = 0; ; ) {
    const done = await inBatch(parts.pool, workspaceId, async (db, opening) => {
      const head = await opening;
      if (head.importing) return { statements: [], result: 0 };
      const instant = until === undefined ? head.instant : Math.min(head.instant, until);
      const world = await parts.worlds.get(db, workspaceId, head.revision);
      return { statements: [], result: await step(db, instant, world) };
    });
    total += done;
    if (done < CHUNK) return total;
  }
}

type At = { instant: number; world: World };

/** Bindings freeze `settle_grace` after they were made, by the version they were made under. */
async function freeze(db: Client, workspaceId: string, at: At): Promise<number> {
  const versions = at.world.timelines.flatMap((t) => t.versions.map((v) => v.compiled));
  return store.freezeOldReferrals(workspaceId, db, {
    programs: versions.map((v) => v.id),
    versions: versions.map((v) => v.version),
    cutoffs: versions.map((v) => graceStart(v, at.instant)),
    instant: at.instant,
    limit: CHUNK,
  });
}

/** Periods close `settle_grace` after their end, by the program's newest version: a period has many referrals, of many versions. */
async function close(db: Client, workspaceId: string, at: At): Promise<number> {
  const newest = at.world.timelines.flatMap((t) => t.versions.slice(-1).map((v) => v.compiled));
  return store.closeStandings(workspaceId, db, {
    programs: newest.map((v) => v.id),
    cutoffs: newest.map((v) => graceStart(v, at.instant)),
    instant: at.instant,
    limit: CHUNK,
  });
}

/** What happened up to here has had its grace. A grace in months goes back by the calendar: at most 3 days late, at a month's end. */
function graceStart(program: Compiled, instant: number): number {
  const { months, ms } = program.grace;
  return addDuration(instant - ms, { months: -months, ms: 0 }, program.zone);
}

/**
 * Records the waits that are over as facts of the engine's own: they go through the settle path like any other, and what their condition
 * reads about the person is copied into them at that instant. Killed between the fact and its mark, the same fact is a duplicate.
 */
async function recordDelays(parts: SweepParts, workspaceId: string, until: number | undefined): Promise<number> {
  for (let total = 0; ; ) {
    const { instant, delays } = await inWorkspace(parts.pool, workspaceId, async (db) => {
      const now = until ?? (await workspaceNow(workspaceId, db));
      return { instant: now, delays: await store.readDueDelays(workspaceId, db, { instant: now, limit: DELAYS }) };
    });
    if (delays.length === 0) return total;
    const outcomes = await parts.batcher.submitDrafts(
      workspaceId,
      delays.map((delay, index) => draftOf(parts, delay, index)),
    );
    outcomes.forEach((o) => warnRefused(parts, workspaceId, o));
    total += await inWorkspace(parts.pool, workspaceId, (db) => store.finishDelays(workspaceId, db, { delays, instant }));
    if (delays.length < DELAYS) return total;
  }
}

function draftOf(parts: MoneyParts, delay: store.DueDelay, index: number): Draft {
  const client = `delay:${delay.program}:${delay.rule}:${delay.basis}:${delay.person}`;
  return {
    index,
    client,
    hash: parts.hashes.keyed(client),
    type: "delay_passed",
    at: null,
    identities: [],
    personId: externalId("per", delay.person),
    coupons: [],
    event: { type: "custom", program: delay.program } as Draft["event"],
    rule: delay.rule,
    basis: delay.basis,
    ...(delay.advocate === null ? {} : { advocate: delay.advocate }),
  };
}

/** Only an outside event that took this very id can be in the way, and it will be for ever: the wait is marked all the same. */
function warnRefused(parts: MoneyParts, workspaceId: string, outcome: EventOutcome): void {
  if (outcome.status === "rejected") parts.log.error("a wait could not be recorded", { workspace: workspaceId, code: outcome.error?.code });
}

/** Rows that are kept for a time only. */
async function dropOld(parts: MoneyParts, workspaceId: string, until: number | undefined): Promise<number> {
  return inWorkspace(parts.pool, workspaceId, async (db) => {
    const now = until ?? (await workspaceNow(workspaceId, db));
    // What happened 90 days ago and 5 minutes (events may run that far ahead of the clock) is in ids below this one.
    const before = derivedUuid("f".repeat(32), Math.max(0, now - PRIVATE_DAYS * 86_400_000 + 300_000));
    const [answers, signIns, events, deliveries] = await Promise.all([
      dropOldAnswers(workspaceId, db, ANSWER_HOURS),
      store.dropOldSignIns(workspaceId, db),
      store.dropPrivateEvents(workspaceId, db, { before, now, limit: CHUNK }),
      dropOldSignals(workspaceId, db, { now, limit: CHUNK }),
      dropOldDeliveries(workspaceId, db, { days: DELIVERY_DAYS, limit: CHUNK }),
      dropOldCalls(workspaceId, db),
    ]);
    return answers + signIns + events + deliveries;
  });
}

import { z } from "zod";
import { DAY, formatInstant } from "../../core/time.ts";
import type { Client } from "../../store/db.ts";
import { type Need, NEED_KINDS, countNeeds, readBeginnings, readLowPools } from "../../store/home.ts";
import { idFloor } from "../../store/id-floor.ts";
import type { HeldRow } from "../../store/money-reports.ts";
import { type ProgramRow, listPrograms } from "../../store/programs.ts";
import { parseInt8 } from "../../store/types.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import type { Caller } from "../context.ts";
import { endpoint } from "../endpoint.ts";
import { instant, money } from "../schemas.ts";
import type { Permission } from "../permissions.ts";
import { readDoorAlerts } from "../../flow/tracking-alerts.ts";
import { goal, readGoals } from "../views/goal.ts";
import { happening, readHappenings } from "../views/home-feed.ts";

/** "99 and more" is as good as the number. */
const COUNTED = 100;
const FEED = 30;

const flow = z
  .object({
    week: z.int(),
    last_so_far: z.int().describe("Last week, up to now's place in it."),
    last: z.int(),
    month: z.int().describe("28 days."),
  })
  .meta({ id: "HomeFlow" });

const home = z
  .object({
    at: instant,
    counted_at: instant.describe("Of the figures of weeks: where there are very many rows, up to a minute ago and more."),
    week_from: instant.describe("Weeks begin on Monday, in the workspace's zone."),
    goals: z.array(goal).describe("The workspace's own first."),
    clicks: flow.describe("Of links and codes, without robots."),
    referrals: flow.describe("Friends who came: by a sign-up, a lead or an order; also those that were rejected since."),
    customers: flow.describe("Friends who did what the program counts: mostly a first order."),
    rewards: flow.describe("Rewards given; also those that were taken back since."),
    advocates: flow.describe("People who joined."),
    given: z.array(z.object({ unit: z.string(), form: z.string(), week: z.int(), last: z.int() })).describe("What those are worth now."),
    money: z
      .object({
        at: instant.describe("Where there are very many accounts, up to a minute ago and more."),
        waiting: z.array(money).describe("Rewards that wait for their time."),
        owed: z.array(money).describe("Available to people and not paid."),
        in_payout: z.array(money),
        paid: z.array(money).describe("Since the beginning."),
      })
      .nullable()
      .describe("Null without the permission ledger:read."),
    needs: z
      .array(z.object({ kind: z.enum(NEED_KINDS), count: z.int(), more: z.boolean().describe("Counted to 100; there are more.") }))
      .describe("What waits for somebody, of what the caller may see."),
    feed: z.array(happening).describe("The last of the past week, newest first."),
    programs: z.object({ live: z.int(), draft: z.int(), paused: z.int(), ended: z.int() }),
    begun: z
      .object({ fact: z.boolean(), click: z.boolean(), reward: z.boolean(), webhook: z.boolean(), source: z.boolean() })
      .describe("Whether there has ever been an event, a click, a reward, a webhook of ours, a source of theirs."),
  })
  .meta({ id: "Home" });

/** Who looks after it may see that it is there. */
const NEEDED: Record<(typeof NEED_KINDS)[number], Permission> = {
  reviews: "reviews:read",
  approvals: "rewards:read",
  claims: "claims:read",
  applications: "advocates:read",
  deliverables: "deliverables:read",
  testimonials: "testimonials:read",
  tickets: "people:read",
  webhooks: "webhooks:read",
  deliveries: "webhooks:read",
  failed_events: "events:read",
  parked_events: "events:read",
  refused_by_budget: "budgets:read",
  low_pools: "coupons:read",
  tracking: "reports:read",
};

export default endpoint({
  method: "GET",
  path: "/v1/home",
  tag: "Home",
  permission: "settings:read",
  summary: "How things stand, and what needs somebody",
  description: "One answer for the first page: goals, this week against last, money, what waits, and what happened lately.",
  response: home,
  async handler({ caller, read, services }) {
    const may = (permission: Permission): boolean => caller.permissions === "all" || caller.permissions.has(permission);
    const now = await read((workspaceId, db) => workspaceNow(workspaceId, db));
    const [answer, { at, week, flows, given }, sums] = await Promise.all([
      read((workspaceId, db) => readHome(workspaceId, db, { now, caller, may })),
      services.homeSums(caller.workspaceId, now),
      may("ledger:read") ? services.moneySums(caller.workspaceId, now) : null,
    ]);
    const counted = { counted_at: formatInstant(at), week_from: formatInstant(week), ...flows, given };
    return { ...answer, ...counted, money: sums === null ? null : { at: formatInstant(sums.at), ...moneyOf(sums.books) } };
  },
});

/** By kind of account and unit, whatever the form. A sum that no number holds exactly is refused (BeyondExact). */
function moneyOf(books: readonly HeldRow[]): Record<"waiting" | "owed" | "in_payout" | "paid", z.input<typeof money>[]> {
  const of = (kind: HeldRow["kind"]) =>
    [
      ...Map.groupBy(
        books.filter((row) => row.kind === kind),
        (row) => row.unit,
      ),
    ]
      .map(([unit, rows]) => ({ unit, sum: rows.reduce((sum, row) => sum + BigInt(row.amount), 0n) }))
      .filter(({ sum }) => sum !== 0n)
      .map(({ unit, sum }) => ({ amount: parseInt8(String(sum)), currency: unit }));
  return { waiting: of("pending"), owed: of("available"), in_payout: of("in_flight"), paid: of("settled") };
}

type Asked = { now: number; caller: Caller; may: (permission: Permission) => boolean };

async function readHome(workspaceId: string, db: Client, { now, may }: Asked) {
  const programs = await listPrograms(workspaceId, db, { before: null, limit: 200 });
  const count = (status: string): number => programs.filter((each) => each.status === status).length;
  const kinds = NEED_KINDS.filter((kind) => may(NEEDED[kind]));
  const since = now - 7 * DAY;
  const [goals, counted, lowPools, tracking, feed, begun] = await Promise.all([
    readGoals(workspaceId, db, now),
    countNeeds(workspaceId, db, {
      kinds: kinds.filter((kind): kind is Need => kind !== "low_pools" && kind !== "tracking"),
      limit: COUNTED,
      since,
      sinceId: idFloor(since),
    }),
    kinds.includes("low_pools") ? readLowPools(workspaceId, db, poolsOf(programs)) : 0,
    kinds.includes("tracking") ? readDoorAlerts(workspaceId, db, now) : [],
    readHappenings(workspaceId, db, { limit: FEED, named: may("people:read"), programs: namesOf(programs) }),
    readBeginnings(workspaceId, db),
  ]);
  const all: Record<string, number> = { ...counted, low_pools: lowPools, tracking: tracking.length };
  return {
    at: formatInstant(now),
    goals,
    needs: kinds
      .filter((kind) => (all[kind] ?? 0) > 0)
      .map((kind) => ({ kind, count: Math.min(all[kind]!, COUNTED - 1), more: all[kind]! >= COUNTED })),
    feed,
    programs: { live: count("live"), draft: count("draft"), paused: count("paused"), ended: count("ended") },
    begun,
  };
}

const namesOf = (programs: readonly ProgramRow[]): ReadonlyMap<string, string> =>
  new Map(programs.map((each) => [each.key, String((each.live ?? each.draft)?.["name"] ?? each.key)]));

/** Rules of live programs whose coupons come from uploaded codes. Ten left is low where the terms do not say. */
function poolsOf(programs: readonly ProgramRow[]) {
  return programs
    .filter((each) => each.status === "live")
    .flatMap((program) =>
      ((program.live?.["rewards"] ?? []) as { key: string; give?: { coupon?: { codes?: string; low_stock?: number } } }[])
        .filter((rule) => rule.give?.coupon?.codes === "pool")
        .map((rule) => ({ programId: program.id, rule: rule.key, low: rule.give?.coupon?.low_stock ?? 10 })),
    );
}

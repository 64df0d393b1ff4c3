/** Plans made before PostgreSQL has looked at its tables: a new workspace's first minute of load. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, inWorkspace } from "../../src/store/db.ts";
import { countDays } from "../../src/store/report-days.ts";
import { loadFriendRewards, loadReferrals, loadRewardsByKey } from "../../src/store/settle-load-rewards.ts";
import { loadStandingReferrals, loadStandingRewards, loadThresholds } from "../../src/store/settle-load-rewards.ts";
import { loadInvited, loadNamed } from "../../src/store/settle-load-named.ts";
import { SETTLE_SETTINGS } from "../../src/store/settle-transaction.ts";
import { type TestDatabase, createTestDatabase } from "../support/database.ts";

const DAY = 20_458;
const WORKSPACE = "00000000-0000-7000-8000-000000000001";
/** What tells a row of a program from many others. */
const BROAD = new Set(["workspace_id", "program_id"]);
let db: TestDatabase;

/** How settling reads on tables that were empty when its connection planned, by the name of the statement. */
let settled: Record<string, { read: string; by: string[] }[]>;

beforeAll(async () => {
  db = await createTestDatabase();
  settled = await plansOfSettling();
  // A minute of load: PostgreSQL sees how large the tables are and knows nothing of what is in them.
  await db.ownerPool.query(`set local session_replication_role = replica;
    insert into referral (workspace_id, id, program_id, friend_id, advocate_id, evidence, evidence_at, bound_at, bound_client, version,
                          stage, stage_at)
    select '${WORKSPACE}', gen_random_uuid(), '${WORKSPACE}', gen_random_uuid(), '${WORKSPACE}', 'code', 1, 1, 'c' || n, 1, 'buys', 1
      from generate_series(1, 5000) n;
    insert into reward (workspace_id, id, program_id, version, rule, basis, recipient_id, friend_id, advocate_id, fact_id, at, client_id,
                        rank_at, rank_client, form, unit, nominal, owed, state, available_at)
    select workspace_id, gen_random_uuid(), program_id, 1, 'ten', 'order:' || bound_client, advocate_id, friend_id, advocate_id, id, 1,
           bound_client, 1, bound_client, 'credit', 'EUR', 100, 100, 'pending', 1 from referral;
    insert into report_friend (workspace_id, program_id, referral_id, friend_id, advocate_id, version, channel, country, evidence, stage,
                               came, orders)
    select workspace_id, program_id, id, friend_id, advocate_id, 1, '', '', 'code', 'buys', ${DAY}, 1 from referral;
    insert into report_order (workspace_id, program_id, referral_id, order_id, day, nth, currency, total, refunded)
    select workspace_id, program_id, id, bound_client, ${DAY}, 1, 'EUR', 100, 0 from referral;
    insert into order_state (workspace_id, order_id, person_id, owner_at, owner_client, currency, total)
    select workspace_id, bound_client, friend_id, 1, bound_client, 'EUR', 100 from referral`);
});
afterAll(async () => {
  await db.drop();
});

/** The plan of what `ask` sends, a line each. */
async function planOf(ask: (client: Client) => Promise<unknown>): Promise<string[]> {
  const lines: string[] = [];
  await inWorkspace(db.pool(), WORKSPACE, async (client) => {
    const query = async (text: string, values: unknown[]): Promise<{ rows: [] }> => {
      const { rows } = await client.query<{ "QUERY PLAN": string }>(`explain ${text}`, values);
      lines.push(...rows.map((row) => row["QUERY PLAN"]));
      return { rows: [] };
    };
    await ask({ query } as unknown as Client);
  });
  return lines;
}

/** Of what a batch reads by keys: the plans that a connection of settling keeps. */
async function plansOfSettling(): Promise<typeof settled> {
  const none = { programs: [], rules: [], bases: [], recipients: [], owners: [], periods: [] };
  return await inWorkspace(db.pool({ max: 1, settings: SETTLE_SETTINGS }), WORKSPACE, async (client) => {
    await loadReferrals(client, WORKSPACE, []);
    await loadFriendRewards(client, WORKSPACE, []);
    await loadRewardsByKey(client, WORKSPACE, none);
    await loadStandingReferrals(client, WORKSPACE, none);
    await loadStandingRewards(client, WORKSPACE, none);
    await loadThresholds(client, WORKSPACE, none);
    await loadNamed(client, WORKSPACE, []);
    await loadInvited(client, WORKSPACE, { programs: [], addresses: [] });
    const { rows } = await client.query<{ name: string; values: number }>(
      "select name, cardinality(parameter_types) as values from pg_prepared_statements where name like 'load_%'",
    );
    const plans: typeof settled = {};
    for (const { name, values } of rows) {
      const asked = `explain execute ${name}(${Array.from({ length: values }, () => "null").join()})`;
      const { rows: lines } = await client.query<{ "QUERY PLAN": string }>(asked);
      plans[name.replace(/_\d$/, "")] = entered(lines.map((line) => line["QUERY PLAN"]));
    }
    return plans;
  });
}

const TABLES = "(?:referral|reward|report_friend|report_order|order_state|person_private|person_name|mail_invitation)";
const READS = new RegExp(`(?:Seq Scan|Index(?: Only)? Scan using \\w+) on ${TABLES}\\b|Bitmap Index Scan on ${TABLES}`);

/** Reads of referrals and rewards, which are looked into once for each row of a day, with the columns by which an index is entered. */
function entered(plan: readonly string[]): { read: string; by: string[] }[] {
  return plan.flatMap((line, i) => {
    if (!READS.test(line)) return [];
    const condition = plan.slice(i + 1, i + 3).find((next) => next.includes("Index Cond:")) ?? "";
    return [{ read: line.trim(), by: [...condition.matchAll(/(\w+) (?:=|>=|<=|<|>) /g)].map((found) => found[1] as string) }];
  });
}

test("a batch finds referrals and rewards by the people and keys of its events, on a connection that planned on empty tables", () => {
  const by = Object.fromEntries(Object.entries(settled).map(([name, reads]) => [name, reads.map((each) => each.by.toSorted().join())]));
  expect(by).toEqual({
    load_referrals: ["friend_id,workspace_id"],
    load_friend_rewards: ["friend_id,workspace_id", "recipient_id,workspace_id"],
    load_rewards_by_key: ["basis,program_id,recipient_id,rule,workspace_id"],
    load_standing_referrals: ["advocate_id,program_id,workspace_id"],
    load_standing_rewards: ["period,program_id,recipient_id,workspace_id"],
    load_thresholds: ["period,program_id,recipient_id,workspace_id"],
    load_named: ["name_key,workspace_id"],
    load_invited: ["address,program_id,workspace_id"],
  });
});

test.each(["rewards", "firsts"] as const)("a day of %s finds each row's referral and rewards by its friend or id", async (family) => {
  const from = Date.UTC(2026, 0, 5);
  const days = [{ program: WORKSPACE, day: DAY, from, to: from + 86_400_000 }];
  const reads = entered(await planOf((client) => countDays(WORKSPACE, client, { family, days })));
  expect(reads.length).toBeGreaterThan(0);
  // The rows of the day themselves are read once.
  const looked = reads.filter(({ read }) => !read.includes(" on report_order r "));
  expect(looked.filter(({ by }) => by.every((column) => BROAD.has(column)))).toEqual([]);
});

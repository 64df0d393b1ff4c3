/**
 * The state of a workspace in words that do not depend on how it came about: people by their identities, rewards by their
 * business keys, balances, referrals, orders. Two workspaces that were told the same facts have the same text and hash.
 *
 * Left out, because they are history and not state: rewards that owe nothing because something else took their place
 * (`superseded`, and shares of rewards that owe nothing): whether such a row exists depends on what was once believed.
 */
import { createHash } from "node:crypto";

type Rows = <T = Record<string, unknown>>(text: string, values?: unknown[]) => Promise<T[]>;
export type Canonical = { rewards: string[]; balances: string[]; referrals: string[]; orders: string[]; trial: string[] };

/** Strongest identity of each person, the merged ones by whom they became. */
const IDENTITIES = `
  with recursive root(id, top) as (
    select id, id from person where workspace_id = $1 and merged_into is null
    union all select p.id, r.top from person p join root r on p.workspace_id = $1 and p.merged_into = r.id)
  select root.id, root.top, coalesce(min(i.kind || ':' || i.value), '?') as name from root
    left join person_identity i on i.workspace_id = $1 and i.person_id = root.top group by 1, 2`;
const REWARDS = `
  select p.key, r.rule, r.basis, r.recipient_id, r.friend_id, r.advocate_id, r.version, r.form, r.unit, r.owed, r.state, r.reason,
    r.at, r.client_id, r.available_at, r.counts, r.gate
    from reward r join program p on p.workspace_id = $1 and p.id = r.program_id
   where r.workspace_id = $1 and not (r.owed = 0 and (r.reason = 'superseded' or r.parent_id is not null))`;
const BALANCES = `
  select owner_id, kind, form, unit, sum(balance)::bigint as balance from ledger_account
   where workspace_id = $1 and kind in ('pending', 'available', 'in_flight') and balance <> 0 group by 1, 2, 3, 4`;
const REFERRALS = `
  select p.key, r.friend_id, r.advocate_id, r.evidence, r.evidence_at, r.bound_at, r.bound_client, r.version, r.stage, r.stage_at,
    r.qualified_at, r.qualified_client, r.status
    from referral r join program p on p.workspace_id = $1 and p.id = r.program_id where r.workspace_id = $1 and r.status <> 'superseded'`;
const ORDERS = "select order_id, person_id, owner_at, owner_client, currency, total, refunded from order_state where workspace_id = $1";
/** What each kind of account holds, by form and unit. Every row of transfers is counted on both of its sides. */
const TRIAL = `
  select a.kind, a.form, a.unit, sum(case when t.credit = a.id then t.amount else -t.amount end)::bigint as amount
    from transfer t join ledger_account a on a.workspace_id = $1 and (a.id = t.credit or a.id = t.debit)
      where t.workspace_id = $1 group by 1, 2, 3`;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Reads a workspace into sorted lines. */
export async function canonicalOf(rows: Rows, workspace: string): Promise<Canonical> {
  const names = new Map((await rows<{ id: string; name: string }>(IDENTITIES, [workspace])).map((p) => [p.id, p.name]));
  const lines = async (sql: string): Promise<string[]> => {
    const found = await rows(sql, [workspace]);
    return found
      .map((row) =>
        Object.values(row)
          .map((v) => String(v).replace(UUID, (id) => names.get(id) ?? id))
          .join(" | "),
      )
      .sort();
  };
  const [rewards, referrals, orders] = [await lines(REWARDS), await lines(REFERRALS), await lines(ORDERS)];
  return {
    rewards,
    referrals,
    orders,
    balances: summed(await lines(BALANCES)),
    trial: (await lines(TRIAL)).filter((line) => !line.endsWith("| 0")),
  };
}

/** People who became one may hold accounts under both ids: the lines of one name are added up. */
function summed(lines: readonly string[]): string[] {
  const sums = new Map<string, number>();
  for (const line of lines) {
    const cut = line.lastIndexOf(" | ");
    sums.set(line.slice(0, cut), (sums.get(line.slice(0, cut)) ?? 0) + Number(line.slice(cut + 3)));
  }
  return [...sums]
    .filter(([, sum]) => sum !== 0)
    .map(([name, sum]) => `${name} | ${sum}`)
    .sort();
}

/** 64 hex characters over everything. */
export function hashOf(canonical: Canonical): string {
  return createHash("sha256").update(JSON.stringify(canonical)).digest("hex");
}

/** Reads and hashes: the one line that order-independence compares. */
export async function canonicalHash(rows: Rows, workspace: string): Promise<string> {
  return hashOf(await canonicalOf(rows, workspace));
}

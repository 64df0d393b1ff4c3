/** What a batch writes about referrals, rewards and the ledger. */
import { keepsBalance } from "../core/ledger/post.ts";
import type { Book, ReferralRow } from "../core/book.ts";
import type { Account, Reward } from "../core/reward.ts";
import { plain, quoted } from "./arrays.ts";
import { type Statement, insertRows } from "./settle-statement.ts";

export function referrals(book: Book, stageName: (row: ReferralRow) => string): Statement | undefined {
  const list = [...book.dirtyReferrals].map((k) => book.referrals.get(k)).filter((r) => r !== undefined);
  if (list.length === 0) return undefined;
  return insertRows(
    "referral",
    [
      ["id", "uuid", plain(list.map((r) => r.id))],
      ["program_id", "uuid", plain(list.map((r) => r.program))],
      ["friend_id", "uuid", plain(list.map((r) => r.friend))],
      ["advocate_id", "uuid", plain(list.map((r) => r.ref.a))],
      ["link_id", "uuid", plain(list.map((r) => r.ref.l))],
      ["evidence", "text", quoted(list.map((r) => r.ref.k))],
      ["evidence_at", "bigint", plain(list.map((r) => r.ref.ea))],
      ["bound_at", "bigint", plain(list.map((r) => r.ref.b))],
      ["bound_client", "text", quoted(list.map((r) => r.ref.bc))],
      ["version", "integer", plain(list.map((r) => r.ref.v))],
      ["stage", "text", quoted(list.map((r) => stageName(r)))],
      ["stage_at", "bigint", plain(list.map((r) => r.ref.sa))],
      ["qualified_at", "bigint", plain(list.map((r) => r.ref.q))],
      ["qualified_client", "text", quoted(list.map((r) => r.ref.qc))],
      ["rank_at", "bigint", plain(list.map((r) => r.rankAt))],
      ["rank_client", "text", quoted(list.map((r) => r.rankClient))],
      ["period", "text", quoted(list.map((r) => r.period))],
      ["status", "text", quoted(list.map((r) => r.status))],
      ["frozen_at", "bigint", plain(list.map((r) => r.frozenAt))],
      ["manual", "boolean", plain(list.map((r) => r.manual))],
    ],
    ` on conflict (workspace_id, program_id, friend_id) do update set advocate_id = excluded.advocate_id,
      link_id = excluded.link_id, evidence = excluded.evidence,
      evidence_at = excluded.evidence_at, bound_at = excluded.bound_at, bound_client = excluded.bound_client,
      version = excluded.version, stage = excluded.stage, stage_at = excluded.stage_at,
      rank_at = case when t.qualified_at is not distinct from excluded.qualified_at
      and t.qualified_client is not distinct from excluded.qualified_client
        and t.advocate_id = excluded.advocate_id and t.rank_at is not null then t.rank_at else excluded.rank_at end,
      rank_client = case when t.qualified_at is not distinct from excluded.qualified_at
        and t.qualified_client is not distinct from excluded.qualified_client and t.advocate_id = excluded.advocate_id
        and t.rank_at is not null
        then t.rank_client else excluded.rank_client end,
      qualified_at = excluded.qualified_at, qualified_client = excluded.qualified_client, period = excluded.period,
      status = excluded.status,
        frozen_at = coalesce(t.frozen_at, excluded.frozen_at), manual = t.manual or excluded.manual`,
  );
}

export function standings(book: Book): Statement | undefined {
  const list = [...book.standings.values()].filter((s) => s.dirty);
  if (list.length === 0) return undefined;
  return insertRows(
    "standing",
    [
      ["program_id", "uuid", plain(list.map((s) => s.program))],
      ["owner_id", "uuid", plain(list.map((s) => s.owner))],
      ["period", "text", quoted(list.map((s) => s.period))],
      ["period_end", "bigint", plain(list.map((s) => s.periodEnd))],
      ["state", "text", quoted(list.map((s) => JSON.stringify(s.state)))],
    ],
    " on conflict (workspace_id, program_id, owner_id, period) do update set state = excluded.state",
  );
}

export function rewards(list: readonly Reward[]): Statement | undefined {
  if (list.length === 0) return undefined;
  return insertRows(
    "reward",
    [
      ["id", "uuid", plain(list.map((r) => r.id))],
      ["program_id", "uuid", plain(list.map((r) => r.program))],
      ["version", "integer", plain(list.map((r) => r.version))],
      ["rule", "text", quoted(list.map((r) => r.rule))],
      ["basis", "text", quoted(list.map((r) => r.basis))],
      ["recipient_id", "uuid", plain(list.map((r) => r.recipient))],
      ["friend_id", "uuid", plain(list.map((r) => r.friend))],
      ["advocate_id", "uuid", plain(list.map((r) => r.advocate))],
      ["fact_id", "uuid", plain(list.map((r) => r.fact))],
      ["parent_id", "uuid", plain(list.map((r) => r.parent))],
      ["at", "bigint", plain(list.map((r) => r.at))],
      ["client_id", "text", quoted(list.map((r) => r.client))],
      ["rank_at", "bigint", plain(list.map((r) => r.rankAt))],
      ["rank_client", "text", quoted(list.map((r) => r.rankClient))],
      ["period", "text", quoted(list.map((r) => r.period))],
      ["form", "text", quoted(list.map((r) => r.form))],
      ["unit", "text", quoted(list.map((r) => r.unit))],
      ["nominal", "bigint", plain(list.map((r) => r.nominal))],
      ["kept_num", "bigint", plain(list.map((r) => r.num))],
      ["kept_den", "bigint", plain(list.map((r) => r.den))],
      ["counts", "boolean", plain(list.map((r) => r.counts))],
      ["owed", "bigint", plain(list.map((r) => r.owed))],
      ["revision", "integer", plain(list.map((r) => r.revision))],
      ["state", "text", quoted(list.map((r) => r.state))],
      ["reason", "text", quoted(list.map((r) => r.reason))],
      ["gate", "text", quoted(list.map((r) => r.gate))],
      ["available_at", "bigint", plain(list.map((r) => r.availableAt))],
      ["matured_at", "bigint", plain(list.map((r) => r.maturedAt))],
      ["payload", "json", quoted(list.map((r) => (r.payload === null ? null : JSON.stringify(r.payload))))],
    ],
    ` on conflict (workspace_id, program_id, rule, basis, recipient_id) do update set version = excluded.version,
      form = excluded.form, payload = excluded.payload,
      fact_id = excluded.fact_id, at = excluded.at, client_id = excluded.client_id, friend_id = excluded.friend_id,
      advocate_id = excluded.advocate_id, rank_at = excluded.rank_at, rank_client = excluded.rank_client, period = excluded.period,
      unit = excluded.unit, nominal = excluded.nominal,
      kept_num = excluded.kept_num, kept_den = excluded.kept_den, counts = excluded.counts, owed = excluded.owed,
      revision = excluded.revision, state = excluded.state,
      reason = excluded.reason, gate = excluded.gate, available_at = excluded.available_at, matured_at = excluded.matured_at`,
  );
}

/** Balances move by the batch's sum; sorted, so that two writers could never lock in opposite order. */
export function accounts(book: Pick<Book, "transfers">): Statement | undefined {
  const moves = new Map<string, { account: Account; by: number }>();
  const move = (account: Account, by: number) => {
    const known = moves.get(account.id);
    if (known) known.by += by;
    else moves.set(account.id, { account, by });
  };
  for (const t of book.transfers) {
    move(t.debit, -t.amount);
    move(t.credit, t.amount);
  }
  if (moves.size === 0) return undefined;
  const list = [...moves.values()].sort((a, b) => (a.account.id < b.account.id ? -1 : 1));
  return insertRows(
    "ledger_account",
    [
      ["id", "uuid", plain(list.map((m) => m.account.id))],
      ["kind", "text", quoted(list.map((m) => m.account.kind))],
      ["owner_id", "uuid", plain(list.map((m) => m.account.owner))],
      ["form", "text", quoted(list.map((m) => m.account.form))],
      ["unit", "text", quoted(list.map((m) => m.account.unit))],
      ["balance", "bigint", plain(list.map((m) => (keepsBalance(m.account.kind) ? m.by : null)))],
    ],
    " on conflict (workspace_id, id) do update set balance = t.balance + excluded.balance where t.balance is not null",
  );
}

export function transfers(book: Pick<Book, "transfers">): Statement | undefined {
  const list = book.transfers;
  if (list.length === 0) return undefined;
  return insertRows(
    "transfer",
    [
      ["id", "uuid", plain(list.map((t) => t.id))],
      ["group_id", "uuid", plain(list.map((t) => t.group))],
      ["kind", "text", quoted(list.map((t) => t.kind))],
      ["reward_id", "uuid", plain(list.map((t) => t.reward))],
      ["cause", "uuid", plain(list.map((t) => t.cause))],
      ["at", "bigint", plain(list.map((t) => t.at))],
      ["debit", "uuid", plain(list.map((t) => t.debit.id))],
      ["credit", "uuid", plain(list.map((t) => t.credit.id))],
      ["amount", "bigint", plain(list.map((t) => t.amount))],
    ],
    " returning 1",
  );
}

export function budgets(book: Book): Statement | undefined {
  const list = [...book.budgets.values()].filter((b) => b.dirty);
  if (list.length === 0) return undefined;
  return insertRows(
    "budget",
    [
      ["program_id", "uuid", plain(list.map((b) => b.program))],
      ["key", "text", quoted(list.map((b) => b.key))],
      ["period", "text", quoted(list.map((b) => b.period))],
      ["used", "bigint", plain(list.map((b) => b.used))],
      ["used_count", "bigint", plain(list.map((b) => b.usedCount))],
      ["spent_at", "bigint", plain(list.map((b) => b.spentAt))],
    ],
    " on conflict (workspace_id, program_id, key, period) do update set used = excluded.used, used_count = excluded.used_count, " +
      "spent_at = coalesce(t.spent_at, excluded.spent_at)",
  );
}

export function delays(book: Book): Statement | undefined {
  const list = book.delays;
  if (list.length === 0) return undefined;
  return insertRows(
    "delay",
    [
      ["person_id", "uuid", plain(list.map((d) => d.person))],
      ["program_id", "uuid", plain(list.map((d) => d.program))],
      ["rule", "text", quoted(list.map((d) => d.rule))],
      ["basis", "text", quoted(list.map((d) => d.basis))],
      ["due_at", "bigint", plain(list.map((d) => d.at))],
    ],
    " on conflict (workspace_id, person_id, program_id, rule, basis) do nothing",
  );
}

export function freezes(book: Book): Statement | undefined {
  if (book.freezes.length === 0) return undefined;
  return {
    name: "save_freezes",
    text: `update referral r set frozen_at = $2 from unnest($3::uuid[], $4::uuid[]) k(p, f)
      where r.workspace_id = $1 and r.program_id = k.p and r.friend_id = k.f and r.frozen_at is null`,
    values: [book.instant, plain(book.freezes.map((f) => f.program)), plain(book.freezes.map((f) => f.friend))],
  };
}

export function suggestions(book: Book): Statement | undefined {
  const list = book.suggestions;
  if (list.length === 0) return undefined;
  return insertRows(
    "merge_suggestion",
    [
      ["person_a", "uuid", plain(list.map((s) => s.a))],
      ["person_b", "uuid", plain(list.map((s) => s.b))],
      ["reason", "text", quoted(list.map((s) => s.reason))],
      ["at", "bigint", plain(list.map(() => book.instant))],
    ],
    " on conflict do nothing",
  );
}

/** Later outcomes of earlier facts: the fact row itself is never touched. */
export function revisions(book: Book): Statement | undefined {
  const list = [...book.revisions];
  if (list.length === 0) return undefined;
  return {
    name: "save_revisions",
    text: `insert into decision_revision (workspace_id, fact_id, revision, at, cause, outcome)
      select $1, u.f, 1 + (select count(*) from decision_revision d where d.workspace_id = $1 and d.fact_id = u.f), $2, null,
        u.o from unnest($3::uuid[], $4::json[]) u(f, o)`,
    values: [book.instant, plain(list.map(([fact]) => fact)), quoted(list.map(([, outcome]) => outcome))],
  };
}

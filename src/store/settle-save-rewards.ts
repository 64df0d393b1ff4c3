/** What a batch writes about referrals, rewards and the ledger. */
import { keepsBalance } from "../core/ledger/post.ts";
import type { Book, ReferralRow } from "../core/book.ts";
import type { Account, Reward } from "../core/reward.ts";
import { plain, quoted } from "./arrays.ts";
import { type Statement, insertOrReplace, insertRows } from "./settle-statement.ts";

export function referrals(book: Book, stageName: (row: ReferralRow) => string): Statement[] {
  const list = [...book.dirtyReferrals].map((k) => book.referrals.get(k)).filter((r) => r !== undefined);
  return insertOrReplace(list, {
    table: "referral",
    isNew: (r) => book.people.get(r.friend)?.isNew === true,
    columns: (rows) => [
      ["id", "uuid", rows.map((r) => r.id)],
      ["program_id", "uuid", rows.map((r) => r.program)],
      ["friend_id", "uuid", rows.map((r) => r.friend)],
      ["advocate_id", "uuid", rows.map((r) => r.ref.a)],
      ["link_id", "uuid", rows.map((r) => r.ref.l)],
      ["evidence", "text", rows.map((r) => r.ref.k)],
      ["evidence_at", "bigint", rows.map((r) => r.ref.ea)],
      ["bound_at", "bigint", rows.map((r) => r.ref.b)],
      ["bound_client", "text", rows.map((r) => r.ref.bc)],
      ["version", "integer", rows.map((r) => r.ref.v)],
      ["stage", "text", rows.map((r) => stageName(r))],
      ["stage_at", "bigint", rows.map((r) => r.ref.sa)],
      ["qualified_at", "bigint", rows.map((r) => r.ref.q)],
      ["qualified_client", "text", rows.map((r) => r.ref.qc)],
      ["rank_at", "bigint", rows.map((r) => r.rankAt)],
      ["rank_client", "text", rows.map((r) => r.rankClient)],
      ["period", "text", rows.map((r) => r.period)],
      ["status", "text", rows.map((r) => r.status)],
      ["frozen_at", "bigint", rows.map((r) => r.frozenAt)],
      ["manual", "boolean", rows.map((r) => r.manual)],
      ["team", "json", rows.map((r) => (r.ref.tm === undefined ? null : JSON.stringify(r.ref.tm)))],
    ],
    tail: ` on conflict (workspace_id, program_id, friend_id) do update set advocate_id = excluded.advocate_id,
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
        frozen_at = coalesce(t.frozen_at, excluded.frozen_at), manual = t.manual or excluded.manual, team = excluded.team`,
  });
}

export function standings(book: Book): Statement | undefined {
  const list = [...book.standings.values()].filter((s) => s.dirty);
  if (list.length === 0) return undefined;
  return insertRows(
    "standing",
    [
      ["program_id", "uuid", list.map((s) => s.program)],
      ["owner_id", "uuid", list.map((s) => s.owner)],
      ["period", "text", list.map((s) => s.period)],
      ["period_end", "bigint", list.map((s) => s.periodEnd)],
      ["state", "text", list.map((s) => JSON.stringify(s.state))],
    ],
    " on conflict (workspace_id, program_id, owner_id, period) do update set state = excluded.state",
  );
}

export function rewards(list: readonly Reward[], loaded: ReadonlyMap<string, unknown>): Statement[] {
  return insertOrReplace(list, {
    table: "reward",
    isNew: (r) => !loaded.has(r.id),
    columns: (rows) => [
      ["id", "uuid", rows.map((r) => r.id)],
      ["program_id", "uuid", rows.map((r) => r.program)],
      ["version", "integer", rows.map((r) => r.version)],
      ["rule", "text", rows.map((r) => r.rule)],
      ["basis", "text", rows.map((r) => r.basis)],
      ["recipient_id", "uuid", rows.map((r) => r.recipient)],
      ["friend_id", "uuid", rows.map((r) => r.friend)],
      ["advocate_id", "uuid", rows.map((r) => r.advocate)],
      ["fact_id", "uuid", rows.map((r) => r.fact)],
      ["parent_id", "uuid", rows.map((r) => r.parent)],
      ["at", "bigint", rows.map((r) => r.at)],
      ["client_id", "text", rows.map((r) => r.client)],
      ["rank_at", "bigint", rows.map((r) => r.rankAt)],
      ["rank_client", "text", rows.map((r) => r.rankClient)],
      ["period", "text", rows.map((r) => r.period)],
      ["form", "text", rows.map((r) => r.form)],
      ["unit", "text", rows.map((r) => r.unit)],
      ["nominal", "bigint", rows.map((r) => r.nominal)],
      ["kept_num", "bigint", rows.map((r) => r.num)],
      ["kept_den", "bigint", rows.map((r) => r.den)],
      ["counts", "boolean", rows.map((r) => r.counts)],
      ["owed", "bigint", rows.map((r) => r.owed)],
      ["revision", "integer", rows.map((r) => r.revision)],
      ["state", "text", rows.map((r) => r.state)],
      ["reason", "text", rows.map((r) => r.reason)],
      ["gate", "text", rows.map((r) => r.gate)],
      ["available_at", "bigint", rows.map((r) => r.availableAt)],
      ["matured_at", "bigint", rows.map((r) => r.maturedAt)],
      ["expires_at", "bigint", rows.map((r) => r.expiresAt)],
      ["payload", "json", rows.map((r) => (r.payload === null ? null : JSON.stringify(r.payload)))],
      ["detail", "json", rows.map((r) => (r.detail === null ? null : JSON.stringify(r.detail)))],
    ],
    tail: ` on conflict (workspace_id, program_id, rule, basis, recipient_id) do update set version = excluded.version,
      form = excluded.form, payload = excluded.payload, detail = excluded.detail,
      fact_id = excluded.fact_id, at = excluded.at, client_id = excluded.client_id, friend_id = excluded.friend_id,
      advocate_id = excluded.advocate_id, rank_at = excluded.rank_at, rank_client = excluded.rank_client, period = excluded.period,
      unit = excluded.unit, nominal = excluded.nominal,
      kept_num = excluded.kept_num, kept_den = excluded.kept_den, counts = excluded.counts, owed = excluded.owed,
      revision = excluded.revision, state = excluded.state,
      reason = excluded.reason, gate = excluded.gate, available_at = excluded.available_at, matured_at = excluded.matured_at,
      expires_at = excluded.expires_at`,
  });
}

/** What had ended of a reward is taken back with it: it counts as used no more. After `rewards`. */
export function restored(book: Pick<Book, "restored">): Statement | undefined {
  const list = book.restored;
  if (list.length === 0) return undefined;
  return {
    name: "save_restored",
    text: `update reward r set used = r.used - u.by, expired = r.expired - u.by from unnest($2::uuid[], $3::bigint[]) u(id, by)
      where r.workspace_id = $1 and r.id = u.id`,
    values: [plain(list.map((r) => r.reward)), plain(list.map((r) => r.by))],
  };
}

/** Balances move by the batch's sum; sorted, so that two writers could never lock in opposite order. */
export function accounts(book: Pick<Book, "transfers">): Statement | undefined {
  // A batch's sum may pass 2^53 where no single amount does.
  const moves = new Map<string, { account: Account; by: bigint }>();
  const move = (account: Account, by: bigint) => {
    const known = moves.get(account.id);
    if (known) known.by += by;
    else moves.set(account.id, { account, by });
  };
  for (const t of book.transfers) {
    const amount = BigInt(t.amount);
    move(t.debit, -amount);
    move(t.credit, amount);
  }
  if (moves.size === 0) return undefined;
  const list = [...moves.values()].sort((a, b) => (a.account.id < b.account.id ? -1 : 1));
  return insertRows(
    "ledger_account",
    [
      ["id", "uuid", list.map((m) => m.account.id)],
      ["kind", "text", list.map((m) => m.account.kind)],
      ["owner_id", "uuid", list.map((m) => m.account.owner)],
      ["form", "text", list.map((m) => m.account.form)],
      ["unit", "text", list.map((m) => m.account.unit)],
      ["balance", "bigint", list.map((m) => (keepsBalance(m.account.kind) ? m.by : null))],
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
      ["id", "uuid", list.map((t) => t.id)],
      ["group_id", "uuid", list.map((t) => t.group)],
      ["kind", "text", list.map((t) => t.kind)],
      ["reward_id", "uuid", list.map((t) => t.reward)],
      ["cause", "uuid", list.map((t) => t.cause)],
      ["at", "bigint", list.map((t) => t.at)],
      ["debit", "uuid", list.map((t) => t.debit.id)],
      ["credit", "uuid", list.map((t) => t.credit.id)],
      ["amount", "bigint", list.map((t) => t.amount)],
    ],
  );
}

export function budgets(book: Book): Statement | undefined {
  const list = [...book.budgets.values()].filter((b) => b.dirty);
  if (list.length === 0) return undefined;
  return insertRows(
    "budget",
    [
      ["program_id", "uuid", list.map((b) => b.program)],
      ["key", "text", list.map((b) => b.key)],
      ["period", "text", list.map((b) => b.period)],
      ["used", "bigint", list.map((b) => b.used)],
      ["used_count", "bigint", list.map((b) => b.usedCount)],
      ["spent_at", "bigint", list.map((b) => b.spentAt)],
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
      ["person_id", "uuid", list.map((d) => d.person)],
      ["program_id", "uuid", list.map((d) => d.program)],
      ["rule", "text", list.map((d) => d.rule)],
      ["basis", "text", list.map((d) => d.basis)],
      ["due_at", "bigint", list.map((d) => d.at)],
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
      ["person_a", "uuid", list.map((s) => s.a)],
      ["person_b", "uuid", list.map((s) => s.b)],
      ["reason", "text", list.map((s) => s.reason)],
      ["at", "bigint", list.map(() => book.instant)],
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

/** What outgoing events are about, read for many at once: for messages and webhooks. No personal data: people are ids. */
import { binary } from "./binary-array.ts";
import type { Client } from "./db.ts";
import { rows } from "./settle-rows.ts";

export type RewardNews = {
  id: string;
  program: string;
  recipient_id: string;
  friend_id: string | null;
  payload: unknown;
  rule: string;
  form: string;
  unit: string;
  owed: number;
  state: string;
  at: number;
  available_at: number;
  /** Its rule decides some time after what happened, and whether it holds it besides. */
  waited: boolean;
  held: boolean;
};
export type ReferralNews = {
  id: string;
  program: string;
  advocate_id: string;
  friend_id: string;
  stage: string;
  status: string;
  bound_at: number;
  stage_at: number;
  qualified_at: number | null;
};
export type PayoutNews = { id: string; person_id: string; form: string; unit: string; amount: number; state: string };

async function byId<R extends { id: string }>(
  workspaceId: string,
  db: Client,
  of: { name: string; text: string; ids: readonly string[] },
): Promise<Map<string, R>> {
  if (of.ids.length === 0) return new Map();
  const found = await rows<R>(db, of.name, { text: of.text, values: [workspaceId, binary("uuid", of.ids)] });
  return new Map(found.map((row) => [row.id, row]));
}

/** Rewards by id, with their program's key. */
export function readRewardNews(workspaceId: string, db: Client, ids: readonly string[]): Promise<Map<string, RewardNews>> {
  // Each version's rules are read once, not once a reward: opening the document again for every row was a quarter of all that the
  // database did for single purchases (113 us a reward).
  const text = `with r as materialized (
       select r.* from unnest($2::uuid[]) w(id) cross join lateral (
         select id, program_id, version, recipient_id, friend_id, payload, rule, form, unit, owed, state, at, available_at
           from reward where workspace_id = $1 and id = w.id offset 0) r),
     u as materialized (select v.program_id, v.version, e->>'key' as rule, e #> '{when,after}' is not null as waits,
              e->'hold' is not null as holds
         from (select distinct program_id, version from r) k
         join program_version v on v.workspace_id = $1 and v.program_id = k.program_id and v.version = k.version
        cross join lateral json_array_elements(v.definition->'rewards') e)
   select r.id, p.key as program, r.recipient_id, r.friend_id, r.payload, r.rule, r.form, r.unit, r.owed, r.state,
            r.at, r.available_at, coalesce(u.waits, false) as waited,
            case when u.waits then u.holds else r.available_at > r.at end as held
     from r join program p on p.workspace_id = $1 and p.id = r.program_id
     left join u on u.program_id = r.program_id and u.version = r.version and u.rule = r.rule`;
  return byId(workspaceId, db, { name: "news_rewards", text, ids });
}

/** Referrals by id, with their program's key. */
export function readReferralNews(workspaceId: string, db: Client, ids: readonly string[]): Promise<Map<string, ReferralNews>> {
  const text = `select r.id, p.key as program, r.advocate_id, r.friend_id, r.stage, r.status, r.bound_at, r.stage_at, r.qualified_at
     from referral r join program p on p.workspace_id = $1 and p.id = r.program_id
    where r.workspace_id = $1 and r.id = any($2::uuid[])`;
  return byId(workspaceId, db, { name: "news_referrals", text, ids });
}

/** Payouts by id. */
export function readPayoutNews(workspaceId: string, db: Client, ids: readonly string[]): Promise<Map<string, PayoutNews>> {
  const text = "select id, person_id, form, unit, amount, state from payout where workspace_id = $1 and id = any($2::uuid[])";
  return byId(workspaceId, db, { name: "news_payouts", text, ids });
}

/** The keys of programs by their ids. */
export async function readProgramKeys(workspaceId: string, db: Client, ids: readonly string[]): Promise<Map<string, string>> {
  const text = "select id, key from program where workspace_id = $1 and id = any($2::uuid[])";
  const found = await byId<{ id: string; key: string }>(workspaceId, db, { name: "news_programs", text, ids });
  return new Map([...found.values()].map((row) => [row.id, row.key]));
}

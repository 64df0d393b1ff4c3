/** What regular mails tell: what one person was spared during a week, and a workspace's week in figures. */
import type { MessageKind } from "../core/messages/kinds.ts";
import type { Client } from "./db.ts";

export type DigestedMessage = {
  id: string;
  kind: MessageKind;
  person_id: string;
  subject_key: string;
  locale: string;
  data: Record<string, unknown>;
  due_at: number;
};

/** What a person is told in a digest of a span, the earliest first. */
export async function readDigested(
  workspaceId: string,
  db: Client,
  ask: { personId: string; from: number; to: number; limit: number },
): Promise<DigestedMessage[]> {
  const { rows } = await db.query<DigestedMessage>(
    `select id, kind, person_id, subject_key, locale, data, due_at from message
      where workspace_id = $1 and person_id = $2 and reason = 'digest' and decided_at >= $3 and decided_at < $4
      order by due_at, id limit $5`,
    [workspaceId, ask.personId, ask.from, ask.to, ask.limit],
  );
  return rows;
}

export type Week = {
  advocates: number;
  referrals: number;
  qualified: number;
  rewards: number;
  applications: number;
  claims: number;
  reviews: number;
  unsent: number;
  cost: { unit: string; amount: number }[];
};

/** The figures of a span; what waits, waits now. Costs are what rewards of it owe, by currency: nothing is converted. */
export async function readWeek(workspaceId: string, db: Client, span: { from: number; to: number }): Promise<Week> {
  const values = [workspaceId, span.from, span.to];
  const [figures, cost] = await Promise.all([
    db.query<Omit<Week, "cost">>(
      `select (select count(*) from advocate where workspace_id = $1 and joined_at >= $2 and joined_at < $3
                  and status = 'active')::int as advocates,
              (select count(*) from referral where workspace_id = $1 and bound_at >= $2 and bound_at < $3)::int as referrals,
              (select count(*) from referral where workspace_id = $1 and qualified_at >= $2 and qualified_at < $3)::int as qualified,
              (select count(*) from reward where workspace_id = $1 and at >= $2 and at < $3 and owed > 0)::int as rewards,
              (select count(*) from advocate where workspace_id = $1 and status = 'applied')::int as applications,
              (select count(*) from claim where workspace_id = $1 and status = 'pending')::int as claims,
              (select count(*) from risk_assessment where workspace_id = $1 and state = 'open')::int as reviews,
              (select count(*) from message where workspace_id = $1 and status = 'dropped' and decided_at >= $2 and decided_at < $3
                  and reason in ('bounced', 'refused', 'gave_up', 'in_doubt', 'header', 'address'))::int as unsent`,
      values,
    ),
    db.query<{ unit: string; amount: number }>(
      `select unit, sum(owed)::bigint as amount from reward
        where workspace_id = $1 and at >= $2 and at < $3 and owed > 0 and form in ('cash', 'credit', 'gift_card')
        group by unit order by unit`,
      values,
    ),
  ]);
  return { ...figures.rows[0]!, cost: cost.rows };
}

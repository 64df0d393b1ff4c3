/** Who is not to be contacted: people, and addresses as keyed hashes, which stay when the person is erased. */
import type { Channel, SuppressionReason } from "../core/consent.ts";
import type { MessageKind } from "../core/messages/kinds.ts";
import type { Client } from "./db.ts";

export type SuppressionRow = {
  id: string;
  person_id: string | null;
  address: string | null;
  channel: Channel;
  reason: SuppressionReason;
  source: string;
  at: number;
  lifted_at: number | null;
};
const COLUMNS = "id, person_id, address, channel, reason, source, at, lifted_at";

/** Adds one; false when the same person or address is on the list for the channel already. */
export async function insertSuppression(workspaceId: string, db: Client, s: Omit<SuppressionRow, "lifted_at">): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into suppression (workspace_id, id, person_id, address, channel, reason, source, at) values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict do nothing`,
    [workspaceId, s.id, s.person_id, s.address, s.channel, s.reason, s.source, s.at],
  );
  return rowCount === 1;
}

export type SuppressionAsk = { personId: string | null; address: string | null; channel: Channel };

/** What keeps somebody from being contacted by a channel: of the person or the address, for the channel or for all. */
export async function findSuppression(workspaceId: string, db: Client, ask: SuppressionAsk): Promise<SuppressionRow | null> {
  const { rows } = await db.query<SuppressionRow>(
    `select ${COLUMNS} from suppression where workspace_id = $1 and lifted_at is null and (person_id = $2 or address = $3)
        and channel in ('all', $4) order by channel, at limit 1`,
    [workspaceId, ask.personId, ask.address, ask.channel],
  );
  return rows[0] ?? null;
}

/** One, or null. */
export async function readSuppression(workspaceId: string, db: Client, id: string): Promise<SuppressionRow | null> {
  const { rows } = await db.query<SuppressionRow>(`select ${COLUMNS} from suppression where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
  ]);
  return rows[0] ?? null;
}

/** Newest first; lifted ones too. */
export async function listSuppressions(
  workspaceId: string,
  db: Client,
  filter: { before: string | null; limit: number; personId: string | null },
): Promise<SuppressionRow[]> {
  const { rows } = await db.query<SuppressionRow>(
    `select ${COLUMNS} from suppression where workspace_id = $1 and ($2::uuid is null or id < $2) and ($3::uuid is null or person_id = $3)
      order by id desc limit $4`,
    [workspaceId, filter.before, filter.personId, filter.limit],
  );
  return rows;
}

/** Takes one off the list; false when it is off already. */
export async function liftSuppression(workspaceId: string, db: Client, of: { id: string; at: number }): Promise<boolean> {
  const { rowCount } = await db.query("update suppression set lifted_at = $3 where workspace_id = $1 and id = $2 and lifted_at is null", [
    workspaceId,
    of.id,
    of.at,
  ]);
  return rowCount === 1;
}

/** What a person was to be told of these kinds is dropped. @returns how many messages. */
export async function dropMessages(
  workspaceId: string,
  db: Client,
  of: { personId: string; kinds: readonly MessageKind[]; at: number },
): Promise<number> {
  const { rowCount } = await db.query(
    `update message set status = 'dropped', reason = 'suppressed', decided_at = $4
      where workspace_id = $1 and person_id = $2 and status = 'due' and kind = any($3::text[])`,
    [workspaceId, of.personId, of.kinds, of.at],
  );
  return rowCount ?? 0;
}

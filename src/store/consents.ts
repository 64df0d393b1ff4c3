/** Who agreed to what. Rows are added and never changed: the newest of a purpose and channel counts. */
import type { Channel } from "../core/consent.ts";
import type { Client } from "./db.ts";

export type ConsentRow = {
  id: string;
  purpose: string;
  channel: Channel;
  granted: boolean;
  wording: string;
  source: string;
  at: number;
  actor: string;
};
/** What proves it and names her at once: kept apart, gone when she is erased. */
export type ConsentProof = { ip?: string; user_agent?: string };

const COLUMNS = "id, purpose, channel, granted, wording, source, at, actor";

/** Adds a consent or its withdrawal. */
export async function insertConsent(
  workspaceId: string,
  db: Client,
  c: ConsentRow & { personId: string; proof: ConsentProof },
): Promise<void> {
  await db.query(
    `insert into consent (workspace_id, id, person_id, purpose, channel, granted, wording, source, at, actor)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [workspaceId, c.id, c.personId, c.purpose, c.channel, c.granted, c.wording, c.source, c.at, c.actor],
  );
  if (Object.keys(c.proof).length === 0) return;
  await db.query("insert into consent_private (workspace_id, consent_id, person_id, data) values ($1, $2, $3, $4)", [
    workspaceId,
    c.id,
    c.personId,
    JSON.stringify(c.proof),
  ]);
}

/** One, or null. */
export async function readConsent(workspaceId: string, db: Client, id: string): Promise<ConsentRow | null> {
  const { rows } = await db.query<ConsentRow>(`select ${COLUMNS} from consent where workspace_id = $1 and id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** Everything a person ever said, newest first. */
export async function listConsents(
  workspaceId: string,
  db: Client,
  filter: { personId: string; before: string | null; limit: number },
): Promise<ConsentRow[]> {
  const { rows } = await db.query<ConsentRow>(
    `select ${COLUMNS} from consent where workspace_id = $1 and person_id = $2 and ($3::uuid is null or id < $3) order by id desc limit $4`,
    [workspaceId, filter.personId, filter.before, filter.limit],
  );
  return rows;
}

/** How things stand: the newest word on each purpose and channel. */
export async function readConsents(workspaceId: string, db: Client, personId: string): Promise<ConsentRow[]> {
  const { rows } = await db.query<ConsentRow>(
    `select distinct on (purpose, channel) ${COLUMNS} from consent where workspace_id = $1 and person_id = $2
      order by purpose, channel, at desc, id desc`,
    [workspaceId, personId],
  );
  return rows;
}

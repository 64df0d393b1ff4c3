/** A stored fact as retrying it needs it. */
import type { FactStatus } from "../core/book.ts";
import type { Fact, FactType } from "../core/facts.ts";
import type { Client } from "./db.ts";

export type StoredFact = {
  id: string;
  client_id: string;
  person_id: string | null;
  at: number;
  type: FactType;
  status: FactStatus;
  body: Partial<Fact>;
};

/** The fact with its present status, or null. */
export async function readStoredFact(workspaceId: string, db: Client, id: string): Promise<StoredFact | null> {
  const { rows } = await db.query<StoredFact>(
    `select f.id, f.client_id, f.person_id, f.at, f.type, f.body, coalesce(s.status, f.status) as status
       from fact f left join fact_status s on s.workspace_id = f.workspace_id and s.fact_id = f.id
      where f.workspace_id = $1 and f.id = $2`,
    [workspaceId, id],
  );
  return rows[0] ?? null;
}

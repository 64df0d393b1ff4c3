/** What came back of mail. Addresses are keyed hashes. */
import type { Client } from "./db.ts";

export type NewBounce = {
  id: string;
  address: string;
  personId: string | null;
  kind: "hard" | "soft" | "complaint";
  source: string;
  at: number;
};

export async function insertBounce(workspaceId: string, db: Client, b: NewBounce): Promise<void> {
  await db.query("insert into mail_bounce (workspace_id, id, address, person_id, kind, source, at) values ($1, $2, $3, $4, $5, $6, $7)", [
    workspaceId,
    b.id,
    b.address,
    b.personId,
    b.kind,
    b.source,
    b.at,
  ]);
}

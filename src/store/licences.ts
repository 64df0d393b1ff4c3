/** Licences: the number is private data and goes with the person. */
import type { Client } from "./db.ts";

export type LicenceRow = {
  id: string;
  person_id: string;
  kind: string;
  region: string;
  number: string;
  valid_from: number;
  valid_until: number;
  status: "unchecked" | "checked" | "refused";
  decided_at: number | null;
  added_at: number;
};
const LICENCE = "id, person_id, kind, region, number, valid_from, valid_until, status, decided_at, added_at";

export async function insertLicence(ws: string, db: Client, l: LicenceRow): Promise<void> {
  await db.query(
    `insert into licence (workspace_id, id, person_id, kind, region, number, valid_from, valid_until, status, added_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [ws, l.id, l.person_id, l.kind, l.region, l.number, l.valid_from, l.valid_until, l.status, l.added_at],
  );
}

export async function readLicence(ws: string, db: Client, id: string): Promise<LicenceRow | null> {
  const { rows } = await db.query<LicenceRow>(`select ${LICENCE} from licence where workspace_id = $1 and id = $2`, [ws, id]);
  return rows[0] ?? null;
}

/** A person's licences, newest first. */
export async function listLicences(ws: string, db: Client, personId: string): Promise<LicenceRow[]> {
  const { rows } = await db.query<LicenceRow>(
    `select ${LICENCE} from licence where workspace_id = $1 and person_id = $2 order by added_at desc, id desc limit 200`,
    [ws, personId],
  );
  return rows;
}

export async function decideLicence(
  ws: string,
  db: Client,
  of: { id: string; status: "checked" | "refused"; at: number },
): Promise<void> {
  await db.query("update licence set status = $3, decided_at = $4 where workspace_id = $1 and id = $2", [ws, of.id, of.status, of.at]);
}

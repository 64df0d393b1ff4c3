/** Mail that came back, and people who complained: who is not written to any more. */
import { externalId } from "../core/id.ts";
import { normaliseEmail } from "../core/identity.ts";
import { insertAudit } from "../store/audit.ts";
import { type Pool, inWorkspace } from "../store/db.ts";
import { insertBounce } from "../store/mail-bounces.ts";
import { canonicalPerson, personByIdentity } from "../store/people.ts";
import { findSuppression, insertSuppression, liftSuppression } from "../store/suppressions.ts";
import { workspaceNow } from "../store/workspaces.ts";
import type { By } from "./by.ts";
import { suppressedAddress } from "./consents.ts";
import type { Hashes, Ids } from "./ports.ts";

export type BounceParts = { pool: Pool; ids: Ids; hashes: Hashes };
/** hard: there is no such mailbox. soft: not now (a full one). complaint: she called it spam. */
export type BounceKind = "hard" | "soft" | "complaint";
export type Bounce = { email: string; kind: BounceKind; source: string; personId?: string | null; by?: Pick<By, "actor" | "requestId"> };

const MAIL_SERVER = { actor: "mail", requestId: "mail" };

/** Writes one down. A hard one or a complaint puts the address and its person on the list. False: that is no address. */
export async function noteBounce(parts: BounceParts, workspaceId: string, bounce: Bounce): Promise<boolean> {
  const value = normaliseEmail(bounce.email);
  if (value === undefined) return false;
  const address = suppressedAddress(parts.hashes, value);
  const { kind, source, by = MAIL_SERVER } = bounce;
  await inWorkspace(parts.pool, workspaceId, async (db) => {
    const found = bounce.personId ?? (await personByIdentity(workspaceId, db, { kind: 2, value }));
    const personId = found === null ? null : await canonicalPerson(workspaceId, db, found);
    const at = await workspaceNow(workspaceId, db);
    await insertBounce(workspaceId, db, { id: parts.ids.uuid(), address, personId, kind, source, at });
    if (kind === "soft") return;
    const id = parts.ids.uuid();
    const reason = kind === "hard" ? "bounced" : "complained";
    // The address alone: who has another one tomorrow can be written to there.
    const there = await findSuppression(workspaceId, db, { personId: null, address, channel: "email" });
    if (there?.reason === "bounced" || there?.reason === reason) return;
    if (there !== null) await liftSuppression(workspaceId, db, { id: there.id, at });
    await insertSuppression(workspaceId, db, { id, person_id: null, address, channel: "email", reason, source, at });
    const detail = { channel: "email", reason };
    await insertAudit(workspaceId, db, {
      id: parts.ids.uuid(),
      ...by,
      action: "suppression.added",
      target: externalId("sup", id),
      detail,
    });
  });
  return true;
}

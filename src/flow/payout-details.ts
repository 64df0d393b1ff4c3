/** Where people want their money. What they say is sealed with their id, so that it opens for nobody else's row. */
import { externalId } from "../core/id.ts";
import { type PayoutDetail, hintOf, payoutDetail } from "../core/payout-detail.ts";
import type { Client } from "../store/db.ts";
import { insertMessages } from "../store/messages.ts";
import * as store from "../store/payout-details.ts";
import { tellSettled } from "../store/settle-transaction.ts";
import { workspaceNow } from "../store/workspaces.ts";
import type { By } from "./by.ts";
import { type ChangeParts, change } from "./change.ts";
import type { Cipher } from "./ports.ts";

export type PayoutDetailParts = ChangeParts & { cipher: Cipher };

const about = (workspaceId: string, personId: string): string => `payout detail|${workspaceId}|${personId}`;

/** Takes the place of what she said before; null forgets it. The audit log says that it changed, and the hint alone. */
export async function setPayoutDetail(
  parts: PayoutDetailParts,
  by: By,
  wish: { personId: string; detail: PayoutDetail | null },
): Promise<store.PayoutDetailRow | null> {
  const { personId, detail } = wish;
  const { workspaceId } = by;
  const row = await change(parts, by, async (db) => {
    const target = externalId("per", personId);
    const at = await workspaceNow(workspaceId, db);
    // Whoever took over her account cannot send her money elsewhere without her hearing of it.
    const tell = (): Promise<unknown> =>
      insertMessages(workspaceId, db, [
        { kind: "payout_details_changed", person_id: personId, subject_key: `payout_detail:${at}`, data: {}, due_at: at },
      ]);
    if (detail === null) {
      const there = await store.deletePayoutDetail(workspaceId, db, personId);
      if (there) await tell();
      return { result: null, deed: there ? { action: "payout_detail.removed", target, detail: {} } : null };
    }
    const isFirst = (await store.readPayoutDetail(workspaceId, db, personId)) === null;
    const row = { method: detail.method, hint: hintOf(detail), at };
    const sealed = parts.cipher.seal(JSON.stringify(detail), about(workspaceId, personId));
    await store.savePayoutDetail(workspaceId, db, { ...row, personId, sealed });
    if (!isFirst) await tell();
    return { result: row, deed: { action: "payout_detail.changed", target, detail: { method: row.method, hint: row.hint } } };
  });
  tellSettled(parts.pool, workspaceId);
  return row;
}

/** By person, for a file to pay from. */
export async function openPayoutDetails(
  parts: Pick<PayoutDetailParts, "cipher">,
  db: Client,
  of: { workspaceId: string; people: readonly string[] },
): Promise<Map<string, PayoutDetail>> {
  const rows = await store.readSealedDetails(of.workspaceId, db, of.people);
  return new Map(
    rows.map((row) => [
      row.person_id,
      payoutDetail.parse(JSON.parse(parts.cipher.open(row.sealed, about(of.workspaceId, row.person_id)))),
    ]),
  );
}

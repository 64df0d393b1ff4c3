/** Maturing, behind the writer lock: one transfer a recipient, the rewards marked, the bindings they rest on frozen, and the news of it. */
import { planMaturing } from "../core/fulfilment/mature.ts";
import { externalId } from "../core/id.ts";
import type { Client } from "../store/db.ts";
import { insertOutbox } from "../store/outbox.ts";
import { saveTransfers } from "../store/postings.ts";
import { freezeReferrals, markMatured, readDueRewards } from "../store/sweeps.ts";
import type { MoneyParts } from "./money-parts.ts";

export type Maturity = { instant: number; limit: number; only?: readonly string[] };

/** Brings up to `limit` due rewards to available. @returns how many. */
export async function matureRewards(
  parts: Pick<MoneyParts, "hashes">,
  in_: { db: Client; workspaceId: string },
  ask: Maturity,
): Promise<number> {
  const { db, workspaceId } = in_;
  const due = await readDueRewards(workspaceId, db, ask);
  if (due.length === 0) return 0;
  const { instant } = ask;
  const plan = planMaturing(due, { digest: parts.hashes.digest, workspace: workspaceId, instant });
  const news = due.map((r) => ({ type: "reward.available" as const, id: externalId("rwd", r.id), program: r.program }));
  await Promise.all([
    markMatured(workspaceId, db, { ids: plan.ids, transferOf: plan.transferOf, instant }),
    saveTransfers(workspaceId, db, plan.transfers),
    freezeReferrals(workspaceId, db, { programs: plan.programs, friends: plan.friends, instant }),
    insertOutbox(workspaceId, db, { at: instant, events: news }),
  ]);
  return due.length;
}

/** The rewards that a batch's entitlements may meet under their business keys. */
import type { Book } from "../../core/book.ts";
import { grantKey } from "../../core/reward.ts";
import type { Client } from "../../store/db.ts";
import { loadRewardsByKey } from "../../store/settle-load-rewards.ts";
import { known } from "./load-batch.ts";

/**
 * Loads the rewards that this batch's entitlements may meet and that no folding brought in: one stored for another person's facts (an
 * order that changed hands and came back), or at zero from a binding that was lost. Only an order never seen before needs no look.
 * Without it a grant would be made a second time under the same key, and the row would say more than was posted (found by P2).
 */
export async function readClaimed(client: Client, book: Book): Promise<void> {
  const of = { programs: [] as string[], rules: [] as string[], bases: [] as string[], recipients: [] as string[] };
  for (const folding of book.foldings.values()) {
    const isNew = book.people.get(folding.person)?.isNew ?? false;
    for (const e of folding.owed?.entitlements ?? []) {
      const firstSeen = !folding.full && (isNew || e.basis.startsWith("order:") || e.basis.startsWith("payment:"));
      if (firstSeen || book.rewards.has(grantKey({ program: e.program.id, rule: e.rule.key, basis: e.basis, recipient: e.recipient })))
        continue;
      of.programs.push(e.program.id);
      of.rules.push(e.rule.key);
      of.bases.push(e.basis);
      of.recipients.push(e.recipient);
    }
  }
  if (of.bases.length === 0) return;
  for (const r of await loadRewardsByKey(client, book.workspace, of)) known(book, r);
}

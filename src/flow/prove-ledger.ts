/** "Verify now": the proofs of `grapevine verify` for one workspace, in the background, with progress that can be read. */
import { externalId } from "../core/id.ts";
import { inWorkspace } from "../store/db.ts";
import { trialBalance } from "../store/ledger.ts";
import * as store from "../store/ledger-proofs.ts";
import type { By } from "./by.ts";
import { change } from "./change.ts";
import type { MoneyParts } from "./money-parts.ts";
import { Refusal } from "./refusal.ts";
import { verifyWorkspace } from "./verify.ts";

/** Longer than any workspace takes that fits one machine; a proof that hangs ends by it. */
const AT_MOST_MS = 30 * 60_000;
/** Rows between two words about how far it is. */
const BEAT = 20_000;

/** Begins a proof and answers at once. Refuses `conflict` while one is running. `isClosing`: the process is about to end. */
export async function startProof(parts: MoneyParts, by: By, isClosing: () => boolean): Promise<{ id: string }> {
  const id = parts.ids.uuid();
  await change(parts, by, async (db) => {
    const begun = await store.beginProof(by.workspaceId, db, { id, actor: by.actor });
    if (!begun) throw new Refusal("conflict", "The books are being verified already: see how far it is.");
    return { result: id, deed: { action: "ledger.verified", target: externalId("prf", id) } };
  });
  void prove(parts, { workspaceId: by.workspaceId, id, isClosing });
  return { id };
}

type Run = { workspaceId: string; id: string; isClosing: () => boolean };

async function prove(parts: MoneyParts, run: Run): Promise<void> {
  const { workspaceId: ws, id } = run;
  const write = (work: (db: import("../store/db.ts").Client) => Promise<void>) => inWorkspace(parts.pool, ws, work);
  try {
    const beat = beats(run, (checked, step) => write((db) => store.beatProof(ws, db, { id, checked, step })));
    const found = await verifyWorkspace(parts, ws, { onProgress: beat.onProgress, signal: beat.signal });
    const rows = await inWorkspace(parts.pool, ws, (db) => trialBalance(ws, db));
    const checked = found.checks.reduce((sum, check) => sum + check.checked, 0);
    await write((db) =>
      store.endProof(ws, db, { id, ok: found.ok, waiting: found.waiting, checked, checks: found.checks, balance: rows }),
    );
  } catch (error) {
    parts.log.warn("a proof of the books did not end", { workspace: ws, error: String(error) });
    await write((db) => store.failProof(ws, db, { id, why: "It was stopped, or the database could not be reached." })).catch(
      () => undefined,
    );
  }
}

/** Says how far it is when a new step begins and every so many rows; ends the run when the process is about to end. */
function beats(run: Run, say: (checked: number, step: string) => Promise<void>) {
  const stop = new AbortController();
  let said = { checked: 0, step: "" };
  return {
    signal: AbortSignal.any([stop.signal, AbortSignal.timeout(AT_MOST_MS)]),
    onProgress(checked: number, step: string) {
      if (run.isClosing()) stop.abort(new Error("The process is about to end."));
      if (step === said.step && checked < said.checked + BEAT) return;
      said = { checked, step };
      // A word that is lost is followed by another.
      say(checked, step).catch(() => undefined);
    },
  };
}

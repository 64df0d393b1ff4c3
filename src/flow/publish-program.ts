/** A draft becomes a version: immutable, in force from its effective time. */
import { type Program, definition } from "../core/program.ts";
import { externalId } from "../core/id.ts";
import { runningIn, stopExperiment } from "../store/experiments.ts";
import { bumpRevision, insertStatus, insertVersion, readProgramHead, updateProgram } from "../store/programs-write.ts";
import { announceLinks } from "../store/links-read.ts";
import type { Client } from "../store/db.ts";
import { insertOutbox } from "../store/outbox.ts";
import { asWriter } from "./as-writer.ts";
import { refuseMissingAudience } from "./audience.ts";
import type { By } from "./by.ts";
import type { ChangeParts, Deed } from "./change.ts";
import { planProgramBoards } from "./contests/plan-boards.ts";
import { draftChanged } from "./operate.ts";
import { Refusal, notFound } from "./refusal.ts";

export type PublishWish = {
  programId: string;
  effectiveFrom: number | null;
  appliesTo: "new_referrals" | "open_referrals";
  /** The draft that is meant; whichever is there when left out. */
  revision?: number | null;
  /** Refuses the definition by throwing (the linter's errors). */
  check?: (program: Program) => void;
};

/**
 * Publishes the draft. An effective time in the past would change what was already decided and is refused, except while
 * an import is open: history then settles as history.
 */
export async function publishProgram(parts: ChangeParts, by: By, wish: PublishWish): Promise<{ version: number }> {
  return asWriter(parts, by, async (db, head) => {
    const program = await readProgramHead(by.workspaceId, db, wish.programId);
    if (program === null) throw notFound("program");
    if (program.status === "ended") throw new Refusal("program_not_live", "The program has ended. Make a new one.");
    const running = await runningIn(by.workspaceId, db, program.id);
    if (running !== null)
      throw new Refusal("conflict", `The experiment "${running.name}" deals this program's advocates. Stop it before you publish.`);
    if (program.draft === null) throw new Refusal("conflict", "There is no draft to publish: PUT the definition first.");
    if (wish.revision != null && wish.revision !== program.draft_revision) throw draftChanged();
    const parsed = definition.parse(program.draft);
    wish.check?.(parsed);
    await refuseMissingAudience(by.workspaceId, db, parsed);
    const version = program.version + 1;
    // A first version changes nothing that was decided: it counts from the start, so that an order of yesterday that comes in late, or an
    // import of last year, finds its program.
    const from = wish.effectiveFrom ?? (version === 1 ? 0 : head.instant);
    if (wish.effectiveFrom !== null && from < head.instant && !head.importing) {
      throw new Refusal(
        "validation_failed",
        "effective_from is in the past: what is decided is not decided again. Use a later instant, or open an import.",
        {
          errors: [{ pointer: "/effective_from", code: "effective_in_past", message: "Give an instant in the future, or leave it out." }],
        },
      );
    }
    await insertVersion(by.workspaceId, db, {
      programId: program.id,
      version,
      definition: program.draft,
      effectiveFrom: from,
      appliesTo: wish.appliesTo,
      at: head.instant,
    });
    if (program.status !== "live") await insertStatus(by.workspaceId, db, { programId: program.id, at: from, status: "live" });
    await updateProgram(by.workspaceId, db, { id: program.id, status: "live", version });
    await bumpRevision(by.workspaceId, db);
    const boardsFrom = Math.max(from, head.instant);
    await planProgramBoards(parts, { db, workspaceId: by.workspaceId, programId: program.id, program: parsed, from: boardsFrom });
    await announceLinks(by.workspaceId, db, null);
    const news = { type: "program.published" as const, id: externalId("prg", program.id), program: program.id, data: { version } };
    await insertOutbox(by.workspaceId, db, { at: head.instant, events: [news] });
    return {
      result: { version },
      deeds: [{ action: "program.published", target: externalId("prg", program.id), detail: { version, effective_from: from } }],
    };
  });
}

/** Pauses, resumes or ends a program from now on. What happened before counts as it did. */
export async function setProgramStatus(
  parts: ChangeParts,
  by: By,
  wish: { programId: string; status: "live" | "paused" | "ended" },
): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const program = await readProgramHead(by.workspaceId, db, wish.programId);
    if (program === null) throw notFound("program");
    if (program.version === 0) throw new Refusal("program_not_live", "The program was never published.");
    if (program.status === "ended" && wish.status !== "ended")
      throw new Refusal("program_not_live", "The program has ended. Make a new one.");
    if (program.status === wish.status) return { result: undefined, deeds: [] };
    await insertStatus(by.workspaceId, db, { programId: program.id, at: head.instant, status: wish.status });
    await updateProgram(by.workspaceId, db, { id: program.id, status: wish.status, version: program.version });
    const stopped = wish.status === "ended" ? await stopWith(by.workspaceId, db, { program: program.id, at: head.instant }) : [];
    await bumpRevision(by.workspaceId, db);
    await announceLinks(by.workspaceId, db, null);
    const news = { type: "program.paused" as const, id: externalId("prg", program.id), program: program.id };
    if (wish.status === "paused") await insertOutbox(by.workspaceId, db, { at: head.instant, events: [news] });
    const action = `program.${wish.status === "live" ? "resumed" : wish.status}`;
    return { result: undefined, deeds: [{ action, target: externalId("prg", program.id) }, ...stopped] };
  });
}

/** A program that has ended deals nobody: its experiment ends with it and gives back the advocates of its layer. @returns the deed. */
async function stopWith(workspaceId: string, db: Client, { program, at }: { program: string; at: number }): Promise<Deed[]> {
  const running = await runningIn(workspaceId, db, program);
  if (running === null) return [];
  await stopExperiment(workspaceId, db, { id: running.id, at });
  return [{ action: "experiment.stopped", target: externalId("xpm", running.id), detail: { because: "program.ended" } }];
}

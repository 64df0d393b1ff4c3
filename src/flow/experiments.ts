/** Experiments: made as a draft, started, stopped. An arm is a version of the program (docs/decisions/0022). */
import {
  type ExperimentChange,
  type ExperimentWish,
  type Problem,
  cutRange,
  DEALT,
  dealtSize,
  experimentProblems,
  freeRange,
  isUnchanged,
  mergePatch,
} from "../core/experiment.ts";
import { externalId } from "../core/id.ts";
import { type Program, definition } from "../core/program.ts";
import { formatInstant } from "../core/time.ts";
import type { Client } from "../store/db.ts";
import * as store from "../store/experiments.ts";
import { announceLinks } from "../store/links-read.ts";
import { readProgram } from "../store/programs.ts";
import { bumpRevision, insertVersion, readProgramHead, updateProgram } from "../store/programs-write.ts";
import { workspaceNow } from "../store/workspaces.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import { type ChangeParts, change } from "./change.ts";
import { refuseErrors } from "./check-program.ts";
import { freezeUnits } from "./experiment-units.ts";
import { Refusal, notFound } from "./refusal.ts";

const refuse = (detail: string, errors: Problem[]): Refusal => new Refusal("validation_failed", detail, { errors });

/** Keeps an experiment as a draft; its patches are tried on the live definition. @returns its id. */
export async function createExperiment(parts: ChangeParts, by: By, wish: ExperimentWish): Promise<string> {
  refuseProblems(wish);
  return change(parts, by, async (db) => {
    const id = parts.ids.uuid();
    const at = await workspaceNow(by.workspaceId, db);
    await store.insertExperiment(by.workspaceId, db, { ...(await rowOf(by.workspaceId, db, { id, wish })), at });
    const detail = { program: wish.program, arms: wish.arms.map((arm) => arm.key) };
    return { result: id, deed: { action: "experiment.created", target: externalId("xpm", id), detail } };
  });
}

/** Says a draft anew. What began is what was agreed, and stays. */
export async function changeExperiment(parts: ChangeParts, by: By, of: { id: string; change: ExperimentChange }): Promise<void> {
  await change(parts, by, async (db) => {
    const { program, name, hypothesis, layer, arms, design } = await draftOf(by.workspaceId, db, of.id);
    const given = Object.fromEntries(Object.entries(of.change).filter(([, value]) => value !== undefined));
    const wish: ExperimentWish = { correction: "holm", unit: "advocate", ...design, program, name, hypothesis, layer, arms, ...given };
    refuseProblems(wish);
    const isDraft = await store.updateDraftExperiment(by.workspaceId, db, await rowOf(by.workspaceId, db, { id: of.id, wish }));
    if (!isDraft) throw new Refusal("conflict", STARTED);
    const detail = { program: wish.program, changed: Object.keys(given) };
    return { result: undefined, deed: { action: "experiment.changed", target: externalId("xpm", of.id), detail } };
  });
}

function refuseProblems(wish: ExperimentWish): void {
  const problems = experimentProblems(wish);
  if (problems.length > 0) throw refuse("The experiment cannot be dealt like this.", problems);
}

/** A wish as it is kept; each arm must make a program of the live one. */
async function rowOf(workspaceId: string, db: Client, { id, wish }: { id: string; wish: ExperimentWish }): Promise<store.NewExperiment> {
  const program = await readProgram(workspaceId, db, wish.program);
  if (program === null) throw notFound("program");
  if (program.live === null) throw new Refusal("program_not_live", "Publish the program first: an experiment changes what is live.");
  for (const [i, arm] of wish.arms.entries()) patched(program.live, arm.patch, i);
  const { program: _, name, hypothesis, layer, arms, ...design } = wish;
  return { id, program_id: program.id, name, hypothesis, layer, salt: `${workspaceId}/${layer}`, arms, design };
}

/** The live definition with an arm's patch, as a program that could be published. */
function patched(live: unknown, patch: Record<string, unknown> | null, index: number): { document: unknown; program: Program } {
  const document = isUnchanged(patch) ? live : mergePatch(live, patch);
  const parsed = definition.safeParse(document);
  if (!parsed.success) {
    const errors = parsed.error.issues.map((issue) => ({
      pointer: `/arms/${index}/patch/${issue.path.join("/")}`,
      message: issue.message,
      code: "not_a_definition",
    }));
    throw refuse("With this patch the program is none.", errors);
  }
  // A hold-out uses up no budget, and that is no mistake of it.
  if (!isUnchanged(patch)) refuseErrors(parsed.data.rewards.length === 0 ? { ...parsed.data, budget: undefined } : parsed.data);
  return { document, program: parsed.data };
}

const EVERY = { first: 0, below: DEALT };
const STARTED = "It was started already.";

/** Deals from now on: a version for each arm, and last the program as it is, for the control and for everybody else. */
export async function startExperiment(parts: ChangeParts, by: By, id: string): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const row = await draftOf(by.workspaceId, db, id);
    const program = await readProgramHead(by.workspaceId, db, row.program_id);
    const live = (await readProgram(by.workspaceId, db, row.program))?.live;
    if (program === null || live == null || program.status !== "live")
      throw new Refusal("program_not_live", "The program is not live: an experiment deals its advocates.");
    const running = await store.runningIn(by.workspaceId, db, row.program_id);
    if (running !== null) throw new Refusal("conflict", `"${running.name}" runs in this program. Stop it first.`);
    const later = await store.takesEffectLater(by.workspaceId, db, { program: row.program_id, at: head.instant });
    if (later !== null)
      throw new Refusal(
        "conflict",
        `Version ${later.version} of the program takes effect at ${formatInstant(later.at)}: all arms would change with it. ` +
          "Start the experiment after that.",
      );
    const size = dealtSize({ arms: row.arms, share: row.design.share });
    const taken = await store.takenRanges(by.workspaceId, db, row.layer);
    const range = size === DEALT && taken.length === 0 ? EVERY : freeRange(taken, size);
    if (range === null)
      throw new Refusal(
        "conflict",
        "Other experiments of this layer have taken the advocates. Stop one, take fewer, or use another layer.",
      );
    const cuts = cutRange(
      range,
      row.arms.map((arm) => arm.weight),
    );
    // Last the control: whoever reads the version in force reads the program as it is.
    const control = program.version + row.arms.length;
    const arms = row.arms.map((arm, i) => ({ ...arm, ...cuts[i], version: i === 0 ? control : program.version + i }));
    for (const [i, arm] of [...arms.slice(1), arms[0]!].entries()) {
      const { document } = patched(live, arm.patch, (i + 1) % arms.length);
      const version = { programId: program.id, version: arm.version, definition: document };
      await insertVersion(by.workspaceId, db, { ...version, effectiveFrom: head.instant, appliesTo: "new_referrals", at: head.instant });
    }
    await updateProgram(by.workspaceId, db, { id: program.id, status: program.status, version: control });
    await freezeUnits(by.workspaceId, db, row);
    await store.startExperiment(by.workspaceId, db, { id, arms, range, at: head.instant });
    await bumpRevision(by.workspaceId, db);
    await announceLinks(by.workspaceId, db, null);
    const detail = { program: row.program, versions: arms.map((arm) => arm.version) };
    return { result: undefined, deeds: [{ action: "experiment.started", target: externalId("xpm", id), detail }] };
  });
}

/** Held: what starts is what was read, and of two who change it the second knows what the first said. */
async function draftOf(workspaceId: string, db: Client, id: string): Promise<store.ExperimentRow> {
  const row = await store.holdExperiment(workspaceId, db, id);
  if (row === null) throw notFound("experiment");
  if (row.status !== "draft") throw new Refusal("conflict", STARTED);
  return row;
}

/** Deals no more from now on. Who was promised an arm's offer keeps it; a draft is thrown away. */
export async function stopExperiment(parts: ChangeParts, by: By, id: string): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const row = await store.readExperiment(by.workspaceId, db, id);
    if (row === null) throw notFound("experiment");
    if (row.status === "stopped") return { result: undefined, deeds: [] };
    if (row.status === "draft") await store.deleteDraftExperiment(by.workspaceId, db, id);
    else {
      await store.stopExperiment(by.workspaceId, db, { id, at: Math.max(head.instant, row.started_at ?? 0) });
      await bumpRevision(by.workspaceId, db);
      await announceLinks(by.workspaceId, db, null);
    }
    const action = row.status === "draft" ? "experiment.discarded" : "experiment.stopped";
    return { result: undefined, deeds: [{ action, target: externalId("xpm", id), detail: { program: row.program } }] };
  });
}

/**
 * Joining and leaving a program. Joining is a fact (it may earn a reward), so it goes through the settle path like any
 * other; the advocate's row and links follow. A crash between the two is mended by joining again: the fact is stepped
 * once, the row and the links are made where they are missing.
 */
import type { EventOutcome } from "../core/event.ts";
import { externalId, parseId } from "../core/id.ts";
import { type Draft, normalise } from "../core/ingest/normalise.ts";
import { person as personSchema } from "../core/event.ts";
import { linkChannels, readAdvocateStatus, upsertAdvocate } from "../store/advocates-write.ts";
import { inWorkspace } from "../store/db.ts";
import { readFact } from "../store/events.ts";
import { readProgram } from "../store/programs.ts";
import { canonicalPerson } from "../store/people.ts";
import { asWriter } from "./as-writer.ts";
import type { Batcher } from "./batcher.ts";
import type { By } from "./by.ts";
import type { ChangeParts } from "./change.ts";
import { addLink } from "./make-link.ts";
import { Refusal, notFound } from "./refusal.ts";

export type JoinParts = ChangeParts & { batcher: Batcher };
export type JoinWish = { program: string; person: Record<string, unknown>; channels?: string[] };

/** Makes the person an advocate of the program, with a plain link and one for each channel asked for. Idempotent. */
export async function joinAdvocate(parts: JoinParts, by: By, wish: JoinWish): Promise<{ personId: string; programId: string }> {
  const program = await inWorkspace(parts.pool, by.workspaceId, (db) => readProgram(by.workspaceId, db, wish.program));
  if (program === null) throw notFound("program");
  if (program.status === "draft") throw new Refusal("program_not_live", "The program is a draft: publish it first.");
  if (program.status === "ended") throw new Refusal("program_not_live", "The program has ended: nobody can join it.");
  const personId = await settleFact(parts, by, { type: "joined", program: wish.program, person: wish.person });
  await asWriter(parts, by, async (db, head) => {
    const key = { programId: program.id, personId };
    const before = await readAdvocateStatus(by.workspaceId, db, key);
    if (before !== "active") await upsertAdvocate(by.workspaceId, db, { ...key, at: head.instant, status: "active" });
    const has = new Set(await linkChannels(by.workspaceId, db, key));
    for (const channel of ["", ...(wish.channels ?? [])]) {
      if (!has.has(channel))
        await addLink(by.workspaceId, db, {
          ...key,
          channel: channel === "" ? null : channel,
          code: null,
          kind: "random",
          ids: parts.ids,
        });
    }
    return {
      result: undefined,
      deeds:
        before === "active"
          ? []
          : [{ action: "advocate.joined", target: externalId("per", personId), detail: { program: wish.program } }],
    };
  });
  return { personId, programId: program.id };
}

/** Ends an advocate's part in the program: codes and links tie nobody any more, what is earned stays earned. */
export async function leaveAdvocate(
  parts: JoinParts,
  by: By,
  wish: { programId: string; programKey: string; personId: string },
): Promise<void> {
  const status = await inWorkspace(parts.pool, by.workspaceId, (db) => readAdvocateStatus(by.workspaceId, db, wish));
  if (status === null) throw notFound("advocate");
  if (status === "left") return;
  await settleFact(parts, by, { type: "left", program: wish.programKey, person: { id: externalId("per", wish.personId) } });
  await asWriter(parts, by, async (db, head) => {
    await upsertAdvocate(by.workspaceId, db, { programId: wish.programId, personId: wish.personId, at: head.instant, status: "left" });
    return {
      result: undefined,
      deeds: [{ action: "advocate.left", target: externalId("per", wish.personId), detail: { program: wish.programKey } }],
    };
  });
}

type OwnFact = { type: "joined" | "left"; program: string; person: Record<string, unknown> };

/** Sends a fact of the engine's own through the settle path. @returns the person it is about. */
async function settleFact(parts: JoinParts, by: By, fact: OwnFact): Promise<string> {
  const person = personSchema.safeParse(fact.person);
  if (!person.success)
    throw invalid(person.error.issues.map((i) => ({ pointer: `/person/${i.path.join("/")}`, code: "invalid", message: i.message })));
  const client = `${fact.type}:${fact.program}:${by.idempotencyKey ?? parts.ids.uuid()}`;
  const draft = normalise(
    { type: "custom", id: client, program: fact.program, person: person.data },
    { index: 0, client, keyed: (text) => text.slice(0, 64) },
  );
  if (Array.isArray(draft)) throw invalid(draft);
  const [outcome] = await parts.batcher.submitDrafts(by.workspaceId, [{ ...draft, type: fact.type } as Draft]);
  return personOf(parts, by, outcome);
}

async function personOf(parts: JoinParts, by: By, outcome: EventOutcome | undefined): Promise<string> {
  const id = outcome?.id == null ? undefined : parseId(outcome.id)?.uuid;
  if (id === undefined) throw invalid(outcome?.error?.errors ?? []);
  return inWorkspace(parts.pool, by.workspaceId, async (db) => {
    const fact = await readFact(by.workspaceId, db, id);
    if (fact?.person_id == null) throw new Error("impossible: a joined fact has a person");
    return (await canonicalPerson(by.workspaceId, db, fact.person_id)) ?? fact.person_id;
  });
}

function invalid(errors: { pointer: string; code: string; message: string }[]): Refusal {
  return new Refusal("validation_failed", errors[0]?.message ?? "The person is not valid.", { errors });
}

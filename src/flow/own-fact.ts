/** Facts that the engine's own operations record: joining, leaving, and that a person is known at all. */
import type { EventOutcome } from "../core/event.ts";
import { person as personSchema } from "../core/event.ts";
import { parseId } from "../core/id.ts";
import { type Draft, normalise } from "../core/ingest/normalise.ts";
import { inWorkspace } from "../store/db.ts";
import { personOfFact } from "../store/people.ts";
import type { Batcher } from "./batcher.ts";
import type { By } from "./by.ts";
import type { ChangeParts } from "./change.ts";
import { issueWords } from "../core/issue-words.ts";
import { Refusal } from "./refusal.ts";

export type OwnFactParts = ChangeParts & { batcher: Batcher };
export type OwnFact = { type: "joined" | "left" | "identify"; program?: string; person: Record<string, unknown> };

/** Sends a fact through the settle path. Refuses `validation_failed` with the person's bad fields. @returns whom it is about. */
export async function settleOwnFact(parts: OwnFactParts, by: By, fact: OwnFact): Promise<string> {
  const person = personSchema.safeParse(fact.person);
  if (!person.success) {
    throw invalid(person.error.issues.map((i) => ({ pointer: `/person/${i.path.join("/")}`, code: "invalid", message: issueWords(i) })));
  }
  const client = `${fact.type}:${fact.program ?? ""}:${by.idempotencyKey ?? parts.ids.uuid()}`;
  const draft = normalise(
    { type: "custom", id: client, program: fact.program, person: person.data },
    // No hash of the content: it holds names, and the fact's row is never changed. The request's own key tells repeats apart.
    { index: 0, client, keyed: () => client },
  );
  if (Array.isArray(draft)) throw invalid(draft);
  const [outcome] = await parts.batcher.submitDrafts(by.workspaceId, [{ ...draft, type: fact.type } as Draft]);
  return personOf(parts, by, outcome);
}

async function personOf(parts: OwnFactParts, by: By, outcome: EventOutcome | undefined): Promise<string> {
  const id = outcome?.id == null ? undefined : parseId(outcome.id)?.uuid;
  if (id === undefined) throw invalid(outcome?.error?.errors ?? []);
  return inWorkspace(parts.pool, by.workspaceId, async (db) => {
    const person = await personOfFact(by.workspaceId, db, id);
    if (person === null) throw new Error("impossible: a fact about a person has a person");
    return person;
  });
}

function invalid(errors: { pointer: string; code: string; message: string }[]): Refusal {
  return new Refusal("validation_failed", errors[0]?.message ?? "The person is not valid.", { errors });
}

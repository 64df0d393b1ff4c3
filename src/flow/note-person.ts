/** Which operator wrote a person. The writing is an `identify` event like any other, and an event does not say who sent it. */
import { externalId } from "../core/id.ts";
import type { By } from "./by.ts";
import { change } from "./change.ts";
import type { ChangeParts } from "./change.ts";

/** Writes it down, by her id alone: what was written is personal data, and the audit log is never changed. */
export async function notePersonSaved(parts: ChangeParts, by: By, personId: string): Promise<void> {
  const deed = { action: "person.saved", target: externalId("per", personId) };
  await change(parts, by, async () => ({ result: undefined, deed }));
}

/** Who does not want to be seen in rankings: she is ranked all the same, so that nobody else's rank tells. */
import { externalId } from "../../core/id.ts";
import { setHidden } from "../../store/leaderboards.ts";
import { readProgram } from "../../store/programs.ts";
import type { By } from "../by.ts";
import { type ChangeParts, change } from "../change.ts";
import { notFound } from "../refusal.ts";

/** Hides or shows a person in a program's rankings, those of the past included. */
export async function hideRank(parts: ChangeParts, by: By, wish: { program: string; personId: string; hidden: boolean }): Promise<void> {
  const { workspaceId } = by;
  await change(parts, by, async (db) => {
    const program = await readProgram(workspaceId, db, wish.program);
    if (program === null) throw notFound("program");
    const of = { program: program.id, person: wish.personId, hidden: wish.hidden };
    const isNew = await setHidden(workspaceId, db, of);
    const action = wish.hidden ? "rank.hidden" : "rank.shown";
    const deed = { action, target: externalId("per", wish.personId), detail: { program: wish.program } };
    return { result: undefined, deed: isNew ? deed : null };
  });
}

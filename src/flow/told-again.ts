/** What was told by hand, taken back, and is told again: a new telling under a name of its own. */
import { withdrawnOf } from "../store/fact-withdraw.ts";
import type { Behind } from "./money-parts.ts";

/** How often the same thing can be told and taken back. */
const TIMES = 50;

/** All names that a telling can have, the first one first. */
export const namesOf = (named: string): string[] => [named, ...Array.from({ length: TIMES }, (_, n) => `${named}:${n + 2}`)];

/** The first of them under which nothing was taken back. */
export async function nameAgain({ db, workspaceId }: Behind, named: string): Promise<string> {
  const names = namesOf(named);
  const gone = await withdrawnOf(workspaceId, db, names);
  return names.find((each) => !gone.has(each)) ?? named;
}

/**
 * Kept answers are worked out anew by a job when their day is over, before anybody looks: those that somebody looked at lately, and in a
 * large workspace what its pages ask for at first. One after the other, so that it takes one processor and the memory of one study.
 */
import { type Client, type Pool, inWorkspace } from "../../store/db.ts";
import { hasFacts, listKeptStudies } from "../../store/kept-studies.ts";
import { readMark } from "../../store/study-mark.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import type { Log } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { QUICK_MS, textOf } from "./kept.ts";
import type { Study, StudyName } from "./studies.ts";

/** What nobody looked at for so long waits until somebody does. */
const WANTED_DAYS = 14;
/** Where the days of a question are the same still, it is worked out anew so seldom. */
const REST_MS = 20 * 3_600_000;
/** So many answers of a workspace in a run; and facts from which on a first look would be waited for. */
const MOST = 40;
const LARGE = 100_000;

export type StudyQuestion = { name: StudyName; question: object };
export type RenewParts = {
  pool: Pool;
  study: Study;
  log: Log;
  /** What a question means today. Refuses what is not there any more. */
  askOf(workspaceId: string, db: Client, of: StudyQuestion): Promise<object>;
  /** What the pages of a workspace ask for when nothing was chosen. */
  usual(workspaceId: string, db: Client): Promise<StudyQuestion[]>;
  /** Facts from which on a workspace is large; tests make it small. */
  large?: number;
};
type Due = { name: StudyName; asked: string; ask: object };

/** Safe to run twice, and to be ended in between: what was not reached is due still. @returns how many were worked out. */
export async function renewStudies(parts: RenewParts, workspaceId: string, signal: AbortSignal): Promise<number> {
  let renewed = 0;
  for (const { name, asked, ask } of await inWorkspace(parts.pool, workspaceId, (db) => dueOf(parts, workspaceId, db))) {
    if (signal.aborted) break;
    try {
      await parts.study(name, workspaceId, { ask: ask as never, asked });
      renewed++;
    } catch (error) {
      parts.log.warn("a study was not renewed", { workspace: workspaceId, study: name, error: (error as Error).message });
    }
  }
  return renewed;
}

async function dueOf(parts: RenewParts, workspaceId: string, db: Client): Promise<Due[]> {
  const [now, mark] = [await workspaceNow(workspaceId, db), await readMark(workspaceId, db)];
  const isLarge = await hasFacts(workspaceId, db, parts.large ?? LARGE);
  const usual = isLarge ? (await parts.usual(workspaceId, db)).map((each) => ({ ...each, asked: textOf(each.question) })) : [];
  const isUsual = new Set(usual.map(({ name, asked }) => `${name} ${asked}`));
  const kept = await listKeptStudies(workspaceId, db);
  const known = new Set(kept.map(({ name, asked }) => `${name} ${asked}`));
  const due: Due[] = [];
  for (const { name, question, asked } of usual) {
    if (known.has(`${name} ${asked}`)) continue;
    const ask = await askOf(parts, workspaceId, { db, name, question });
    if (ask !== null) due.push({ name, asked, ask });
  }
  for (const each of kept) {
    const isWanted = each.wanted_at >= now - WANTED_DAYS * 86_400_000 || isUsual.has(`${each.name} ${each.asked}`);
    // Who looks at what is quick is given figures of now.
    if (!isWanted || each.ms <= QUICK_MS) continue;
    const name = each.name as StudyName;
    const ask = await askOf(parts, workspaceId, { db, name, question: JSON.parse(each.asked) as object });
    if (ask === null) continue;
    const isOfToday = textOf(each.ask as object) === textOf(ask);
    if (isOfToday && (each.mark === mark || now - each.at < REST_MS)) continue;
    due.push({ name, asked: each.asked, ask });
  }
  return due.slice(0, MOST);
}

/** Null: what it was about is not there any more. */
async function askOf(parts: RenewParts, workspaceId: string, { db, ...of }: StudyQuestion & { db: Client }): Promise<object | null> {
  try {
    return await parts.askOf(workspaceId, db, of);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Runs studies, each asked for twice at a time once, and keeps their answers where that is asked for. */
import { inWorkspace, type Client, type Pool } from "../../store/db.ts";
import { keepStudy } from "../../store/kept-studies.ts";
import { inScratchSnapshot } from "../../store/snapshot.ts";
import { readMark } from "../../store/study-mark.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import { STILL, STUDIES, type Studied, type Study, type StudyJob, type StudyName } from "./studies.ts";

/** Studies at once: each may hold what a million customers are known by. */
const AT_ONCE = 2;
/** These hold little and are looked at by somebody who waits: one at a time, beside the others and not behind them. */
const LIGHT: ReadonlySet<StudyName> = new Set<StudyName>(["tree", "forecast"]);

type Parts = { pool: Pool; monotonic: () => number };
type Run = (workspaceId: string, db: Client, ask: object) => Promise<never>;

export function createStudy({ pool, monotonic }: Parts): Study {
  const running = new Map<string, Promise<Studied<never>>>();
  const [inTurn, beside] = [takeTurns(AT_ONCE), takeTurns(1)];
  const compute = async (name: StudyName, workspaceId: string, { ask, asked, tell }: StudyJob<StudyName>): Promise<Studied<never>> =>
    await (STILL.has(name) ? inScratchSnapshot : inWorkspace)(pool, workspaceId, async (db) => {
      const mark = await readMark(workspaceId, db);
      const at = await workspaceNow(workspaceId, db);
      const began = monotonic();
      const found = await (STUDIES[name] as unknown as Run)(workspaceId, db, { ...ask, tell });
      const ms = Math.round(monotonic() - began);
      if (asked !== undefined) await keepStudy(workspaceId, db, { name, asked, ask, mark, at, ms, found });
      return { at, found };
    });
  return ((name, workspaceId, job) => {
    const key = JSON.stringify([name, workspaceId, job.ask, job.asked]);
    const turn = LIGHT.has(name) ? beside : inTurn;
    const made = running.get(key) ?? turn(() => compute(name, workspaceId, job)).finally(() => running.delete(key));
    running.set(key, made);
    return made;
  }) as Study;
}

/** Lets so many work at once; the others wait for their turn. */
function takeTurns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let busy = 0;
  return async (work) => {
    if (busy >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else busy++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) busy--;
      else next();
    }
  };
}

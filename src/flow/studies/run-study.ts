/** Runs studies: one at a time asked for twice is computed once, and what nothing has changed since is not computed again. */
import { inWorkspace, type Client, type Pool } from "../../store/db.ts";
import { readMark } from "../../store/study-mark.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import { STUDIES, type Study, type Studied } from "./studies.ts";

/** Answers kept, and how long one that took seconds stands in for a newer one. */
const MOST_KEPT = 50;
const SLOW_MS = 1_000;
const STANDS_MS = 60_000;

type Kept = { mark: string; at: number; took: number; answer: Studied<never> };
type Parts = { pool: Pool; monotonic: () => number };

export function createStudy({ pool, monotonic }: Parts): Study {
  const kept = new Map<string, Kept>();
  const running = new Map<string, Promise<Studied<never>>>();
  const compute = async (name: keyof typeof STUDIES, workspaceId: string, ask: never): Promise<Studied<never>> => {
    const key = JSON.stringify([name, workspaceId, ask]);
    return await inWorkspace(pool, workspaceId, async (db) => {
      const mark = await readMark(workspaceId, db);
      const known = kept.get(key);
      const isYoung = known !== undefined && known.took > SLOW_MS && monotonic() - known.at < STANDS_MS;
      if (known !== undefined && (known.mark === mark || isYoung)) return known.answer;
      const began = monotonic();
      const run = STUDIES[name] as unknown as (workspaceId: string, db: Client, ask: never) => Promise<never>;
      const answer = { at: await workspaceNow(workspaceId, db), found: await run(workspaceId, db, ask) };
      kept.delete(key);
      kept.set(key, { mark, at: monotonic(), took: monotonic() - began, answer });
      if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
      return answer;
    });
  };
  return ((name, workspaceId, ask) => {
    const key = JSON.stringify([name, workspaceId, ask]);
    const asked = running.get(key) ?? compute(name, workspaceId, ask as never).finally(() => running.delete(key));
    running.set(key, asked);
    return asked;
  }) as Study;
}

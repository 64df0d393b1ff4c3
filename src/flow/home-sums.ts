/**
 * What the first page counts of this week and the last: fresh, but where there are very many rows kept for a minute, and made while the
 * old ones are shown. They say of which instant they are.
 */
import { DAY, UTC, compileZone, periodOf } from "../core/time.ts";
import { type Pool, inWorkspace } from "../store/db.ts";
import { type Cuts, type Flow, type FlowName, type UnitSum, readFlows, readGiven } from "../store/home.ts";
import { idFloor } from "../store/id-floor.ts";
import { keep, readKept } from "../store/kept-sums.ts";
import { readWorkspace } from "../store/workspaces.ts";
import { type KeptParts, oneAtATime, soonOr } from "./kept-sums.ts";

/** Under which they are kept. */
const NAME = "home";
/** Rows of four weeks: with fewer it is counted for each reader. */
const MANY = 50_000;
/** They are made anew so often at most, */
const REST_MS = 60_000;
/** and whoever finds older ones than this waits for the new, however long that takes. */
const OLD_MS = 3_600_000;

type Counted = { week: number; flows: Record<FlowName, Flow>; given: UnitSum[] };
/** `at`: of which instant; `week`: where this week began. */
export type HomeSums = Counted & { at: number };
/** `now`: the workspace's instant. */
export type ReadHomeSums = (workspaceId: string, now: number) => Promise<HomeSums>;

export function createHomeSums(parts: KeptParts, many = MANY): ReadHomeSums {
  const fresh = (workspaceId: string, now: number): Promise<HomeSums> => make(parts.pool, workspaceId, { now, many });
  const makeOnce = oneAtATime(fresh, parts.log);
  return async (workspaceId, now) => {
    const kept = await inWorkspace(parts.pool, workspaceId, (db) => readKept<Counted>(workspaceId, db, NAME));
    if (kept === null) return await fresh(workspaceId, now);
    const old = { at: kept.at, ...kept.sums };
    const age = now - old.at;
    // Hours of a week that ended are no figures of this one.
    if (age < 0 || age > OLD_MS || now >= old.week + 7 * DAY) return await makeOnce(workspaceId, now);
    return age <= REST_MS ? old : await soonOr(makeOnce(workspaceId, now), old);
  };
}

async function make(pool: Pool, workspaceId: string, { now, many }: { now: number; many: number }): Promise<HomeSums> {
  return await inWorkspace(pool, workspaceId, async (db) => {
    const began = performance.now();
    const name = (await readWorkspace(workspaceId, db))?.zone ?? "UTC";
    const { week, cuts } = cutsOf(now, name);
    const [flows, given] = await Promise.all([readFlows(workspaceId, db, cuts), readGiven(workspaceId, db, cuts)]);
    const sums = { week, flows, given };
    const rows = Object.values(flows).reduce((sum, flow) => sum + flow.month, 0);
    if (rows > many) await keep(workspaceId, db, { name: NAME, mark: "", at: now, ms: Math.round(performance.now() - began), sums });
    return { at: now, ...sums };
  });
}

/** Four weeks ago, last week, its place that is now's, and this week. */
function cutsOf(now: number, name: string): { week: number; cuts: Cuts } {
  const zone = name === "UTC" ? UTC : (compileZone(name) ?? UTC);
  const week = periodOf(now, "week", zone).start;
  const last = periodOf(week - 1, "week", zone).start;
  const at = [now - 28 * DAY, last, Math.min(week, last + (now - week)), week] as const;
  return { week, cuts: { at, ids: [idFloor(at[0]), idFloor(at[1]), idFloor(at[2]), idFloor(at[3])] } };
}

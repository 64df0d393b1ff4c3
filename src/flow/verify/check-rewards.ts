/** Rewards one by one: that each id follows from its business key, and that budgets count exactly what is owed. */
import type { World } from "../../core/compiled.ts";
import { type Digest, derivedUuid } from "../../core/id.ts";
import { type Reward, grantKey } from "../../core/reward.ts";
import type { Client } from "../../store/db.ts";
import { type CheckedReward, familiesOf, readAllBudgets, rewardsAfter } from "../../store/verify-rewards.ts";
import { budgetKey, placesOf } from "../settle/budgets.ts";
import { type Check, type Tally, checkOf, tally } from "./check.ts";

const CHUNK = 5_000;

export type RewardProof = { db: Client; ws: string; world: World; digest: Digest; onRows: (n: number) => void };

type Sums = Map<string, { used: number; count: number }>;

export async function checkRewards(of: RewardProof): Promise<Check[]> {
  const ids = tally();
  const budgets = tally();
  const sums: Sums = new Map();
  for (let after: string | null = null; ; ) {
    const rows: CheckedReward[] = await rewardsAfter(of.ws, of.db, { after, limit: CHUNK });
    if (rows.length === 0) break;
    ids.checked += rows.length;
    await checkIds(of, rows, ids);
    for (const r of rows) addDraw(of.world, r, sums);
    after = rows.at(-1)?.id ?? null;
    of.onRows(rows.length);
  }
  await compareBudgets(of, { sums, found: budgets });
  return [
    checkOf("I3.keys", "every grant's id follows from its business key", ids),
    checkOf("budgets", "every budget counts exactly what is owed of it", budgets),
  ];
}

/** The first 12 digits are the instant at which the grant was first claimed, which may have moved; the rest is the key's digest. */
function matches(of: RewardProof, r: CheckedReward, key: { basis: string; recipient: string }): boolean {
  const text = grantKey({ program: r.program, rule: r.rule, ...key });
  return derivedUuid(of.digest(`reward|${of.ws}|${text}`), 0).slice(14) === r.id.slice(14);
}

async function checkIds(of: RewardProof, rows: readonly CheckedReward[], found: Tally): Promise<void> {
  const odd = rows.filter((r) => !matches(of, r, r));
  if (odd.length === 0) return;
  // Grants of people who were merged kept the id of their first key: the person may have had another id in it.
  const families = await familiesOf(of.ws, of.db, [...new Set(odd.flatMap((r) => [r.recipient, ...peopleIn(r.basis)]))]);
  for (const r of odd) {
    if (!variants(r, families).some((key) => matches(of, r, key))) found.wrong(`reward ${r.id}: not the id of its key`);
  }
}

function peopleIn(basis: string): string[] {
  return basis.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
}

function variants(r: CheckedReward, families: ReadonlyMap<string, string[]>): { basis: string; recipient: string }[] {
  let bases = [r.basis];
  for (const person of peopleIn(r.basis))
    bases = bases.flatMap((basis) => (families.get(person) ?? [person]).map((id) => basis.replace(person, id)));
  return (families.get(r.recipient) ?? [r.recipient]).flatMap((recipient) => bases.map((basis) => ({ basis, recipient })));
}

function addDraw(world: World, r: CheckedReward, sums: Sums): void {
  if (r.owed === 0) return;
  const versions = world.byId.get(r.program)?.versions;
  const program = (versions?.find((v) => v.compiled.version === r.version) ?? versions?.at(-1))?.compiled;
  if (program === undefined) return;
  for (const [, place] of placesOf(program, r as Reward)) {
    const key = budgetKey(place.program, place.key, place.period);
    const sum = sums.get(key) ?? { used: 0, count: 0 };
    sum.used += r.owed;
    sum.count += 1;
    sums.set(key, sum);
  }
}

async function compareBudgets(of: RewardProof, { sums, found }: { sums: Sums; found: Tally }): Promise<void> {
  for (const row of await readAllBudgets(of.ws, of.db)) {
    const key = budgetKey(row.program, row.key, row.period);
    const sum = sums.get(key) ?? { used: 0, count: 0 };
    sums.delete(key);
    found.checked++;
    if (sum.used === row.used && sum.count === row.usedCount) continue;
    found.wrong(`budget ${key}: counts ${row.used} in ${row.usedCount}, owed is ${sum.used} in ${sum.count}`);
  }
  for (const [key, sum] of sums) found.wrong(`budget ${key}: has no counter, owed is ${sum.used}`);
}

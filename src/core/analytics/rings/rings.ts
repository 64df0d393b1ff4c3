/**
 * Rings: groups of accounts that look like one person, graded from 0 to 100 with what speaks for it. The grade is
 * 100 (1 - product of (1 - weight x strength)): each part alone can raise it, none can lower it, and it never accuses by one shape only.
 * A grade is a reason to look, not a verdict; how often it was right is measured against the operator's own decisions.
 */
import { treeOf } from "../growth/tree.ts";
import type { Answer } from "../result.ts";
import { none, ok } from "../result.ts";
import type { Groups, Kind, Trace } from "./components.ts";
import { KINDS, groupsOf, kindOf } from "./components.ts";
import type { Evidence, EvidenceKey } from "./evidence.ts";
import { burstOf, circleOf, densityOf, insideOf, mostWithin, shapeOf, sizeOf, tiesOf } from "./evidence.ts";

/** Times in milliseconds. */
export type Account = { readonly id: string; readonly born: number; readonly referrer: string | null };

export type Ring = {
  readonly accounts: readonly string[];
  readonly grade: number;
  /** The strongest first; parts without strength are left out. */
  readonly evidence: readonly Evidence[];
  /** What ties them, for a drawing: the things shared and the places (in `accounts`) that share each. */
  readonly things: readonly { readonly kind: string; readonly key: string; readonly accounts: readonly number[] }[];
  /** Referrals within the group, as places in `accounts`: from who recommended to who came. */
  readonly referrals: readonly { readonly from: number; readonly to: number }[];
};

export type RingOptions = { readonly kinds?: Readonly<Record<string, Kind>> | undefined; readonly window?: number | undefined };

export type Rings = {
  readonly rings: readonly Ring[];
  /** The grade of each account in the order given, its ring's drawn a little towards its own ties; 0 outside of every ring. */
  readonly grades: readonly number[];
  readonly publicPlaces: number;
};

/** How much each part can say by itself. */
export const EVIDENCE_WEIGHTS: Readonly<Record<EvidenceKey, number>> = {
  size: 0.35,
  ties: 0.45,
  density: 0.25,
  shape: 0.2,
  burst: 0.45,
  circle: 0.4,
  inside: 0.4,
};

const DAY = 86_400_000;
/** Things with more accounts than this are counted as stars, not pair by pair. */
const PAIRWISE = 60;

type Tied = {
  readonly degree: Float64Array;
  readonly doubt: Float64Array;
  readonly things: Int32Array;
  readonly pairs: Float64Array;
  readonly shared: number[][];
};

/** Per account its ties and the doubt they leave (the product of 1 - weight over its things); per group the pairs and the things. */
function tiedOf(groups: Groups, kinds: Readonly<Record<string, Kind>>): Tied {
  const n = groups.ids.length;
  const tied = {
    degree: new Float64Array(n),
    doubt: new Float64Array(n).fill(1),
    things: new Int32Array(n),
    pairs: new Float64Array(groups.groups.length),
    shared: groups.groups.map((): number[] => []),
  };
  const seen = new Set<number>();
  for (const [index, { kind, accounts }] of groups.shared.entries()) {
    const { weight } = kindOf(kinds, kind);
    const group = groups.groupOf[accounts[0]!]!;
    tied.shared[group]!.push(index);
    for (const [i, account] of accounts.entries()) {
      tied.doubt[account]! *= 1 - weight;
      tied.things[account]!++;
      // A very large thing is counted without looking for pairs seen before: the density ends at 1.
      if (accounts.length > PAIRWISE) {
        tied.degree[account]! += accounts.length - 1;
        tied.pairs[group]! += (accounts.length - 1) / 2;
        continue;
      }
      for (const other of accounts.slice(i + 1)) {
        const pair = Math.min(account, other) * n + Math.max(account, other);
        if (seen.has(pair)) continue;
        seen.add(pair);
        tied.degree[account]!++;
        tied.degree[other]!++;
        tied.pairs[group]!++;
      }
    }
  }
  return tied;
}

function commonest(kinds: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "";
}

/** The evidence about one group. `share` is the largest share of all accounts born within one window. */
function evidenceOf(
  members: readonly Account[],
  tied: { weights: number[]; things: number; kind: string; pairs: number; degrees: number[] },
  burst: { window: number; share: number },
): Evidence[] {
  const ids = new Set(members.map(({ id }) => id));
  const referred = members.filter(({ referrer }) => referrer !== null);
  const inside = referred.filter(({ referrer }) => ids.has(referrer!));
  const { circles } = treeOf(
    members.map(({ id, referrer }) => ({ id, parent: referrer !== null && ids.has(referrer) ? referrer : null })),
  );
  const all = [
    sizeOf(members.length),
    tiesOf(tied.weights, tied.things, tied.kind),
    densityOf(tied.pairs, members.length),
    shapeOf(tied.degrees),
    burstOf(
      members.map(({ born }) => born),
      burst.window,
      burst.share,
    ),
    circleOf(circles),
    insideOf(inside.length, referred.length),
  ];
  return all
    .filter(({ strength }) => strength > 0)
    .sort((a, b) => EVIDENCE_WEIGHTS[b.key] * b.strength - EVIDENCE_WEIGHTS[a.key] * a.strength);
}

/** Who of the group came by whom of it. */
function insideReferrals(members: readonly Account[]): { from: number; to: number }[] {
  const place = new Map(members.map(({ id }, i) => [id, i]));
  return members.flatMap(({ referrer }, to) => {
    const from = referrer === null ? undefined : place.get(referrer);
    return from === undefined ? [] : [{ from, to }];
  });
}

const gradeOf = (evidence: readonly Evidence[]): number =>
  100 * (1 - evidence.reduce((doubt, { key, strength }) => doubt * (1 - EVIDENCE_WEIGHTS[key] * strength), 1));

/** All rings, the highest grade first. `window` for a burst of births: a day. O(accounts log accounts + traces). */
export function findRings(accounts: readonly Account[], traces: readonly Trace[], options: RingOptions = {}): Answer<Rings> {
  if (accounts.length === 0) return none("no_rows");
  const { kinds = KINDS, window = DAY } = options;
  const groups = groupsOf(
    accounts.map(({ id }) => id),
    traces,
    kinds,
  );
  const tied = tiedOf(groups, kinds);
  const births = accounts.map(({ born }) => born).sort((a, b) => a - b);
  const share = mostWithin(births, window) / births.length;
  const grades = accounts.map(() => 0);
  const rings = groups.groups.map((group, g): Ring => {
    const place = new Map(group.map((account, i) => [account, i]));
    const things = tied.shared[g]!.map((index) => groups.shared[index]!);
    const weights = group.map((account) => 1 - tied.doubt[account]!);
    const evidence = evidenceOf(
      group.map((account) => accounts[account]!),
      {
        weights,
        things: group.reduce((sum, account) => sum + tied.things[account]!, 0),
        kind: commonest(things.map(({ kind }) => kind)),
        pairs: tied.pairs[g]!,
        degrees: group.map((account) => tied.degree[account]!),
      },
      { window, share },
    );
    const grade = gradeOf(evidence);
    for (const [i, account] of group.entries()) grades[account] = grade * (0.8 + 0.2 * weights[i]!);
    return {
      accounts: group.map((account) => accounts[account]!.id),
      grade,
      evidence,
      things: things.map(({ kind, key, accounts: on }) => ({ kind, key, accounts: on.map((account) => place.get(account)!) })),
      referrals: insideReferrals(group.map((account) => accounts[account]!)),
    };
  });
  return ok({ rings: rings.sort((a, b) => b.grade - a.grade), grades, publicPlaces: groups.publicPlaces });
}

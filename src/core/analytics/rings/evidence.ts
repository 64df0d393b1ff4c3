/**
 * What speaks for a group being one person with many accounts, each part from 0 (nothing) to 1, with the figures it was made from: Uber's
 * and Fingerprint's writing on referral fraud names shared identifiers, density, stars and chains, circular referrals and bursts of births.
 */

export type EvidenceKey = "size" | "ties" | "density" | "shape" | "burst" | "circle" | "inside";

/** `values` are what a sentence about it needs. */
export type Evidence = {
  readonly key: EvidenceKey;
  readonly strength: number;
  readonly values: Readonly<Record<string, number | string>>;
};

/** Each part's sentence (ICU). */
export const EVIDENCE: Readonly<Record<EvidenceKey, string>> = {
  size: "{accounts, number} accounts hang together.",
  ties: "Things that each shares: {things, number}, mostly {kind, select, device {devices} card {cards} ip {networks} other {addresses}}.",
  density: "{percent, number} % of all pairs of accounts share something.",
  shape: "{shape, select, star {All hang on one account or thing.} other {They hang together like the links of a chain.}}",
  burst: "{accounts, number} of the accounts were opened within {hours, number} hours; by chance it would be {expected, number}.",
  circle: "{circles, number, integer} times the referrals in it lead in a circle.",
  inside: "{inside, number} of its {referrals, number} referrals stay within the group.",
};

/** 0 at nothing, 1/2 at `half`, towards 1. */
const rising = (n: number, half: number): number => (n <= 0 ? 0 : n / (n + half));

export const sizeOf = (accounts: number): Evidence => ({ key: "size", strength: rising(accounts - 2, 4), values: { accounts } });

/** Accounts and the weights of what each of them shares: several weak things together are as good as a strong one. */
export function tiesOf(each: readonly number[], things: number, kind: string): Evidence {
  const strength = each.reduce((sum, weight) => sum + weight, 0) / Math.max(1, each.length);
  return { key: "ties", strength, values: { things: Math.round((10 * things) / Math.max(1, each.length)) / 10, kind } };
}

/** Pairs that share something, of all pairs; for two accounts it says no more than the tie does. */
export function densityOf(pairs: number, accounts: number): Evidence {
  const share = Math.min(1, pairs / ((accounts * (accounts - 1)) / 2));
  return { key: "density", strength: accounts > 2 ? share : 0, values: { percent: Math.round(100 * share) } };
}

/** A star has one account tied to all the others, who are not tied among themselves; a chain has two ends and no forks. */
export function shapeOf(degrees: readonly number[]): Evidence {
  const n = degrees.length;
  const edges = degrees.reduce((sum, degree) => sum + degree, 0) / 2;
  const isTree = n >= 4 && edges === n - 1;
  const highest = degrees.reduce((most, degree) => Math.max(most, degree), 0);
  const isStar = isTree && highest === n - 1;
  const isChain = isTree && highest === 2;
  return {
    key: "shape",
    strength: isStar || isChain ? rising(n - 3, 3) : 0,
    values: { shape: isStar ? "star" : isChain ? "chain" : "other" },
  };
}

/** The most of sorted times within any window; two pointers. */
export function mostWithin(sorted: readonly number[], window: number): number {
  let [most, from] = [0, 0];
  for (const [i, time] of sorted.entries()) {
    while (time - sorted[from]! > window) from++;
    most = Math.max(most, i - from + 1);
  }
  return most;
}

const HOUR = 3_600_000;

/**
 * Births close together. Of everybody `share` is the largest share born within one window, so of n chance would put about n x share (at
 * least one) into a window; what is above that counts.
 */
export function burstOf(births: readonly number[], window: number, share: number): Evidence {
  const most = mostWithin(
    [...births].sort((a, b) => a - b),
    window,
  );
  const expected = Math.max(1, births.length * share);
  const excess = births.length > 1 ? (most - expected) / (births.length - Math.min(expected, births.length - 1)) : 0;
  const strength = births.length > 2 ? Math.max(0, Math.min(1, excess)) * rising(births.length - 1, 2) : 0;
  return {
    key: "burst",
    strength,
    values: { accounts: most, hours: Math.round(window / HOUR), expected: Math.round(10 * expected) / 10 },
  };
}

export const circleOf = (circles: number): Evidence => ({
  key: "circle",
  strength: circles > 0 ? 0.5 + rising(circles, 1) / 2 : 0,
  values: { circles },
});

/** Referrals from one of the group to another of it, of all that its accounts made or came by. */
export function insideOf(inside: number, referrals: number): Evidence {
  const strength = referrals > 0 ? (inside / referrals) * rising(inside, 1) : 0;
  return { key: "inside", strength, values: { inside, referrals } };
}

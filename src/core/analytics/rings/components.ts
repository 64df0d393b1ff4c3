/**
 * Groups in the graph of what accounts share: two accounts with one device, card or address are tied, and whoever is tied to somebody is
 * of her group (connected components by union and find, Tarjan 1975, JACM 22(2):215-225). Linear in the number of traces.
 */

/** An account left this trace: `key` is the shared thing (a hash), `kind` what it is: "device", "card", "address", "ip", "funding". */
export type Trace = { readonly account: string; readonly kind: string; readonly key: string };

/**
 * What a kind says: `weight` from 0 to 1, how surely two accounts with one such thing are one person, and from how many accounts on it is
 * a public place (an office's address) that ties nobody.
 */
export type Kind = { readonly weight: number; readonly mostAccounts: number };

export const KINDS: Readonly<Record<string, Kind>> = {
  card: { weight: 0.9, mostAccounts: 100_000 },
  device: { weight: 0.85, mostAccounts: 100_000 },
  cookie: { weight: 0.85, mostAccounts: 100_000 },
  phone: { weight: 0.9, mostAccounts: 100_000 },
  payout: { weight: 0.9, mostAccounts: 100_000 },
  email: { weight: 0.8, mostAccounts: 100_000 },
  funding: { weight: 0.5, mostAccounts: 5000 },
  transfer: { weight: 0.5, mostAccounts: 100_000 },
  address: { weight: 0.5, mostAccounts: 200 },
  ip: { weight: 0.3, mostAccounts: 30 },
};

const OTHER: Kind = { weight: 0.4, mostAccounts: 200 };

export const kindOf = (kinds: Readonly<Record<string, Kind>>, name: string): Kind => kinds[name] ?? OTHER;

/** Accounts (their places) that share one thing. */
export type Shared = { readonly kind: string; readonly key: string; readonly accounts: readonly number[] };

export type Groups = {
  readonly ids: readonly string[];
  /** What two or more accounts share, public places left out; and how many of those there were. */
  readonly shared: readonly Shared[];
  readonly publicPlaces: number;
  /** Places of the accounts of each group of two or more, the largest group first. */
  readonly groups: readonly (readonly number[])[];
  /** The group of each account, -1 for none. */
  readonly groupOf: Int32Array;
};

function find(parent: Int32Array, i: number): number {
  let at = i;
  while (parent[at] !== at) {
    parent[at] = parent[parent[at]!]!;
    at = parent[at]!;
  }
  return at;
}

/** The things shared, each account on it once. */
function sharedOf(traces: readonly Trace[], place: ReadonlyMap<string, number>): Shared[] {
  const things = new Map<string, { kind: string; key: string; accounts: Set<number> }>();
  for (const { account, kind, key } of traces) {
    const at = place.get(account);
    if (at === undefined) continue;
    const name = `${kind}\n${key}`;
    const thing = things.get(name);
    if (thing === undefined) things.set(name, { kind, key, accounts: new Set([at]) });
    else thing.accounts.add(at);
  }
  // In the order of the accounts: the database hands traces over in whichever it likes.
  const inOrder = (accounts: Set<number>): number[] => [...accounts].sort((a, b) => a - b);
  return [...things.values()].filter(({ accounts }) => accounts.size > 1).map((thing) => ({ ...thing, accounts: inOrder(thing.accounts) }));
}

/** The groups among `ids`; traces of other accounts are left out. O(accounts + traces). */
export function groupsOf(ids: readonly string[], traces: readonly Trace[], kinds: Readonly<Record<string, Kind>> = KINDS): Groups {
  const place = new Map(ids.map((id, i) => [id, i]));
  const all = sharedOf(traces, place);
  const shared = all.filter(({ kind, accounts }) => accounts.length <= kindOf(kinds, kind).mostAccounts);
  const parent = Int32Array.from(ids, (_, i) => i);
  for (const { accounts } of shared) {
    const root = find(parent, accounts[0]!);
    for (const account of accounts) parent[find(parent, account)] = root;
  }
  const members = new Map<number, number[]>();
  for (const i of ids.keys()) {
    const root = find(parent, i);
    const group = members.get(root);
    if (group === undefined) members.set(root, [i]);
    else group.push(i);
  }
  const groups = [...members.values()].filter((group) => group.length > 1).sort((a, b) => b.length - a.length || a[0]! - b[0]!);
  const groupOf = new Int32Array(ids.length).fill(-1);
  for (const [g, group] of groups.entries()) for (const i of group) groupOf[i] = g;
  return { ids, shared, publicPlaces: all.length - shared.length, groups, groupOf };
}

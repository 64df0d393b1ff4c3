/** Two people who turned out to be one: their rows, grants, balances and standings come together before anybody is folded. */
import { canonical } from "../../core/attribution/resolve.ts";
import { type Book, standingKey } from "../../core/book.ts";
import { movement } from "../../core/fulfilment/movement.ts";
import type { AccountKind } from "../../core/reward.ts";
import type { Client } from "../../store/db.ts";
import { type MovedGrant, type MovedStanding, movePerson } from "../../store/merge-people.ts";
import { bumpRevision } from "../../store/programs-write.ts";
import type { Claims } from "./claim-rewards.ts";
import { foldBelow } from "./fold-below.ts";

type Pair = { from: string; into: string };

/** Does what the batch's merges ask for: moves what is looked up by a person, and plans what must be folded and ranked again. */
export async function applyMerges(client: Client, book: Book, claims: Claims): Promise<void> {
  for (const merge of book.merges) {
    const pair = { from: merge.from, into: canonical(book, merge.into) };
    // Somebody this very batch made has nothing stored yet.
    if (book.people.get(pair.from)?.isNew) continue;
    await foldBelow(client, book, [pair.from]);
    const moved = await movePerson(client, book.workspace, pair);
    if (moved.advocate) await bumpRevision(book.workspace, client);
    carryBalances(book, pair, moved.grants);
    mergeStandings(book, pair, { moved: moved.standings, claims });
  }
  if (book.merges.length > 0) nameSurvivors(book);
}

/** What the batch itself wrote under the id that went. */
function nameSurvivors(book: Book): void {
  for (const person of book.people.values()) if (person.mergedInto !== null) person.mergedInto = canonical(book, person.id);
  for (const order of book.orders.values()) if (order.person !== null) order.person = canonical(book, order.person);
  for (const identity of book.newIdentities) identity.person = canonical(book, identity.person);
  for (const { privateData } of book.entries) if (privateData?.of != null) privateData.of = canonical(book, privateData.of);
}

/** The balances follow the grants, one transfer for each kind of account and unit; what is owed back goes the other way. */
function carryBalances(book: Book, pair: Pair, grants: readonly MovedGrant[]): void {
  const sums = new Map<string, { of: MovedGrant; kind: AccountKind; amount: number }>();
  for (const g of grants) {
    const kind: AccountKind = g.matured ? "available" : "pending";
    const key = `${kind}|${g.form}|${g.unit}`;
    const sum = sums.get(key) ?? { of: g, kind, amount: 0 };
    sum.amount += g.matured ? g.owed - g.used : g.owed;
    sums.set(key, sum);
  }
  for (const [key, { of, kind, amount }] of sums) {
    if (amount === 0) continue;
    const [owner, toOwner] = amount > 0 ? [pair.from, pair.into] : [pair.into, pair.from];
    const transfer = movement(
      book.digest,
      { owner, form: of.form, unit: of.unit },
      {
        key: `merge|${pair.from}|${pair.into}|${key}|${book.instant}`,
        group: pair.into,
        kind: "carry",
        cause: pair.from,
        at: book.instant,
        amount: Math.abs(amount),
        from: kind,
        to: kind,
        toOwner,
      },
    );
    book.transfers.push(transfer);
  }
}

/** One standing for both, folded again from all their rewards. */
function mergeStandings(book: Book, pair: Pair, of: { moved: readonly MovedStanding[]; claims: Claims }): void {
  for (const s of of.moved) {
    const program = book.world.byId.get(s.program)?.versions.at(-1)?.compiled;
    if (program === undefined) continue;
    const key = standingKey(s.program, pair.into, s.period);
    const known = of.claims.touched.get(key);
    if (known !== undefined) known.refold = true;
    else
      of.claims.touched.set(key, {
        program,
        owner: pair.into,
        period: s.period,
        periodEnd: s.periodEnd ?? 0,
        added: [],
        qualified: [],
        refold: true,
      });
  }
}

/** Stored referrals as full folds begin with them: what was bound before, what is pinned, what a merged person leaves behind. */
import { canonical } from "../../core/attribution/resolve.ts";
import { type Book, type Folding, type ReferralRow, referralKey } from "../../core/book.ts";
import { compareKeys } from "../../core/facts.ts";
import { versionOf } from "../../core/rules/in-force.ts";
import type { Pin } from "../../core/state.ts";
import type { Client } from "../../store/db.ts";
import { loadReferrals } from "../../store/settle-load-rewards.ts";

export function layReferrals(book: Book, referrals: readonly ReferralRow[]): void {
  for (const r of referrals) {
    r.ref.s = stageIndex(book, r);
    book.referrals.set(referralKey(r.program, r.friend), r);
  }
  for (const r of referrals) layReferral(book, r);
  for (const [key, pin] of book.overrides) {
    const [program = "", friend = ""] = key.split("|");
    const folding = book.foldings.get(friend);
    if (folding?.full) folding.pins[program] = pin;
  }
}

/** A stored referral as the fold begins with it. One of a merged person gives way to the one that the joined person's facts make. */
function layReferral(book: Book, r: ReferralRow): void {
  const friend = canonical(book, r.friend);
  const folding = book.foldings.get(friend);
  if (folding === undefined || !folding.full || r.status === "superseded") return;
  if (r.status === "rejected") r.ref.r = 1;
  if (r.friend === friend) folding.before[r.program] = { ...r.ref };
  else supersede(book, r, folding);
  if (r.frozenAt === null && !r.manual && r.status !== "rejected") return;
  // Two people became one, and she is her own advocate now: nothing holds such a binding.
  if (canonical(book, r.ref.a) === friend) return;
  const pin = pinOf(r, canonical(book, r.ref.a), teamNow(book, r.ref.tm, friend));
  const other = folding.pins[r.program];
  if (other === undefined || compareKeys(pin.at, pin.client, other.at, other.client) < 0) folding.pins[r.program] = pin;
}

/** The team as whoever stands for its people now; the friend has no part in it. */
function teamNow(book: Book, team: Pin["team"], friend: string): Pin["team"] {
  if (team === undefined) return undefined;
  const shares = new Map<string, number>();
  for (const [person, share] of team) {
    const id = canonical(book, person);
    if (id !== friend) shares.set(id, (shares.get(id) ?? 0) + share);
  }
  return [...shares];
}

/** A binding that is frozen, or was set or rejected by an operator, stays where it is. */
function pinOf(row: ReferralRow, advocate: string, team: Pin["team"]): Pin {
  const { ref } = row;
  const rejected = row.status === "rejected";
  const pin: Pin = { advocate, link: ref.l, kind: ref.k, evidenceAt: ref.ea, at: ref.b, client: ref.bc, version: ref.v, rejected };
  if (!row.manual && !rejected) pin.frozen = true;
  if (team !== undefined) pin.team = team;
  return pin;
}

/** The stored stage's place in the version under which it was reached. */
export function stageIndex(book: Book, row: ReferralRow): number {
  const timeline = book.world.byId.get(row.program);
  return (timeline && versionOf(timeline, row.ref.v, row.ref.sa)?.stages.findIndex((s) => s.key === row.stage)) ?? -1;
}

/** What held it holds the one that stays: else the next fold would decide otherwise. */
function supersede(book: Book, row: ReferralRow, folding: Folding): void {
  const own = book.referrals.get(referralKey(row.program, folding.person));
  if (own !== undefined && own.status !== "superseded") {
    own.frozenAt ??= row.frozenAt;
    own.manual ||= row.manual;
    book.dirtyReferrals.add(referralKey(row.program, folding.person));
  }
  row.status = "superseded";
  book.dirtyReferrals.add(referralKey(row.program, row.friend));
  folding.lost.push(row);
}

/**
 * Stored referrals of people whom a step has just bound. The saved fold knows none, and yet there may be one: superseded when an operator
 * or a merge took its evidence away. It is bound again under the id that it has.
 */
export async function readSuperseded(client: Client, book: Book): Promise<void> {
  const bound = [...book.foldings.values()].filter((f) => !f.full && !book.people.get(f.person)?.isNew && newlyBound(f).length > 0);
  if (bound.length === 0) return;
  const rows = await loadReferrals(
    client,
    book.workspace,
    bound.map((f) => f.person),
  );
  const wanted = new Set(bound.flatMap((f) => newlyBound(f).map((program) => referralKey(program, f.person))));
  for (const row of rows) {
    const key = referralKey(row.program, row.friend);
    if (wanted.has(key) && !book.referrals.has(key)) book.referrals.set(key, row);
  }
}

function newlyBound(folding: Folding): string[] {
  return Object.keys(folding.state?.p ?? {}).filter((program) => folding.before[program] === undefined);
}

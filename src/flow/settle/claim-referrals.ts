/** Referral rows follow the fold: made, moved, advanced, qualified, or no longer so; standings that count them are marked. */
import { type Book, type Folding, type ReferralRow, referralKey } from "../../core/book.ts";
import { derivedUuid } from "../../core/id.ts";
import { standingPeriod } from "../../core/rules/standing.ts";
import type { Ref } from "../../core/state.ts";
import { type Claims, compiledFor, touch } from "./claims.ts";

/** Referral rows follow the fold: made, moved, advanced, qualified or no longer so. */
export function claimReferrals(book: Book, folding: Folding, claims: Claims): void {
  const now = folding.state?.p ?? {};
  for (const [program, ref] of Object.entries(now)) {
    const before = folding.before[program];
    if (before?.i !== undefined) ref.i = before.i;
    const moved =
      before === undefined ||
      before.a !== ref.a ||
      before.b !== ref.b ||
      before.bc !== ref.bc ||
      before.v !== ref.v ||
      before.l !== ref.l ||
      before.k !== ref.k ||
      before.ea !== ref.ea ||
      before.r !== ref.r ||
      !sameTeam(before.tm, ref.tm);
    const qualifiedAgain = before?.q !== ref.q || before?.qc !== ref.qc;
    if (!moved && !qualifiedAgain && before?.s === ref.s && before.sa === ref.sa) continue;
    const row = referralRow(book, { program, friend: folding.person, ref, before });
    const compiled = compiledFor(book, program, ref);
    if (compiled === undefined) continue;
    if (!qualifiedAgain && !moved) continue;
    if (before !== undefined) unqualify(book, claims, { program, ref: before });
    if (ref.q !== undefined)
      touch(claims, { program: compiled, owner: ref.a, at: ref.q }, (t) => {
        t.qualified.push(row);
      });
  }
  for (const row of folding.lost) unqualify(book, claims, row);
  for (const [program, before] of Object.entries(folding.before)) {
    if (now[program] !== undefined) continue;
    const row = book.referrals.get(referralKey(program, folding.person));
    if (row === undefined || row.status === "superseded") continue;
    row.status = "superseded";
    book.dirtyReferrals.add(referralKey(program, folding.person));
    unqualify(book, claims, { program, ref: before });
  }
}

function sameTeam(a: Ref["tm"], b: Ref["tm"]): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** A qualified referral that moves or goes leaves its place in its advocate's standing, under the version it was bound to. */
function unqualify(book: Book, claims: Claims, was: { program: string; ref: Ref }): void {
  const compiled = compiledFor(book, was.program, was.ref);
  if (compiled === undefined || was.ref.q === undefined) return;
  touch(claims, { program: compiled, owner: was.ref.a, at: was.ref.q }, (t) => {
    t.refold = true;
  });
}

function referralRow(book: Book, of: { program: string; friend: string; ref: Ref; before: Ref | undefined }): ReferralRow {
  const key = referralKey(of.program, of.friend);
  const known = book.referrals.get(key);
  const { ref } = of;
  const compiled = compiledFor(book, of.program, ref);
  const period = compiled && ref.q !== undefined ? (standingPeriod(compiled, ref.q)?.key ?? null) : null;
  const row: ReferralRow = known ?? {
    id: ref.i ?? derivedUuid(book.digest(`referral|${book.workspace}|${key}`), ref.b),
    program: of.program,
    friend: of.friend,
    ref,
    status: "open",
    frozenAt: null,
    manual: false,
    rankAt: null,
    rankClient: null,
    ranked: false,
    period: null,
  };
  const { before } = of;
  row.ranked = ref.q !== undefined && before?.q === ref.q && before.qc === ref.qc && before.a === ref.a;
  if (!row.ranked || row.rankAt === null) {
    row.rankAt = ref.q ?? null;
    row.rankClient = ref.qc ?? null;
  }
  row.ref = ref;
  ref.i = row.id;
  row.period = period;
  if (book.overrides.has(key)) {
    row.manual = true;
    row.frozenAt ??= book.instant;
  }
  row.status = ref.r !== undefined ? "rejected" : ref.q === undefined ? "open" : "qualified";
  book.referrals.set(key, row);
  book.dirtyReferrals.add(key);
  return row;
}

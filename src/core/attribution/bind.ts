/**
 * Which touch owns a friend: the binding as a function of the touches known at the binding fact. Strongest class of
 * evidence first, newest (or oldest) within a class, inside the window, never the friend herself.
 */
import type { Evidence, Fact, Reason, TeamShare } from "../facts.ts";
import type { Compiled } from "../compiled.ts";
import { addDuration } from "../time.ts";

/** Smaller is stronger. A code the program knows to be public ranks below a link (a coupon site is no advocate). */
const CLASS: Record<Evidence["kind"], number> = { code: 0, link: 1, invite: 2, name: 3, claim: 4 };
const PUBLIC_CODE_CLASS = 1.5;

/** The binding fact, whose friend it is, and how merged people resolve. */
export type Chooser = { fact: Fact; self: string; canonical: (person: string) => string };
export type Binding = {
  advocate: string;
  /** Who the evidence names: she may have been merged since, and then somebody else stands for her. */
  named: string;
  link?: string;
  kind: Evidence["kind"];
  evidenceAt: number;
  team?: [person: string, share: number][];
};

/**
 * Chooses among `touches` (kept from earlier facts) and the fact's own evidence. Bounds are inclusive to the
 * millisecond: a touch exactly one window before the fact still counts, one millisecond earlier does not.
 * @returns the binding, or the strongest reason why there is none.
 */
export function chooseBinding(program: Compiled, touches: readonly Evidence[], by: Chooser): Binding | Reason {
  const { fact, self, canonical } = by;
  let best: Evidence | undefined;
  let bestClass = Number.POSITIVE_INFINITY;
  let bestIsOwn = false;
  let reason: Reason = "no_touch";
  const own = fact.evidence;
  const total = touches.length + (own?.length ?? 0);
  const oldestWins = program.program.attribution.model === "first_touch";
  const protectedMs = program.protectedWindow === undefined ? 0 : addDuration(0, program.protectedWindow, program.zone);
  for (let i = 0; i < total; i++) {
    const e = (i < touches.length ? touches[i] : own?.[i - touches.length]) as Evidence;
    if (e.program !== program.id || e.at > fact.at) continue;
    if (!program.accepts.has(e.kind)) {
      reason = "evidence_not_accepted";
      continue;
    }
    if (addDuration(e.at, program.window, program.zone) < fact.at) {
      reason = "window_passed";
      continue;
    }
    if (e.advocate === self || canonical(e.advocate) === self) {
      reason = "self_referral";
      continue;
    }
    const rank = e.kind === "code" && e.code !== undefined && program.publicCodes.has(e.code) ? PUBLIC_CODE_CLASS : CLASS[e.kind];
    const isLater = i >= touches.length && !bestIsOwn;
    const by = { oldestWins, fence: fact.at - protectedMs, isLater };
    if (best === undefined || rank < bestClass || (rank === bestClass && beats(e, best, by))) {
      best = e;
      bestClass = rank;
      bestIsOwn = i >= touches.length;
    }
  }
  if (best === undefined) return reason;
  const { advocate: named, link, kind, at: evidenceAt } = best;
  const binding: Binding = { advocate: canonical(named), named, link, kind, evidenceAt };
  if (best.team !== undefined) binding.team = teamOf(best.team, by);
  return binding;
}

/** Whoever stands for them now, each once; the friend herself has no part in it. */
function teamOf(team: readonly TeamShare[], { self, canonical }: Chooser): [string, number][] {
  const shares = new Map<string, number>();
  for (const { person, share } of team) {
    const id = canonical(person);
    if (id !== self) shares.set(id, (shares.get(id) ?? 0) + share);
  }
  return [...shares];
}

/**
 * Within one class. Last touch: the newer wins, except that a touch inside the protected window (after `fence`, when
 * the cart had begun) never displaces an earlier one. At equal instants the fact's own evidence counts as the later touch,
 * and among touches of one fact, or of facts before, the one named first stays: never an id that the server made.
 */
function beats(challenger: Evidence, holder: Evidence, by: { oldestWins: boolean; fence: number; isLater: boolean }): boolean {
  if (challenger.at === holder.at) return by.isLater && !by.oldestWins && holder.at <= by.fence;
  const newer = challenger.at > holder.at;
  if (by.oldestWins) return !newer;
  const later = newer ? challenger : holder;
  return later.at > by.fence ? !newer : newer;
}

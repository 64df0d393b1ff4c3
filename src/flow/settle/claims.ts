/** What the folds of a batch want of the rewards: targets to be posted, and standings to be ranked before that. */
import type { Book, ReferralRow } from "../../core/book.ts";
import type { Compiled } from "../../core/compiled.ts";
import type { Reward } from "../../core/reward.ts";
import { standingPeriod } from "../../core/rules/standing.ts";
import type { Ref } from "../../core/state.ts";

/** What a reward should come to, before budget: the settle step brings it there. */
export type Target = {
  reward: Reward;
  program: Compiled;
  owed: number;
  reason: string | null;
  cause: string;
  /** Said after posting: something about it changed, so it is told. A standing folded again answers for all its rewards. */
  moved?: boolean;
};
export type Touched = {
  program: Compiled;
  owner: string;
  period: string;
  periodEnd: number;
  added: Reward[];
  qualified: ReferralRow[];
  refold: boolean;
};
export type Claims = { targets: Map<string, Target>; touched: Map<string, Touched> };

export function noClaims(): Claims {
  return { targets: new Map(), touched: new Map() };
}

/** The version under which a reward was granted. */
export function programOf(book: Book, reward: Reward): Compiled | undefined {
  const versions = book.world.byId.get(reward.program)?.versions;
  return (versions?.find((v) => v.compiled.version === reward.version) ?? versions?.at(-1))?.compiled;
}

/** Marks the standing that `at` belongs to; nothing when the program has none. */
export function touch(claims: Claims, where: { program: Compiled; owner: string; at: number }, change: (t: Touched) => void): void {
  const period = standingPeriod(where.program, where.at);
  if (period === undefined) return;
  const key = `${where.program.id}|${where.owner}|${period.key}`;
  let touched = claims.touched.get(key);
  if (touched === undefined) {
    touched = {
      program: where.program,
      owner: where.owner,
      period: period.key,
      periodEnd: period.end,
      added: [],
      qualified: [],
      refold: false,
    };
    claims.touched.set(key, touched);
  }
  change(touched);
}

/** The version that a referral is bound to. */
export function compiledFor(book: Book, program: string, ref: Ref): Compiled | undefined {
  const versions = book.world.byId.get(program)?.versions;
  return (versions?.find((v) => v.compiled.version === ref.v) ?? versions?.at(-1))?.compiled;
}

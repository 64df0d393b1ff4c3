/** What a proof says, and how findings are counted while they stream by. */
import type { Proof } from "../../store/verify-ledger.ts";

/** `checked`: rows looked at; `bad`: how many of them are wrong; `examples`: the first few, in words that name ids only. */
export type Check = { id: string; name: string; ok: boolean; checked: number; bad: number; examples: string[] };

/** Counts what was looked at and what was wrong, and keeps the first five. */
export type Tally = { checked: number; bad: number; examples: string[]; wrong(example: string): void };

export function tally(): Tally {
  const t: Tally = {
    checked: 0,
    bad: 0,
    examples: [],
    wrong(example) {
      t.bad++;
      if (t.examples.length < 5) t.examples.push(example);
    },
  };
  return t;
}

export function checkOf(id: string, name: string, proof: Proof): Check {
  const { checked, bad, examples } = proof;
  return { id, name, ok: bad === 0, checked, bad, examples: [...examples] };
}

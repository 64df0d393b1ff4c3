/** The saved half of a standing (advocate x program x period), folded in rules/standing.ts. */

/** Last rank key, qualified referrals by tier period, what each limit has used by its own period. */
export type StandingState = {
  at: number;
  c: string;
  q: Record<string, number>;
  l: Record<string, [count: number, amount: number]>;
  /** By rule that asks when referrals came: how often it fired, then instants (`within`) or runs of periods (`streak`). */
  w?: Record<string, number[]>;
};

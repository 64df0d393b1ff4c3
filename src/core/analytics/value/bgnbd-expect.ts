/**
 * What a fitted BG/NBD says of the future. All of it follows from two things: while she stays, the number of purchases in a time t is
 * negative binomial, N ~ NB(r, z) with z = t/(alpha+t); and she is still there after k purchases with chance
 * m_k = E[(1-p)^k] = B(a, b+k)/B(a, b). Hence E[X(t)] = sum_k m_k P(N > k), a sum of positive terms, which is the published
 *   E[X(t)] = (a+b-1)/(a-1) [1 - (alpha/(alpha+t))^r 2F1(r, b; a+b-1; t/(alpha+t))]
 * (Fader, Hardie & Lee 2005, eq. 9) without its holes at a = 1 and a+b = 1 and without a hypergeometric function.
 */
import type { BgNbd } from "./bgnbd.ts";
import type { Repeat } from "./repeats.ts";

/** Terms enough for t of 5,000 alpha; what is cut off there is below a thousandth of the whole. */
const MOST_TERMS = 200_000;

/** Calls `see` with k, P(N = k) and P(N > k) of the negative binomial until the tail is below 1e-13 or `see` answers false. */
function eachCount(shape: number, z: number, see: (k: number, at: number, beyond: number) => boolean): void {
  let log = shape * Math.log1p(-z);
  let at = Math.exp(log);
  let beyond = 1 - at;
  for (let k = 0; k < MOST_TERMS; k++) {
    if (!see(k, at, Math.max(0, beyond))) return;
    if (beyond < 1e-13) return;
    const ratio = (z * (shape + k)) / (k + 1);
    // A long-standing customer's P(N = 0) may lie below the smallest number: the way up from there goes by logarithms.
    if (log < -700) {
      log += Math.log(ratio);
      at = Math.exp(log);
    } else at *= ratio;
    beyond -= at;
  }
}

/** E[X(t)]: repeat purchases of a customer in her first `t` after the first purchase (t >= 0, in the unit of alpha). */
export function expectedRepeats({ r, alpha, a, b }: BgNbd, t: number): number {
  if (!(t > 0)) return 0;
  let sum = 0;
  let stays = 1;
  eachCount(r, t / (alpha + t), (k, _at, beyond) => {
    const term = stays * beyond;
    sum += term;
    stays *= (b + k) / (a + b + k);
    return term > 1e-13 * sum || k < 10;
  });
  return sum;
}

/** P(alive at T | x, t_x, T): 1 for who never bought again, since leaving is only possible after a repeat purchase. */
export function chanceAlive({ r, alpha, a, b }: BgNbd, { x, recency, age }: Repeat): number {
  if (x === 0) return 1;
  const odds = (a / (b + x - 1)) * Math.exp((r + x) * Math.log((alpha + age) / (alpha + recency)));
  return 1 / (1 + odds);
}

/** Somebody who is still there after (x, t_x, T) is a customer of this model: r and alpha by her purchases, b by her staying x times. */
export const modelOf = ({ r, alpha, a, b }: BgNbd, { x, age }: Repeat): BgNbd => ({ r: r + x, alpha: alpha + age, a, b: b + x });

/**
 * E[X(T, T+t) | x, t_x, T]: purchases to come within `t` of now, of somebody with this history (eq. 10 of the paper, whose
 * 2F1(r+x, b+x; a+b+x-1; t/(alpha+T+t)) is the sum above for the customer's own model).
 */
export const expectedMore = (model: BgNbd, history: Repeat, t: number): number =>
  chanceAlive(model, history) * expectedRepeats(modelOf(model, history), t);

/** P(X(t) = 0), P(X(t) = 1), ... up to `most`: m_n P(N = n) + (m_{n-1} - m_n) P(N >= n) (eq. 8). */
export function chancesOfRepeats({ r, alpha, a, b }: BgNbd, t: number, most: number): number[] {
  const chances: number[] = Array.from({ length: most + 1 }, () => 0);
  if (!(t > 0)) return chances.map((_, n) => (n === 0 ? 1 : 0));
  let stays = 1;
  let leaves = 0;
  eachCount(r, t / (alpha + t), (n, at, beyond) => {
    chances[n] = stays * at + leaves * (at + beyond);
    leaves = (stays * a) / (a + b + n);
    stays -= leaves;
    return n < most;
  });
  return chances;
}

/**
 * Did chance deal the arms as it was told to? Pearson's chi-square of the counts against the weights; before any effect is shown. A small
 * p means that rows are lost or doubled in one arm, and no analysis of what is left can be trusted (Fabijan et al. 2019).
 */
import { chiSquareTail } from "../special.ts";

/** Below this the experiment is broken: one false alarm in a thousand experiments. */
export const BROKEN_BELOW = 0.001;

/** p of the split; arms of weight 0 are left out with their people; 1 when there is nobody or only one arm. */
export function sampleRatio(users: readonly number[], weights: readonly number[]): number {
  const arms = users.map((count, i) => ({ count, weight: weights[i] ?? 0 })).filter((arm) => arm.weight > 0);
  const people = arms.reduce((sum, arm) => sum + arm.count, 0);
  const weight = arms.reduce((sum, arm) => sum + arm.weight, 0);
  if (people === 0 || arms.length < 2) return 1;
  const square = arms.reduce((sum, arm) => {
    const expected = (arm.weight / weight) * people;
    return sum + (arm.count - expected) ** 2 / expected;
  }, 0);
  return chiSquareTail(square, arms.length - 1);
}

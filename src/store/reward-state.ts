/** The state of a reward whose numbers moved, in SQL: the same words as `stateOfMatured` in core/reward.ts. */

/**
 * For `update reward r`: `used` and `flying` are expressions for what they become. What owes nothing keeps the state that says why.
 */
export function stateAfterUse(used: string, flying = "r.flying", expired = "r.expired"): string {
  return `case when r.owed = 0 then r.state when ${used} < r.owed then 'available' when ${flying} > 0 then 'in_flight'
    when ${expired} > 0 then 'expired' else 'fulfilled' end`;
}

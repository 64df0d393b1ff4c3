/** The forms of reward, by how they leave. */

/** Things: each is its own, so one that was taken back after it was given does not use up the next. */
const THINGS: ReadonlySet<string> = new Set(["perk", "badge", "custom"]);

/** Units of it are alike: never more leaves than the balance holds, and what was taken back is carried against the next. */
export function isCarried(form: string): boolean {
  return !THINGS.has(form);
}

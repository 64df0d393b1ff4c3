/** Who may work at the database when many could. */

/** Runs a piece of work when it is its turn, and says what it says. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** Nobody waits. */
export const unbounded: Turns = (work) => work();

/** At most `atOnce` pieces of work run; the others wait in the order in which they came. */
export function createTurns(atOnce: number): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    // Who ends hands its place on, so that nobody who comes meanwhile takes it.
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}

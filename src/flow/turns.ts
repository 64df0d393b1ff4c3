/** Who may work at the database when many could, and how much of the time. */

/** What a piece of work says of itself. `busy`: somebody else needs the machine just now. */
export type Worked = { busy: boolean };
/** Runs a piece of work when it is its turn, and says what it says. */
export type Turns = <T extends Worked>(work: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/** Nobody waits. */
export const unbounded: Turns = (work) => work();

type Timing = {
  /** Milliseconds of a clock that only goes forward. */
  monotonic(): number;
  /** Resolves after so many milliseconds, or when the signal says that the time is over. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

/** Times its own length that a piece of work leaves to others while they are busy: it takes a third of one processor at most. */
const REST = 2;

/** At most `atOnce` pieces of work run; the others wait in the order in which they came. */
export function createTurns(atOnce: number, { monotonic, sleep }: Timing): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work, signal) => {
    // Who ends hands its place on, so that nobody who comes meanwhile takes it.
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      const begun = monotonic();
      const worked = await work();
      if (worked.busy) await sleep(REST * (monotonic() - begun), signal);
      return worked;
    } finally {
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}

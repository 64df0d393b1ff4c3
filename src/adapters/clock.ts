/**
 * The process's clock. It times requests and ages caches; what money depends on is decided by the database's clock
 * (begin_batch), because application clocks differ between nodes.
 */
export type Clock = {
  /** Epoch milliseconds. */
  now(): number;
  /** Milliseconds on a clock that never steps back, with fractions. */
  monotonic(): number;
};

export const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };

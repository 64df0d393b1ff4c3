/** How much of the machine the embedded PostgreSQL takes. */
import os from "node:os";

const MB = 1024 * 1024;
/** PostgreSQL's own default: enough for a small machine, and started on each. */
const LEAST_MB = 128;
/** More was not measured to help. */
const MOST_MB = 1024;

/** Memory that this process may use, in bytes: the machine's, or what a container leaves of it. */
export function memoryBytes(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, os.totalmem()) : os.totalmem();
}

/**
 * Settings by the memory there is (bytes): a sixteenth of it for pages, and four times that for the log between two checkpoints, at least
 * its default of 1 GB. A purchase writes 7 kB of log; each page touched first after a checkpoint is logged whole. At 5,000 purchases a
 * second the defaults made a checkpoint every 15 to 30 s, and those seconds wrote 18 to 26 kB an event at half the speed.
 */
export function sizesFor(memory: number): { shared_buffers: string; max_wal_size: string } {
  const pages = Math.min(MOST_MB, Math.max(LEAST_MB, Math.floor(memory / MB / 16)));
  return { shared_buffers: `${pages}MB`, max_wal_size: `${Math.max(1024, 4 * pages)}MB` };
}

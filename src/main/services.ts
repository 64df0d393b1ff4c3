/** The services that http asks for, each a flow with its parts handed in. */
import { lintProgram } from "../core/rules/lint.ts";
import { explainDecision } from "../core/rules/explain.ts";
import type { Batcher } from "../flow/batcher.ts";
import { joinAdvocate, leaveAdvocate } from "../flow/join-advocate.ts";
import type { Worlds } from "../flow/load-world.ts";
import type { Hashes, Ids, Log } from "../flow/ports.ts";
import { publishProgram, setProgramStatus } from "../flow/publish-program.ts";
import type { Services } from "../http/services.ts";
import type { Pool } from "../store/db.ts";

/** What flows are built from. `settlePool` is for batches only: its sessions have planner settings of their own. */
export type Parts = { pool: Pool; settlePool: Pool; ids: Ids; hashes: Hashes; worlds: Worlds; batcher: Batcher; log: Log };

export function createServices(parts: Parts): Services {
  return {
    events: parts.batcher,
    joinAdvocate: (by, input) => joinAdvocate(parts, by, input),
    publishProgram: (by, input) => publishProgram(parts, by, input),
    setProgramStatus: (by, input) => setProgramStatus(parts, by, input),
  } as Services;
}
export { lintProgram, explainDecision, leaveAdvocate };

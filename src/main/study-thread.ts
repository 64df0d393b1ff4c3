/** The thread in which studies run: a first one costs a second of a processor, and nobody else waits for it. */
import { parentPort, workerData } from "node:worker_threads";
import { systemClock } from "../adapters/clock.ts";
import { createStudy } from "../flow/studies/run-study.ts";
import type { StudyName } from "../flow/studies/studies.ts";
import { openPool } from "../store/db.ts";

const { runtimeUrl } = workerData as { runtimeUrl: string };
// Between reading and answering a study computes; what it reads by COPY needs a connection of its own.
const settings = { idle_in_transaction_session_timeout: "5min" };
// Two that take long, and a light one beside them.
const pool = openPool(runtimeUrl, { max: 3, name: "grapevine studies", pipeline: false, settings });
const study = createStudy({ pool, monotonic: systemClock.monotonic });

type Asked = { id: number; name: StudyName; workspaceId: string; ask: never; asked?: string };

parentPort?.on("message", ({ id, name, workspaceId, ask, asked }: Asked) => {
  const tell = (share: number): void => parentPort?.postMessage({ id, share });
  study(name, workspaceId, { ask, tell, ...(asked === undefined ? {} : { asked }) }).then(
    (answer) => parentPort?.postMessage({ id, answer }),
    (error: Error & { code?: string }) => parentPort?.postMessage({ id, error: { message: error.message, code: error.code } }),
  );
});

/**
 * The process in which studies run (main/studies.ts): a first one costs a second of a processor and may hold some hundred megabytes, and
 * nobody else waits for it or keeps its memory. It ends when whoever started it does.
 */
import { systemClock } from "../adapters/clock.ts";
import { Refusal } from "../flow/refusal.ts";
import { createStudy } from "../flow/studies/run-study.ts";
import type { Study, StudyName } from "../flow/studies/studies.ts";
import { openPool } from "../store/db.ts";
import type { Refused } from "./studies.ts";

/** The first message says where the database is; the others ask. */
type Opened = { runtimeUrl: string };
type Asked = { id: number; name: StudyName; workspaceId: string; ask: never; asked?: string };

// Between reading and answering a study computes; what it reads by COPY needs a connection of its own.
const settings = { idle_in_transaction_session_timeout: "5min" };
let study: Study | undefined;

function open({ runtimeUrl }: Opened): Study {
  // Two that take long, and a light one beside them.
  const pool = openPool(runtimeUrl, { max: 3, name: "grapevine studies", pipeline: false, settings });
  return createStudy({ pool, monotonic: systemClock.monotonic });
}

process.on("message", (message: Opened | Asked) => {
  if ("runtimeUrl" in message) {
    study = open(message);
    return;
  }
  const { id, name, workspaceId, ask, asked } = message;
  const tell = (share: number): void => void process.send?.({ id, share });
  study!(name, workspaceId, { ask, tell, ...(asked === undefined ? {} : { asked }) }).then(
    (answer) => process.send?.({ id, answer }),
    (error: Error & { code?: string }) =>
      process.send?.(
        error instanceof Refusal
          ? { id, refusal: { code: error.code, detail: error.detail } satisfies Refused }
          : { id, error: { message: error.message, code: error.code } },
      ),
  );
});
process.on("disconnect", () => process.exit());
// Ctrl-C reaches all processes of a terminal: whoever started this one ends it when it has come to its own end.
process.on("SIGINT", () => undefined);

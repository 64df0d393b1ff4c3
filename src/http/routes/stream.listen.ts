import { z } from "zod";
import { externalId } from "../../core/id.ts";
import type { OutboxEvent } from "../../core/outgoing.ts";
import { formatInstant } from "../../core/time.ts";
import { Refusal } from "../../flow/refusal.ts";
import { inWorkspace } from "../../store/db.ts";
import { readProgramKeys } from "../../store/news.ts";
import type { OutboxRow } from "../../store/outbox-cursor.ts";
import { endpoint } from "../endpoint.ts";
import { stillMay } from "../still-may.ts";
import type { Say } from "../streams.ts";

/** Of one look: whoever listens asks again for what changed, and needs not be told of each of a thousand. */
const MOST_AT_ONCE = 50;

export default endpoint({
  method: "GET",
  path: "/v1/stream",
  tag: "Events",
  permission: "events:read",
  summary: "Hear what changes, as it does",
  description:
    "Server-sent events. `notice`: `{ kind, type, id, program, at }`, of which `kind` is what changed (event, referral, reward, payout, " +
    "advocate, claim, application, program, budget, person ...) and `id` which; no personal data. A notice of the kind `event` says " +
    "that events came, once for many. What is sent as `Last-Event-ID` is taken up again, for up to seven days. A comment comes every 15 " +
    "seconds; after ten minutes the answer ends, and one asks again; it ends within seconds when the key is revoked, the session " +
    "ends or the role is taken.",
  response: z.string(),
  produces: "text/event-stream",
  handler({ caller, services, request, reply }) {
    const { gv } = request.server;
    const after = lastId(request.headers["last-event-id"]);
    const { workspaceId } = caller;
    void reply.header("cache-control", "no-store").header("x-accel-buffering", "no");
    return Promise.resolve(
      gv.streams.open(
        { who: `${caller.actor}:${workspaceId}`, socket: request.raw.socket, may: stillMay(request, "events:read") },
        (say) =>
          services.stream.listen(workspaceId, after, (rows, fact) => {
            if (fact !== null)
              say({
                event: "notice",
                data: { kind: "event", type: "event.settled", id: externalId("evt", fact), program: null, at: null },
              });
            if (rows.length === 0) return;
            void inWorkspace(gv.pool, workspaceId, (db) => readProgramKeys(workspaceId, db, programsOf(rows))).then(
              (keys) => tell(say, rows, keys),
              () => tell(say, rows, new Map()),
            );
          }),
      ),
    );
  },
});

function lastId(header: string | string[] | undefined): number | null {
  if (header === undefined || header === "") return null;
  const id = Number(header);
  if (Number.isSafeInteger(id) && id >= 0) return id;
  throw new Refusal("request_malformed", "Last-Event-ID is the id of the last notice that was heard: a number.");
}

const programsOf = (rows: readonly OutboxRow[]): string[] => [
  ...new Set(rows.flatMap((row) => row.payload.map((each) => each.program)).filter((id) => id !== "")),
];

/** All of the last rows that fit, in order. */
function tell(say: Say, rows: readonly OutboxRow[], keys: ReadonlyMap<string, string>): void {
  const all = rows.flatMap((row) => row.payload.map((event) => ({ seq: row.seq, at: row.at, event })));
  for (const { seq, at, event } of all.slice(-MOST_AT_ONCE))
    say({
      id: seq,
      event: "notice",
      data: { kind: kindOf(event), type: event.type, id: event.id, program: keys.get(event.program) ?? null, at: formatInstant(at) },
    });
}

const kindOf = (event: OutboxEvent): string => event.type.slice(0, event.type.indexOf("."));

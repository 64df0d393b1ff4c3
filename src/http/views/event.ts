/** Stored events and their traces as the API shows them. */
import { z } from "zod";
import type { Decision } from "../../core/event.ts";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import type { FactRow, RevisionRow } from "../../store/events.ts";
import type { RevisionCause } from "../../store/revision-cause.ts";
import { factShown } from "./fact.ts";
import { decision, instant, sentence } from "../schemas.ts";

export const storedEvent = z
  .object({
    id: z.string(),
    client_id: z.string(),
    type: z.string(),
    person: z.string().nullable(),
    order: z.string().nullable(),
    occurred_at: instant,
    received_at: instant,
    status: z.enum(["settled", "parked", "rejected", "failed", "withdrawn"]).describe("`withdrawn`: an operator took it back."),
    decisions: z.array(decision),
    error: z.object({ code: z.string(), detail: sentence }).nullable(),
  })
  .meta({ id: "StoredEvent" });

type Outcome = { decisions?: Decision[]; error?: { code: string; detail: string } };

export function storedEventView(row: FactRow): z.input<typeof storedEvent> {
  const outcome = row.outcome as Outcome;
  return {
    id: externalId("evt", row.id),
    client_id: row.client_id,
    type: row.type,
    person: row.person_id === null ? null : externalId("per", row.person_id),
    order: row.order_id,
    occurred_at: formatInstant(row.at),
    received_at: formatInstant(row.received_at),
    status: row.status as "settled",
    decisions: outcome.decisions ?? [],
    error: outcome.error === undefined ? null : { code: outcome.error.code, detail: outcome.error.detail },
  };
}

export const trace = z
  .object({
    event: storedEvent,
    fact: z.record(z.string(), z.unknown()).describe("What the decision was made from: no names, addresses or free properties."),
    words: z.array(z.object({ program: z.string(), sentences: z.array(z.string()) })),
    revisions: z.array(
      z.object({
        revision: z.int(),
        at: instant,
        because: z
          .enum(["event", "taken_back", "retried"])
          .nullable()
          .describe("`event`: another one came. `taken_back`: one was. `retried`: it was tried again. Null: by hand or by time."),
        cause: z.string().nullable().describe("The event that came, was taken back or was tried again."),
        decisions: z.array(decision),
        words: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: "Trace" });

/** `explain` puts a decision into sentences of the caller's language. */
export function traceView(
  of: { row: FactRow; body: Record<string, unknown> | null; revisions: RevisionRow[]; causes: RevisionCause[] },
  explain: (decision: Decision) => string[],
): z.input<typeof trace> {
  const event = storedEventView(of.row);
  return {
    event,
    fact: factShown(of.body ?? {}),
    words: (event.decisions as Decision[]).map((each) => ({ program: each.program, sentences: explain(each) })),
    revisions: of.revisions.map((each) => {
      const decisions = (each.outcome as Outcome).decisions ?? [];
      const why = of.causes.find((one) => one.revision === each.revision);
      return {
        revision: each.revision,
        at: formatInstant(each.at),
        because: why?.because ?? null,
        cause: why === undefined ? null : externalId("evt", why.cause),
        decisions,
        words: decisions.flatMap(explain),
      };
    }),
  };
}

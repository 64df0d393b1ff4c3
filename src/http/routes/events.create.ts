import { z } from "zod";
import { event } from "../../core/event.ts";
import { uuidOf } from "../../core/id.ts";
import { countImported } from "../../flow/imports.ts";
import { Refusal } from "../../flow/refusal.ts";
import { readImport } from "../../store/imports.ts";
import type { Read } from "../context.ts";
import { endpoint } from "../endpoint.ts";
import { requestKeyOf } from "../idempotency.ts";
import { byOf } from "../lookup.ts";
import { outcome } from "../schemas.ts";
import { checkEvent, EVENTS_BODY_LIMIT, MAX_EVENTS, orRefusal, submitAll } from "../submit.ts";
import type { Door } from "../submit.ts";

const batch = z
  .strictObject({
    events: z.array(event).max(MAX_EVENTS),
    import: z.string().optional().describe("An open import (imp_...): its events may be old."),
  })
  .meta({ id: "EventBatch" });

const ENVELOPE: ReadonlySet<string> = new Set(["events", "import", "key"]);

export default endpoint({
  method: "POST",
  path: "/v1/events",
  tag: "Events",
  permission: "events:write",
  publishable: true,
  beacon: true,
  limit: "events",
  idempotent: false,
  rawBody: true,
  bodyLimit: EVENTS_BODY_LIMIT,
  summary: "Send events and get their decisions",
  description:
    "One event, or up to 1,000 as `events`. The answer comes when each is attributed, rewarded and posted. The same `id` again answers " +
    "the same with status `duplicate`. In a batch every event has its own outcome, in order, and none sinks another.",
  body: z.union([event.meta({ id: "Event" }), batch]),
  response: z.union([outcome, z.object({ outcomes: z.array(outcome) }).meta({ id: "EventBatchOutcome" })]),
  async handler({ caller, services, request, read }) {
    const body = request.body as { events?: unknown; import?: unknown } | undefined;
    if (typeof body !== "object" || body === null) throw new Refusal("body_missing", 'Send an event, or { "events": [...] }.');
    const door: Door = { caller, events: services.events, newId: request.server.gv.ids.uuid, requestKey: requestKeyOf(request) };
    if (!("events" in body)) {
      const { key: _, ...bare } = body as { key?: unknown };
      const [only] = await submitAll(door, [checkEvent("key" in body ? bare : body, "", door)]);
      return orRefusal(only!);
    }
    const list = envelope(body);
    if (body.import !== undefined) door.importId = await openImportOf(body.import, read);
    const outcomes = await submitAll(
      door,
      list.map((raw, i) => checkEvent(raw, `/events/${i}`, door)),
    );
    if (door.importId !== undefined) {
      const refused = outcomes.filter((each) => each.status === "rejected").length;
      await countImported(request.server.gv, byOf(caller), { id: door.importId, accepted: outcomes.length - refused, refused });
    }
    return { outcomes };
  },
});

function envelope(body: { events?: unknown }): unknown[] {
  const unknown = Object.keys(body).filter((key) => !ENVELOPE.has(key));
  if (unknown.length > 0 || !Array.isArray(body.events)) {
    const errors = unknown.map((key) => ({ pointer: `/${key}`, message: 'This field is unknown beside "events".', code: "unknown_field" }));
    if (!Array.isArray(body.events)) errors.push({ pointer: "/events", message: "Must be a list of events.", code: "invalid_type" });
    throw new Refusal("validation_failed", errors[0]!.message, { errors });
  }
  if (body.events.length > MAX_EVENTS) {
    throw new Refusal("too_many_events", `Send at most ${MAX_EVENTS} events in one request; this one has ${body.events.length}.`);
  }
  return body.events;
}

/** An import is a licence to be old, so it must be this workspace's, and open. */
async function openImportOf(id: unknown, read: Read): Promise<string> {
  const uuid = typeof id === "string" ? uuidOf("imp", id) : null;
  const row = uuid === null ? null : await read((workspaceId, db) => readImport(workspaceId, db, uuid));
  if (row?.status !== "open") throw new Refusal("import_not_open", "There is no open import of this id: open one with POST /v1/imports.");
  return row.id;
}

/** From raw events to outcomes, for every event route: checks each by itself, submits the good ones together, keeps the order. */
import { event as eventSchema } from "../core/event.ts";
import type { CanonicalEvent, EventOutcome, FieldError } from "../core/event.ts";
import { ERRORS, isErrorCode } from "../core/errors.ts";
import type { EventDoor } from "../flow/ports.ts";
import { Refusal } from "../flow/refusal.ts";
import type { Caller } from "./context.ts";
import { fieldErrors } from "./endpoint.ts";

/** What a request may carry. More is a job for an import. */
export const MAX_EVENTS = 1000;
/** 1,000 events of 5 kB. */
export const EVENTS_BODY_LIMIT = 5 * 1024 * 1024;

/** What a browser may say. Whoever reads the page has the key, so nothing that moves money or claims a stage. */
const BROWSER_TYPES: ReadonlySet<string> = new Set(["visit", "share", "lead", "identify"]);

/** An event that passed the door, or the outcome of one that did not. */
export type Checked = { event: CanonicalEvent } | { refused: EventOutcome };

export type Door = { caller: Caller; events: EventDoor; newId: () => string; importId?: string };

/** Checks one raw event. `pointer` is where it stands in the request's body, "" when it is the body. */
export function checkEvent(raw: unknown, pointer: string, door: Door): Checked {
  const parsed = eventSchema.safeParse(raw);
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error.issues, pointer);
    return refuse(raw, { code: "event_invalid", detail: errors[0]!.message, errors });
  }
  const event = parsed.data;
  if (door.caller.kind === "publishable" && !BROWSER_TYPES.has(event.type)) {
    const errors = [{ pointer: `${pointer}/type`, message: "Send this type with a secret key from your server.", code: "key_kind_refused" }];
    return refuse(raw, { code: "key_kind_refused", detail: `A publishable key may not send ${event.type}.`, errors });
  }
  if (event.id === undefined) event.id = `auto-${door.newId()}`;
  return { event };
}

/** The outcome of an event that never got in. */
export function refuse(raw: unknown, error: { code: string; detail: string; errors: FieldError[] }): Checked {
  const id = (raw as { id?: unknown } | null)?.id;
  return { refused: { id: null, client_id: typeof id === "string" ? id.slice(0, 256) : "", status: "rejected", decisions: [], error } };
}

/** One outcome for each, in order. The good ones go to the door in one call. */
export async function submitAll(door: Door, checked: Checked[]): Promise<EventOutcome[]> {
  const good = checked.flatMap((each) => ("event" in each ? [each.event] : []));
  const options = door.importId === undefined ? undefined : { importId: door.importId };
  const settled = good.length === 0 ? [] : await door.events.submit(door.caller.workspaceId, good, options);
  let next = 0;
  return checked.map((each) => ("event" in each ? settled[next++]! : each.refused));
}

/** A single event's outcome, or the refusal it stands for. */
export function orRefusal(outcome: EventOutcome): EventOutcome {
  if (outcome.status !== "rejected") return outcome;
  const { code = "event_refused", detail = "The event was refused.", errors = [] } = outcome.error ?? {};
  const known = isErrorCode(code) && ERRORS[code].status < 500 ? code : "event_refused";
  throw new Refusal(known, detail, { errors });
}

/** From raw events to outcomes, for every event route: checks each by itself, submits the good ones together, keeps the order. */
import crypto from "node:crypto";
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

/** An event that passed the door, or the outcome of one that did not. `pointer` is where it stands in the request's body. */
export type Checked = { pointer: string } & ({ event: CanonicalEvent } | { refused: EventOutcome });

export type Door = {
  caller: Caller;
  events: EventDoor;
  newId: () => string;
  /** The request's Idempotency-Key: what names an event that brings no id, so that a repeat of the request is a repeat of it. */
  requestKey?: string | null;
  importId?: string;
  /** Which door it is (flow/ports.ts): told from the caller when left out. */
  name?: string;
  /** An event's pointer in the words of the message it was made from. */
  pointerOf?: (pointer: string) => string;
};

/** Checks one raw event. `pointer` is where it stands in the request's body, "" when it is the body. */
export function checkEvent(raw: unknown, pointer: string, door: Door): Checked {
  const parsed = eventSchema.safeParse(raw);
  if (!parsed.success) {
    const errors = placed(fieldErrors(parsed.error.issues), pointer, door.pointerOf);
    return refuse(raw, { pointer, code: "event_invalid", detail: errors[0]!.message, errors });
  }
  const event = parsed.data;
  if (door.caller.kind === "publishable" && !BROWSER_TYPES.has(event.type)) {
    const errors = [
      { pointer: `${pointer}/type`, message: "Send this type with a secret key from your server.", code: "key_kind_refused" },
    ];
    return refuse(raw, { pointer, code: "key_kind_refused", detail: `A publishable key may not send ${event.type}.`, errors });
  }
  event.id ??= door.requestKey ? keyedId(door.requestKey, pointer) : `auto-${door.newId()}`;
  return { pointer, event };
}

/** One request may hold many events: the place is part of the name. A hash, because a key may be as long as an id. */
function keyedId(requestKey: string, pointer: string): string {
  return `key-${crypto.hash("sha256", JSON.stringify([requestKey, pointer]), "hex").slice(0, 32)}`;
}

/** The outcome of an event that never got in. */
export function refuse(raw: unknown, error: { pointer: string; code: string; detail: string; errors: FieldError[] }): Checked {
  const id = (raw as { id?: unknown } | null)?.id;
  const { pointer, ...said } = error;
  return {
    pointer,
    refused: { id: null, client_id: typeof id === "string" ? id.slice(0, 256) : "", status: "rejected", decisions: [], error: said },
  };
}

/** One outcome for each, in order. The good ones go to the door in one call. */
export async function submitAll(door: Door, checked: Checked[], pointerOf?: (pointer: string) => string): Promise<EventOutcome[]> {
  const good = checked.flatMap((each) => ("event" in each ? [each.event] : []));
  const unverified = door.caller.kind === "publishable";
  const name = door.importId !== undefined ? "import" : (door.name ?? (unverified ? "browser" : "api"));
  const { workspaceId } = door.caller;
  for (const each of checked) if ("refused" in each) door.events.refused(workspaceId, name, each.refused);
  const options = { importId: door.importId, unverified, door: name };
  const settled = good.length === 0 ? [] : await door.events.submit(workspaceId, good, options);
  let next = 0;
  return checked.map((each) => ("event" in each ? inRequest(settled[next++]!, each.pointer, pointerOf) : each.refused));
}

/** The door points into the event; the caller wants to know where in the request. */
function inRequest(outcome: EventOutcome, pointer: string, pointerOf: ((pointer: string) => string) | undefined): EventOutcome {
  if (outcome.error?.errors === undefined || (pointer === "" && pointerOf === undefined)) return outcome;
  return { ...outcome, error: { ...outcome.error, errors: placed(outcome.error.errors, pointer, pointerOf) } };
}

function placed(errors: FieldError[], pointer: string, pointerOf: (pointer: string) => string = (same) => same): FieldError[] {
  return errors.map((each) => ({ ...each, pointer: pointer + pointerOf(each.pointer) }));
}

/** A single event's outcome, or the refusal it stands for. */
export function orRefusal(outcome: EventOutcome): EventOutcome {
  if (outcome.status !== "rejected") return outcome;
  const { code = "event_refused", detail = "The event was refused.", errors = [] } = outcome.error ?? {};
  const known = isErrorCode(code) && ERRORS[code].status < 500 ? code : "event_refused";
  throw new Refusal(known, detail, { errors });
}

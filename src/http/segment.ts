/** The Segment-shaped routes share one way in: map, check, submit, answer. */
import { z } from "zod";
import { mapSegment, segmentPointer } from "../core/ingest/segment.ts";
import type { SegmentKind } from "../core/ingest/segment.ts";
import type { EventOutcome } from "../core/event.ts";
import { Refusal } from "../flow/refusal.ts";
import { outcome } from "./schemas.ts";
import { checkEvent, EVENTS_BODY_LIMIT, MAX_EVENTS, refuse, submitAll } from "./submit.ts";
import type { Checked, Door } from "./submit.ts";

export const KINDS: readonly SegmentKind[] = ["track", "identify", "page", "screen", "group", "alias"];

/** What Segment's clients send. Open: fields that are not named here are allowed. */
export const segmentMessage = z
  .looseObject({
    messageId: z.string().optional(),
    userId: z.string().nullable().optional(),
    anonymousId: z.string().nullable().optional(),
    timestamp: z.string().optional(),
    event: z.string().optional().describe('For track: "Order Completed", "Order Refunded", "Signed Up"...'),
    properties: z.record(z.string(), z.unknown()).optional(),
    traits: z.record(z.string(), z.unknown()).optional(),
    context: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: "SegmentMessage" });

export const segmentBatch = z.looseObject({ batch: z.array(segmentMessage).max(MAX_EVENTS) }).meta({ id: "SegmentBatch" });

/** `success` is what Segment's own API says; the decisions are what it does not. */
export const segmentAnswer = z.object({ success: z.literal(true), outcomes: z.array(outcome) }).meta({ id: "SegmentAnswer" });

/** What the routes have in common. */
export const segmentRoute = {
  method: "POST",
  tag: "Segment",
  permission: "events:write",
  publishable: true,
  beacon: true,
  limit: "events",
  idempotent: false,
  rawBody: true,
  bodyLimit: EVENTS_BODY_LIMIT,
} as const;

/** The raw messages of `/v1/batch`. */
export function batchOf(body: unknown): unknown[] {
  const messages = (body as { batch?: unknown } | null)?.batch;
  if (!Array.isArray(messages)) {
    throw new Refusal("validation_failed", "There is no batch.", {
      errors: [{ pointer: "/batch", message: "Must be a list of messages.", code: "invalid_type" }],
    });
  }
  if (messages.length > MAX_EVENTS)
    throw new Refusal("too_many_events", `Send at most ${MAX_EVENTS} messages in one request; this one has ${messages.length}.`);
  return messages;
}

/** Settles messages; `kind` null reads each message's own `type`. */
export async function takeMessages(
  door: Door,
  messages: unknown[],
  how: { kind: SegmentKind | null; pointer: (i: number) => string },
): Promise<EventOutcome[]> {
  const checked = messages.map((raw, i) => checkMessage(door, raw, { kind: how.kind, pointer: how.pointer(i) }));
  return await submitAll({ ...door, name: "segment" }, checked, segmentPointer);
}

function checkMessage(door: Door, raw: unknown, at: { kind: SegmentKind | null; pointer: string }): Checked {
  const isObject = typeof raw === "object" && raw !== null && !Array.isArray(raw);
  const message = (isObject ? raw : {}) as Record<string, unknown>;
  const kind = at.kind ?? (message["type"] as SegmentKind);
  const named = { id: message["messageId"] };
  if (!isObject || !KINDS.includes(kind)) {
    const errors = [{ pointer: `${at.pointer}/type`, message: `Must be one of ${KINDS.join(", ")}.`, code: "unknown_type" }];
    return refuse(named, { pointer: at.pointer, code: "event_invalid", detail: "The message is none of Segment's kinds.", errors });
  }
  const mapped = mapSegment(message, kind);
  if ("errors" in mapped) {
    const errors = mapped.errors.map((each) => ({ ...each, pointer: at.pointer + each.pointer }));
    return refuse(named, { pointer: at.pointer, code: "event_invalid", detail: errors[0]!.message, errors });
  }
  return checkEvent(mapped.event, at.pointer, { ...door, pointerOf: segmentPointer });
}

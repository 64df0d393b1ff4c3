/** The synthetic shop into a workspace: advocates join with their codes, events go through the same door as everybody's. */
import { normaliseCode } from "../../core/code.ts";
import { parseId } from "../../core/id.ts";
import { normalise } from "../../core/ingest/normalise.ts";
import type { Draft } from "../../core/ingest/normalise.ts";
import { inWorkspace } from "../../store/db.ts";
import { insertAdvocates, readFactPeople } from "../../store/advocates-bulk.ts";
import { recountAdvocates } from "../../store/report-cursor.ts";
import type { Batcher } from "../batcher.ts";
import type { By } from "../by.ts";
import type { ChangeParts } from "../change.ts";
import type { EventDoor } from "../ports.ts";
import type { WorldItem } from "./world.ts";

/** `events` is the door for the events, such as the one that issues coupons; the batcher itself by default. */
export type FillParts = ChangeParts & { batcher: Batcher; events?: EventDoor };

export type FillWish = {
  programId: string; programKey: string;
  /** An open import: the story lies in the past. */
  importId: string;
  items: Iterable<WorldItem>;
  signal?: AbortSignal;
  onProgress?: (events: number) => void;
};

export type FillReport = { events: number; settled: number; duplicates: number; parked: number; refused: number; advocates: number };

type Join = Extract<WorldItem, { kind: "join" }>;
type Event = Extract<WorldItem, { kind: "event" }>["event"];
type Filling = { parts: FillParts; by: By; wish: FillWish; report: FillReport };

/** Two batches of the settle path: one is settled while the other waits. */
const BATCH = 1000;

/** Feeds the stream to its end or to the signal. A code is in force before the first event that uses it is sent. */
export async function fillWorkspace(parts: FillParts, by: By, wish: FillWish): Promise<FillReport> {
  const report = { events: 0, settled: 0, duplicates: 0, parked: 0, refused: 0, advocates: 0 };
  const filling = { parts, by, wish, report };
  let events: Event[] = [];
  let joins: Join[] = [];
  let codes = new Set<string>();
  const flush = async (): Promise<void> => {
    await sendEvents(filling, events);
    await sendJoins(filling, joins);
    [events, joins, codes] = [[], [], new Set()];
    wish.onProgress?.(report.events);
  };
  for (const item of wish.items) {
    if (wish.signal?.aborted === true) break;
    if (item.kind === "join") {
      joins.push(item);
      codes.add(item.code);
      continue;
    }
    if (usesOneOf(item.event, codes)) await flush();
    events.push(item.event);
    if (events.length >= BATCH) await flush();
  }
  await flush();
  return report;
}

function usesOneOf(event: Event, codes: ReadonlySet<string>): boolean {
  const { referral, order } = event;
  return (referral?.code !== undefined && codes.has(referral.code)) || (order?.coupons?.some((code) => codes.has(code)) ?? false);
}

async function sendEvents({ parts, by, wish, report }: Filling, events: Event[]): Promise<void> {
  if (events.length === 0) return;
  const door = parts.events ?? parts.batcher;
  const outcomes = await door.submit(by.workspaceId, events, { importId: wish.importId });
  for (const { status } of outcomes) {
    if (status === "duplicate") report.duplicates++;
    else if (status === "parked") report.parked++;
    else if (status === "settled") report.settled++;
    else report.refused++;
  }
  report.events += events.length;
}

/** Joining is a fact like any other; the advocate's row and her code follow, as in flow/join-advocate.ts, many at once. */
async function sendJoins({ parts, by, wish, report }: Filling, joins: Join[]): Promise<void> {
  if (joins.length === 0) return;
  const drafts = joins.map((join, index) => joinedDraft(join, index, wish.programKey));
  const outcomes = await parts.batcher.submitDrafts(by.workspaceId, drafts, { importId: wish.importId });
  const facts = outcomes.map(({ id, client_id: client }) => {
    const uuid = id === null ? undefined : parseId(id)?.uuid;
    if (uuid === undefined) throw new Error(`The joining ${client} was not recorded.`);
    return uuid;
  });
  await inWorkspace(parts.pool, by.workspaceId, async (db) => {
    const people = await readFactPeople(by.workspaceId, db, facts);
    const list = joins.flatMap(({ at, code }, i) => {
      const personId = people.get(facts[i] ?? "");
      return personId === undefined ? [] : [{ personId, linkId: parts.ids.uuid(), joinedAt: at, code, codeKey: normaliseCode(code) }];
    });
    await insertAdvocates(by.workspaceId, db, { programId: wish.programId, list });
    await recountAdvocates(by.workspaceId, db);
    report.advocates += list.length;
  });
}

function joinedDraft(join: Join, index: number, program: string): Draft {
  const client = `joined:${program}:${join.person.user_id ?? join.code}`;
  const event = { id: client, type: "custom" as const, occurred_at: new Date(join.at).toISOString(), person: join.person, program };
  const draft = normalise(event, { index, client, keyed: (text) => text.slice(0, 64) });
  if (Array.isArray(draft)) throw new Error(`The joining ${client} is not valid: ${draft[0]?.message ?? ""}`);
  return { ...draft, type: "joined" };
}

/**
 * The advocates' rows and the links that are missing. Who is admitted while others of the workspace are being written waits for them, and
 * all who wait are written by one transaction: one statement a table. Admitted one by one, each took the workspace's writer lock for
 * seven statements.
 */
import { externalId } from "../core/id.ts";
import { type PlaceNow, readPlaces, upsertAdvocates } from "../store/advocates-write.ts";
import { insertAudit } from "../store/audit.ts";
import { type Client, type Pool, isRetryable, sqlState } from "../store/db.ts";
import { type OutboxEvent, insertOutbox } from "../store/outbox.ts";
import { inBatch } from "../store/settle-transaction.ts";
import type { By } from "./by.ts";
import { type ChangeParts, type Deed, auditEntry } from "./change.ts";
import { doneOnceEach, passed } from "./done-before.ts";
import { addRandomLinks } from "./make-link.ts";

export type Place = { programId: string; programKey: string; personId: string };
/** `decided`: by an operator, of an application. `wasFriend`: somebody's friend, who takes part by herself. */
export type Admission = { place: Place; channels: string[]; decided?: boolean; wasFriend?: boolean };

type Waiting = { by: By; wish: Admission; done(): void; failed(error: unknown): void };

/** Admissions in one transaction at most. */
const MOST = 256;

/** Who waits, by workspace; those who came first are being written. */
const halls = new WeakMap<Pool, Map<string, Waiting[]>>();

/**
 * Makes the person an advocate of the program with a plain link and one for each channel, beside the audit row and what others are told.
 * Who is one already gets the links that are missing, and nobody is told.
 */
export function admitAdvocate(parts: ChangeParts, by: By, wish: Admission): Promise<void> {
  const hall = halls.get(parts.pool) ?? new Map<string, Waiting[]>();
  halls.set(parts.pool, hall);
  return new Promise((done, failed) => {
    const one = { by, wish, done, failed };
    const waiting = hall.get(by.workspaceId);
    if (waiting !== undefined) return void waiting.push(one);
    hall.set(by.workspaceId, [one]);
    void serve(parts, by.workspaceId, hall);
  });
}

async function serve(parts: ChangeParts, workspaceId: string, hall: Map<string, Waiting[]>): Promise<void> {
  const waiting = hall.get(workspaceId) as Waiting[];
  while (waiting.length > 0) {
    const group = nextGroup(waiting);
    if (await admitted(parts, workspaceId, group)) continue;
    // Alone each gets her own answer.
    for (const one of group) await admitted(parts, workspaceId, [one]);
  }
  hall.delete(workspaceId);
}

/** Takes out whom one transaction admits; who is admitted twice waits for the next. */
function nextGroup(waiting: Waiting[]): Waiting[] {
  const keyOf = ({ wish: { place } }: Waiting): string => `${place.programId}|${place.personId}`;
  const group = new Map<string, Waiting>();
  const later: Waiting[] = [];
  for (const one of waiting.splice(0)) {
    if (group.size < MOST && !group.has(keyOf(one))) group.set(keyOf(one), one);
    else later.push(one);
  }
  waiting.push(...later);
  return [...group.values()];
}

/** False: one of them cannot be written, and nobody was. They are to be tried one by one. */
async function admitted(parts: ChangeParts, workspaceId: string, group: readonly Waiting[]): Promise<boolean> {
  try {
    await admitTogether(parts, workspaceId, group);
    for (const one of group) one.done();
    return true;
  } catch (error) {
    if (group.length > 1 && sqlState(error) !== null && !isRetryable(error)) return false;
    for (const one of group) one.failed(error);
    return true;
  }
}

async function admitTogether(parts: ChangeParts, workspaceId: string, group: readonly Waiting[]): Promise<void> {
  await inBatch(parts.pool, workspaceId, async (db, opening) => {
    const at = (await opening).instant;
    await doneOnceEach(db, workspaceId, { all: group, work: (now) => write(parts, { workspaceId, db, at }, now) });
    return { statements: [], result: undefined };
  });
  for (const { by } of group) passed(by);
}

async function write(parts: ChangeParts, to: { workspaceId: string; db: Client; at: number }, group: readonly Waiting[]): Promise<void> {
  const { workspaceId, db, at } = to;
  const ofGroup = group.map((one) => one.wish.place);
  const places = await readPlaces(workspaceId, db, ofGroup);
  const joining = group.filter((_, i) => places[i]?.status !== "active");
  await upsertAdvocates(workspaceId, db, { places: joining.map((one) => one.wish.place), at, status: "active" });
  const wishes = group.flatMap(({ wish }, i) => missingLinks(wish, places[i] as PlaceNow));
  if (wishes.length > 0) await addRandomLinks(workspaceId, db, { wishes, ids: parts.ids });
  await insertOutbox(workspaceId, db, { at, events: joining.flatMap(({ wish }) => newsOf(wish)) });
  const entries = joining.flatMap(({ by, wish }) => deedsOf(wish).map((deed) => auditEntry(parts, by, deed)));
  await insertAudit(workspaceId, db, ...entries);
}

function missingLinks(
  { place, channels }: Admission,
  { channels: has }: PlaceNow,
): { programId: string; personId: string; channel: string | null }[] {
  return [...new Set(["", ...channels])]
    .filter((channel) => !has.includes(channel))
    .map((channel) => ({ programId: place.programId, personId: place.personId, channel: channel === "" ? null : channel }));
}

function deedsOf({ place, decided }: Admission): Deed[] {
  const of = { target: externalId("per", place.personId), detail: { program: place.programKey } };
  return [...(decided === true ? [{ action: "application.approved", ...of }] : []), { action: "advocate.joined", ...of }];
}

function newsOf({ place, decided, wasFriend }: Admission): OutboxEvent[] {
  const of = { id: externalId("per", place.personId), program: place.programId };
  const decision: OutboxEvent = { type: "application.decided", ...of, reason: "approved" };
  const joined: OutboxEvent = { type: "advocate.joined", ...of, ...(wasFriend === true && { reason: "was_friend" }) };
  return decided === true ? [decision, joined] : [joined];
}

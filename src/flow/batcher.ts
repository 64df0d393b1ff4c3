/**
 * The queue before the settle path: one a workspace, served in turn over a few connections of its own. No timer: the next
 * batch starts when the last one commits (waiting 2 or 4 ms for company gained nothing, measured), so a batch is as
 * large as what arrived meanwhile. Bounded: beyond the bound the door says so (503) instead of letting memory grow.
 */
import { randomUUID } from "node:crypto";
import type { CanonicalEvent, EventOutcome } from "../core/event.ts";
import { type Draft, normalise } from "../core/ingest/normalise.ts";
import { readClickId } from "../core/click.ts";
import { CommitUnknown, isRetryable, sqlState } from "../store/db.ts";
import { type EventDoor, type Log, Overloaded, type SubmitOptions } from "./ports.ts";
import type { DoorTally } from "./door-tally.ts";
import { type SettleDeps, type Settled, settleEvents } from "./settle-events.ts";

/** Events in one batch, events waiting in one process, tries of one batch. */
export const BATCH_EVENTS = 512;
const QUEUE_EVENTS = 20_000;
const TRIES = 6;
/** Milliseconds that answers wait at most for the next batch to be with the database: another process may hold the writer lock. */
const HELD_MS = 10;
/** Requests answered in one turn of the event loop. */
const ANSWERS_A_TURN = 4;

/** `door`: by which it came; null for what the engine makes itself. `isLast`: with it its request can be answered. */
type Waiting = {
  draft: Draft;
  door: string | null;
  inImport: boolean;
  isLast: boolean;
  done(outcome: EventOutcome): void;
  failed(error: unknown): void;
};
/** `held`: answers that go out while the database writes the next batch. */
type Queue = { waiting: Waiting[]; busy: boolean; held: (() => void)[] };

export type BatcherDeps = SettleDeps & {
  mac: (message: Uint8Array) => Uint8Array;
  log: Log;
  connections?: number;
  /** Who counts what comes by which door; nobody when left out. */
  tally?: DoorTally | undefined;
};
export type Batcher = EventDoor & {
  /** Facts the engine makes itself (joined, delay_passed): past the door's checks, through the same path. */
  submitDrafts(workspace: string, drafts: Draft[], options?: SubmitOptions): Promise<EventOutcome[]>;
  /** Settles what is queued and takes nothing more. */
  close(): Promise<void>;
  /** Events waiting now. */
  depth(): number;
};

/** Everything that waits, and who is being served. */
type Hall = {
  deps: BatcherDeps;
  queues: Map<string, Queue>;
  ready: string[];
  running: number;
  depth: number;
  closed: boolean;
  idle: (() => void)[];
};

/** Builds the door. `connections` batches run at once, each of another workspace. */
export function createBatcher(deps: BatcherDeps): Batcher {
  const hall: Hall = { deps, queues: new Map(), ready: [], running: 0, depth: 0, closed: false, idle: [] };
  return {
    submit: (workspace, events, options) => submit(hall, workspace, { events, options }),
    submitDrafts: (workspace, drafts, options) =>
      enqueue(hall, workspace, { drafts, door: null, inImport: options?.importId !== undefined }),
    refused: (workspace, door, outcome) => deps.tally?.heard(workspace, door, { outcome }),
    depth: () => hall.depth,
    async close() {
      hall.closed = true;
      if (hall.depth > 0) await new Promise<void>((wake) => void hall.idle.push(wake));
    },
  };
}

function enqueue(
  hall: Hall,
  workspace: string,
  ask: { drafts: Draft[]; door: string | null; inImport: boolean },
): Promise<EventOutcome[]> {
  const { drafts, door, inImport } = ask;
  if (hall.closed || hall.depth + drafts.length > QUEUE_EVENTS)
    return Promise.reject(new Overloaded("The event queue is full: try again in a moment."));
  hall.depth += drafts.length;
  let queue = hall.queues.get(workspace);
  if (queue === undefined) hall.queues.set(workspace, (queue = { waiting: [], busy: false, held: [] }));
  const { waiting } = queue;
  const answers = drafts.map(
    (draft, i) =>
      new Promise<EventOutcome>((done, failed) => {
        waiting.push({ draft, door, inImport, isLast: i === drafts.length - 1, done, failed });
      }),
  );
  if (!queue.busy) {
    queue.busy = true;
    hall.ready.push(workspace);
    pump(hall);
  }
  return Promise.all(answers);
}

function pump(hall: Hall): void {
  while (hall.running < (hall.deps.connections ?? 4) && hall.ready.length > 0) {
    const workspace = hall.ready.shift() as string;
    hall.running++;
    void serve(hall, workspace);
  }
}

/** A workspace's turn. `onSent`: its batch is with the database. `answers` collects what its requests are told. */
type Turn = { workspace: string; onSent: () => void; answers: (() => void)[] };

/**
 * One batch of one workspace; then the next workspace's turn. When the workspace goes on at once, the answers wait until its next batch
 * is with the database: sending them and reading the requests that follow took the processor while the database had nothing to do, and
 * then it idled while the database wrote.
 */
async function serve(hall: Hall, workspace: string): Promise<void> {
  const queue = hall.queues.get(workspace) as Queue;
  const batch = nextBatch(queue);
  const held = queue.held.splice(0);
  const release = (): void => {
    clearTimeout(timer);
    for (const send of held.splice(0)) send();
  };
  const timer = held.length === 0 ? undefined : setTimeout(() => release(), HELD_MS);
  const answers: (() => void)[] = [];
  try {
    await settleOrSplit(hall.deps, { workspace, onSent: release, answers }, batch);
  } catch (error) {
    for (const w of batch) w.failed(error);
  }
  release();
  hall.depth -= batch.length;
  hall.running--;
  const goesOn = queue.waiting.length > 0 && hall.ready.length === 0;
  if (queue.waiting.length > 0) hall.ready.push(workspace);
  else hall.queues.delete(workspace);
  if (goesOn) queue.held = answers;
  else for (const send of answers) send();
  pump(hall);
  if (hall.depth === 0) for (const wake of hall.idle.splice(0)) wake();
}

/** What came first, as much as one batch takes; an import's events do not mix with live ones. */
function nextBatch(queue: Queue): Waiting[] {
  const first = queue.waiting[0] as Waiting;
  let size = 0;
  while (size < BATCH_EVENTS && size < queue.waiting.length && (queue.waiting[size] as Waiting).inImport === first.inImport) size++;
  return queue.waiting.splice(0, size);
}

/** Normalises; what is refused at the door is answered at once, the rest goes to the queue. */
async function submit(
  hall: Hall,
  workspace: string,
  ask: { events: CanonicalEvent[]; options?: SubmitOptions },
): Promise<EventOutcome[]> {
  const outcomes: (EventOutcome | undefined)[] = ask.events.map(() => undefined);
  const drafts: Draft[] = [];
  const { keyed } = hall.deps.hashes;
  const inImport = ask.options?.importId !== undefined;
  const door = ask.options?.door ?? (inImport ? "import" : "api");
  const seal = (text: string): string => keyed(`${workspace}|${text}`);
  ask.events.forEach((event, index) => {
    const client = event.id ?? randomUUID();
    const draft = normalise(event, { index, client, keyed, seal, unverified: ask.options?.unverified === true });
    if (Array.isArray(draft)) {
      const outcome: EventOutcome = {
        id: null,
        client_id: client,
        status: "rejected",
        decisions: [],
        error: { code: "event_invalid", detail: draft[0]?.message ?? "The event is not valid.", errors: draft },
      };
      outcomes[index] = outcome;
      hall.deps.tally?.heard(workspace, door, { outcome });
      return;
    }
    if (draft.clickId !== undefined) {
      const click = readClickId(draft.clickId, hall.deps.mac);
      if (click) draft.click = { link: click.link, at: click.at };
    }
    drafts.push(draft);
  });
  if (drafts.length === 0) return outcomes as EventOutcome[];
  const settled = await enqueue(hall, workspace, { drafts, door, inImport });
  drafts.forEach((draft, i) => {
    outcomes[draft.index] = settled[i];
  });
  return outcomes as EventOutcome[];
}

/**
 * Answers a few requests, and the others a turn of the event loop later: the next batch's reads are on their way by now, and what they
 * bring is not to wait behind all answers of this one.
 */
function answer(batch: readonly Waiting[], outcomes: readonly EventOutcome[], from = 0): void {
  let i = from;
  for (let requests = 0; i < batch.length && requests < ANSWERS_A_TURN; i++) {
    const waiting = batch[i] as Waiting;
    waiting.done(outcomes[i] as EventOutcome);
    if (waiting.isLast) requests++;
  }
  if (i < batch.length) setImmediate(answer, batch, outcomes, i);
}

/**
 * Settles a batch. When the database refuses it for a reason that trying again cannot mend (a value that no check knew),
 * the batch is halved until the culprit stands alone: it is refused with a word, the others settle.
 */
async function settleOrSplit(deps: BatcherDeps, turn: Turn, batch: Waiting[]): Promise<void> {
  const { workspace } = turn;
  try {
    const settled = await withRetries(deps, turn, batch);
    turn.answers.push(() => {
      tallied(deps, workspace, { batch, settled });
      answer(batch, settled.outcomes);
    });
  } catch (error) {
    if (sqlState(error) === null || isRetryable(error)) throw error;
    if (batch.length > 1) {
      const half = batch.length >> 1;
      await settleOrSplit(deps, turn, batch.slice(0, half));
      return settleOrSplit(deps, turn, batch.slice(half));
    }
    const [only] = batch as [Waiting];
    deps.log.error("an event could not be stored", {
      workspace,
      state: sqlState(error),
      message: error instanceof Error ? error.message : "",
    });
    const detail = "The event could not be stored: nothing of it was kept. Please report it with its request_id.";
    const outcome: EventOutcome = {
      id: null,
      client_id: only.draft.client,
      status: "rejected",
      decisions: [],
      error: { code: "event_refused", detail },
    };
    if (only.door !== null) deps.tally?.heard(workspace, only.door, { outcome });
    only.done(outcome);
  }
}

/** Counts what came by which door. */
function tallied({ tally }: BatcherDeps, workspace: string, of: { batch: readonly Waiting[]; settled: Settled }): void {
  if (tally === undefined) return;
  const { outcomes, marks } = of.settled;
  for (let i = 0; i < of.batch.length; i++) {
    const { door } = of.batch[i] as Waiting;
    if (door !== null) tally.heard(workspace, door, { outcome: outcomes[i] as EventOutcome, mark: marks[i] });
  }
}

/**
 * Tries a batch again when the database says that it left nothing behind, or nobody knows (lost COMMIT reply: the facts'
 * own ids make the second try answer `duplicate` with the same decisions, which is turned back into the first answer).
 */
async function withRetries(deps: BatcherDeps, { workspace, onSent }: Turn, batch: Waiting[]): Promise<Settled> {
  const drafts = batch.map((w, i) => ({ ...w.draft, index: i }));
  const options = { inImport: batch[0]?.inImport ?? false };
  let inDoubt = false;
  for (let attempt = 1; ; attempt++) {
    try {
      const settled = await settleEvents(deps, workspace, { drafts, options, onSent });
      if (!inDoubt) return settled;
      const outcomes = settled.outcomes.map((o) => (o.status === "duplicate" ? { ...o, status: "settled" as const } : o));
      return { ...settled, outcomes };
    } catch (error) {
      const unknown = error instanceof CommitUnknown;
      inDoubt ||= unknown;
      if (attempt >= TRIES || (!unknown && !isRetryable(error))) throw error;
      deps.log.warn("batch tried again", { workspace, attempt, state: sqlState(error), unknown });
      await new Promise((wake) => setTimeout(wake, Math.min(2_000, 20 * 2 ** attempt) * (0.5 + jitter(attempt, batch.length))));
    }
  }
}

/** Spreads retries of several processes without needing chance: the batch's own size and the attempt differ. */
function jitter(attempt: number, size: number): number {
  return ((attempt * 7919 + size * 104_729) % 1000) / 1000;
}

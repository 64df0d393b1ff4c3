/**
 * Levels: brought to where the ledger's grants put them, whenever points were earned or taken back and when time is up. Whoever asks,
 * and however often, the same grants give the same levels at the same instants (core/fulfilment/level.ts).
 */
import { type LevelNews, type LevelRules, NO_LEVEL, levelRules, moveLevel } from "../core/fulfilment/level.ts";
import type { World } from "../core/compiled.ts";
import type { EventOutcome } from "../core/event.ts";
import { externalId, uuidOf } from "../core/id.ts";
import { type Client, inWorkspace } from "../store/db.ts";
import * as store from "../store/levels.ts";
import { type NewMessage, insertMessages } from "../store/messages.ts";
import { insertOutbox } from "../store/outbox.ts";
import type { OutboxRow } from "../store/outbox-cursor.ts";
import { inBatch } from "../store/settle-transaction.ts";
import type { Consumer } from "./dispatch-outbox.ts";
import type { MoneyParts } from "./money-parts.ts";
import type { EventDoor } from "./ports.ts";

export type Standing = { program: string; person: string };
type In = { db: Client; workspaceId: string; instant: number; world: World };

/** Brings the levels of these people up to the instant; behind the writer lock. @returns how many changed. */
export async function bringLevels(parts: Pick<MoneyParts, "ids">, in_: In, standings: readonly Standing[]): Promise<number> {
  let changed = 0;
  for (const [program, own] of Map.groupBy(standings, (s) => s.program)) {
    const rules = rulesOf(in_.world, program);
    if (rules !== undefined) changed += await bringProgram(parts, in_, { program, rules, people: own.map((s) => s.person) });
  }
  return changed;
}

/** The levels of a program's newest version, or undefined. */
export function rulesOf(world: World, program: string): LevelRules | undefined {
  const newest = world.byId.get(program)?.versions.at(-1)?.compiled;
  return newest === undefined ? undefined : levelRules(newest);
}

type Bringing = { program: string; rules: LevelRules; people: string[] };

async function bringProgram(parts: Pick<MoneyParts, "ids">, in_: In, of: Bringing): Promise<number> {
  const { db, workspaceId, instant } = in_;
  const { program, rules, people } = of;
  const known = (await store.readLevels(workspaceId, db, people)).filter((r) => r.program === program);
  const earned = await store.readEarned(workspaceId, db, { program, people });
  const rows: store.LevelRow[] = [];
  const changes: store.LevelChange[] = [];
  for (const person of new Set(people)) {
    const before = known.find((r) => r.person === person) ?? { ...NO_LEVEL, checkedAt: 0, program, person };
    const [state, news] = moveLevel(before, { earned: earned.get(person) ?? [], rules, now: instant });
    rows.push({ ...state, program, person });
    changes.push(...news.map((n) => ({ ...n, id: parts.ids.uuid(), program, person })));
  }
  await store.saveLevels(workspaceId, db, rows);
  await store.insertLevelChanges(workspaceId, db, changes);
  await insertMessages(
    workspaceId,
    db,
    changes.flatMap((c) => messageOf(in_, c, rules)),
  );
  await insertOutbox(workspaceId, db, { at: instant, events: changes.filter((c) => c.kind === "reached").map(eventOf) });
  return new Set(changes.map((c) => c.person)).size;
}

const MESSAGES = { reached: "level_reached", notice: "level_ending", lost: "level_lost" } as const;

/** Who is told what; that a notice came to nothing needs no words. */
function messageOf(in_: In, c: store.LevelChange, rules: LevelRules): NewMessage[] {
  if (c.kind === "kept") return [];
  const key = in_.world.byId.get(c.program)?.key ?? "";
  const name = (level: string | null) => rules.steps.find((s) => s.key === level)?.name ?? null;
  const data = { program: key, from: c.from, to: c.to, from_name: name(c.from), to_name: name(c.to), points: c.points, at: c.at };
  return [
    {
      kind: MESSAGES[c.kind],
      person_id: c.person,
      subject_key: `level:${key}:${c.from ?? ""}:${c.to ?? ""}:${c.at}`,
      data,
      due_at: in_.instant,
    },
  ];
}

function eventOf(c: LevelNews & Standing) {
  return {
    type: "advocate.levelled_up" as const,
    id: externalId("per", c.person),
    program: c.program,
    data: { from: c.from, level: c.to, points: c.points, at: c.at },
  };
}

/** People in one transaction. */
const CHUNK = 500;

/** Those whose time is up; behind the writer lock. @returns how many were looked at. */
export async function bringDueLevels(parts: Pick<MoneyParts, "ids">, in_: In): Promise<number> {
  const due = await store.readDueLevels(in_.workspaceId, in_.db, { instant: in_.instant, limit: CHUNK });
  if (due.length > 0) await bringLevels(parts, in_, due);
  return due.length;
}

export const LEVEL_CHUNK = CHUNK;

/** Those who received these rewards; their levels follow in a transaction of their own. */
export async function levelsAfter(
  parts: MoneyParts,
  workspaceId: string,
  of: { rewards: readonly string[]; until?: number },
): Promise<void> {
  const { rewards, until } = of;
  const earners = await inWorkspace(parts.pool, workspaceId, async (db) =>
    (await store.hasLevels(workspaceId, db)) ? await store.readEarners(workspaceId, db, rewards) : [],
  );
  for (let from = 0; from < earners.length; from += CHUNK)
    await inBatch(parts.pool, workspaceId, async (db, opening) => {
      const head = await opening;
      const world = await parts.worlds.get(db, workspaceId, head.revision);
      const instant = until === undefined ? head.instant : Math.min(head.instant, until);
      await bringLevels(parts, { db, workspaceId, instant, world }, earners.slice(from, from + CHUNK));
      return { statements: [], result: undefined };
    });
}

/** Follows every reward that moved: what a door could not do at once (a crash, an operator's change, a sweep) is done here. */
export function levelsConsumer(parts: MoneyParts, until?: number): Consumer {
  return {
    name: "levels",
    begins: "kept",
    isIdle: async (db, { workspaceId, rows }) => movedIn(rows).length === 0 || !(await store.hasLevels(workspaceId, db)),
    async outside({ workspaceId, rows }) {
      const ids = movedIn(rows);
      if (ids.length > 0) await levelsAfter(parts, workspaceId, { rewards: ids, until });
    },
  };
}

function movedIn(rows: readonly OutboxRow[]): string[] {
  const moved = rows.flatMap((row) => row.payload).filter((event) => event.type.startsWith("reward."));
  return [...new Set(moved.map((event) => uuidOf("rwd", event.id)).filter((id) => id !== null))];
}

/** A door after which whoever reached a level has it when her event is answered. */
export function withLevels(parts: MoneyParts, door: EventDoor): EventDoor {
  return {
    ...door,
    async submit(workspaceId, events, options) {
      const outcomes = await door.submit(workspaceId, events, options);
      const earned = outcomes.flatMap(pointsIn);
      if (earned.length > 0)
        await levelsAfter(parts, workspaceId, { rewards: earned }).catch((error: unknown) => {
          // The events are settled and must be answered so; the outbox brings the levels.
          parts.log.warn("levels wait for the outbox", { workspace: workspaceId, error: String(error) });
        });
      return outcomes;
    },
  };
}

function pointsIn(outcome: EventOutcome): string[] {
  const rewards = outcome.decisions.flatMap((d) => d.rewards).filter((r) => r.kind === "points" && r.state !== "pending");
  return rewards.map((r) => uuidOf("rwd", r.id)).filter((id) => id !== null);
}

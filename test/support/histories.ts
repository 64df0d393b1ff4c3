/** Many small random histories in one workspace of a real database: cheap enough for a thousand in a test. */
import crypto from "node:crypto";
import { createHashes } from "../../src/adapters/hashes.ts";
import { createIds } from "../../src/adapters/ids.ts";
import { normaliseCode } from "../../src/core/code.ts";
import { event as eventSchema } from "../../src/core/event.ts";
import type { CanonicalEvent, EventOutcome } from "../../src/core/event.ts";
import { type Draft, normalise } from "../../src/core/ingest/normalise.ts";
import type { Batcher } from "../../src/flow/batcher.ts";
import { createWorkspace } from "../../src/flow/create-workspace.ts";
import type { Engine } from "./engine.ts";
import { type Move, eventOf } from "./random-moves.ts";
import { EPOCH, type RandomTimeline } from "./random-programs.ts";
import { DAY } from "../../src/core/time.ts";

/** Who does things, by how often: friends more than advocates, who are friends of each other. */
export const PEOPLE = ["f1", "f1", "f1", "f2", "f2", "f3", "a2", "a1", "a3"];
/** Whom they name. */
export const ADVOCATES = ["a1", "a1", "a1", "a2", "a2", "a3"];

/** A workspace with the programs live, an open import (history settles as history), and every history's advocates with their links. */
export type Arena = {
  workspace: string;
  /** The move as the door gets it: an event, or a draft of the engine's own. */
  toDraft(history: number, move: Move): Draft | undefined;
  close(): Promise<void>;
};

export type ArenaWishes = { timelines: readonly RandomTimeline[]; histories: number; importing?: boolean };

export async function openArena(engine: Engine, wishes: ArenaWishes): Promise<Arena> {
  const { timelines, histories } = wishes;
  const ids = createIds();
  const { workspaceId } = await createWorkspace({ pool: engine.database.pool(), ids }, { slug: `arena-${crypto.randomBytes(5).toString("hex")}` });
  const programs = await insertPrograms(engine, workspaceId, timelines);
  await engine.rows("insert into import (workspace_id, id, kind, opened_at) values ($1, $2, 'test', 0)", [workspaceId, ids.uuid()]);
  const names = Array.from({ length: histories }, (_, h) => [...new Set(ADVOCATES)].map((a) => `h${h}-${a}`)).flat();
  const known = names.map((user_id): CanonicalEvent => ({
    id: `known-${user_id}`, type: "identify", occurred_at: new Date(EPOCH - 30 * DAY).toISOString(), person: { user_id },
  }));
  for (let from = 0; from < known.length; from += 500) await engine.batcher.submit(workspaceId, known.slice(from, from + 500), { importId: "test" });
  const links = await insertLinks(engine, workspaceId, programs);
  const { keyed } = createHashes(engine.secret);
  return {
    workspace: workspaceId,
    toDraft(h, move) {
      const own = move.type === "joined" || move.type === "left" || move.type === "delay_passed";
      const event = eventOf(own ? ({ ...move, type: "custom" } as never) : move, {
        code: (program, advocate) => `${program}-h${h}-${advocate}`,
        // Opened by the batcher as a rule; a draft has it opened already.
        click: (touch, at) => `clk_${touch.program}-${touch.advocate}-${at}`,
      });
      const draft = normalise(eventSchema.parse(inHistory(h, event)), { index: 0, client: `h${h}/${move.client}`, keyed });
      if (Array.isArray(draft)) return undefined;
      const { touch } = move;
      if (touch?.kind === "link") draft.click = { link: links.get(`${programs.get(touch.program)}|h${h}-${touch.advocate}`) ?? crypto.randomUUID(), at: move.at - touch.age };
      return own ? { ...draft, type: move.type as "joined", rule: move.rule, basis: move.basis?.replace("order:", `order:h${h}-`) } : draft;
    },
    close: () => engine.rows("update import set status = 'closed' where workspace_id = $1", [workspaceId]).then(() => undefined),
  };
}

/** People and orders of a history are its own; so are client ids. */
function inHistory(h: number, event: ReturnType<typeof eventOf>): ReturnType<typeof eventOf> {
  const { person, order } = event;
  const out = { ...event, id: `h${h}/${event.id}` };
  if (person) {
    out.person = { ...person, attributes: { grade: gradeOf(person.user_id ?? person.anonymous_id ?? "") } };
    if (person.user_id !== undefined) out.person.user_id = `h${h}-${person.user_id}`;
    if (person.anonymous_id !== undefined) out.person.anonymous_id = `h${h}-${person.anonymous_id}`;
  }
  if (order?.id !== undefined) out.order = { ...order, id: `h${h}-${order.id}` };
  return out;
}

/** The same in every event of a person: what was known when a fact was first decided is kept with it, so it may not depend on arrival. */
const gradeOf = (who: string): string => (/[13]$/.test(who) ? "gold" : "grey");

async function insertPrograms(engine: Engine, ws: string, timelines: readonly RandomTimeline[]): Promise<Map<string, string>> {
  const programs = new Map<string, string>();
  for (const t of timelines) {
    const id = crypto.randomUUID();
    programs.set(t.key, id);
    await engine.rows("insert into program (workspace_id, id, key, status, version) values ($1, $2, $3, 'live', $4)", [ws, id, t.key, t.versions.length]);
    for (const [i, v] of t.versions.entries())
      await engine.rows(
        "insert into program_version (workspace_id, program_id, version, definition, effective_from, applies_to, published_at) values ($1, $2, $3, $4, $5, $6, $5)",
        [ws, id, i + 1, JSON.stringify(v.definition), v.from, v.open ? "open_referrals" : "new_referrals"],
      );
    await engine.rows("insert into program_status (workspace_id, program_id, at, seq, status) values ($1, $2, 0, 1, 'live')", [ws, id]);
  }
  await engine.rows("update workspace set programs_revision = programs_revision + 1 where workspace_id = $1", [ws]);
  return programs;
}

/** Everybody known so far becomes an advocate of every program, with the code `<program>-<user id>`. @returns links by "program id|user id". */
async function insertLinks(engine: Engine, ws: string, programs: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const people = await engine.rows<{ person_id: string; value: string }>("select person_id, value from person_identity where workspace_id = $1 and kind = 1", [ws]);
  const links = [...programs].flatMap(([key, program]) => people.map((p) => {
    const code = `${key}-${p.value}`;
    return { id: crypto.randomUUID(), program, person: p.person_id, user: p.value, code, codeKey: normaliseCode(code) };
  }));
  await engine.rows(
    `insert into link (workspace_id, id, program_id, person_id, code, code_key, kind, created_at)
     select $1, t.id, t.program, t.person, t.code, t.key, 'vanity', 0
       from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[]) as t(id, program, person, code, key)`,
    [ws, links.map((l) => l.id), links.map((l) => l.program), links.map((l) => l.person), links.map((l) => l.code), links.map((l) => l.codeKey)],
  );
  await engine.rows("insert into advocate (workspace_id, program_id, person_id, joined_at) select workspace_id, program_id, person_id, 0 from link where workspace_id = $1", [ws]);
  return new Map(links.map((l) => [`${l.program}|${l.user}`, l.id]));
}

/** Sends drafts in groups, several at once over several batchers, each group to the next one. Indexes are of the answers. */
export async function sendDrafts(doors: readonly Batcher[], workspace: string, groups: readonly Draft[][]): Promise<EventOutcome[]> {
  const answers: EventOutcome[] = [];
  for (let from = 0; from < groups.length; from += doors.length) {
    const wave = groups.slice(from, from + doors.length);
    const got = await Promise.all(wave.map((drafts, i) => doors[i]!.submitDrafts(workspace, drafts.map((d, index) => ({ ...d, index })), { importId: "test" })));
    answers.push(...got.flat());
  }
  return answers;
}

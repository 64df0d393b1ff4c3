/** Many small random histories in one workspace of a real database: cheap enough for a thousand in a test. */
import crypto from "node:crypto";
import { createHashes } from "../../src/adapters/hashes.ts";
import { event as eventSchema } from "../../src/core/event.ts";
import type { EventOutcome } from "../../src/core/event.ts";
import { type Draft, normalise } from "../../src/core/ingest/normalise.ts";
import { DAY } from "../../src/core/time.ts";
import type { Batcher } from "../../src/flow/batcher.ts";
import type { Engine } from "./engine.ts";
import { openPlace } from "./place.ts";
import { type Move, eventOf } from "./random-moves.ts";
import { EPOCH, type RandomTimeline } from "./random-programs.ts";

/** Who does things, by how often: friends more than advocates, who are friends of each other. */
export const PEOPLE = ["f1", "f1", "f1", "f2", "f2", "f3", "a2", "a1", "a3"];
/** Whom they name. */
export const ADVOCATES = ["a1", "a1", "a1", "a2", "a2", "a3"];

export type Arena = {
  workspace: string;
  /** The move as the door gets it: an event, or a draft of the engine's own. Undefined: the door refuses it by its form. */
  toDraft(history: number, move: Move): Draft | undefined;
};

/** A place in which every history has advocates of its own. */
export async function openArena(engine: Engine, wishes: { timelines: readonly RandomTimeline[]; histories: number }): Promise<Arena> {
  const users = Array.from({ length: wishes.histories }, (_, h) => [...new Set(ADVOCATES)].map((a) => `h${h}-${a}`)).flat();
  const { workspace, programs, links, people } = await openPlace(engine, { timelines: wishes.timelines, users, knownAt: EPOCH - 30 * DAY });
  const { keyed } = createHashes(engine.secret);
  return {
    workspace,
    toDraft(h, move) {
      const own = move.type === "joined" || move.type === "left" || move.type === "delay_passed";
      const event = eventOf(own ? ({ ...move, type: "custom" } as never) : move, {
        code: (program, advocate) => `${program}-h${h}-${advocate}`,
        // The batcher opens click ids as a rule; here the draft has it opened already.
        click: (touch, at) => `clk_${touch.program}-${touch.advocate}-${at}`,
      });
      const draft = normalise(eventSchema.parse(inHistory(h, event)), { index: 0, client: `h${h}/${move.client}`, keyed });
      if (Array.isArray(draft)) return undefined;
      const { touch } = move;
      if (touch?.kind === "link") {
        const link = links.get(`${programs.get(touch.program)}|h${h}-${touch.advocate}`) ?? crypto.randomUUID();
        draft.click = { link, at: move.at - touch.age };
      }
      if (touch?.kind === "claim") {
        const person = (who: string) => people.get(`h${h}-${who}`) ?? "";
        draft.claim = { program: programs.get(touch.program) ?? "", advocate: person(touch.advocate) };
        if (touch.team) draft.claim.team = touch.team.map((m) => ({ person: person(m.person), share: m.share }));
      }
      return own
        ? { ...draft, type: move.type as "joined", rule: move.rule, basis: move.basis?.replace("order:", `order:h${h}-`) }
        : draft;
    },
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

/** Sends drafts in groups, several at once over several batchers, each group to the next one. Indexes are of the answers. */
export async function sendDrafts(doors: readonly Batcher[], workspace: string, groups: readonly Draft[][]): Promise<EventOutcome[]> {
  const answers: EventOutcome[] = [];
  for (let from = 0; from < groups.length; from += doors.length) {
    const wave = groups.slice(from, from + doors.length);
    const got = await Promise.all(
      wave.map((drafts, i) =>
        doors[i]!.submitDrafts(
          workspace,
          drafts.map((d, index) => ({ ...d, index })),
          { importId: "test" },
        ),
      ),
    );
    answers.push(...got.flat());
  }
  return answers;
}

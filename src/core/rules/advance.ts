/**
 * One fact for one program: bind the friend if evidence allows, move the referral along its stages, and note each rule
 * that fires. What the firing is worth is decided later (entitle.ts), when all facts are in.
 */
import type { Compiled, Timeline } from "../compiled.ts";
import { type Fact, type Reason, compareKeys } from "../facts.ts";
import type { OrderState } from "../order-state.ts";
import type { FoldContext, PersonState, Ref, StepNote } from "../state.ts";
import { addDuration } from "../time.ts";
import { activity } from "./activities.ts";
import { tryBind } from "./bind-friend.ts";
import { reaches } from "./compile.ts";
import { corrects } from "./corrected.ts";
import { versionAt, versionFor, versionOf, windowsAt } from "./in-force.ts";
import { orderOf } from "./order-items.ts";

function statusAt(timeline: Timeline, at: number): string {
  let status = "draft";
  for (const s of timeline.statuses) {
    if (s.at > at) break;
    status = s.status;
  }
  return status;
}

/**
 * Why a program does nothing at an instant: a reason, null when it is simply not there yet or any more, undefined when it is
 * live. A program that says it is off (a network's default) is off for open referrals too, whatever version they keep.
 */
export function idleAt(timeline: Timeline, at: number): Reason | null | undefined {
  const status = statusAt(timeline, at);
  if (status === "paused") return "program_paused";
  if (status !== "live") return null;
  return versionAt(timeline, at)?.off === true ? "program_not_live" : undefined;
}

type Given = { context: FoldContext; timeline: Timeline; order?: OrderState };

/** For somebody nobody brought: an activity is her own and goes by her own arm; what may bind her goes by the version in force. */
function ownVersion(s: PersonState, fact: Fact, timeline: Timeline): Compiled | undefined {
  return fact.type === "activity" ? versionFor(timeline, s.person, fact.at) : versionAt(timeline, fact.at);
}

/** One fact for one program: bind if it can, move the referral on, and note every rule that fires. */
export function advance(s: PersonState, fact: Fact, given: Given): void {
  const { timeline } = given;
  let ref = s.p[timeline.id];
  let program = ref ? versionOf(timeline, ref.v, fact.at) : ownVersion(s, fact, timeline);
  if (program === undefined) return;
  const stages = program.stagesByType.get(fact.type);
  if (stages === undefined && (fact.type !== "activity" || program.activityRules.length === 0)) return;
  if (ref !== undefined && compareKeys(fact.at, fact.client, ref.b, ref.bc) < 0) {
    // Set by an operator to begin later than this: what came before it belongs to nobody.
    s.notes.push({ program, reason: "no_touch", stage: -1, bound: false });
    return;
  }
  const idle = idleAt(timeline, fact.at);
  if (idle !== undefined) {
    if (idle !== null) s.notes.push({ program, reason: idle, ref, stage: -1, bound: false });
    return;
  }
  if (fact.type === "activity") activity(s, fact, program);
  if (stages === undefined) return;
  let bound = false;
  for (const index of stages) {
    const stage = program.stages[index];
    if (stage === undefined || !reaches(stage, fact)) continue;
    if (stage.on === "visit" && ref === undefined) {
      s.notes.push({ program, reason: fact.evidence?.length ? null : (fact.evidenceProblem ?? "no_touch"), stage: index, bound: false });
      continue;
    }
    if (ref === undefined) {
      const reason = tryBind(s, fact, { ...given, program });
      ref = s.p[timeline.id];
      if (ref === undefined) {
        s.notes.push({ program, reason, stage: index, bound: false });
        if (fact.order !== undefined) s.unclaimed.add(`${timeline.id}|${fact.order.id}`);
        return;
      }
      if (fact.order !== undefined) s.unclaimed.delete(`${timeline.id}|${fact.order.id}`);
      // The advocate's arm gives its rewards from the first stage on; stages are the same in all arms.
      if (timeline.trials !== undefined) program = versionOf(timeline, ref.v, fact.at) ?? program;
      bound = true;
    }
    if (ref.r !== undefined) {
      s.notes.push({ program, reason: "referral_rejected", ref, stage: index, bound: false });
      return;
    }
    const note: StepNote = { program, reason: null, ref, stage: index, bound };
    s.notes.push(note);
    reach(s, fact, { ref, program, index, order: given.order, note, inForce: windowsAt(timeline, ref.v, fact.at) });
  }
}

type Hit = { ref: Ref; program: Compiled; index: number; order?: OrderState; note: StepNote; inForce?: Compiled };

function reach(s: PersonState, fact: Fact, hit: Hit): void {
  const { ref, program, index, order, note, inForce } = hit;
  if (index > ref.s) {
    ref.s = index;
    ref.sa = fact.at;
  }
  if (index === program.qualifies) {
    ref.q0 ??= fact.at;
    s.qualifications.push({ ref, fact, order });
  }
  const rules = program.rulesByStage[index];
  if (rules === undefined) return;
  for (const rule of rules) {
    const asked = rule.items === undefined ? fact.order : orderOf(rule.items, fact);
    const holds = (rule.items === undefined || asked !== undefined) && (rule.where === undefined || rule.where(fact, asked));
    if (fact.subject !== undefined && corrects(s, fact, { rule, ref, program, holds })) continue;
    if (rule.lasts !== undefined && fact.at > addDuration(ref.q0 ?? ref.b, rule.lasts, program.zone)) note.silent ??= "duration_passed";
    else if (!holds) note.silent ??= "condition_not_met";
    else s.occurrences.push({ program, rule, ref, fact, order, note, inForce });
  }
}

/** A fact that may do nothing for any program still says why. */
export function noteOnly(s: PersonState, fact: Fact, what: { timeline: Timeline; reason: Reason }): void {
  const program = versionAt(what.timeline, fact.at);
  if (program?.stagesByType.has(fact.type))
    s.notes.push({ program, reason: what.reason, ref: s.p[what.timeline.id], stage: -1, bound: false });
}

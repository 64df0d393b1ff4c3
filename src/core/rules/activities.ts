/** What an advocate does herself (a review, a verified share): which rules it fires, and how often each counts. */
import type { Compiled, CompiledRule } from "../compiled.ts";
import type { Fact } from "../facts.ts";
import type { PersonState, StepNote } from "../state.ts";

/** An activity fires the rules of its name for somebody who takes part in the program. */
export function activity(s: PersonState, fact: Fact, program: Compiled): void {
  const rules = program.activityRules.filter((rule) => rule.activity === fact.name);
  if (rules.length === 0) return;
  const note: StepNote = { program, reason: null, stage: -1, bound: false };
  s.notes.push(note);
  // What passed between two companies is theirs: it asks for no membership of the person it is about, and pays her nothing.
  const isBetween = fact.between !== undefined;
  if (!isBetween && !s.j[program.id]) {
    note.reason = "not_taking_part";
    return;
  }
  for (const rule of rules) {
    if ((rule.to === "giver") !== isBetween) note.silent ??= "condition_not_met";
    else if (rule.where !== undefined && !rule.where(fact, fact.order)) note.silent ??= "condition_not_met";
    else s.occurrences.push({ program, rule, fact, note });
  }
}

/** What an occurrence without a referral is counted by: its rule, and where the rule says so its period, subject or channel. */
export function counterOf(program: Compiled, rule: CompiledRule, fact: Fact): string {
  let key = `${program.id}|${rule.key}`;
  if (rule.activityPeriod !== undefined) key += `|${rule.activityPeriod(fact.at).key}`;
  if (rule.each !== undefined) key += `|${(rule.each === "subject" ? fact.subject : fact.channel) ?? ""}`;
  return key;
}

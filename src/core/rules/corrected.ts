/**
 * A stage that is told again about the same subject (a deal whose value turned out to be another): the first telling keeps its
 * place and its instant, the last one says what it is worth. So a reward is adjusted and never granted twice.
 */
import type { Compiled, CompiledRule } from "../compiled.ts";
import type { Fact } from "../facts.ts";
import type { Occurrence, PersonState, Ref } from "../state.ts";

/** True for facts that may correct an earlier one, and so need all facts of the person. */
export function retells(fact: Fact): boolean {
  return fact.type === "stage" && fact.subject !== undefined;
}

/** The business key of what rests on a subject. Two people may have to do with one deal: each has her own. */
export function subjectBasis(person: string, fact: Fact): string {
  return `friend:${person}:about:${fact.subject}`;
}

type Telling = { rule: CompiledRule; ref: Ref; program: Compiled; holds: boolean };

/** Lays a later telling upon the first one of its rule and subject. @returns false when there is none. */
export function corrects(s: PersonState, fact: Fact, of: Telling): boolean {
  if (!retells(fact)) return false;
  const earlier = s.occurrences.find((o) => isSame(o, fact, of));
  if (earlier === undefined) return false;
  const { value, currency, quantity } = fact;
  earlier.told = { ...earlier.fact, value, currency, quantity };
  earlier.void = !of.holds;
  return true;
}

function isSame(o: Occurrence, fact: Fact, of: Telling): boolean {
  return o.ref === of.ref && o.rule.key === of.rule.key && o.program.id === of.program.id && o.fact.subject === fact.subject;
}

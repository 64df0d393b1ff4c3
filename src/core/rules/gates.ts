/**
 * The gates that a reward passes, one after the other, before it may become available: `risk` (it is scored), `licence` (its recipient
 * has a checked one), `review` (its rule asks for an operator), `choice` (she picks). `risk_review` is `risk` while somebody has to look.
 */
import type { CompiledRule } from "../compiled.ts";
import type { Program } from "../program.ts";

export type Check = "risk" | "licence";

/** What a rule's rewards are checked for. A licence is asked of whoever is paid for referring, not of the friend. */
export function checksOf(program: Program, to: CompiledRule["to"]): readonly Check[] {
  const checks: Check[] = [];
  if (program.risk !== undefined) checks.push("risk");
  if (program.law.includes("us_real_estate") && to !== "friend") checks.push("licence");
  return checks;
}

type Gated = Pick<CompiledRule, "checks" | "manual">;

/** The first gate of a new reward, or null. */
export function firstGate(rule: Gated, form: string): string | null {
  return rule.checks[0] ?? lastGate(rule, form);
}

/** The gate behind one that was passed, or null. */
export function gateAfter(passed: Check, rule: Gated, form: string): string | null {
  return rule.checks[rule.checks.indexOf(passed) + 1] ?? lastGate(rule, form);
}

function lastGate(rule: Gated, form: string): string | null {
  return rule.manual ? "review" : form === "choice" ? "choice" : null;
}

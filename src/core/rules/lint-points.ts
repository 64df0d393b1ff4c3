/** Lint rules about what ends and about levels. */
import type { Program } from "../program.ts";
import { SPENDABLE } from "../spendable.ts";
import { type Finding, error, placedRules, warning } from "./lint-finding.ts";

export function lintPoints(program: Program): Finding[] {
  return [...endings(program), ...reachable(program)];
}

/** What is not kept as a balance has an end of its own, or none. */
function endings(program: Program): Finding[] {
  return placedRules(program).flatMap(({ rule, at, form }) => {
    if (rule.expires === undefined || SPENDABLE.has(form)) return [];
    if (form === "cash") {
      const message = "Earned money that ends is forbidden in many places. Leave `expires` out, or give credit or points.";
      return [warning("cash_expires", `${at}/expires`, message)];
    }
    const instead = form === "coupon" ? "Say `valid` in the coupon instead." : "Leave `expires` out.";
    return [error("cannot_expire", `${at}/expires`, `A ${form} is not used up in parts, so nothing of it can end. ${instead}`)];
  });
}

/** Levels go by points: a program that gives none has levels that nobody reaches. */
function reachable(program: Program): Finding[] {
  if (program.levels === undefined || placedRules(program).some(({ form }) => form === "points")) return [];
  const message = "Levels go by points earned, and no rule gives points. Add a rule that gives points, or remove the levels.";
  return [error("levels_without_points", "/levels", message)];
}

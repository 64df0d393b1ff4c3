/** What the linter and a plan say, as lines for a person. */
import { minorToDecimal } from "../core/money.ts";

export type FindingLike = { severity: "error" | "warning"; code: string; pointer: string; message: string };

/** `error    /rewards/0/give  pay_for_recruitment  A reward for ...`, errors first. */
export function findingLines(findings: readonly FindingLike[]): string[] {
  const width = Math.max(0, ...findings.map((each) => each.pointer.length));
  return [...findings]
    .sort((a, b) => Number(a.severity === "warning") - Number(b.severity === "warning"))
    .map((each) => `${each.severity.padEnd(7)}  ${each.pointer.padEnd(width)}  ${each.code}  ${each.message}`);
}

export type PlanLike = {
  from_version: number | null; changes: readonly { pointer: string; from?: unknown; to?: unknown }[]; findings: readonly FindingLike[];
  cost: { from: string; to: string; by_rule: readonly { rule: string; unit: string; before: number; after: number }[] } | null;
};

/** The difference to what is live, the linter's words, and the cost over the past when it was asked for. */
export function planLines(plan: PlanLike): string[] {
  const against = plan.from_version === null ? "Nothing is live yet." : `Against version ${plan.from_version}:`;
  const changes = plan.changes.map(({ pointer, from, to }) => {
    if (from === undefined) return `  + ${pointer}: ${JSON.stringify(to)}`;
    if (to === undefined) return `  - ${pointer}: ${JSON.stringify(from)}`;
    return `  ~ ${pointer}: ${JSON.stringify(from)} -> ${JSON.stringify(to)}`;
  });
  const cost = plan.cost === null ? [] : [
    `Cost from ${plan.cost.from} to ${plan.cost.to}:`,
    ...plan.cost.by_rule.map((each) => {
      return `  ${each.rule}: ${minorToDecimal(each.before, each.unit)} -> ${minorToDecimal(each.after, each.unit)} ${each.unit}`;
    }),
  ];
  return [against, ...(changes.length === 0 ? ["  no change"] : changes), ...findingLines(plan.findings), ...cost];
}

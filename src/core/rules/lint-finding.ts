/** What a lint rule says, and the few questions about a program that several rules ask. */
import type { Program, Rule } from "../program.ts";
import { stageEvent } from "./compile.ts";

/** `pointer` is a JSON pointer into the definition; `code` is stable, for tests and for the console's help. */
export type Finding = { severity: "error" | "warning"; code: string; pointer: string; message: string };

export function error(code: string, pointer: string, message: string): Finding {
  return { severity: "error", code, pointer, message };
}
export function warning(code: string, pointer: string, message: string): Finding {
  return { severity: "warning", code, pointer, message };
}

/** One rule with its place, what it gives and the event type that fires it (undefined: joined, activity, threshold). */
export type Placed = {
  rule: Rule;
  at: string;
  form: string;
  spec: unknown;
  /** Where what is given stands: `/rewards/0/give/cash`, `/rewards/0/give/choice/1/points`. */
  gift: string;
  stage: string | undefined;
  event: string | undefined;
};

/** All rules of a program, with the answers that nearly every lint rule needs. Each option of a choice is a rule of its own here. */
export function placedRules(program: Program): Placed[] {
  return program.rewards.flatMap((rule, i) => {
    const at = `/rewards/${i}`;
    const stage = "stage" in rule.when ? rule.when.stage : undefined;
    const event = stage === undefined ? undefined : eventOf(program, stage);
    const gifts = rule.give.choice?.map((give, n) => ({ give, below: `/give/choice/${n}` })) ?? [{ give: rule.give, below: "/give" }];
    return gifts.map(({ give, below }) => {
      const [form = "", spec] = Object.entries(give)[0] ?? [];
      return { rule, at, form, spec, gift: `${at}${below}/${form}`, stage, event };
    });
  });
}

/** Rules that count qualified referrals: there is no order or friend of their own behind what they pay. */
export function counts(when: Rule["when"]): boolean {
  return "threshold" in when || "streak" in when;
}

/** The event type that reaches a stage; undefined for a stage that does not exist. */
export function eventOf(program: Program, stage: string): string | undefined {
  const found = program.stages.find((s) => (typeof s === "string" ? s : s.key) === stage);
  if (found === undefined) return undefined;
  return typeof found === "string" ? stageEvent(found) : found.on;
}

/** Events that carry an order: something was sold, so money came in and a refund may follow. */
export function sells(event: string | undefined): boolean {
  return event === "purchase" || event === "payment";
}

/** The share of a base that a rule gives, or undefined when it gives a fixed amount. */
export function shareOf(spec: unknown): { percent: number; of: string; max?: string } | undefined {
  return typeof spec === "object" && spec !== null && "percent" in spec && "of" in spec
    ? (spec as { percent: number; of: string; max?: string })
    : undefined;
}

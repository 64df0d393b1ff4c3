/** Lint rules about what can never happen: stages nobody reaches, limits that never bind, conditions that never hold. */
import type { Condition } from "../condition.ts";
import { EVENT_TYPES } from "../event.ts";
import type { Program } from "../program.ts";
import { type Finding, type Placed, counts, error, eventOf, placedRules, sells } from "./lint-finding.ts";
import { lintLimits } from "./lint-limits.ts";
import { windowBound } from "./compile.ts";
import { UTC, compileZone } from "../time.ts";

/** Corrections change what an earlier event meant; they never move a referral along. */
const CORRECTIONS = new Set(["refund", "chargeback", "order_updated"]);

export function lintReach(program: Program): Finding[] {
  const rules = placedRules(program);
  return [
    ...stages(program),
    ...rules.flatMap((placed) => [...firing(program, placed), ...recipient(placed), ...team(program, placed), ...orderOnly(placed)]),
    ...lintLimits(program, rules),
    ...tiers(program),
    ...bonuses(program),
  ];
}

function stages(program: Program): Finding[] {
  const found: Finding[] = [];
  if (eventOf(program, program.qualifies_at) === undefined) {
    found.push(
      error("stage_unknown", "/qualifies_at", `"${program.qualifies_at}" is none of the stages. Use one of: ${names(program)}.`),
    );
  }
  program.stages.forEach((s, i) => {
    if (typeof s === "string") return;
    if ((EVENT_TYPES as readonly string[]).includes(s.on) && !CORRECTIONS.has(s.on)) return;
    const message = `No event of type "${s.on}" moves a referral along. Use one such as purchase, payment, signup, lead or stage.`;
    found.push(error("stage_unreachable", `/stages/${i}/on`, message));
  });
  return found;
}

function names(program: Program): string {
  return program.stages.map((s) => (typeof s === "string" ? s : s.key)).join(", ");
}

function firing(program: Program, { rule, at, stage, event }: Placed): Finding[] {
  if (stage === undefined || !("stage" in rule.when)) return [];
  const found: Finding[] = [];
  if (event === undefined) {
    found.push(error("stage_unknown", `${at}/when/stage`, `"${stage}" is none of the stages. Use one of: ${names(program)}.`));
  }
  const { nth, times } = rule.when;
  if (nth !== undefined && times !== undefined && nth > times) {
    const message = `Number ${nth} never comes when only the first ${times} count. Raise times, or lower nth.`;
    found.push(error("nth_never_comes", `${at}/when/nth`, message));
  }
  return found;
}

/** Whom a rule may pay depends on what fires it: joining has no friend, a threshold belongs to the advocate. */
function recipient({ rule, at, form, gift, spec }: Placed): Finding[] {
  const found: Finding[] = [];
  const share = typeof spec === "object" && spec !== null && "of" in spec ? spec.of : undefined;
  const isGiver = typeof rule.to === "object" && "giver" in rule.to;
  if (isGiver && !("activity" in rule.when && DIVISIBLE.has(form))) {
    const message =
      'What passes between two companies is counted, and an activity of ours says so: "when": { "activity": "lead_accepted" }.';
    found.push(error("recipient_unclear", `${at}/to`, message));
  } else if (!isGiver && !("stage" in rule.when) && rule.to !== "advocate") {
    const message = "Joining, activities and thresholds pay the person who did them. Use to: advocate, or let a stage fire the rule.";
    found.push(error("recipient_unclear", `${at}/to`, message));
  }
  if (share === "downline_rewards" && !(typeof rule.to === "object" && "upline" in rule.to && rule.to.upline === 1)) {
    const message = 'A share of what recruits earn goes to their recruiter: "to": { "upline": 1 }.';
    found.push(error("recipient_unclear", `${at}/to`, message));
  }
  if (share !== undefined && ("joined" in rule.when || counts(rule.when))) {
    const message = "There is no order or amount to take a percentage of. Give a fixed amount.";
    found.push(error("percent_of_nothing", gift, message));
  }
  return found;
}

/** What can be shared out: things are whole, and a choice is one person's. */
const DIVISIBLE = new Set(["cash", "credit", "points", "entries", "leads"]);

function team(program: Program, { rule, at, form, gift }: Placed): Finding[] {
  if (typeof rule.to !== "object" || !("team" in rule.to)) return [];
  const found: Finding[] = [];
  if (!DIVISIBLE.has(form) || rule.give.choice !== undefined) {
    const message = "This cannot be split between several people. Give cash, credit, points, entries or leads to a team.";
    found.push(error("team_cannot_share", gift, message));
  }
  if (!program.attribution.accepts.includes("claim")) {
    const message = 'A team comes from a claim, and the program does not accept claims. Add "claim" to attribution.accepts.';
    found.push(error("recipient_unclear", `${at}/to`, message));
  }
  return found;
}

/** `order.*` exists only on purchases and payments: asked elsewhere it never holds. */
function orderOnly({ rule, at, event }: Placed): Finding[] {
  if (event === undefined || sells(event) || !("stage" in rule.when)) return [];
  if (rule.when.items !== undefined) {
    const message = `An event of type "${event}" carries no items, so the rule never fires. Ask at a purchase or payment stage.`;
    return [error("condition_never_holds", `${at}/when/items`, message)];
  }
  if (!asksOrder(rule.when.where)) return [];
  const message = `An event of type "${event}" carries no order, so the condition never holds. Ask at a purchase or payment stage.`;
  return [error("condition_never_holds", `${at}/when/where`, message)];
}

function asksOrder(condition: Condition | undefined): boolean {
  return Object.entries(condition ?? {}).some(([key, value]) => {
    if (key === "all" || key === "any") return (value as Condition[]).some(asksOrder);
    return key === "not" ? asksOrder(value as Condition) : key.startsWith("order.");
  });
}

function tiers(program: Program): Finding[] {
  if (program.tiers === undefined) return [];
  const found: Finding[] = [];
  const { steps } = program.tiers;
  steps.forEach((step, i) => {
    const before = steps[i - 1];
    if (before === undefined || step.from > before.from) return;
    const message = `Steps go up: ${step.from} does not come after ${before.from}. Sort them, each from once.`;
    found.push(error("tiers_not_ascending", `/tiers/steps/${i}/from`, message));
  });
  const used = program.rewards.some((r) => r.to === "advocate" && "stage" in r.when && r.give.coupon === undefined);
  if (!used)
    found.push(
      error("tiers_without_rule", "/tiers", "No reward to the advocate at a stage is there to multiply. Add one, or remove the tiers."),
    );
  return found;
}

function bonuses(program: Program): Finding[] {
  const found: Finding[] = [];
  const keys = new Set(program.rewards.map((r) => r.key));
  const zone = compileZone(program.zone ?? "UTC") ?? UTC;
  program.bonuses.forEach((b, i) => {
    const at = `/bonuses/${i}`;
    if (!windowIsOpen(b, zone)) {
      found.push(error("bonus_reversed", `${at}/to`, `The window ends at ${b.to}, not after it begins (${b.from}). Swap them.`));
    }
    b.rules?.forEach((key, n) => {
      if (keys.has(key)) return;
      found.push(error("rule_unknown", `${at}/rules/${n}`, `"${key}" is none of the rewards. Use one of: ${[...keys].join(", ")}.`));
    });
  });
  return found;
}

/** True as well for dates that cannot be read: those have their own finding. */
function windowIsOpen(b: { from: string; to: string }, zone: Parameters<typeof windowBound>[1]): boolean {
  try {
    return windowBound(b.from, zone, false) < windowBound(b.to, zone, true);
  } catch {
    return true;
  }
}

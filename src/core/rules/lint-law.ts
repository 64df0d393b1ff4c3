/** Lint rules about what the law forbids or makes dangerous. They name their source, and none of them is legal advice. */
import type { Program } from "../program.ts";
import { type Finding, type Placed, error, placedRules, sells, warning } from "./lint-finding.ts";

const NOT_ADVICE = "This is not legal advice.";

/** Laws under which a referral must not be paid for, and where they say so. */
const NO_CASH: Partial<Record<Program["law"][number], string>> = {
  us_mortgage: "RESPA section 8 (12 U.S.C. 2607; Regulation X, 12 CFR 1024.14) forbids giving a thing of value for the referral of a mortgage settlement service",
  us_health: "the federal Anti-Kickback Statute (42 U.S.C. 1320a-7b(b)) forbids paying for the referral of patients",
};
/** Money, and what spends like it. */
const CASH = new Set(["cash", "gift_card"]);
/** Recognition that is worth nothing to anybody else. */
const WORTHLESS = new Set(["badge"]);

export function lintLaw(program: Program): Finding[] {
  const rules = placedRules(program);
  return [...cash(program, rules), ...pipeline(program, rules), ...network(program, rules), ...levels(program, rules)];
}

function cash(program: Program, rules: readonly Placed[]): Finding[] {
  const found: Finding[] = [];
  for (const law of program.law) {
    const source = NO_CASH[law];
    if (source === undefined) continue;
    for (const { rule, form, at } of rules) {
      if (rule.to === "friend" || WORTHLESS.has(form)) continue;
      if (CASH.has(form)) {
        found.push(error("law_forbids_cash", `${at}/give`, `Marked ${law}: ${source}. Give recognition or thanks instead of ${form}. ${NOT_ADVICE}`));
      } else {
        found.push(warning("law_restricts_rewards", `${at}/give`, `Marked ${law}: ${source}; ${form} may count as well. Ask a lawyer before publishing. ${NOT_ADVICE}`));
      }
    }
  }
  return found;
}

function pipeline(program: Program, rules: readonly Placed[]): Finding[] {
  if (program.kind !== "pipeline") return [];
  return rules.map(({ at }) => error("reward_in_pipeline", at, "Nobody is paid for referring a person in need: a pipeline has no rewards. Remove this rule."));
}

/** In a network, pay comes from sales and from nothing else; what pays for recruiting is a pyramid. */
function network(program: Program, rules: readonly Placed[]): Finding[] {
  if (program.kind !== "network") return [];
  const found: Finding[] = [];
  if (program.enabled === undefined) {
    found.push(error("network_not_enabled", "/enabled", 'Network marketing is off by default. Check that it is lawful where you sell, then say "enabled": true; '
      + `"enabled": false keeps it off. ${NOT_ADVICE}`));
  } else if (!program.enabled) {
    found.push(warning("network_off", "/enabled", 'The program is off: nobody is bound or paid before "enabled" is true.'));
  }
  for (const placed of rules) if (!WORTHLESS.has(placed.form)) found.push(...recruitment(program, placed));
  return found;
}

function recruitment(program: Program, { rule, at, event, stage }: Placed): Finding[] {
  const remedy = `Pay from sales only: a stage that a purchase or a payment reaches. ${NOT_ADVICE}`;
  const why = (what: string) => [error("pays_for_recruitment", `${at}/when`, `${what}: that is pay for recruitment, which makes a network a pyramid. ${remedy}`)];
  if ("joined" in rule.when) return why("This pays for joining");
  if ("activity" in rule.when) return why("This pays for an activity and not for a sale");
  if ("threshold" in rule.when) {
    const qualifying = placedRules({ ...program, rewards: [{ ...rule, when: { stage: program.qualifies_at } }] })[0]?.event;
    return sells(qualifying) ? [] : why("This pays for a number of people who only signed up");
  }
  return event === undefined || sells(event) ? [] : why(`This pays when somebody reaches "${stage}", which is no sale`);
}

function levels(program: Program, rules: readonly Placed[]): Finding[] {
  if (program.kind === "network") return [];
  return rules.filter(({ rule, spec }) => typeof rule.to === "object" && (rule.to.upline > 1 || !isDownline(spec)))
    .map(({ at }) => warning("several_levels", `${at}/to`, `This pays people above the advocate. Where it is pay for selling, use kind "network" and its checks. ${NOT_ADVICE}`));
}

function isDownline(spec: unknown): boolean {
  return typeof spec === "object" && spec !== null && "of" in spec && spec.of === "downline_rewards";
}

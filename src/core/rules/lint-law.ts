/** Lint rules about what the law forbids or makes dangerous. They name their source, and none of them is legal advice. */
import type { Program } from "../program.ts";
import { type Finding, type Placed, counts, error, eventOf, placedRules, sells, shareOf, warning } from "./lint-finding.ts";

/** Laws under which a referral must not be paid for, and where they say so. */
const NO_CASH: Partial<Record<Program["law"][number], string>> = {
  us_mortgage:
    "The program is marked us_mortgage: RESPA section 8 (12 U.S.C. 2607; Regulation X, 12 CFR 1024.14) forbids giving a thing of value " +
    "for the referral of a mortgage settlement service.",
  us_health:
    "The program is marked us_health: the federal Anti-Kickback Statute (42 U.S.C. 1320a-7b(b)) forbids paying for the referral " +
    "of patients.",
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
    const why = NO_CASH[law];
    if (why === undefined) continue;
    for (const { rule, form, at } of rules) {
      if (rule.to === "friend" || WORTHLESS.has(form)) continue;
      if (CASH.has(form)) {
        found.push(
          error("law_forbids_cash", `${at}/give`, `${why} Give recognition or thanks instead of ${form}. This is not legal advice.`),
        );
      } else {
        const message = `${why} ${form} may count as a thing of value: ask a lawyer before publishing. This is not legal advice.`;
        found.push(warning("law_restricts_rewards", `${at}/give`, message));
      }
    }
  }
  return found;
}

function pipeline(program: Program, rules: readonly Placed[]): Finding[] {
  if (program.kind !== "pipeline") return [];
  const message = "Nobody is paid for referring a person in need: a pipeline has no rewards. Remove this rule.";
  return rules.map(({ at }) => error("reward_in_pipeline", at, message));
}

/** In a network, pay comes from sales and from nothing else; what pays for recruiting is a pyramid. */
function network(program: Program, rules: readonly Placed[]): Finding[] {
  if (program.kind !== "network") return [];
  return [...switchedOn(program), ...rules.filter((r) => !WORTHLESS.has(r.form)).flatMap((placed) => recruitment(program, placed))];
}

/** Off by default: a definition that does not say which it wants is refused, one that says `false` may wait. */
function switchedOn(program: Program): Finding[] {
  if (program.enabled === true) return [];
  if (program.enabled === false) {
    return [warning("network_off", "/enabled", 'The program is off: nobody is bound or paid before it says "enabled": true.')];
  }
  const message =
    'Network marketing is off by default. Check that it is lawful where you sell, then say "enabled": true; ' +
    `"enabled": false keeps it off. This is not legal advice.`;
  return [error("network_not_enabled", "/enabled", message)];
}

function recruitment(program: Program, { rule, at, event, stage }: Placed): Finding[] {
  const why = whyRecruitment(program, { when: rule.when, event, stage });
  if (why === undefined) return [];
  const message =
    `${why} That is pay for recruitment, which makes a network a pyramid. ` +
    `Pay from sales only: at a stage that a purchase or a payment reaches. This is not legal advice.`;
  return [error("pays_for_recruitment", `${at}/when`, message)];
}

type Firing = { when: Placed["rule"]["when"]; event: string | undefined; stage: string | undefined };

function whyRecruitment(program: Program, { when, event, stage }: Firing): string | undefined {
  if ("joined" in when) return "This pays for joining.";
  if ("activity" in when) return "This pays for an activity and not for a sale.";
  if (counts(when)) {
    return sells(eventOf(program, program.qualifies_at)) ? undefined : "This pays for a number of people who bought nothing.";
  }
  return event === undefined || sells(event) ? undefined : `This pays when somebody reaches "${stage}", which is no sale.`;
}

function levels(program: Program, rules: readonly Placed[]): Finding[] {
  if (program.kind === "network") return [];
  const message =
    'This pays people above the advocate. Where it is pay for selling, use the kind "network" and its checks. ' +
    "This is not legal advice.";
  return rules
    .filter(
      ({ rule, spec }) =>
        typeof rule.to === "object" && "upline" in rule.to && (rule.to.upline > 1 || shareOf(spec)?.of !== "downline_rewards"),
    )
    .map(({ at }) => warning("several_levels", `${at}/to`, message));
}

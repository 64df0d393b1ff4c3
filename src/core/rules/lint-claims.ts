/** Lint rules about claims: stages that an approved claim cannot reach, and conditions that ask about an advocate too early. */
import type { Condition } from "../condition.ts";
import type { Program } from "../program.ts";
import { type Finding, error, eventOf, warning } from "./lint-finding.ts";

/** Stages reached by events that a claim may stand for. Orders and renewals are made by customers. */
const BY_CLAIM = new Set(["stage", "lead", "signup", "custom"]);

export function lintClaims(program: Program): Finding[] {
  return [...section(program), ...tooEarly(program)];
}

function section(program: Program): Finding[] {
  const { claims } = program;
  if (claims === undefined) return [];
  const found: Finding[] = [];
  const names = program.stages.map((s) => (typeof s === "string" ? s : s.key));
  if (!program.attribution.accepts.includes("claim"))
    found.push(error("claim_not_accepted", "/attribution/accepts", 'The program takes claims but no evidence of them. Add "claim".'));
  const stage = claims.stage ?? names[0] ?? "";
  const event = eventOf(program, stage);
  if (claims.subject !== "order" && (event === undefined || !BY_CLAIM.has(event))) {
    const message = `An approved claim cannot reach "${stage}". Name a stage that a stage, lead or sign-up event reaches.`;
    found.push(error("claim_stage", "/claims/stage", message));
  }
  claims.lost.forEach((key, i) => {
    if (names.includes(key)) return;
    found.push(error("stage_unknown", `/claims/lost/${i}`, `"${key}" is none of the stages. Use one of: ${names.join(", ")}.`));
  });
  if (claims.people === 1 && program.rewards.some((r) => typeof r.to === "object" && "team" in r.to))
    found.push(warning("team_of_one", "/claims/people", "A rule shares with a team, but only one person may claim. Raise people."));
  return found;
}

function tooEarly(program: Program): Finding[] {
  const found: Finding[] = [];
  const look = (where: Condition | undefined, at: string): void => {
    if (!asksAdvocate(where)) return;
    const message = "Who the advocate is may still change here. Ask about her in `if`, after a wait, or in advocates.who as person.*.";
    found.push(error("advocate_not_known_yet", at, message));
  };
  look(program.advocates.who, "/advocates/who");
  look(program.friends.where, "/friends/where");
  program.stages.forEach((s, i) => look(typeof s === "string" ? undefined : s.where, `/stages/${i}/where`));
  program.rewards.forEach((r, i) => look("where" in r.when ? r.when.where : undefined, `/rewards/${i}/when/where`));
  return found;
}

function asksAdvocate(where: Condition | undefined): boolean {
  return where !== undefined && JSON.stringify(where).includes('"advocate.attributes.');
}

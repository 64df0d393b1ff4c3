/** Lint rules about cases, leads between companies and requests between members. */
import type { Program } from "../program.ts";
import { parseDuration } from "../time.ts";
import { type Finding, error, warning } from "./lint-finding.ts";

export function lintCases(program: Program): Finding[] {
  return [...due(program), ...durations(program), ...sections(program), ...credits(program)];
}

/** A due time of a stage that there is not would never be looked at. */
function due(program: Program): Finding[] {
  const stages = program.stages.map((s) => (typeof s === "string" ? s : s.key));
  return Object.keys(program.case?.due ?? {})
    .filter((stage) => !stages.includes(stage))
    .map((stage) => error("stage_unknown", `/case/due/${stage}`, `"${stage}" is none of the stages. Use one of: ${stages.join(", ")}.`));
}

function durations(program: Program): Finding[] {
  const { case: cases, exchange, requests } = program;
  const given: Record<string, string | undefined> = {
    "/case/remind/owner": cases?.remind.owner,
    "/case/remind/coordinator": cases?.remind.coordinator,
    "/case/places/accept_within": cases?.places?.accept_within,
    "/case/places/answer_within": cases?.places?.answer_within,
    "/exchange/accept_within": exchange?.accept_within,
    "/requests/answer_within": requests?.answer_within,
    "/requests/trust/over": requests?.trust.over,
  };
  for (const [stage, text] of Object.entries(cases?.due ?? {})) given[`/case/due/${stage}`] = text;
  return Object.entries(given).flatMap(([at, text]) =>
    text !== undefined && typeof parseDuration(text) === "string"
      ? [error("duration_too_long", at, `"${text}" is longer than any case, lead or request can wait. Give at most 129 years.`)]
      : [],
  );
}

const WANTED = { pipeline: "case", lead_exchange: "exchange", community: "requests" } as const;

/** Without its section a program of these kinds takes none of what it is for. */
function sections(program: Program): Finding[] {
  const wanted = WANTED[program.kind as keyof typeof WANTED];
  if (wanted === undefined || program[wanted] !== undefined) return [];
  const message = `Nothing can be opened, sent or asked in this ${program.kind} without a "${wanted}" section. Add "${wanted}": {}.`;
  return [warning("section_missing", `/${wanted}`, message)];
}

/** An exchange in which an accepted lead costs nothing never reaches its debt limit. */
function credits(program: Program): Finding[] {
  if (program.exchange === undefined) return [];
  const pays = program.rewards.some(
    (r) =>
      "activity" in r.when && r.when.activity === "lead_accepted" && typeof r.to === "object" && "giver" in r.to && "leads" in r.give,
  );
  if (pays) return [];
  const rule = '{ "key": "credit", "when": { "activity": "lead_accepted" }, "to": { "giver": true }, "give": { "leads": 1 } }';
  return [warning("exchange_costs_nothing", "/exchange", `No rule moves a lead credit, so nobody ever owes one. Add ${rule}.`)];
}

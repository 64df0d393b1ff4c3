/** What a program's portal can show, by what its document holds. A closed list: the widget draws a room for each. */
import type { Give, Program } from "./program.ts";

export const FEATURES = [
  "share",
  "referrals",
  "rewards",
  "redeem",
  "catalogue",
  "choice",
  "payout",
  "levels",
  "badges",
  "leaderboard",
  "contest",
  "learn",
  "claim",
  "name_claim",
  "retro_claim",
  "testimonial",
  "leads",
  "cases",
  "requests",
  "deals",
  "vacancies",
  "deliverables",
  "shares",
  "gatherings",
  "slips",
  "terms",
  "feedback",
] as const;
export type Feature = (typeof FEATURES)[number];

/** Links and codes count, so there is something to share. */
export function sharesLinks(program: Program): boolean {
  return program.case === undefined && program.attribution.accepts.some((each) => each === "code" || each === "link");
}

export function featuresOf(program: Program): Feature[] {
  const { rewards, claims, levels, attribution } = program;
  const gives = rewards.flatMap(({ give }): Give[] => [give, ...(give.choice ?? [])]);
  const has = (form: keyof Give): boolean => gives.some((give) => give[form] !== undefined);
  const does = (activity: string): boolean => rewards.some(({ when }) => "activity" in when && when.activity === activity);
  const isCircle = program.exchange !== undefined || program.requests !== undefined;
  const spends = has("points") && levels === undefined;
  const holds: Readonly<Record<Feature, boolean>> = {
    share: sharesLinks(program) && !isCircle,
    referrals: program.case === undefined && !isCircle,
    rewards: rewards.some(({ to }) => to !== "friend"),
    redeem: has("credit") || spends,
    catalogue: spends,
    choice: has("choice"),
    // A bonus for a colleague's candidate comes with the payroll, which knows where money goes.
    payout: has("cash") && claims?.subject !== "candidate",
    levels: levels !== undefined,
    badges: has("badge"),
    leaderboard: program.leaderboard !== undefined,
    contest: program.contest !== undefined,
    learn: program.content_kit !== undefined || sharesLinks(program),
    claim: claims?.subject === "candidate" || claims?.subject === "order",
    name_claim: attribution.accepts.includes("name") && sharesLinks(program) && !isCircle,
    retro_claim: claims?.subject === "order",
    testimonial: does("testimonial") || program.kind === "advocacy",
    leads: program.exchange !== undefined,
    cases: program.case !== undefined,
    requests: program.requests !== undefined,
    deals: claims?.subject === "deal" || claims?.subject === "company",
    vacancies: claims?.subject === "candidate",
    deliverables: does("deliverable"),
    shares: program.shares !== undefined,
    gatherings: levels !== undefined,
    slips: program.requests !== undefined,
    terms: Object.values(program.terms).some((text) => text.trim() !== ""),
    feedback: true,
  };
  return FEATURES.filter((feature) => holds[feature]);
}

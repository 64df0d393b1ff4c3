/**
 * The parts of a definition that the form has fields for: all of them, but the goal, which is set on the program's own page. A part that is
 * new does not compile until it is here.
 */
import type { Definition } from "./schema-at.ts";

type Part = Exclude<Extract<keyof Definition, string>, "$schema" | "goal">;

const PARTS: Record<Part, true> = {
  key: true,
  kind: true,
  name: true,
  description: true,
  advocates: true,
  friends: true,
  stages: true,
  qualifies_at: true,
  destination: true,
  destinations: true,
  attribution: true,
  rewards: true,
  tiers: true,
  bonuses: true,
  levels: true,
  claims: true,
  leaderboard: true,
  contest: true,
  shares: true,
  content_kit: true,
  case: true,
  exchange: true,
  requests: true,
  budget: true,
  risk: true,
  eligibility: true,
  exclusive_group: true,
  priority: true,
  settle_grace: true,
  zone: true,
  enabled: true,
  share: true,
  pages: true,
  terms: true,
  disclosure: true,
  law: true,
  margin_percent: true,
};

/** False for what no definition has: a word that was mistyped. */
export const isInForm = (part: string): boolean => part in PARTS;

/**
 * What to do with an experiment, with the reasons: never a winner by raw count. First whether chance dealt the arms as told, then whether
 * anything that must not suffer suffers, then whether there is enough to say something, and only then who is better.
 */
import { BROKEN_BELOW } from "./sample-ratio.ts";

/** Closed: what one can do. */
export const VERDICTS = ["ship", "keep", "go_on", "stop_guardrail", "broken_sample_ratio", "too_little_data"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Each reason with its sentence (ICU); the values are those of the reason. */
export const DECISION_REASONS = {
  sample_ratio:
    "The arms are not as large as they were dealt (chance: {p, number, ::.0000}): rows are lost or doubled, so no effect is shown.",
  guardrail_worse: '"{metric}" got worse in "{arm}", by more than was accepted.',
  guardrail_unclear: '"{metric}" in "{arm}" may still be worse than was accepted.',
  below_minimum: "{have, number} of {needed, number} advocates have taken part: {missing, number} are missing.",
  no_figure: 'There is no figure for "{metric}" yet.',
  dominated: 'One advocate makes {share, number, percent} of "{metric}" in "{arm}": the figure is hers, not the arm\'s.',
  better: '"{arm}" is better: the interval of "{metric}" that holds at every look lies on the good side of zero.',
  worse: '"{arm}" is worse: the interval of "{metric}" that holds at every look lies on the bad side of zero.',
  nothing_worth: 'No effect on "{metric}" as large as the one worth having is left in the interval.',
  unsettled: 'The interval of "{metric}" still holds both no effect and one worth having.',
  ended_unsettled: 'All planned advocates took part and "{metric}" is not shown to differ.',
} as const;
export type DecisionReason = { readonly code: keyof typeof DECISION_REASONS; readonly values: Readonly<Record<string, number | string>> };
export type Decision = { readonly verdict: Verdict; readonly reasons: readonly DecisionReason[] };

/** An interval of a relative effect that holds at every look; null bounds are open. Absent: there is none, and why is told elsewhere. */
export type Measured = {
  readonly metric: string;
  readonly arm: string;
  readonly low: number | null;
  readonly high: number | null;
} | null;
/** `accepted`: how much worse, relatively, was accepted beforehand (non-inferiority); `harm`: in which direction worse lies. */
export type Guardrail = {
  readonly metric: string;
  readonly arm: string;
  readonly of: Measured;
  readonly harm: "up" | "down";
  readonly accepted: number;
};

export type Standing = {
  readonly ratioP: number;
  readonly advocates: number;
  /** Planned in all, and the least below which nothing is said. */
  readonly planned: number;
  readonly minimum: number;
  readonly metric: string;
  readonly arm: string;
  readonly primary: Measured;
  /** Where the good lies, and the smallest relative effect worth having. */
  readonly good: "up" | "down";
  readonly worth: number;
  readonly guardrails: readonly Guardrail[];
  /** The largest row's share of the arm's sum, when one row stands out. */
  readonly dominated?: number;
};

/** A row that makes more than this of its arm's sum stands out. */
export const DOMINATES_ABOVE = 0.25;

/** safe: at most as bad as accepted; worse: surely beyond what was accepted; unclear: either. */
export function guardrailState({ of, harm, accepted }: Guardrail): "safe" | "worse" | "unclear" {
  if (of === null) return "unclear";
  const [least, most] = harm === "up" ? [of.low, of.high] : [negated(of.high), negated(of.low)];
  if (most !== null && most <= accepted) return "safe";
  return least !== null && least > accepted ? "worse" : "unclear";
}

const negated = (bound: number | null): number | null => (bound === null ? null : -bound);

export function decide(s: Standing): Decision {
  const { metric, arm } = s;
  if (s.ratioP < BROKEN_BELOW) return { verdict: "broken_sample_ratio", reasons: [{ code: "sample_ratio", values: { p: s.ratioP } }] };
  const hurt = s.guardrails.filter((g) => guardrailState(g) === "worse");
  if (hurt.length > 0)
    return {
      verdict: "stop_guardrail",
      reasons: hurt.map((g) => ({ code: "guardrail_worse", values: { metric: g.metric, arm: g.arm } })),
    };
  const missing = s.minimum - s.advocates;
  if (missing > 0)
    return {
      verdict: "too_little_data",
      reasons: [{ code: "below_minimum", values: { have: s.advocates, needed: s.minimum, missing } }],
    };
  if (s.primary === null) return { verdict: "too_little_data", reasons: [{ code: "no_figure", values: { metric } }] };
  const unclear = s.guardrails.filter((g) => guardrailState(g) === "unclear");
  const doubts: DecisionReason[] = unclear.map((g) => ({ code: "guardrail_unclear", values: { metric: g.metric, arm: g.arm } }));
  if ((s.dominated ?? 0) > DOMINATES_ABOVE) doubts.push({ code: "dominated", values: { metric, arm, share: s.dominated ?? 0 } });
  return weigh(s, { bounds: s.primary, doubts });
}

function weigh(s: Standing, { bounds, doubts }: { bounds: NonNullable<Measured>; doubts: DecisionReason[] }): Decision {
  const values = { metric: s.metric, arm: s.arm };
  const [low, high] = s.good === "up" ? [bounds.low, bounds.high] : [negated(bounds.high), negated(bounds.low)];
  if (low !== null && low > 0) {
    const reasons: DecisionReason[] = [{ code: "better", values }, ...doubts];
    return { verdict: doubts.length === 0 ? "ship" : "go_on", reasons };
  }
  if (high !== null && high < 0) return { verdict: "keep", reasons: [{ code: "worse", values }] };
  if (high !== null && high < s.worth) return { verdict: "keep", reasons: [{ code: "nothing_worth", values }] };
  if (s.advocates >= s.planned) return { verdict: "keep", reasons: [{ code: "ended_unsettled", values }] };
  return { verdict: "go_on", reasons: [{ code: "unsettled", values }, ...doubts] };
}

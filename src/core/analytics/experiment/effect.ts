/**
 * The effect of a treatment against the control, with its standard error, absolute or relative over |unadjusted control mean|.
 *
 * - Welch: variance s_a^2/n_a + s_b^2/n_b, degrees of freedom by Satterthwaite (1946).
 * - Relative: (m_b - m_a)/|m_a|, variance s_b^2/(n_b m_a^2) + s_a^2 m_b^2/(n_a m_a^4) (delta method).
 * - Ratio M/D: [s_m^2/D^2 + M^2 s_d^2/D^4 - 2 M s_md/D^3]/n (Deng, Knoblich and Lu 2018).
 * - CUPED (Deng, Xu, Kohavi and Walker 2013): y - theta x with theta = cov/var of both arms as one sample; for ratios of the linearised
 *   ratios, theta = sum of the arms' covariances / sum of their variances before. The effect is relative to the UNADJUSTED control mean,
 *   so the relative variance has a cross term: [V_a (m_b/m_a)^2 - 2 theta C_a (m_b/m_a) + theta^2 V_a,before]/(n_a m_a^2).
 */
import { type Answer, none, ok } from "../result.ts";
import { type Arm, type MetricKind, type Moments, joined, momentsOf, spread } from "./arm.ts";

export type Difference = "relative" | "absolute";
export type EffectOptions = {
  kind: MetricKind;
  difference: Difference;
  metric: string;
  arms?: readonly [control: string, treatment: string];
};
/** `freedom` as Welch has it; `theta` 0 where nothing was adjusted; `means` unadjusted, control then treatment. */
export type Effect = {
  readonly effect: number;
  readonly se: number;
  readonly freedom: number;
  readonly n: number;
  readonly theta: number;
  readonly means: readonly [number, number];
};

/** How a value depends on an arm's columns: the value itself, its part without adjustment, and both gradients. */
type Reading = { value: number; plain: number; gradient: number[]; plainGradient: number[] };

/** The effect, or why there is none: nobody in an arm, one row, no variation, contradicting sums, nothing to be relative to. */
export function effectOf(control: Arm, treatment: Arm, options: EffectOptions): Answer<Effect> {
  const { metric: what, kind } = options;
  const names = options.arms ?? ["control", "treatment"];
  for (const [index, arm] of [control, treatment].entries()) {
    if (arm.n === 0) return none(control.n + treatment.n === 0 ? "no_rows" : "one_group_empty", { group: names[index] as string });
    if (arm.n < 2) return none("too_few", { have: arm.n, needed: 2, what: `advocates in "${names[index]}"` });
    if (kind === "ratio" && !((arm.sums[1] as number) > 0))
      return none("zero_baseline", { what: `The base of "${what}" in "${names[index]}"` });
  }
  const a = momentsOf(control, kind);
  const b = momentsOf(treatment, kind);
  for (const m of [a, b])
    if (m.cov.some((line, i) => (line[i] as number) < -1e-9 * square(m.means[i]))) return none("negative_variance", { what });
  const theta = thetaOf(control, treatment, kind);
  const [ra, rb] = [readingOf(a, kind, theta), readingOf(b, kind, theta)];
  const [va, vb] = [spread(ra.gradient, a.cov), spread(rb.gradient, b.cov)];
  if (!Number.isFinite(va) || !Number.isFinite(vb)) return none("not_finite", { what });
  if (!(va > 0) || !(vb > 0)) return none("no_variation", { what });
  const scale = options.difference === "relative" ? Math.abs(ra.plain) : 1;
  if (scale === 0) return none("zero_baseline", { what: `${what} of "${names[0]}"` });
  const gap = rb.value - ra.value;
  const variance = options.difference === "absolute" ? va / a.n + vb / b.n : vb / b.n / scale ** 2 + relativeControl(a, { ra, rb, kind });
  const se = Math.sqrt(variance);
  const freedom = (vb / b.n + va / a.n) ** 2 / ((vb / b.n) ** 2 / (b.n - 1) + (va / a.n) ** 2 / (a.n - 1));
  const result: Effect = { effect: gap / scale, se, freedom, n: a.n + b.n, theta, means: [ra.plain, rb.plain] };
  if (![result.effect, se, freedom].every(Number.isFinite)) return none("not_finite", { what });
  return se > 0 ? ok(result) : none("no_variation", { what });
}

const square = (x: number | undefined): number => (x ?? 0) ** 2;

/** The control's part of a relative effect's variance: it stands above and below the line. */
function relativeControl(a: Moments, { ra, rb, kind }: { ra: Reading; rb: Reading; kind: MetricKind }): number {
  const scale = Math.abs(ra.plain);
  const against = (kind === "ratio" ? ra.plain + rb.value - ra.value : rb.plain) / ra.plain;
  const gradient = ra.gradient.map(
    (g, i) => (-against * (ra.plainGradient[i] as number) - (g - (ra.plainGradient[i] as number))) / scale,
  );
  return spread(gradient, a.cov) / a.n;
}

/** The share of the time before that explains the time after, of both arms together; 0 when there is no time before or it says nothing. */
export function thetaOf(control: Arm, treatment: Arm, kind: MetricKind): number {
  if (kind === "ratio") {
    if (control.sums.length < 4 || !((control.sums[3] as number) > 0) || !((treatment.sums[3] as number) > 0)) return 0;
    let cov = 0;
    let before = 0;
    for (const m of [momentsOf(control, kind), momentsOf(treatment, kind)]) {
      const [post, pre] = [ratioGradient(m, 0), ratioGradient(m, 2)];
      before += spread(pre, m.cov);
      cov +=
        (spread(
          pre.map((g, i) => g + (post[i] as number)),
          m.cov,
        ) -
          spread(pre, m.cov) -
          spread(post, m.cov)) /
        2;
    }
    const theta = before > 0 ? cov / before : 0;
    return Math.abs(theta) < 1e-8 ? 0 : theta;
  }
  if (control.sums.length < 2) return 0;
  const { cov } = momentsOf(joined(control, treatment), kind);
  const [after, before] = [cov[0]?.[0] ?? 0, cov[1]?.[1] ?? 0];
  return after > 0 && before > 0 ? (cov[0]?.[1] ?? 0) / before : 0;
}

/** Of columns at/at+1, among the four. */
function ratioGradient(m: Moments, at: 0 | 2): number[] {
  const [num, den] = [m.means[at] as number, m.means[at + 1] as number];
  const gradient = m.means.map(() => 0);
  gradient[at] = 1 / den;
  gradient[at + 1] = -num / den ** 2;
  return gradient;
}

function readingOf(m: Moments, kind: MetricKind, theta: number): Reading {
  if (kind === "ratio") {
    const plain = (m.means[0] as number) / (m.means[1] as number);
    const plainGradient = ratioGradient(m, 0);
    if (theta === 0) return { value: plain, plain, gradient: plainGradient, plainGradient };
    const before = ratioGradient(m, 2);
    const value = plain - (theta * (m.means[2] as number)) / (m.means[3] as number);
    return { value, plain, plainGradient, gradient: plainGradient.map((g, i) => g - theta * (before[i] as number)) };
  }
  const plain = m.means[0] as number;
  const plainGradient = m.means.map((_, i) => (i === 0 ? 1 : 0));
  const gradient = m.means.map((_, i) => (i === 0 ? 1 : -theta));
  return { value: theta === 0 ? plain : plain - theta * (m.means[1] as number), plain, gradient, plainGradient };
}

/**
 * The smallest value of a smooth function of a few unknowns: BFGS (Nocedal & Wright, Numerical Optimization, 2006, algorithm 6.1) with a
 * backtracking line search. Parameters that must be positive or shares are searched on a transformed scale by whoever calls (logs,
 * logits), so the search itself knows no borders. A function may answer NaN or Infinity: the search steps back from there.
 */

export type Objective = (x: readonly number[]) => number;
export type Gradient = (x: readonly number[]) => readonly number[];

export type SearchOptions = {
  /** Analytic gradient; without it central differences of 1e-5 of each unknown. */
  gradient?: Gradient | undefined;
  /** Most steps; 200. */
  steps?: number | undefined;
  /** Stops when the largest |gradient| is at most this share of max(1, |f|); 1e-8. */
  tolerance?: number | undefined;
};

/** `converged` is false when the steps ran out or the line search found nothing lower while the gradient was still large. */
export type Found = { x: number[]; value: number; converged: boolean; steps: number };

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
const times = (matrix: readonly (readonly number[])[], v: readonly number[]): number[] => matrix.map((row) => dot(row, v));
const largest = (v: readonly number[]): number => v.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** Central differences: error of the order of h^2, h = 1e-5 (|x| + 1). */
export function numericGradient(f: Objective): Gradient {
  return (x) =>
    x.map((value, i) => {
      const h = 1e-5 * (Math.abs(value) + 1);
      const at = (moved: number): number => f(x.map((other, j) => (j === i ? moved : other)));
      return (at(value + h) - at(value - h)) / (2 * h);
    });
}

/** The second derivatives at x, from central differences of the gradient, made symmetric. */
export function hessianAt(gradient: Gradient, x: readonly number[]): number[][] {
  const rows = x.map((value, i) => {
    const h = 1e-5 * (Math.abs(value) + 1);
    const at = (moved: number): readonly number[] => gradient(x.map((other, j) => (j === i ? moved : other)));
    const [up, down] = [at(value + h), at(value - h)];
    return up.map((high, j) => (high - down[j]!) / (2 * h));
  });
  return rows.map((row, i) => row.map((value, j) => (value + rows[j]![i]!) / 2));
}

/** The first step along `direction` that lowers f by the Armijo condition (c = 1e-4), halving from 1; undefined when there is none. */
function descend(f: Objective, from: { x: readonly number[]; value: number; slope: number }, direction: readonly number[]) {
  // A first step over more than four units of a log scale leads to where the function overflows.
  let step = Math.min(1, 4 / largest(direction));
  for (let halvings = 0; halvings < 50; halvings++, step /= 2) {
    const x = from.x.map((value, i) => value + step * direction[i]!);
    const value = f(x);
    if (value <= from.value + 1e-4 * step * from.slope) return { x, value };
  }
  return undefined;
}

/** BFGS's update of the inverse Hessian; skipped when the curvature along the step is not positive. */
function updated(H: number[][], s: readonly number[], y: readonly number[]): number[][] {
  const sy = dot(s, y);
  if (!(sy > 1e-14 * Math.sqrt(dot(s, s) * dot(y, y)))) return H;
  const Hy = times(H, y);
  const scale = (1 + dot(y, Hy) / sy) / sy;
  return H.map((row, i) => row.map((value, j) => value + scale * s[i]! * s[j]! - (Hy[i]! * s[j]! + s[i]! * Hy[j]!) / sy));
}

const identity = (n: number, scale: number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => (i === j ? scale : 0)));

/** Searches from `start`. The value at `start` must be finite; when it is not, `converged` is false and nothing moved. */
export function minimise(f: Objective, start: readonly number[], options: SearchOptions = {}): Found {
  const gradientAt = options.gradient ?? numericGradient(f);
  const tolerance = options.tolerance ?? 1e-8;
  const most = options.steps ?? 200;
  let x = [...start];
  let value = f(x);
  let gradient = gradientAt(x);
  const fresh = (): number[][] => identity(x.length, 1 / Math.max(1, largest(gradient)));
  let H = fresh();
  let isFresh = true;
  let idle = 0;
  const small = (): boolean => largest(gradient) <= tolerance * Math.max(1, Math.abs(value));
  for (let steps = 0; steps < most; steps++) {
    if (!Number.isFinite(value) || gradient.some((g) => !Number.isFinite(g))) return { x, value, converged: false, steps };
    if (small()) return { x, value, converged: true, steps };
    const direction = times(H, gradient).map((d) => -d);
    const slope = dot(direction, gradient);
    // What a full step could still gain is below what the value's own rounding hides.
    if (slope <= 0 && -slope <= 1e-14 * Math.max(1, Math.abs(value))) return { x, value, converged: true, steps };
    const next = slope < 0 ? descend(f, { x, value, slope }, direction) : undefined;
    if (next === undefined) {
      // The curvature that was learned misleads: once more downhill from here, then it is as low as numbers can tell.
      if (isFresh) return { x, value, converged: largest(gradient) <= 1e-4 * Math.max(1, Math.abs(value)), steps };
      H = fresh();
      isFresh = true;
      continue;
    }
    const nextGradient = gradientAt(next.x);
    H = updated(
      H,
      next.x.map((v, i) => v - x[i]!),
      nextGradient.map((g, i) => g - gradient[i]!),
    );
    isFresh = false;
    // Three steps that gain next to nothing: a floor without a lowest place (a parameter on its way to the edge), or the place itself.
    idle = value - next.value <= 1e-12 * Math.max(1, Math.abs(value)) ? idle + 1 : 0;
    ({ x, value } = next);
    gradient = nextGradient;
    if (idle >= 3) return { x, value, converged: largest(gradient) <= 1e-4 * Math.max(1, Math.abs(value)), steps: steps + 1 };
  }
  return { x, value, converged: small(), steps: most };
}

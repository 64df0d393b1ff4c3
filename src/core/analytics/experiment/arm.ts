/**
 * An arm of an experiment as sums over its rows, one row an advocate. A friend inherits her advocate's arm, so friends of one advocate
 * are not independent: what they did is added up in the advocate's row, and "conversion per invitation" is a ratio of two such sums
 * (Deng, Knoblich and Lu 2018, "Applying the delta method in metric analytics"), never a test on friends.
 */

/**
 * `columns` and their meaning by kind: mean and proportion [y] or [y, before]; ratio [numerator, denominator] or [numerator,
 * denominator, numerator before, denominator before]. `products[i][j]` is the sum of column i times column j.
 */
export type Arm = { readonly n: number; readonly sums: readonly number[]; readonly products: readonly (readonly number[])[] };
export type MetricKind = "mean" | "proportion" | "ratio";

export type Moments = { readonly n: number; readonly means: readonly number[]; readonly cov: readonly (readonly number[])[] };

/** Sums of rows; every row has the same columns. */
export function armOf(rows: readonly (readonly number[])[], columns: number): Arm {
  const zeros = (): number[] => Array.from({ length: columns }, () => 0);
  const sums = zeros();
  const products = Array.from({ length: columns }, zeros);
  for (const row of rows) {
    for (let i = 0; i < columns; i++) {
      const x = row[i] ?? 0;
      sums[i] = (sums[i] as number) + x;
      const line = products[i] as number[];
      for (let j = 0; j < columns; j++) line[j] = (line[j] as number) + x * (row[j] ?? 0);
    }
  }
  return { n: rows.length, sums, products };
}

/** Two arms as one sample. */
export function joined(a: Arm, b: Arm): Arm {
  return {
    n: a.n + b.n,
    sums: a.sums.map((s, i) => s + (b.sums[i] ?? 0)),
    products: a.products.map((line, i) => line.map((p, j) => p + (b.products[i]?.[j] ?? 0))),
  };
}

/** Means and covariances: divided by n - 1, for proportions p (1 - p), which is by n. */
export function momentsOf(arm: Arm, kind: MetricKind): Moments {
  const { n, sums, products } = arm;
  const by = kind === "proportion" ? n : n - 1;
  const means = sums.map((s) => s / n);
  const cov = products.map((line, i) => line.map((p, j) => (p - ((sums[i] as number) * (sums[j] as number)) / n) / by));
  return { n, means, cov };
}

/** gradient' S gradient: the variance of what moves by `gradient` with the columns (delta method). */
export function spread(gradient: readonly number[], cov: Moments["cov"]): number {
  let sum = 0;
  for (let i = 0; i < gradient.length; i++)
    for (let j = 0; j < gradient.length; j++) sum += (gradient[i] as number) * (gradient[j] as number) * (cov[i]?.[j] ?? 0);
  return sum;
}

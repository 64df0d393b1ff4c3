/** Systems of linear equations: Gaussian elimination with partial pivoting, O(n^3). For at most a few hundred unknowns. */

/**
 * The x with `matrix` x = `right`, for one or several right sides (columns of `right`, so `right[i]` is row i).
 * Undefined when the matrix is singular to working precision. Neither argument is changed.
 */
export function solve(matrix: readonly (readonly number[])[], right: readonly (readonly number[])[]): number[][] | undefined {
  const n = matrix.length;
  const width = right[0]?.length ?? 0;
  const rows = matrix.map((row, i) => [...row, ...right[i]!]);
  const scale = rows.map((row) => row.slice(0, n).reduce((most, value) => Math.max(most, Math.abs(value)), 0));
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++) if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    [scale[column], scale[pivot]] = [scale[pivot]!, scale[column]!];
    const lead = rows[column]!;
    const value = lead[column]!;
    if (!(Math.abs(value) > 1e-13 * scale[column]!)) return undefined;
    for (let i = column + 1; i < n; i++) {
      const row = rows[i]!;
      const factor = row[column]! / value;
      if (factor === 0) continue;
      for (let j = column; j < n + width; j++) row[j]! -= factor * lead[j]!;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    const row = rows[i]!;
    for (let k = 0; k < width; k++) {
      let sum = row[n + k]!;
      for (let j = i + 1; j < n; j++) sum -= row[j]! * rows[j]![n + k]!;
      row[n + k] = sum / row[i]!;
    }
  }
  return rows.map((row) => row.slice(n));
}

/** The inverse of a symmetric positive definite matrix (a Hessian at a lowest place); undefined when it is none. */
export function inverseOf(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const inverse = solve(
    matrix,
    matrix.map((_, i) => matrix.map((__, j) => (i === j ? 1 : 0))),
  );
  const isGood = inverse?.every((row, i) => row[i]! > 0 && row.every((value) => Number.isFinite(value))) ?? false;
  return isGood ? inverse : undefined;
}

/**
 * Exact integer arithmetic for money. Numbers and not bigint, because the reducer folds 300,000 facts a second: mulDiv takes 6 ns on
 * numbers and 50 to 100 ns through BigInt (Node 24, two shared cores), which is therefore used only when the product leaves the safe range.
 */

/** What division does with the rest. `half_up` and `down` are symmetric in the sign: away from zero, towards zero. */
export type Rounding = "half_up" | "down" | "half_even";

/** An exact rational, den > 0, in lowest terms: 12.5 % is { num: 1, den: 8 }. */
export type Ratio = { num: number; den: number };

/** `a + b` in minor units. Throws RangeError past 2^53 - 1: a wrong sum must never be posted. */
export function addSafe(a: number, b: number): number {
  const sum = a + b;
  if (!Number.isSafeInteger(sum)) throw new RangeError(`amount_too_large: ${a} + ${b} leaves the safe integers`);
  return sum;
}

/**
 * mulDiv(a, num, den, rounding) is round(a x num / den), exact for all safe integers a, num and den > 0 (percentOf takes a ratio). Throws
 * RangeError when the result leaves the safe integers or an argument is not one.
 */
export function mulDiv(a: number, num: number, ...by: [den: number, rounding: Rounding]): number {
  const den = by[0];
  const rounding = by[1];
  const product = a * num;
  // When the product is safe, trunc(product / den) cannot be pushed over the next integer n: that needs n x den >= 2^53.
  if (Number.isSafeInteger(product) && Number.isSafeInteger(a) && Number.isSafeInteger(num) && Number.isSafeInteger(den) && den > 0) {
    const quotient = Math.trunc(product / den);
    const rest = product - quotient * den;
    if (rest === 0) return quotient + 0;
    return quotient + awayFromZero(quotient % 2 !== 0, Math.abs(rest) * 2 - den, rounding) * (product < 0 ? -1 : 1) + 0;
  }
  return mulDivBig(a, { num, den }, rounding);
}

/** 1 when the truncated quotient moves away from zero. `twiceRestLessDen` compares the rest with one half, exactly. */
export function awayFromZero(odd: boolean, twiceRestLessDen: number, rounding: Rounding): 0 | 1 {
  if (rounding === "down" || twiceRestLessDen < 0) return 0;
  return twiceRestLessDen > 0 || rounding === "half_up" || odd ? 1 : 0;
}

function mulDivBig(a: number, { num, den }: Ratio, rounding: Rounding): number {
  if (!Number.isSafeInteger(a) || !Number.isSafeInteger(num) || !Number.isSafeInteger(den) || den <= 0) {
    throw new RangeError(`mulDiv takes safe integers and a positive divisor, got ${a} x ${num} / ${den}`);
  }
  const product = BigInt(a) * BigInt(num);
  const divisor = BigInt(den);
  const quotient = product / divisor;
  const rest = product - quotient * divisor;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const compared = twice > divisor ? 1 : twice < divisor ? -1 : 0;
  const step = rest === 0n ? 0 : awayFromZero(quotient % 2n !== 0n, compared, rounding);
  const result = Number(quotient + BigInt(product < 0n ? -step : step));
  if (!Number.isSafeInteger(result)) throw new RangeError(`amount_too_large: ${a} x ${num} / ${den} leaves the safe integers`);
  return result;
}

/** "12.5" or 12.5 per cent -> { num: 1, den: 8 }. Not negative, at most 6 decimals and 1,000,000; undefined for anything else. */
export function parsePercent(value: string | number): Ratio | undefined {
  const ratio = parseRatio(value);
  return ratio === undefined ? undefined : ratioProduct(ratio, { num: 1, den: 100 });
}

/** "1.5" or 1.5 -> { num: 3, den: 2 }; the limits of parsePercent. A number is read through its shortest decimal string, not multiplied. */
export function parseRatio(value: string | number): Ratio | undefined {
  const text = typeof value === "number" ? String(value) : value;
  const point = text.indexOf(".");
  if (text.length === 0 || text.length > 14 || point === 0 || point === text.length - 1) return undefined;
  let num = 0;
  let den = 1;
  for (let i = 0; i < text.length; i++) {
    if (i === point) continue;
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return undefined;
    num = num * 10 + digit;
    if (point >= 0 && i > point) den *= 10;
  }
  return den > 1e6 || num > den * 1e6 ? undefined : lowestTerms(num, den);
}

/** a x b in lowest terms, to round once at the end of a chain (percent x tier x share). Throws RangeError past the safe integers. */
export function ratioProduct(a: Ratio, b: Ratio): Ratio {
  const left = lowestTerms(a.num, b.den);
  const right = lowestTerms(b.num, a.den);
  const num = left.num * right.num;
  const den = left.den * right.den;
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den)) throw new RangeError("ratio_too_fine: past the safe integers");
  return { num, den };
}

/** The part of an amount that a ratio says, in minor units: percentOf(8000, parsePercent("12.5"), "half_up") is 1000. */
export function percentOf(amount: number, part: Ratio, rounding: Rounding): number {
  return mulDiv(amount, part.num, part.den, rounding);
}

function lowestTerms(num: number, den: number): Ratio {
  let a = Math.abs(num);
  let b = den;
  while (b !== 0) [a, b] = [b, a % b];
  return { num: num / a, den: den / a };
}

/**
 * Splits `total` over `weights` so that the parts sum to it exactly and each is within 1 of its exact share: everyone gets the share
 * rounded down, and what is left goes one unit each to the largest remainders, the earlier index first. Symmetric in the sign of `total`.
 *
 * Weights are safe integers. A negative one (a discount line) takes its share with the opposite sign; a zero one gets nothing. When the
 * weights sum to zero no share is defined and all count the same. An empty list can only hold 0: RangeError otherwise.
 */
export function splitLargestRemainder(total: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(total)) throw new RangeError(`not an amount in minor units: ${total}`);
  let whole = 0;
  for (const weight of weights) whole = addSafe(whole, weight);
  if (weights.length === 0 && total !== 0) throw new RangeError(`cannot split ${total} over nothing`);
  if (whole === 0)
    return total === 0
      ? weights.map(() => 0)
      : splitLargestRemainder(
          total,
          weights.map(() => 1),
        );
  const sign = total < 0 ? -1 : 1;
  const size = Math.abs(total);
  const flip = whole < 0 ? -1 : 1;
  const parts: number[] = [];
  const rests: number[] = [];
  let left = size;
  for (const weight of weights) {
    const part = floorDiv(size, weight * flip, whole * flip);
    parts.push(part.floor);
    rests.push(part.rest);
    left = addSafe(left, -part.floor);
  }
  if (left > 0) giveLeftover(parts, rests, left);
  return parts.map((part) => part * sign + 0);
}

/** floor(a x num / den) and the exact rest (0 <= rest < den), a >= 0 and den > 0. */
function floorDiv(a: number, num: number, den: number): { floor: number; rest: number } {
  const product = a * num;
  if (Number.isSafeInteger(product)) {
    const floor = Math.floor(product / den);
    return { floor, rest: product - floor * den };
  }
  const big = BigInt(a) * BigInt(num);
  const divisor = BigInt(den);
  const modulus = ((big % divisor) + divisor) % divisor;
  const floor = Number((big - modulus) / divisor);
  if (!Number.isSafeInteger(floor)) throw new RangeError(`amount_too_large: ${a} x ${num} / ${den} leaves the safe integers`);
  return { floor, rest: Number(modulus) };
}

/** Adds 1 to the `left` parts with the largest rests; sort() is stable, so equal rests keep the order of the list. */
function giveLeftover(parts: number[], rests: readonly number[], left: number): void {
  const order = parts.map((_, index) => index).sort((a, b) => (rests[b] ?? 0) - (rests[a] ?? 0));
  for (let i = 0; i < left; i++) {
    const index = order[i] ?? 0;
    parts[index] = (parts[index] ?? 0) + 1;
  }
}

/** The interval around a share that was counted, so that 18 of 100 is not taken for 18.00 %. */

/** z of 95 %. */
const Z = 1.959963984540054;

export type Interval = { share: number; low: number; high: number };

/** Wilson's interval at 95 %: 180 of 1,000 is 15.7 to 20.5 %. Of nothing counted, anything is possible. */
export function wilson(hits: number, total: number): Interval {
  if (total <= 0) return { share: 0, low: 0, high: 1 };
  const share = hits / total;
  const z2 = (Z * Z) / total;
  const middle = (share + z2 / 2) / (1 + z2);
  const half = (Z * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total))) / (1 + z2);
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

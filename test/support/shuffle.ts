/** Seeded chance for tests that mix, repeat and delay: the same seed gives the same test. */

/** Numbers in [0, 1) by mulberry32: 32 bits of state, good enough to mix with. */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A copy in another order (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const chance = chanceOf(seed);
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}

/** Every element one to `most` times, all mixed. */
export function repeated<T>(list: readonly T[], most: number, seed: number): T[] {
  const chance = chanceOf(seed);
  return shuffled(list.flatMap((each) => Array.from({ length: 1 + Math.floor(chance() * most) }, () => each)), seed + 1);
}

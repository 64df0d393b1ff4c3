/** What of the tree is seen, and how it moves: closer and further around a point, aside, back to all of it. */
import type { View } from "./grove-scene.ts";

const CLOSEST = 1e10;
/** A whole tree may be drawn a little smaller than it fits, and no more. */
const FURTHEST = 0.5;

const fit = (width: number, height: number): number => Math.max(1, Math.min(width, height) / 2 - 8);

export const wholeView = (width: number, height: number): View => ({ x: 0, y: 0, scale: fit(width, height), width, height });

/** The same part in a canvas of another size. */
export const resized = (view: View, width: number, height: number): View => ({
  ...view,
  scale: view.scale * (fit(width, height) / fit(view.width, view.height)),
  width,
  height,
});

/** `by` times as large; what lies under the point stays there. */
export function zoomed(view: View, by: number, point = { x: view.width / 2, y: view.height / 2 }): View {
  const least = fit(view.width, view.height) * FURTHEST;
  const scale = Math.min(CLOSEST, Math.max(least, view.scale * by));
  const [dx, dy] = [point.x - view.width / 2, point.y - view.height / 2];
  return { ...view, scale, x: view.x + dx / view.scale - dx / scale, y: view.y + dy / view.scale - dy / scale };
}

export const moved = (view: View, dx: number, dy: number): View => {
  const within = (n: number): number => Math.max(-1, Math.min(1, n));
  return { ...view, x: within(view.x - dx / view.scale), y: within(view.y - dy / view.scale) };
};

/** On the way from one to the other; scales by their ratio, so that it goes on evenly. */
export function between(from: View, to: View, part: number): View {
  const scale = from.scale * (to.scale / from.scale) ** part;
  // The middle moves as its distance on the screen does.
  const aside = to.scale === from.scale ? part : (1 / from.scale - 1 / scale) / (1 / from.scale - 1 / to.scale);
  return { ...to, scale, x: from.x + (to.x - from.x) * aside, y: from.y + (to.y - from.y) * aside };
}

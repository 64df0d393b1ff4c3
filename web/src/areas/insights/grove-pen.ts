/** The tree on a canvas: everything of one kind in one stroke, so that thousands of circles are a few calls. */
import { number } from "../../words/format.ts";
import type { Node, Pen } from "./grove-scene.ts";

export type Ink = { deep: string; pale: string; line: string; text: string; mark: string };

/** The theme's colours, as the page has them now. */
export function inkOf(element: Element, isDark: boolean): Ink {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(`--mantine-color-${name}`).trim();
  return {
    deep: colour(isDark ? "vine-3" : "vine-6"),
    pale: colour(isDark ? "vine-7" : "vine-2"),
    line: colour(isDark ? "vine-5" : "vine-3"),
    text: colour("text"),
    mark: colour("amber-5"),
  };
}

/** A dot that is large enough for a name. */
export type Named = { node: Node; x: number; y: number; r: number };
const NAMED = 7;
const TAU = 2 * Math.PI;

export function penFor(context: CanvasRenderingContext2D, ink: Ink, picked: string | undefined) {
  const [lines, rings, clusters, deep, hollow, rests] = Array.from({ length: 6 }, () => new Path2D()) as [
    Path2D,
    Path2D,
    Path2D,
    Path2D,
    Path2D,
    Path2D,
  ];
  const names: Named[] = [];
  const counts: { x: number; y: number; of: number }[] = [];
  const state = { drawn: 0, dots: 0, marked: null as Named | null };
  const circle = (path: Path2D, { x, y, r }: { x: number; y: number; r: number }): void => {
    state.drawn++;
    if (r < 1.2) {
      const side = Math.max(1, r * 1.8);
      path.rect(x - side / 2, y - side / 2, side, side);
      return;
    }
    path.moveTo(x + r, y);
    path.arc(x, y, r, 0, TAU);
  };
  const pen: Pen = {
    line(from, to) {
      lines.moveTo(from.x, from.y);
      lines.lineTo(to.x, to.y);
    },
    ring: (at) => at.r > 24 && circle(rings, at),
    cluster: (at) => circle(clusters, at),
    rest(at, of) {
      circle(rests, at);
      if (at.r > 16) counts.push({ x: at.x, y: at.y, of: of.friends - of.kids.length });
    },
    dot(at, node) {
      state.dots++;
      circle(node.friends > 0 || at.r < 3 ? deep : hollow, at);
      if (node.person === picked) state.marked = { node, ...at };
      if (at.r > NAMED) names.push({ node, ...at });
    },
  };
  const finish = (): { drawn: number; dots: number; names: Named[] } => {
    context.lineWidth = 1;
    context.strokeStyle = ink.pale;
    context.stroke(rings);
    context.strokeStyle = ink.line;
    context.stroke(lines);
    context.fillStyle = ink.line;
    context.fill(clusters);
    context.fillStyle = ink.pale;
    context.fill(hollow);
    context.strokeStyle = ink.deep;
    context.stroke(hollow);
    context.fillStyle = ink.deep;
    context.fill(deep);
    context.setLineDash([3, 3]);
    context.stroke(rests);
    context.setLineDash([]);
    context.fillStyle = ink.text;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.font = "12px Inter, sans-serif";
    for (const { x, y, of } of counts) context.fillText(`+${number(of)}`, x, y);
    if (state.marked !== null) {
      context.strokeStyle = ink.mark;
      context.lineWidth = 3;
      context.beginPath();
      context.arc(state.marked.x, state.marked.y, state.marked.r + 4, 0, TAU);
      context.stroke();
    }
    return { drawn: state.drawn, dots: state.dots, names };
  };
  return { pen, finish };
}

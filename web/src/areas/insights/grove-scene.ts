/**
 * The tree as circles: everybody who came by somebody lies in her circle, next to her own dot. What of it is laid out is decided by how
 * large it is on the screen; a circle whose content is not here yet holds the room for it.
 */
import type { Answer } from "../../api/query.ts";
import { packCircles } from "./grove-pack.ts";

export type Listed = Answer<"/v1/reports/tree">["nodes"][number];
/** Where something lies in its circle, as parts of that circle's radius. */
type Spot = { x: number; y: number; r: number };

export type Node = {
  person: string;
  friends: number;
  below: number;
  generation: number;
  parent: Node | null;
  kids: Node[];
  /** In the parent's circle; the middle of the whole for where it begins. */
  spot: Spot;
  /** Her own dot in her circle; where there is nobody above, none. */
  dot: Spot | null;
  /** Friends who are not here, together. */
  rest: Spot | null;
  /** How many of her friends are laid out; -1: none yet. */
  laid: number;
};

export type Scene = { top: Node; nodes: Map<string, Node> };

const WHOLE: Spot = { x: 0, y: 0, r: 1 };
const made = (of: Omit<Node, "kids" | "spot" | "dot" | "rest" | "laid">): Node => ({
  ...of,
  kids: [],
  spot: WHOLE,
  dot: WHOLE,
  rest: null,
  laid: -1,
});

/** A scene of what the API listed: with everybody at the top, or one person. */
export function sceneOf(answer: { roots: number; people: number; nodes: readonly Listed[] }, under: string | undefined): Scene {
  const nodes = new Map<string, Node>();
  const [first] = answer.nodes;
  if (under !== undefined && first !== undefined) {
    const top = made({ ...first, parent: null });
    nodes.set(top.person, top);
    const scene = { top, nodes };
    add(scene, answer.nodes);
    return scene;
  }
  const top = made({ person: "", friends: answer.roots, below: answer.people, generation: -1, parent: null });
  const scene = { top, nodes };
  add(scene, answer.nodes);
  return scene;
}

/** Takes in what the API listed; who is here already stays. */
export function add({ top, nodes }: Scene, listed: readonly Listed[]): void {
  for (const each of listed) {
    if (nodes.has(each.person)) continue;
    const above = each.parent < 0 ? top : nodes.get(listed[each.parent]!.person);
    if (above === undefined) continue;
    const node = made({ person: each.person, friends: each.friends, below: each.below, generation: each.generation, parent: above });
    above.kids.push(node);
    nodes.set(node.person, node);
  }
}

/** Takes in friends of one person, the next in order. */
export function addFriends({ nodes }: Scene, node: Node, friends: readonly Omit<Listed, "parent">[]): void {
  for (const each of friends) {
    if (nodes.has(each.person)) continue;
    const kid = made({ ...each, parent: node });
    node.kids.push(kid);
    nodes.set(kid.person, kid);
  }
}

/** How many friends of hers are not here. */
export const missing = (node: Node): number => Math.max(0, node.friends - node.kids.length);

/** A circle's area goes with how many are in it; the dot of somebody with many below her is larger, but not by as much. */
const radiusOf = (below: number): number => Math.sqrt(below + 1);
const dotOf = (below: number): number => Math.max(0.8, 0.3 * Math.sqrt(below));

/** Lays out what is in her circle. */
function lay(node: Node): void {
  const away = missing(node);
  const shown = node.kids.reduce((sum, kid) => sum + kid.below + 1, 0);
  const radii = node.kids.map((kid) => radiusOf(kid.below));
  if (node.person !== "") radii.unshift(dotOf(node.below));
  if (away > 0) radii.push(radiusOf(Math.max(away, node.below - shown) - 1));
  const { x, y, radius } = packCircles(radii);
  const scale = 0.97 / radius;
  const spots = radii.map((r, i) => ({ x: x[i]! * scale, y: y[i]! * scale, r: r * scale * 0.96 }));
  node.dot = node.person === "" ? null : spots.shift()!;
  node.rest = away > 0 ? spots.pop()! : null;
  for (const [i, spot] of spots.entries()) node.kids[i]!.spot = spot;
  node.laid = node.kids.length;
}

/** What is seen: the middle of the canvas in the scene, and pixels for its radius of 1. */
export type View = { x: number; y: number; scale: number; width: number; height: number };
type Round = { x: number; y: number; r: number };
export type Pen = {
  line(from: { x: number; y: number }, to: { x: number; y: number }): void;
  /** A circle that holds others: empty, or as one where it is too small to look into. */
  ring(at: Round): void;
  cluster(at: Round): void;
  /** Friends who are not here. */
  rest(at: Round, of: Node): void;
  dot(at: Round, node: Node): void;
};

/** Below these pixels a circle is drawn as one, and above these what it lacks is asked for. */
const CLOSED = 5;
const WANTED = 24;
/** Square pixels a friend: with less than this nobody would see one more. */
const ROOM = 40;

type At = { node: Node; x: number; y: number; r: number };

/** Draws what is seen, parents before children. Answers whose friends are missing where they would be seen, the largest first. */
export function draw({ top }: Scene, view: View, pen: Pen): Node[] {
  const wanted: At[] = [];
  const stack: At[] = [
    { node: top, x: (0 - view.x) * view.scale + view.width / 2, y: -view.y * view.scale + view.height / 2, r: view.scale },
  ];
  while (stack.length > 0) {
    const at = stack.pop()!;
    const { node, x, y, r } = at;
    if (x + r < 0 || y + r < 0 || x - r > view.width || y - r > view.height) continue;
    if (node.friends === 0) {
      pen.dot({ x, y, r: r * 0.8 }, node);
      continue;
    }
    if (r < CLOSED) {
      pen.cluster(at);
      continue;
    }
    if (node.laid !== node.kids.length) lay(node);
    if (node.person !== "") pen.ring(at);
    inside(at, pen, stack);
    const hasRoom = node.kids.length * ROOM < Math.PI * r * r;
    if (node.rest !== null && r * node.rest.r > WANTED && hasRoom) wanted.push(at);
  }
  return wanted.sort((a, b) => b.r - a.r).map(({ node }) => node);
}

function inside({ node, x, y, r }: At, pen: Pen, stack: At[]): void {
  const own = node.dot === null ? null : { x: x + node.dot.x * r, y: y + node.dot.y * r, r: node.dot.r * r };
  for (const kid of node.kids) {
    const at = { node: kid, x: x + kid.spot.x * r, y: y + kid.spot.y * r, r: kid.spot.r * r };
    if (own !== null) {
      if (at.r >= CLOSED && kid.friends > 0 && kid.laid !== kid.kids.length) lay(kid);
      const to = at.r >= CLOSED && kid.friends > 0 && kid.dot !== null ? kid.dot : { x: 0, y: 0 };
      pen.line(own, { x: at.x + to.x * at.r, y: at.y + to.y * at.r });
    }
    stack.push(at);
  }
  if (node.rest !== null) pen.rest({ x: x + node.rest.x * r, y: y + node.rest.y * r, r: node.rest.r * r }, node);
  if (own !== null) pen.dot(own, node);
}

/** Whose dot or closed circle lies there, within a finger's reach. */
export function found(scene: Scene, view: View, point: { x: number; y: number }): Node | null {
  let best: { node: Node; away: number } | null = null;
  const near = ({ x, y, r }: Round, node: Node): void => {
    const away = Math.hypot(point.x - x, point.y - y) - r;
    if (away < 12 && (best === null || away < best.away)) best = { node, away };
  };
  const none = (): void => undefined;
  draw(scene, view, { line: none, ring: none, cluster: none, rest: none, dot: near });
  return (best as { node: Node } | null)?.node ?? null;
}

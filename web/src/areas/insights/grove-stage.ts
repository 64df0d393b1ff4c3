/** The canvas at work: draws when something has moved, and turns wheel, pointers and keys into movement. */
import { type Ink, type Named, penFor } from "./grove-pen.ts";
import { type Node, type Scene, type View, draw, found } from "./grove-scene.ts";
import { between, moved, resized, wholeView, zoomed } from "./grove-view.ts";

type Told = {
  /** It stands still: what has room for a name, and whose friends are missing where they would be seen. */
  still(names: readonly Named[], wanted: readonly Node[]): void;
  pick(node: Node | null): void;
};
type Point = { x: number; y: number };
export type Stage = ReturnType<typeof createStage>;

const MOVE_MS = 150;
const STILL_MS = 120;
/** Names at once: more would cover each other. */
const NAMES = 12;
const NEAR = 6;
/** Pixels a point in a picture that is taken along. */
const COPIED = 2;
const LONGEST = 24;

/** The largest whose names do not cover each other. */
function apart(all: Named[]): Named[] {
  const kept: Named[] = [];
  for (const each of all.sort((a, b) => b.r - a.r)) {
    const low = each.y + each.r;
    if (kept.some(({ x, y, r }) => Math.abs(x - each.x) < 110 && Math.abs(y + r - low) < 20)) continue;
    kept.push(each);
    if (kept.length === NAMES) break;
  }
  return kept;
}

/** Below each dot, in the paper's colour first, so that lines do not run through a name. */
function writeNames(pencil: CanvasRenderingContext2D, ink: Ink, all: readonly (Named & { name: string })[]): void {
  pencil.textAlign = "center";
  pencil.textBaseline = "top";
  pencil.lineWidth = 3;
  pencil.strokeStyle = "#ffffff";
  pencil.fillStyle = ink.text;
  for (const { x, y, r, name } of all) {
    const text = name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
    pencil.strokeText(text, x, y + r + 2);
    pencil.fillText(text, x, y + r + 2);
  }
}

type Seen = { scene: Scene | null; view: View; ink: Ink; picked: string | undefined };

function copyOf({ scene, view, ink, picked }: Seen, nameOf: (person: string) => string): HTMLCanvasElement {
  const made = document.createElement("canvas");
  [made.width, made.height] = [view.width * COPIED, view.height * COPIED];
  const pencil = made.getContext("2d")!;
  pencil.scale(COPIED, COPIED);
  const { pen, finish } = penFor(pencil, ink, picked);
  if (scene !== null) draw(scene, view, pen);
  const named = apart(finish().names).map((each) => ({ ...each, name: nameOf(each.node.person) }));
  writeNames(pencil, ink, named);
  return made;
}

export function createStage(canvas: HTMLCanvasElement, told: Told) {
  const context = canvas.getContext("2d")!;
  const state = {
    scene: null as Scene | null,
    view: wholeView(canvas.clientWidth, canvas.clientHeight),
    ink: null as Ink | null,
    picked: undefined as string | undefined,
    calm: false,
    frame: 0,
    still: 0,
    isStill: false,
    /** Nobody is seen here: it does not get closer. */
    isEmpty: false,
    moves: 0,
  };

  const paint = (): void => {
    state.frame = 0;
    const { scene, ink, view } = state;
    if (scene === null || ink === null || view.width === 0) return;
    const began = performance.now();
    const pixels = window.devicePixelRatio;
    context.setTransform(pixels, 0, 0, pixels, 0, 0);
    context.clearRect(0, 0, view.width, view.height);
    const { pen, finish } = penFor(context, ink, state.picked);
    const wanted = draw(scene, view, pen);
    const { drawn, names, dots } = finish();
    state.isEmpty = dots === 0;
    // What a frame cost and drew can be read off the page.
    canvas.dataset["ms"] = (performance.now() - began).toFixed(1);
    canvas.dataset["drawn"] = String(drawn);
    window.clearTimeout(state.still);
    if (state.isStill) told.still([], []);
    state.isStill = false;
    state.still = window.setTimeout(() => {
      state.isStill = true;
      told.still(apart(names), wanted);
    }, STILL_MS);
  };
  const redraw = (): void => {
    if (state.frame === 0) state.frame = requestAnimationFrame(paint);
  };
  const show = (view: View): void => {
    state.view = view;
    redraw();
  };
  /** There at once, or within a moment that shows the way. */
  const go = (to: View): void => {
    const [from, began, move] = [state.view, performance.now(), ++state.moves];
    if (state.isEmpty && to.scale > from.scale) return;
    if (state.calm) return show(to);
    const step = (now: number): void => {
      if (move !== state.moves) return;
      const part = Math.min(1, Math.max(0, (now - began) / MOVE_MS));
      show(part === 1 ? to : between(from, to, part));
      if (part < 1) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  };
  const listen = listenOn(canvas, {
    at: placeOn(canvas),
    view: () => state.view,
    show: (view) => (state.isEmpty && view.scale > state.view.scale ? undefined : (state.moves++, show(view))),
    press: (point) => state.scene !== null && told.pick(found(state.scene, state.view, point)),
    go,
  });
  const resize = onSize(canvas, (width, height) => {
    state.view = state.view.width === 0 ? wholeView(width, height) : resized(state.view, width, height);
    redraw();
  });
  return {
    set(next: Partial<Pick<typeof state, "scene" | "ink" | "picked" | "calm">>): void {
      if (next.scene !== undefined && next.scene !== state.scene) state.view = wholeView(canvas.clientWidth, canvas.clientHeight);
      Object.assign(state, next);
      redraw();
    },
    /** What is in view, on a canvas of its own. */
    copy: (ink: Ink, nameOf: (person: string) => string): HTMLCanvasElement => copyOf({ ...state, ink }, nameOf),
    zoom: (by: number) => go(zoomed(state.view, by)),
    whole: () => go(wholeView(state.view.width, state.view.height)),
    end(): void {
      cancelAnimationFrame(state.frame);
      window.clearTimeout(state.still);
      resize();
      listen();
    },
  };
}

/** Where on the canvas something happens. */
const placeOn =
  (canvas: HTMLCanvasElement) =>
  (event: { clientX: number; clientY: number }): Point => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

/** As many pixels as the screen has; answers how to stop looking. */
function onSize(canvas: HTMLCanvasElement, told: (width: number, height: number) => void): () => void {
  const observer = new ResizeObserver(() => {
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    canvas.width = Math.round(width * window.devicePixelRatio);
    canvas.height = Math.round(height * window.devicePixelRatio);
    told(width, height);
  });
  observer.observe(canvas);
  return () => observer.disconnect();
}

type Hands = {
  at: (event: { clientX: number; clientY: number }) => Point;
  view: () => View;
  show: (view: View) => void;
  go: (view: View) => void;
  press: (point: Point) => void;
};

const STEP = 80;
const KEYS: Readonly<Record<string, (view: View) => View>> = {
  "+": (view) => zoomed(view, 1.6),
  "=": (view) => zoomed(view, 1.6),
  "-": (view) => zoomed(view, 1 / 1.6),
  "0": (view) => wholeView(view.width, view.height),
  Home: (view) => wholeView(view.width, view.height),
  ArrowLeft: (view) => moved(view, STEP, 0),
  ArrowRight: (view) => moved(view, -STEP, 0),
  ArrowUp: (view) => moved(view, 0, STEP),
  ArrowDown: (view) => moved(view, 0, -STEP),
};

/** Hears what is done to the canvas; answers how to stop hearing. */
function listenOn(canvas: HTMLCanvasElement, hands: Hands): () => void {
  const over = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(name: K, heard: (event: HTMLElementEventMap[K]) => void): void =>
    canvas.addEventListener(name, heard, { signal: over.signal, passive: false });
  const fingers = new Map<number, Point>();
  let [travelled, spread] = [0, 0];
  const apart = (): number => {
    const [a, b] = [...fingers.values()];
    return a === undefined || b === undefined ? 0 : Math.hypot(a.x - b.x, a.y - b.y);
  };
  // The page scrolls over a picture that nobody is using.
  on("wheel", (event) => {
    if (!event.ctrlKey && document.activeElement !== canvas) return;
    event.preventDefault();
    hands.show(zoomed(hands.view(), Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0018)), hands.at(event)));
  });
  on("keydown", (event) => {
    const move = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key];
    if (move === undefined) return;
    event.preventDefault();
    hands.go(move(hands.view()));
  });
  on("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, hands.at(event));
    if (fingers.size === 1) travelled = 0;
    spread = apart();
  });
  on("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (before === undefined) return;
    const now = hands.at(event);
    fingers.set(event.pointerId, now);
    travelled += Math.hypot(now.x - before.x, now.y - before.y);
    if (fingers.size > 1) {
      const wide = apart();
      if (spread > 0 && wide > 0) hands.show(zoomed(hands.view(), wide / spread, now));
      spread = wide;
    } else if (travelled > NEAR) hands.show(moved(hands.view(), now.x - before.x, now.y - before.y));
  });
  const lift = (event: PointerEvent): void => {
    fingers.delete(event.pointerId);
    spread = apart();
  };
  on("pointerup", (event) => {
    if (fingers.size === 1 && travelled <= NEAR) hands.press(hands.at(event));
    lift(event);
  });
  on("pointercancel", lift);
  return () => over.abort();
}

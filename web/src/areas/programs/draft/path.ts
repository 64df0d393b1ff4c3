/** Places in a document: read, changed without touching what was there, named as JSON pointers. */
export type Json = Record<string, unknown>;
export type Path = readonly (string | number)[];
export type Step = { op: "add" | "replace"; path: string; value?: unknown } | { op: "remove"; path: string };

export const isTree = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

export function getIn(document: unknown, path: Path): unknown {
  let found = document;
  for (const part of path) {
    if (typeof found !== "object" || found === null) return undefined;
    found = (found as Json)[part];
  }
  return found;
}

/** A new document with `value` at the path; undefined removes it, and objects that are empty then go too. */
export function setIn(document: unknown, path: Path, value: unknown): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  const below = typeof document === "object" && document !== null ? document : typeof part === "number" ? [] : {};
  const next = setIn((below as Json)[part], rest, value);
  if (Array.isArray(below)) {
    const copy = [...below];
    if (next === undefined) copy.splice(Number(part), 1);
    else copy[Number(part)] = next;
    return copy;
  }
  const { [part]: was, ...others } = below as Json;
  if (next === undefined || (rest.length > 0 && value === undefined && isTree(next) && Object.keys(next).length === 0)) return others;
  return was === undefined ? { ...others, [part]: next } : { ...(below as Json), [part]: next };
}

export const pointerOf = (path: Path): string =>
  path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

export const pathOf = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));

/** JSON Patch, as far as remedies use it. */
export function patched(document: Json, patch: readonly Step[]): Json {
  let out: unknown = document;
  for (const step of patch) {
    const path = pathOf(step.path);
    const last = path.at(-1);
    const parent = getIn(out, path.slice(0, -1));
    const at = Array.isArray(parent) ? [...path.slice(0, -1), last === "-" ? parent.length : Number(last)] : path;
    out = setIn(out, at, step.op === "remove" ? undefined : step.value);
  }
  return out as Json;
}

/** Equal as JSON, whatever the order of fields. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, i) => same(each, b[i]));
  if (!isTree(a) || !isTree(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && same(a[key], b[key]));
}

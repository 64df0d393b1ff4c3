/** A segment's filter as a tree of groups and rules that a form can show, and as the document that the API takes. */

export type Rule = { kind: "rule"; key: number; field: string; op: Op; value: Value };
export type Group = { kind: "group"; key: number; by: "all" | "any"; not: boolean; parts: Node[] };
export type Node = Rule | Group;
export type Op = "eq" | "ne" | "gt" | "gte" | "lt" | "lte" | "in" | "not_in" | "exists" | "contains";
export type Value = string | number | boolean | string[];
export type Document = Record<string, unknown>;

const OPS: ReadonlySet<string> = new Set(["eq", "ne", "gt", "gte", "lt", "lte", "in", "not_in", "exists", "contains"]);
const state = { key: 0 };
export const nextKey = (): number => ++state.key;

export const emptyGroup = (by: "all" | "any" = "all"): Group => ({ kind: "group", key: nextKey(), by, not: false, parts: [] });

/** The tree of a document. Null where it holds something that the form cannot show. */
export function treeOf(document: Document): Group | null {
  const entries = Object.entries(document);
  const [only] = entries;
  if (entries.length === 1 && only !== undefined && (only[0] === "all" || only[0] === "any")) return groupOf(only[0], only[1]);
  if (entries.length === 1 && only?.[0] === "not") {
    const inner = treeOf(only[1] as Document);
    return inner === null ? null : { ...inner, not: !inner.not };
  }
  const group = emptyGroup();
  for (const [field, value] of entries) {
    if (field === "all" || field === "any" || field === "not") {
      const inner = treeOf({ [field]: value });
      if (inner === null) return null;
      group.parts.push(inner);
    } else group.parts.push(...rulesOf(field, value));
  }
  return group;
}

function groupOf(by: "all" | "any", parts: unknown): Group | null {
  const group = emptyGroup(by);
  for (const part of parts as Document[]) {
    const entries = Object.entries(part);
    const isRule = entries.length === 1 && !["all", "any", "not"].includes(entries[0]![0]);
    const inner: (Node | null)[] = isRule ? rulesOf(...entries[0]!) : [treeOf(part)];
    // Two comparisons of one field below "any" are a group of their own.
    if (inner.length > 1 && by === "any") group.parts.push({ ...emptyGroup(), parts: inner as Node[] });
    else if (inner.includes(null)) return null;
    else group.parts.push(...(inner as Node[]));
  }
  return group;
}

function rulesOf(field: string, value: unknown): Rule[] {
  const comparison = typeof value === "object" && value !== null ? (value as Record<string, Value>) : { eq: value as Value };
  return Object.entries(comparison)
    .filter(([op]) => OPS.has(op))
    .map(([op, want]) => ({ kind: "rule", key: nextKey(), field, op: op as Op, value: want }));
}

/** The document of a tree. Rules that are not filled in are left out, so that the count follows what is done so far. */
export function documentOf(group: Group): Document {
  const parts = group.parts.flatMap((part) => {
    if (part.kind === "rule") return isFilled(part) ? [{ [part.field]: { [part.op]: part.value } }] : [];
    const inner = documentOf(part);
    return Object.keys(inner).length === 0 ? [] : [inner];
  });
  if (parts.length === 0) return {};
  const whole: Document = parts.length === 1 ? parts[0]! : { [group.by]: parts };
  return group.not ? { not: whole } : whole;
}

export function isFilled({ value }: Rule): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === "string"
    ? value.trim() !== "" && !/^\s*[A-Z]{3}$/.test(value)
    : typeof value !== "number" || !Number.isNaN(value);
}

/** The tree with one part changed; null takes it out. */
export function withPart(group: Group, key: number, change: (part: Node) => Node | null): Group {
  const parts = group.parts.flatMap((part) => {
    if (part.key === key) return change(part) ?? [];
    return part.kind === "group" ? withPart(part, key, change) : part;
  });
  return { ...group, parts };
}

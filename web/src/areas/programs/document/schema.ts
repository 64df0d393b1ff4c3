/** What may stand at a place of a document, from its JSON Schema: names of fields and values to choose from. */
import { type Json, isTree } from "../draft/path.ts";

export type Offer = { label: string; detail?: string; kind: "field" | "value" };

/** The parts of a schema that hold for a node: references followed, alternatives taken apart. */
function parts(root: Json, node: unknown, depth = 0): Json[] {
  if (!isTree(node) || depth > 8) return [];
  const ref = node["$ref"];
  const own = typeof ref === "string" ? parts(root, follow(root, ref), depth + 1) : [node];
  const more = ["anyOf", "oneOf", "allOf"].flatMap((key) => (Array.isArray(node[key]) ? (node[key] as unknown[]) : []));
  return [...own, ...more.flatMap((each) => parts(root, each, depth + 1))];
}

function follow(root: Json, ref: string): unknown {
  let found: unknown = root;
  for (const part of ref.replace(/^#\/?/, "").split("/").filter(Boolean)) found = isTree(found) ? found[part] : undefined;
  return found;
}

/** The schema's nodes at a path of the document. */
export function nodesAt(root: Json, path: readonly (string | number)[]): Json[] {
  let nodes = parts(root, root);
  for (const part of path) {
    nodes = nodes.flatMap((node) => {
      const named = isTree(node["properties"]) ? node["properties"][part] : undefined;
      const any = typeof part === "number" || /^\d+$/.test(String(part)) ? node["items"] : undefined;
      const others = named === undefined && isTree(node["additionalProperties"]) ? node["additionalProperties"] : undefined;
      return [named, any, others].flatMap((each) => parts(root, each));
    });
  }
  return nodes;
}

/** Names that an object at `path` may have and does not have yet. */
export function fieldsAt(root: Json, path: readonly (string | number)[], taken: readonly string[]): Offer[] {
  const found = new Map<string, Offer>();
  for (const node of nodesAt(root, path)) {
    const required = new Set(Array.isArray(node["required"]) ? (node["required"] as string[]) : []);
    for (const [name, below] of Object.entries(isTree(node["properties"]) ? node["properties"] : {})) {
      if (taken.includes(name)) continue;
      const said = isTree(below) && typeof below["description"] === "string" ? below["description"] : typeWords(root, below);
      const detail = required.has(name) ? `${said} *` : said;
      found.set(name, { label: name, detail, kind: "field" });
    }
  }
  return [...found.values()];
}

/** Values to choose from at `path`. */
export function valuesAt(root: Json, path: readonly (string | number)[]): Offer[] {
  const values = nodesAt(root, path).flatMap((node) => {
    if (Array.isArray(node["enum"])) return node["enum"] as unknown[];
    if ("const" in node) return [node["const"]];
    return node["type"] === "boolean" ? [true, false] : [];
  });
  return [...new Set(values)].map((value) => ({ label: JSON.stringify(value), kind: "value" }));
}

function typeWords(root: Json, node: unknown): string {
  const types = parts(root, node).map((each) => (Array.isArray(each["enum"]) ? "enum" : each["type"]));
  return [...new Set(types.filter((each) => typeof each === "string"))].join(" | ");
}

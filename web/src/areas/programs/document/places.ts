/** Between places of a text and of the document that it writes: by the syntax tree, so that it works while the text is half written. */
import { ensureSyntaxTree, syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import { pathOf } from "../draft/path.ts";

type SyntaxNode = ReturnType<typeof syntaxTree>["topNode"];
export type Place = { path: (string | number)[]; part: "field" | "value"; taken: string[] };

/** The tree up to a position: on a busy machine the editor's own may not have come so far. */
const treeOf = (state: EditorState, upTo: number): ReturnType<typeof syntaxTree> =>
  ensureSyntaxTree(state, upTo, 500) ?? syntaxTree(state);
const textIn = (state: EditorState, node: SyntaxNode): string => state.sliceDoc(node.from, node.to);
const nameOf = (state: EditorState, property: SyntaxNode): string => {
  const name = property.getChild("PropertyName");
  if (name === null) return "";
  try {
    return String(JSON.parse(textIn(state, name)));
  } catch {
    return textIn(state, name).replaceAll('"', "");
  }
};

/** Where in the document a position of the text is. */
export function placeAt(state: EditorState, pos: number): Place | null {
  const at = treeOf(state, pos).resolveInner(pos, -1);
  let node: SyntaxNode | null = at;
  const path: (string | number)[] = [];
  let part: Place["part"] = "value";
  let taken: string[] = [];
  if (at.name === "PropertyName" || at.name === "Object" || (at.name === "⚠" && at.parent?.name === "Object")) {
    part = "field";
    let object: SyntaxNode | null = at;
    while (object !== null && object.name !== "Object") object = object.parent;
    taken =
      object === null
        ? []
        : object
            .getChildren("Property")
            .filter((each) => each.from > pos || each.to < pos)
            .map((each) => nameOf(state, each));
    // Behind a colon a value is meant, though none is there yet.
    if (at.name !== "PropertyName" && /:\s*"?$/.test(state.sliceDoc(Math.max(0, pos - 40), pos))) part = "value";
  }
  for (let child: SyntaxNode | null = at; node !== null; child = node, node = node.parent) {
    if (node.name === "Property" && !(part === "field" && child.name === "PropertyName")) path.unshift(nameOf(state, node));
    if (node.name === "Array" && child !== null && child !== node) path.unshift(indexIn(node, child));
    if (node.name === "Array" && child === node) path.unshift(node.getChildren("Object").length);
  }
  if (part === "value" && at.name === "Object") path.push(lastName(state, pos));
  return { path, part, taken };
}

function indexIn(array: SyntaxNode, child: SyntaxNode): number {
  let index = 0;
  for (let each = array.firstChild; each !== null && each.from < child.from; each = each.nextSibling)
    if (!["[", ",", "⚠"].includes(each.name)) index++;
  return index;
}

function lastName(state: EditorState, pos: number): string {
  return /"([^"]*)"\s*:\s*"?$/.exec(state.sliceDoc(Math.max(0, pos - 120), pos))?.[1] ?? "";
}

/** The stretch of text that a JSON pointer names; the nearest that is there. */
export function rangeOf(state: EditorState, pointer: string): { from: number; to: number } {
  let node = treeOf(state, state.doc.length).topNode.firstChild;
  let range = { from: 0, to: Math.min(1, state.doc.length) };
  for (const part of pathOf(pointer)) {
    const next = node === null ? null : childOf(state, node, part);
    if (next === null) break;
    const property = next.parent?.name === "Property" ? next.parent : next;
    range = { from: property.from, to: next.to };
    node = next;
  }
  return range;
}

function childOf(state: EditorState, node: SyntaxNode, part: string): SyntaxNode | null {
  if (node.name === "Object") {
    const property = node.getChildren("Property").find((each) => nameOf(state, each) === part);
    return property?.lastChild ?? null;
  }
  if (node.name !== "Array") return null;
  let index = 0;
  for (let each = node.firstChild; each !== null; each = each.nextSibling) {
    if (["[", ",", "]", "⚠"].includes(each.name)) continue;
    if (index++ === Number(part)) return each;
  }
  return null;
}

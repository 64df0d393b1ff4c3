/** The business's colours, as the server made them readable, as one sheet of the shadow root. A page's own rule on the element wins. */
import type { Tokens } from "../types.ts";

const sheets = new WeakMap<ShadowRoot, { sheet: CSSStyleSheet; text: string }>();

export function brandSheet(root: ShadowRoot, tokens: { light: Tokens; dark: Tokens }): void {
  const text = `:host{${rules(tokens.light)}}@media(prefers-color-scheme:dark){:host{${rules(tokens.dark)}}}`;
  let known = sheets.get(root);
  if (known === undefined) {
    known = { sheet: new CSSStyleSheet(), text: "" };
    sheets.set(root, known);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, known.sheet];
  }
  if (known.text === text) return;
  known.text = text;
  known.sheet.replaceSync(text);
}

/** Only names and values that can end neither a rule nor a value. */
function rules(tokens: Tokens): string {
  const safe = Object.entries(tokens).filter(([name, value]) => /^--gv-[a-z-]+$/.test(name) && /^[^;{}<>\\]*$/.test(value));
  return safe.map(([name, value]) => `${name}:${value}`).join(";");
}

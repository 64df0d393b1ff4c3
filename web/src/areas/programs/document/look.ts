/** How the editor looks: our paper and ink, light and dark. */
import { defaultHighlightStyle, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";

const paper = EditorView.theme({
  "&": {
    backgroundColor: "var(--gv-card)",
    color: "var(--mantine-color-text)",
    fontSize: "13px",
    border: "1px solid var(--mantine-color-default-border)",
    borderRadius: "8px",
  },
  "&.cm-focused": { outline: "2px solid var(--mantine-primary-color-filled)" },
  ".cm-content": { caretColor: "var(--mantine-color-text)", fontFamily: "var(--mantine-font-family-monospace)" },
  ".cm-cursor": { borderLeftColor: "var(--mantine-color-text)" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--mantine-color-dimmed)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--mantine-color-text) 5%, transparent)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground, ::selection": {
    backgroundColor: "color-mix(in srgb, var(--mantine-primary-color-filled) 25%, transparent) !important",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--gv-card)",
    color: "var(--mantine-color-text)",
    border: "1px solid var(--mantine-color-default-border)",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    backgroundColor: "var(--mantine-primary-color-filled)",
    color: "var(--mantine-primary-color-contrast)",
  },
  ".cm-panels": { backgroundColor: "var(--gv-card)", color: "var(--mantine-color-text)" },
  ".cm-changedLine": { backgroundColor: "color-mix(in srgb, var(--mantine-color-leaf-6) 14%, transparent) !important" },
  ".cm-deletedChunk": { backgroundColor: "color-mix(in srgb, var(--mantine-color-rust-6) 14%, transparent) !important" },
});

/** The usual colours of code; in the dark with so much white that they are read. */
const ink = syntaxHighlighting(
  HighlightStyle.define(
    defaultHighlightStyle.specs.map((spec) => {
      const color = spec["color"] as string | undefined;
      return color === undefined ? spec : { ...spec, color: `light-dark(${color}, color-mix(in srgb, ${color} 45%, white))` };
    }),
  ),
);

export const look = [paper, ink];

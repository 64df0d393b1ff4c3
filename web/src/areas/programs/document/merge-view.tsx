/** Two documents beneath each other as one text: what went and what came. */
import { json } from "@codemirror/lang-json";
import { unifiedMergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { minimalSetup } from "codemirror";
import { useEffect, useRef } from "react";
import { t } from "../../../words/say.ts";
import { textOf } from "../draft/draft.tsx";
import { look } from "./look.ts";

export default function MergeView({ from, to }: { from: unknown; to: unknown }) {
  const box = useRef<HTMLDivElement>(null);
  const [before, after] = [textOf(from), textOf(to)];
  useEffect(() => {
    const extensions = [
      minimalSetup,
      json(),
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        "aria-label": t("The two documents"),
        tabindex: "0",
        role: "textbox",
        "aria-readonly": "true",
        "aria-multiline": "true",
      }),
      unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged: { margin: 3, minSize: 6 } }),
      look,
    ];
    const view = new EditorView({ parent: box.current!, state: EditorState.create({ doc: after, extensions }) });
    return () => view.destroy();
  }, [before, after]);
  return <div ref={box} dir="ltr" style={{ marginTop: 8 }} />;
}

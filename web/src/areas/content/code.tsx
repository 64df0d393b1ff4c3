/** A field for code: lines with numbers, and a mark at the line that is wrong. */
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, lineNumbers } from "@codemirror/view";
import { Box, Text } from "@mantine/core";
import { minimalSetup } from "codemirror";
import { useEffect, useId, useRef } from "react";

type Props = {
  label: string;
  value: string;
  trouble: { line: number; message: string } | null;
  change: (next: string) => void;
  rows?: number;
};

/** Tab leaves the field, as in any other. */
export function Code({ label, value, trouble, change, rows = 18 }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const told = useRef(change);
  told.current = change;
  const id = useId();
  useEffect(() => {
    const made = new EditorView({
      parent: box.current!,
      state: EditorState.create({
        doc: value,
        extensions: [
          lineNumbers(),
          lintGutter(),
          minimalSetup,
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ "aria-labelledby": id, spellcheck: "false" }),
          EditorView.updateListener.of((update) => update.docChanged && told.current(update.state.doc.toString())),
          EditorView.theme({
            "&": { fontSize: "13px", minHeight: `${rows * 20}px` },
            "&.cm-focused": { outline: "2px solid var(--mantine-primary-color-filled)" },
            ".cm-gutters": { background: "transparent", color: "var(--mantine-color-dimmed)", border: "none" },
            ".cm-cursor": { borderLeftColor: "var(--mantine-color-text)" },
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
    // The editor owns its text; what comes from outside is put in below.
  }, []);
  useEffect(() => {
    const now = view.current;
    if (now === null || now.state.doc.toString() === value) return;
    now.dispatch({ changes: { from: 0, to: now.state.doc.length, insert: value } });
  }, [value]);
  useEffect(() => {
    const now = view.current;
    if (now === null) return;
    const line = trouble === null ? null : now.state.doc.line(Math.max(1, Math.min(trouble.line, now.state.doc.lines)));
    now.dispatch(
      setDiagnostics(now.state, line === null ? [] : [{ from: line.from, to: line.to, severity: "error", message: trouble!.message }]),
    );
  }, [trouble?.line, trouble?.message]);
  return (
    <div>
      <Text size="sm" fw={500} id={id} mb={2}>
        {label}
      </Text>
      <Box
        ref={box}
        dir="ltr"
        className="gv-code"
        style={{ border: "1px solid var(--mantine-color-default-border)", borderRadius: 8, overflow: "hidden" }}
      />
    </div>
  );
}

/** The draft as the document that it is: names and values offered from the schema, errors at their place, Tab leaves with Escape before. */
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  type CompletionContext,
  type CompletionResult,
} from "@codemirror/autocomplete";
import { json, jsonParseLinter } from "@codemirror/lang-json";
import { foldGutter } from "@codemirror/language";
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { minimalSetup } from "codemirror";
import { useEffect, useRef } from "react";
import { read } from "../../../api/query.ts";
import { t } from "../../../words/say.ts";
import { textOf, useDraft } from "../draft/draft.tsx";
import type { Json } from "../draft/path.ts";
import { type Finding, usePreview } from "../draft/preview.ts";
import { look } from "./look.ts";
import { placeAt, rangeOf } from "./places.ts";
import { fieldsAt, valuesAt } from "./schema.ts";

export default function DocumentView() {
  const draft = useDraft();
  const { data: schema } = useQuery({ ...read("/schemas/program.json"), staleTime: Infinity });
  const { data: preview } = usePreview();
  const { at } = useSearch({ strict: false }) as { at?: string };
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const told = useRef(draft.text ?? textOf(draft.document));
  const write = useRef(draft.write);
  write.current = draft.write;
  const known = useRef<Json>({});
  known.current = (schema ?? {}) as Json;
  useEffect(() => {
    const made = editor({
      parent: box.current!,
      doc: told.current,
      readOnly: draft.readOnly,
      schema: () => known.current,
      changed: (text) => {
        told.current = text;
        write.current(text);
      },
    });
    view.current = made;
    return () => made.destroy();
  }, [draft.readOnly]);
  useEffect(() => {
    // Changed elsewhere: by a remedy, by the other operator. What was typed here is that already.
    const text = draft.text ?? textOf(draft.document);
    if (view.current === null || sameDocument(told.current, text)) return;
    told.current = text;
    view.current.dispatch({ changes: { from: 0, to: view.current.state.doc.length, insert: text } });
  }, [draft.document, draft.text]);
  useEffect(() => {
    if (view.current !== null)
      view.current.dispatch(setDiagnostics(view.current.state, diagnosticsOf(view.current, preview?.findings ?? [])));
  }, [preview, draft.text]);
  useEffect(() => {
    if (view.current === null || at === undefined) return;
    const { from } = rangeOf(view.current.state, at);
    view.current.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
    view.current.focus();
  }, [at]);
  return (
    <Stack gap={4}>
      <div ref={box} dir="ltr" />
      <Text size="xs" c="dimmed">
        {t("Ctrl-Space offers names and values. Escape, then Tab, leaves the editor.")}
      </Text>
    </Stack>
  );
}

function sameDocument(a: string, b: string): boolean {
  if (a === b) return true;
  try {
    return JSON.stringify(JSON.parse(a)) === JSON.stringify(JSON.parse(b));
  } catch {
    return false;
  }
}

type Wish = { parent: HTMLElement; doc: string; readOnly: boolean; schema: () => Json; changed: (text: string) => void };

function editor({ parent, doc, readOnly, schema, changed }: Wish): EditorView {
  const extensions = [
    minimalSetup,
    lineNumbers(),
    foldGutter(),
    closeBrackets(),
    json(),
    lintGutter(),
    autocompletion({ override: [(context) => complete(context, schema())] }),
    keymap.of([...closeBracketsKeymap, ...completionKeymap, ...lintKeymap]),
    EditorState.readOnly.of(readOnly),
    EditorState.tabSize.of(2),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": t("The program as a document") }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) changed(update.state.doc.toString());
    }),
    look,
  ];
  return new EditorView({ parent, state: EditorState.create({ doc, extensions }) });
}

/** Syntax first: a text that cannot be read has one error, where reading stopped. */
function diagnosticsOf(view: EditorView, findings: readonly Finding[]): Diagnostic[] {
  const broken = jsonParseLinter()(view);
  if (broken.length > 0)
    return broken.map((each) => ({ ...each, message: t("Not readable from here on: {why}", { why: each.message }) }));
  return findings.map(({ pointer, severity, message }) => ({ ...rangeOf(view.state, pointer), severity, message }));
}

function complete(context: CompletionContext, schema: Json): CompletionResult | null {
  const word = context.matchBefore(/"?[\w$.-]*"?/);
  if (word === null || (word.from === word.to && !context.explicit)) return null;
  const place = placeAt(context.state, context.pos);
  if (place === null) return null;
  const offers = place.part === "field" ? fieldsAt(schema, place.path, place.taken) : valuesAt(schema, place.path);
  // A quote that is closed already is taken along.
  const to = context.state.sliceDoc(context.pos, context.pos + 1) === '"' ? context.pos + 1 : context.pos;
  const hasColon = /^"?\s*:/.test(context.state.sliceDoc(context.pos, context.pos + 12));
  const options = offers.map(({ label, detail, kind }) => ({
    label: kind === "field" ? `"${label}"` : label,
    displayLabel: kind === "field" ? label : label.replaceAll('"', ""),
    ...(detail === undefined ? {} : { info: detail }),
    type: kind === "field" ? "property" : "enum",
    apply: kind === "field" && !hasColon ? `"${label}": ` : kind === "field" ? `"${label}"` : label,
  }));
  return options.length === 0 ? null : { from: word.from, to, options, validFor: /^"?[\w$.-]*$/ };
}

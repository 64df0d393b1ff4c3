/**
 * A program's draft while it is worked on: every change can be undone, what is not saved survives a reload, and whoever saved meanwhile is
 * not overwritten unknowingly.
 */
import { GrapevineError } from "@grapevine/sdk";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { type Answer, read } from "../../api/query.ts";
import { useAct } from "../../kit/act.tsx";
import { t } from "../../words/say.ts";

/** A definition as the server holds it. What this area does not know of stays as it is. */
export type Doc = Record<string, unknown> & { key: string; name: string };
export type Program = Answer<"/v1/programs/{program}">;

type State = { base: Doc; revision: number; past: Doc[]; now: Doc; future: Doc[] };
export type Draft = {
  program: Program;
  doc: Doc;
  /** What was there before the changes. */
  base: Doc;
  change: (next: Doc) => void;
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
  dirty: boolean;
  save: () => void;
  saving: boolean;
  error: Error | null;
  /** Somebody saved another draft meanwhile. */
  conflict: boolean;
  /** Takes the draft that is saved, and drops what was changed here. */
  takeTheirs: () => void;
  /** Saves this one over it. */
  keepMine: () => void;
};

const STEPS = 100;
const keptAt = (key: string): string => `gv-draft:${location.pathname}:${key}`;
const docOf = (program: Program): Doc => (program.draft ?? program.definition ?? { key: program.key, name: program.key }) as Doc;
const start = (program: Program): State => ({
  base: docOf(program),
  revision: program.revision,
  past: [],
  now: docOf(program),
  future: [],
});

function kept(program: Program): State | null {
  try {
    const found = JSON.parse(sessionStorage.getItem(keptAt(program.key)) ?? "null") as { base: Doc; revision: number; now: Doc } | null;
    return found === null ? null : { ...found, past: [found.base], future: [] };
  } catch {
    return null;
  }
}

/** Null while it is read. */
export function useDraft(key: string): { draft: Draft | null; error: Error | null; again: () => void } {
  const asked = useQuery(read("/v1/programs/{program}", { path: { program: key } }));
  const program = asked.data;
  const [state, set] = useState<State | null>(null);
  const dirty = state !== null && state.now !== state.base;
  useEffect(() => {
    if (program === undefined) return;
    // What nobody changed here follows what is saved; what somebody did stays hers.
    set((old) =>
      old === null || old.base.key !== program.key ? (kept(program) ?? start(program)) : old.now === old.base ? start(program) : old,
    );
  }, [program]);
  useEffect(() => {
    if (state === null) return;
    const { base, revision, now } = state;
    if (now === base) sessionStorage.removeItem(keptAt(base.key));
    else sessionStorage.setItem(keptAt(base.key), JSON.stringify({ base, revision, now }));
  }, [state]);
  const save = useSave(key);
  const then = { onSuccess: (saved: Program) => set(start(saved)) };
  if (state === null || program === undefined || state.base.key !== program.key)
    return { draft: null, error: asked.error, again: () => void asked.refetch() };
  const draft: Draft = {
    program,
    doc: state.now,
    base: state.base,
    change: (next) => set((old) => old && { ...old, past: [...old.past, old.now].slice(-STEPS), now: next, future: [] }),
    undo: () =>
      set((old) =>
        old?.past.length ? { ...old, now: old.past.at(-1)!, past: old.past.slice(0, -1), future: [old.now, ...old.future] } : old,
      ),
    redo: () =>
      set((old) =>
        old?.future.length ? { ...old, now: old.future[0]!, past: [...old.past, old.now], future: old.future.slice(1) } : old,
      ),
    canUndo: state.past.length > 0,
    canRedo: state.future.length > 0,
    dirty,
    save: () => save.mutate({ doc: state.now, revision: state.revision }, then),
    saving: save.isPending,
    error: save.error,
    conflict: save.error instanceof GrapevineError && save.error.code === "draft_changed",
    takeTheirs: () => void asked.refetch().then(({ data }) => (save.reset(), data && set(start(data)))),
    keepMine: () => save.mutate({ doc: state.now, revision: null }, then),
  };
  return { draft, error: null, again: () => undefined };
}

function useSave(key: string) {
  return useAct<{ doc: Doc; revision: number | null }, Program>({
    run: ({ doc, revision }) =>
      unwrap(
        api.PUT("/v1/programs/{program}", {
          params: { path: { program: key }, query: revision === null ? {} : { revision } },
          body: doc as never,
        }),
      ) as Promise<Program>,
    changes: ["/v1/programs", "/v1/programs/{program}"],
    done: () => t("Saved as a draft. Nothing that people see has changed yet."),
  });
}

/** The top-level parts in which two documents differ. */
export function partsThatDiffer(one: object, other: object): string[] {
  const [a, b] = [one as Record<string, unknown>, other as Record<string, unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((part) => written(a[part]) !== written(b[part]));
}

/** The same text for the same content, in whatever order it was written. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([x], [y]) => (x < y ? -1 : 1)))
      : inner,
  ) ?? "";

/** Whether what is saved is not what people see. */
export function isAhead({ draft, definition }: Program): boolean {
  return draft !== null && (definition === null || partsThatDiffer(draft, definition).length > 0);
}

/** `pages.landing` and the like: one part replaced, undefined taken out. */
export function withPart<T extends object>(doc: T, path: readonly string[], value: unknown): T {
  const [first, ...rest] = path as [string, ...string[]];
  const inside = (doc as Record<string, unknown>)[first];
  const next = rest.length === 0 ? value : withPart((inside as object | undefined) ?? {}, rest, value);
  const { [first]: _old, ...others } = doc as Record<string, unknown>;
  if (next === undefined) return others as T;
  return { ...(doc as Record<string, unknown>), [first]: next } as T;
}

export function partOf<T>(doc: object, path: readonly string[]): T | undefined {
  return path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], doc) as T | undefined;
}

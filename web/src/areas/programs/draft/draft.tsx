/**
 * One draft while it is edited: what is typed is kept in this tab at once and on the server a moment later. Both views, form and document,
 * change the same document; whatever neither shows stays as it is. Another operator's save is noticed and laid beside it.
 */
import { GrapevineError } from "@grapevine/sdk";
import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from "react";
import { api, currentSlug, unwrap } from "../../../api/client.ts";
import { type Answer, queries, read } from "../../../api/query.ts";
import { useMay } from "../../../app/me.ts";
import { type Json, type Path, type Step, patched, same, setIn } from "./path.ts";

export type Program = Answer<"/v1/programs/{program}">;
export type Theirs = { document: Json; revision: number; by: string; at: string };
export type SaveState = "saved" | "waiting" | "saving" | "refused" | "failed" | "clash" | "text";

type Kept = { document: Json; text: string | null; base: Json; revision: number };
export type Draft = Kept & {
  program: Program;
  state: SaveState;
  error: Error | null;
  theirs: Theirs | null;
  /** Somebody else's save that was taken over because nothing was unsaved here. */
  taken: Theirs | null;
  readOnly: boolean;
  set: (path: Path, value: unknown) => void;
  replace: (document: Json) => void;
  /** The document view's text. What is no JSON is kept as text, and the document stays what it last was. */
  write: (text: string) => void;
  apply: (patch: readonly Step[]) => void;
  /** Ends a clash: this is the document now, made with knowledge of theirs. */
  settle: (document: Json) => void;
  retry: () => void;
  /** Back to before the last change of one place; null where there is none. */
  undo: (() => void) | null;
};

const Context = createContext<Draft | null>(null);
const SAVE_AFTER = 700;
const ASK_EVERY = 10_000;

export function useDraft(): Draft {
  const draft = use(Context);
  if (draft === null) throw new Error("useDraft is for parts of the editor.");
  return draft;
}

export const documentOf = (program: Program): Json => (program.draft ?? program.definition ?? {}) as Json;
export const textOf = (document: unknown): string => JSON.stringify(document, null, 2);
export const programRead = (key: string) => read("/v1/programs/{program}", { path: { program: key } });

const keyOf = (program: string): string => `gv-draft:${currentSlug}:${program}`;

function keptOf(program: Program): Kept {
  const server = { document: documentOf(program), text: null, base: documentOf(program), revision: program.revision };
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(program.key)) ?? "null") as Kept | null;
    return kept ?? server;
  } catch {
    return server;
  }
}

type Outcome = { state: SaveState; error: Error | null; theirs: Theirs | null; taken: Theirs | null };
const CALM: Outcome = { state: "saved", error: null, theirs: null, taken: null };
const theirsOf = (program: Program): Theirs => ({
  document: documentOf(program),
  revision: program.revision,
  by: program.saved?.by ?? "",
  at: program.saved?.at ?? "",
});

/** Keeps the draft of `program` for everything below it. */
export function DraftProvider({ program: first, children }: { program: Program; children: ReactNode }) {
  const readOnly = !useMay()("programs:write");
  const [kept, setKept] = useState<Kept>(() => keptOf(first));
  const [outcome, setOutcome] = useState<Outcome>(CALM);
  const saving = useRef(false);
  // Of our own last save, known before it is drawn: it is no news of somebody else's, and the next save goes on from it.
  const own = useRef(0);
  const latest = useRef(kept);
  latest.current = kept;
  const { data: program = first } = useQuery({ ...programRead(first.key), refetchInterval: ASK_EVERY });
  const dirty = !isSaved(kept);
  useKept(first.key, kept, dirty);
  useNews(program, { kept, dirty, saving, own, setKept, setOutcome });
  const save = useSave({ key: first.key, latest, saving, own, setKept, setOutcome });
  const { state } = outcome;
  const stateNow = useRef(state);
  stateNow.current = state;
  useEffect(() => {
    if (readOnly || !dirty || state === "clash" || state === "refused") return;
    // What is typed while a slow save is under way has its turn after it.
    const attempt = (): void => void (saving.current ? (timer = setTimeout(attempt, SAVE_AFTER)) : save());
    let timer = setTimeout(attempt, state === "failed" ? 5000 : SAVE_AFTER);
    return () => clearTimeout(timer);
  }, [kept.document, dirty, state, readOnly, save]);
  useEffect(() => () => void (readOnly || stateNow.current === "clash" || isSaved(latest.current) || save()), [save, readOnly]);
  const past = useRef<Past>({ steps: [], place: "", at: 0 });
  // What somebody else saved is not taken back by a step of ours.
  if (outcome.taken !== null) past.current.steps = [];
  const draft = useMemo<Draft>(() => {
    const change = (next: Partial<Kept>, place = ""): void => {
      if (next.document !== undefined) remember(past.current, latest.current.document, place);
      latest.current = { ...latest.current, ...next };
      // What a save that has just ended says of base and revision stays.
      setKept((now) => ({ ...now, ...next }));
      setOutcome((now) => (now.state === "clash" ? now : { ...now, state: "waiting", taken: null }));
    };
    const now = (): Kept => latest.current;
    const shown = shownState(kept, { state, dirty, saving: saving.current });
    return {
      ...kept,
      program,
      ...outcome,
      state: outcome.state === "clash" ? "clash" : shown,
      readOnly,
      set: (path, value) => change({ document: setIn(now().document, path, value) as Json, text: null }, path.join("/")),
      replace: (document) => change({ document, text: null }),
      write: (text) => change(written(now().document, text), "text"),
      apply: (patch) => change({ document: patched(now().document, patch), text: null }),
      settle: (document) => {
        const { theirs } = outcome;
        if (theirs === null) return;
        past.current.steps = [];
        setKept({ document, text: null, base: theirs.document, revision: theirs.revision });
        setOutcome({ ...CALM, state: "waiting" });
      },
      retry: () => void save(),
      undo: past.current.steps.length === 0 || kept.text !== null ? null : () => goBack(past.current, change),
    };
  }, [kept, program, outcome, readOnly, dirty, save, state]);
  return <Context value={draft}>{children}</Context>;
}

type Past = { steps: Json[]; place: string; at: number };
const MOST_STEPS = 100;
/** Letters that follow each other quickly at one place are one step. */
const ONE_STEP = 1_000;

function remember(past: Past, before: Json, place: string): void {
  const at = Date.now();
  if (place === "" || place !== past.place || at - past.at > ONE_STEP) past.steps = [...past.steps, before].slice(-MOST_STEPS);
  Object.assign(past, { place, at });
}

function goBack(past: Past, change: (next: Partial<Kept>) => void): void {
  const before = past.steps.at(-1);
  if (before === undefined) return;
  const steps = past.steps.slice(0, -1);
  change({ document: before, text: null });
  Object.assign(past, { steps, place: "" });
}

/** What was kept from before a reload is not saved yet, and what was typed back to what it was is. */
function shownState(kept: Kept, { state, dirty, saving }: { state: SaveState; dirty: boolean; saving: boolean }): SaveState {
  if (kept.text !== null) return "text";
  if (state === "saved" && dirty) return "waiting";
  return state === "waiting" && !dirty && !saving ? "saved" : state;
}

const isSaved = (kept: Kept): boolean => same(kept.document, kept.base);

function written(document: Json, text: string): Partial<Kept> {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === "object" && read !== null && !Array.isArray(read)) return { document: read as Json, text: null };
  } catch {
    // Said by the editor, at its place.
  }
  return { document, text };
}

/** In this tab: a reload, a crash or the end of a session loses nothing. */
function useKept(key: string, kept: Kept, dirty: boolean): void {
  useEffect(() => {
    if (dirty || kept.text !== null) sessionStorage.setItem(keyOf(key), JSON.stringify(kept));
    else sessionStorage.removeItem(keyOf(key));
  }, [key, kept, dirty]);
}

type Saves = { saving: { current: boolean }; own: { current: number } };
type Setters = { setKept: (next: (now: Kept) => Kept) => void; setOutcome: (next: (now: Outcome) => Outcome) => void };

/** A newer draft on the server: taken over where nothing is unsaved here, laid beside where something is. */
function useNews(program: Program, of: Setters & Saves & { kept: Kept; dirty: boolean }): void {
  const { kept, dirty, saving, own, setKept, setOutcome } = of;
  useEffect(() => {
    if (saving.current || program.revision <= Math.max(kept.revision, own.current)) return;
    const theirs = theirsOf(program);
    const { document, revision } = theirs;
    if (same(document, kept.document)) return setKept((now) => ({ ...now, base: document, revision }));
    if (dirty || kept.text !== null) return setOutcome((now) => ({ ...now, state: "clash", theirs }));
    setKept(() => ({ document, text: null, base: document, revision }));
    setOutcome(() => ({ ...CALM, taken: theirs }));
  }, [program.revision, kept.revision]);
}

type Saving = Setters & Saves & { key: string; latest: { current: Kept } };

function useSave({ key, latest, saving, own, setKept, setOutcome }: Saving): () => Promise<void> {
  return useMemo(() => {
    const save = async (): Promise<void> => {
      if (saving.current) return;
      saving.current = true;
      const { document } = latest.current;
      const revision = Math.max(latest.current.revision, own.current);
      setOutcome((now) => ({ ...now, state: "saving", error: null }));
      try {
        const body = document as never;
        const saved = await unwrap(api.PUT("/v1/programs/{program}", { params: { path: { program: key }, query: { revision } }, body }));
        own.current = saved.revision;
        setKept((now) => ({ ...now, base: document, revision: saved.revision }));
        // The page may have been left meanwhile, and with it whoever else would do this.
        if (latest.current.document === document && latest.current.text === null) sessionStorage.removeItem(keyOf(key));
        queries.setQueryData(programRead(key).queryKey, saved);
        setOutcome(() => ({ ...CALM, state: same(latest.current.document, document) ? "saved" : "waiting" }));
      } catch (error) {
        const failed = await failureOf(error as Error, key);
        // Refused was what stood there then: what was typed since may have mended it.
        const isPast = failed.state === "refused" && !same(latest.current.document, document);
        setOutcome((now) => ({ ...now, ...(isPast ? { state: "waiting", error: null } : failed) }));
      } finally {
        saving.current = false;
      }
    };
    return save;
  }, [key, latest, saving, own, setKept, setOutcome]);
}

async function failureOf(error: Error, key: string): Promise<Partial<Outcome>> {
  if (!(error instanceof GrapevineError)) return { state: "failed", error };
  if (error.problem.code === "draft_changed") {
    const program = await queries.fetchQuery({ ...programRead(key), staleTime: 0 }).catch(() => null);
    return program === null ? { state: "failed", error } : { state: "clash", theirs: theirsOf(program) };
  }
  return {
    state: error.status >= 400 && error.status < 500 && error.status !== 429 && error.status !== 401 ? "refused" : "failed",
    error,
  };
}

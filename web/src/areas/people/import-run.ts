/** Sending a table in pieces: it can be paused, goes on where it stopped, and answers for every row. */
import { useEffect, useRef, useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { refresh } from "../../api/query.ts";
import type { TableFile } from "./table-file.ts";

export type Reason = { code: string; message: string; rows: number };
export type Run = {
  status: "running" | "paused" | "stopped" | "done";
  importId: string;
  bytes: number;
  total: number;
  accepted: number;
  duplicates: number;
  refused: number;
  reasons: Reason[];
  error: unknown;
};
export type Plan = {
  table: TableFile;
  header: string[];
  delimiter: "," | ";" | "\t";
  mapping: Record<string, unknown>;
  begins: number;
  row: number;
};

const PIECE = 384 * 1024;
/** A row longer than this is cut by the server. */
const LARGEST = 6 * 1024 * 1024;

type Place = { at: number; row: number; lines: string[] };

export function useImportRun() {
  const [run, setRun] = useState<Run | null>(null);
  const place = useRef<Place>({ at: 0, row: 1, lines: [] });
  const wanted = useRef<"go" | "pause">("pause");
  const plan = useRef<Plan | null>(null);
  const goes = run?.status === "running";
  useEffect(() => {
    if (!goes) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [goes]);
  useEffect(() => () => void (wanted.current = "pause"), []);

  async function go(importId: string): Promise<void> {
    const of = plan.current!;
    wanted.current = "go";
    setRun((now) => ({ ...now!, status: "running", error: null }));
    try {
      while (wanted.current === "go" && place.current.at < of.table.bytes.size)
        await sendPiece({ plan: of, importId, place: place.current }, setRun);
      if ((wanted.current as string) === "pause") return setRun((now) => ({ ...now!, status: "paused" }));
      await unwrap(api.POST("/v1/imports/{import}/close", { params: { path: { import: importId } }, body: { cancelled: false } }));
      setRun((now) => ({ ...now!, status: "done" }));
      await refresh(["/v1/people", "/v1/imports", "/v1/segments"]);
    } catch (error) {
      setRun((now) => ({ ...now!, status: "stopped", error }));
    }
  }

  return {
    run,
    lines: () => place.current.lines,
    async start(next: Plan): Promise<void> {
      const { header, delimiter, mapping, table } = next;
      const body = { source: table.name.slice(0, 200), table: { header, delimiter, mapping } };
      const { id } = await unwrap(api.POST("/v1/imports", { body }));
      plan.current = next;
      place.current = { at: next.begins, row: next.row, lines: [] };
      const nothing = { accepted: 0, duplicates: 0, refused: 0, reasons: [], error: null };
      setRun({ status: "running", importId: id, bytes: next.begins, total: table.bytes.size, ...nothing });
      void go(id);
    },
    pause(): void {
      wanted.current = "pause";
    },
    resume(): void {
      if (run !== null) void go(run.importId);
    },
    /** Ends it here: what was sent stays. */
    async giveUp(): Promise<void> {
      wanted.current = "pause";
      if (run === null) return;
      await unwrap(api.POST("/v1/imports/{import}/close", { params: { path: { import: run.importId } }, body: { cancelled: true } }));
      setRun((now) => ({ ...now!, status: "done" }));
    },
    forget(): void {
      setRun(null);
    },
  };
}

type SetRun = (change: (now: Run | null) => Run) => void;

type Sending = { plan: Plan; importId: string; place: Place };

async function sendPiece({ plan, importId, place }: Sending, setRun: SetRun): Promise<void> {
  const { bytes } = plan.table;
  for (let size = PIECE; ; size *= 2) {
    const last = place.at + size >= bytes.size;
    const piece = await bytes.slice(place.at, place.at + size).arrayBuffer();
    const answer = await unwrap(
      api.POST("/v1/imports/{import}/rows", {
        params: { path: { import: importId }, query: { row: place.row, last: last ? "true" : "false" } },
        body: new Blob([piece]) as never,
        bodySerializer: (body: unknown) => body as Blob,
        headers: { "content-type": "text/csv" },
      }),
    );
    // No whole row in it: a longer piece.
    if (answer.used === 0 && !last && size < LARGEST) continue;
    place.at = answer.used === 0 ? bytes.size : place.at + answer.used;
    place.row = answer.next_row;
    for (const row of answer.refused) place.lines.push(row.line);
    setRun((now) => ({
      ...now!,
      bytes: place.at,
      accepted: now!.accepted + answer.accepted,
      duplicates: now!.duplicates + answer.duplicates,
      refused: now!.refused + answer.refused.length,
      reasons: withReasons(now!.reasons, answer.refused),
    }));
    return;
  }
}

function withReasons(known: readonly Reason[], refused: readonly { code: string; pointer: string; message: string }[]): Reason[] {
  const byKey = new Map(known.map((each) => [each.code, { ...each }]));
  for (const { code, pointer, message } of refused) {
    const key = pointer === "" ? code : `${code} ${pointer}`;
    const reason = byKey.get(key);
    if (reason === undefined) byKey.set(key, { code: key, message, rows: 1 });
    else reason.rows++;
  }
  return [...byKey.values()].sort((a, b) => b.rows - a.rows);
}

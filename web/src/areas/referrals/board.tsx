/**
 * Columns of cards that are moved by mouse, by keyboard or by a menu. A move is shown at once and taken back where the server refuses it;
 * what costs money or cannot be undone asks first.
 */
import { Box, VisuallyHidden } from "@mantine/core";
import { GrapevineError } from "@grapevine/sdk";
import { notifications } from "@mantine/notifications";
import { type InfiniteData, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { queries, read, refresh } from "../../api/query.ts";
import { complain, tell } from "../../kit/act.tsx";
import { nameKnown } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";
import "./board.css";
import { Column } from "./board-column.tsx";
import { useFits } from "./fit.ts";
import {
  type Answered,
  type BoardColumn,
  type BoardKind,
  type BoardRow,
  type CardData,
  type Held,
  LIST_OF,
  type Move,
  type Question,
  columnQuery,
  moveCard,
  movedRow,
  questionOf,
  undoMove,
} from "./board-kinds.ts";
import { MoveQuestion } from "./move-question.tsx";
import type { Program } from "./programs.ts";

type BoardProps = { program: Program; kind: BoardKind; columns: BoardColumn[]; open: (id: string) => void; writes: boolean };
type Asking = { move: Move; question: Extract<Question, { ask: "reason" | "yes" }> };
type Kept = InfiniteData<{ data: BoardRow[]; next: string | null }>;

export function Board({ program, kind, columns, open, writes }: BoardProps) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const [said, setSaid] = useState("");
  const [held, setHeld] = useState<Held | null>(null);
  const deadlines = useDeadlines(program.key, kind);
  const fits = useFits(program.key);
  const act = async (move: Move, answered: Answered): Promise<void> => {
    const back = putInto(program.key, kind, move);
    try {
      const undo = undoMove(kind, move, await moveCard(kind, move, answered));
      const done = async (): Promise<void> => {
        const forth = putInto(program.key, kind, {
          card: { ...move.card, column: move.to.key },
          to: { key: move.card.column, name: "" },
        });
        try {
          await undo();
        } catch (error) {
          forth();
          throw error;
        } finally {
          await refresh([LIST_OF[kind], "/v1/rewards"]);
        }
      };
      // With the name: several of these, each with its own way back, may stand one above the other.
      const moved = t("{name} moved to {column}.", { name: nameKnown(move.card.person), column: move.to.name });
      setSaid(moved);
      tell(moved, done);
      await refresh([LIST_OF[kind], "/v1/rewards"]);
    } catch (error) {
      back();
      setSaid(t("It was not moved."));
      refused(error);
      await refresh([LIST_OF[kind]]);
      throw error;
    }
  };
  const move = (card: CardData, to: BoardColumn): void => {
    if (to.key === card.column) return;
    const question = questionOf(program, kind, { card, to });
    if ("no" in question) notifications.show({ color: "amber", title: t("It stays where it is"), message: question.no });
    else if (question.ask === "nothing") void act({ card, to }, { reason: "", value: null }).catch(() => undefined);
    else setAsking({ move: { card, to }, question });
  };
  return (
    <>
      <Box className="gv-board" role="group" aria-label={t("Board")} tabIndex={0}>
        {columns.map((column, index) => (
          <Column
            key={column.key}
            column={column}
            index={index}
            columns={columns}
            of={{ kind, program: program.key, deadlines, fits, writes }}
            move={move}
            open={open}
            held={held}
            hold={(next) => {
              setHeld(next);
              if (next !== null) setSaid(t("Over {column}.", { column: columns[next.over]!.name }));
            }}
          />
        ))}
      </Box>
      <VisuallyHidden role="status" aria-live="assertive">
        {said}
      </VisuallyHidden>
      {asking !== null && (
        <MoveQuestion
          key={`${asking.move.card.id}:${asking.move.to.key}`}
          {...asking}
          close={() => setAsking(null)}
          act={(answered) => act(asking.move, answered)}
        />
      )}
    </>
  );
}

/** Somebody was faster, or the rules say no: said in words that fit, and the card stands where it really is. */
function refused(error: unknown): void {
  if (error instanceof GrapevineError && error.status === 409)
    notifications.show({
      color: "amber",
      autoClose: false,
      title: t("Somebody else was faster"),
      message: t("{detail} The board shows it as it is now.", { detail: error.message }),
    });
  else complain(error);
}

/** Takes the card out of its column and puts it on top of the other. @returns what puts everything back */
function putInto(program: string, kind: BoardKind, { card, to }: Move): () => void {
  const from = columnQuery(kind, program, card.column).queryKey;
  const into = columnQuery(kind, program, to.key).queryKey;
  const before = queries.getQueryData(from) as Kept | undefined;
  const there = queries.getQueryData(into) as Kept | undefined;
  const row = before?.pages.flatMap((page) => page.data).find((each) => each.id === card.id);
  if (before === undefined || row === undefined) return () => undefined;
  const without = before.pages.map((page) => ({ ...page, data: page.data.filter((each) => each.id !== card.id) }));
  queries.setQueryData(from as readonly unknown[], { ...before, pages: without });
  if (there !== undefined) {
    const [first, ...rest] = there.pages;
    const pages = first === undefined ? [] : [{ ...first, data: [movedRow(kind, row, to.key), ...first.data] }, ...rest];
    queries.setQueryData(into as readonly unknown[], { ...there, pages });
  }
  return () => {
    queries.setQueryData(from as readonly unknown[], before);
    queries.setQueryData(into as readonly unknown[], there);
  };
}

/** How long a deal or a candidate is kept for whoever claimed it. */
function useDeadlines(program: string, kind: BoardKind): ReadonlyMap<string, string> {
  const claims = useQuery({
    ...read("/v1/claims", { query: { program, status: "accepted", limit: 200 } }),
    enabled: kind === "referrals",
  });
  return useMemo(() => {
    const known = (claims.data?.data ?? []).flatMap((each) =>
      each.referral === null ? [] : [[each.referral, each.exclusive_until] as const],
    );
    return new Map(known);
  }, [claims.data]);
}

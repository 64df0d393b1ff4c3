/** What a program's board is of, which columns it has, and what stands in one. */
import { api, unwrap } from "../../api/client.ts";
import { type Row, pages } from "../../api/query.ts";
import { t } from "../../words/say.ts";
import { type Program, definitionOf, stagesOf } from "./programs.ts";

export type BoardKind = "cases" | "leads" | "referrals";
export type BoardColumn = { key: string; name: string };
export type CardData = {
  id: string;
  column: string;
  /** Whom it is about, and who looks after it. */
  person: string;
  owner: string | null;
  due: string | null;
  /** It is over: it moves no more. */
  over: string | null;
};
export type Move = { card: CardData; to: BoardColumn };
/** What has to be said before a move: nothing, a reason, or a yes to what follows from it. `no`: why it cannot be. */
export type Question = { ask: "nothing" } | { ask: "reason"; why: string } | { ask: "yes"; why: string; value: boolean } | { no: string };
export type Answered = { reason: string; value: { amount: number; currency: string } | null };

export function boardKind(program: Program): BoardKind | null {
  const definition = definitionOf(program);
  if (definition.case !== undefined) return "cases";
  if (definition.exchange !== undefined) return "leads";
  return stagesOf(program).some((each) => each.byHand) ? "referrals" : null;
}

export function columnsOf(program: Program, kind: BoardKind): BoardColumn[] {
  if (kind !== "leads") return stagesOf(program).map(({ key, name }) => ({ key, name }));
  return [
    { key: "open", name: t("Waiting for an answer") },
    { key: "accepted", name: t("Accepted") },
    { key: "declined", name: t("Declined") },
    { key: "returned", name: t("Not answered in time") },
  ];
}

/** What a dragged card is called while it is carried. */
export const DRAGGED = "application/x-gv-card";
const PAGE = 100;

/** One column's cards, a page at a time. */
export function columnQuery(kind: BoardKind, program: string, column: string) {
  if (kind === "cases") return pages("/v1/cases", { query: { program, stage: column, status: "open", limit: PAGE } });
  if (kind === "leads") return pages("/v1/leads", { query: { program, status: column as "open", limit: PAGE } });
  return pages("/v1/referrals", { query: { program, stage: column, limit: PAGE } });
}

export type BoardRow = Row<"/v1/cases"> | Row<"/v1/leads"> | Row<"/v1/referrals">;

/** When an answer or an exclusivity ends, by referral: it stands with the claim. */
export type Deadlines = ReadonlyMap<string, string>;

export function cardOf(kind: BoardKind, row: BoardRow, deadlines: Deadlines): CardData {
  if (kind === "cases") {
    const { id, stage, person, owner, due_at } = row as Row<"/v1/cases">;
    return { id, column: stage, person, owner, due: due_at, over: null };
  }
  if (kind === "leads") {
    const { id, status, person, to, expires_at } = row as Row<"/v1/leads">;
    const over = status === "open" ? null : t("It was answered. Open it to take the answer back.");
    return { id, column: status, person, owner: to, due: status === "open" ? expires_at : null, over };
  }
  const { id, stage, friend, advocate, status } = row as Row<"/v1/referrals">;
  const over =
    status === "rejected" || status === "superseded" ? t("It was refused, or another referral took its place: it moves no more.") : null;
  return { id, column: stage, person: friend, owner: advocate, due: over === null ? (deadlines.get(id) ?? null) : null, over };
}

/** The row as it is after a move, for the time until the server has answered. */
export function movedRow(kind: BoardKind, row: BoardRow, to: string): BoardRow {
  return (kind === "leads" ? { ...row, status: to } : { ...row, stage: to }) as BoardRow;
}

export function questionOf(program: Program, kind: BoardKind, { card, to }: Move): Question {
  if (card.over !== null) return { no: card.over };
  if (kind === "leads") {
    if (to.key === "accepted") return { ask: "yes", value: false, why: t("A lead credit moves from the receiver to the sender.") };
    if (to.key === "declined") return { ask: "yes", value: false, why: t("It goes back to the sender, and nothing is owed for it.") };
    return { no: t("A lead gets there by itself, when nobody answers in time.") };
  }
  const stages = stagesOf(program);
  const from = stages.findIndex((each) => each.key === card.column);
  const at = stages.findIndex((each) => each.key === to.key);
  if (kind === "cases") {
    if (at === from + 1) return { ask: "nothing" };
    return { ask: "reason", why: at < from ? t("It goes back: say why.") : t("It leaves stages out: say why.") };
  }
  if (at < from) return { no: t("What it earned rests on the stage it reached. Open the card to take its last move back.") };
  if (stages[at]?.byHand !== true) return { no: t("Nobody moves it there: an order or a sign-up does.") };
  const rules = (definitionOf(program).rewards ?? []).filter((rule) => (rule.when as { stage?: string } | undefined)?.stage === to.key);
  const names = rules.map((rule) => rule.key).join(", ");
  return {
    ask: "yes",
    value: rules.length > 0,
    why:
      rules.length > 0
        ? t("These rules pay for it at once: {names}. Taking the move back takes back what they paid.", { names })
        : t("No rule pays for this stage."),
  };
}

/** The move itself. Refused when somebody else has moved it meanwhile. */
export async function moveCard(kind: BoardKind, { card, to }: Move, { reason, value }: Answered): Promise<unknown> {
  if (kind === "cases") {
    const body = { to: to.key, from: card.column, ...(reason === "" ? {} : { reason }) };
    return await unwrap(api.POST("/v1/cases/{case}/move", { params: { path: { case: card.id } }, body }));
  }
  if (kind === "leads") {
    const params = { path: { lead: card.id } };
    return to.key === "accepted"
      ? await unwrap(api.POST("/v1/leads/{lead}/accept", { params, body: {} }))
      : await unwrap(api.POST("/v1/leads/{lead}/decline", { params, body: {} }));
  }
  const body = { stage: to.key, from: card.column, ...(value === null ? {} : { value }) };
  return await unwrap(api.POST("/v1/referrals/{referral}/stage", { params: { path: { referral: card.id } }, body }));
}

/** Takes a move back: a case is moved again, an answer to a lead and the stage of a referral count no more. */
export function undoMove(kind: BoardKind, { card, to }: Move, answer: unknown): () => Promise<unknown> {
  const reason = t("Undone.");
  if (kind === "leads") return () => reopenLead(card.id);
  if (kind === "referrals") return () => undoStage(card.id, { stage: to.key, event: (answer as StageMoved).id, reason });
  const body = { to: card.column, from: to.key, reason };
  return () => unwrap(api.POST("/v1/cases/{case}/move", { params: { path: { case: card.id } }, body }));
}

export const reopenLead = (lead: string): Promise<unknown> => unwrap(api.POST("/v1/leads/{lead}/reopen", { params: { path: { lead } } }));

type StageMoved = { id: string | null };

/** This move of a referral counts no more; pressed twice it takes no earlier one back. Without an event: the last to this stage. */
export const undoStage = (referral: string, of: { stage: string; event: string | null; reason: string }): Promise<unknown> => {
  const { event, ...rest } = of;
  const body = event === null ? rest : { ...rest, event };
  return unwrap(api.POST("/v1/referrals/{referral}/stage/undo", { params: { path: { referral } }, body }));
};

/** A card that is held by the keyboard, and over which column. */
export type Held = { card: CardData; over: number };
export type ColumnProps = {
  column: BoardColumn;
  index: number;
  columns: readonly BoardColumn[];
  of: { kind: BoardKind; program: string; deadlines: Deadlines; fits: ReadonlyMap<string, number>; writes: boolean };
  move: (card: CardData, to: BoardColumn) => void;
  open: (id: string) => void;
  held: Held | null;
  hold: (held: Held | null) => void;
};

export const LIST_OF = { cases: "/v1/cases", leads: "/v1/leads", referrals: "/v1/referrals" } as const;

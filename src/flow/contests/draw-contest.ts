/** The draw: the frozen list is read once more and must have the hash that was shown; then the seed is opened and picks the winners. */
import crypto from "node:crypto";
import { type DrawOf, drawLines, weightsOf } from "../../core/fulfilment/draw.ts";
import { settleWinners } from "../../core/fulfilment/prizes.ts";
import { externalId } from "../../core/id.ts";
import { PAGE, entryPages, readEntryPage } from "../../store/contest-entries.ts";
import { type ContestRow, insertWinners, markDrawn, lockContest, readContest, readWinners, updateWinners } from "../../store/contests.ts";
import { type Client, inWorkspace } from "../../store/db.ts";
import { insertOutbox } from "../../store/outbox.ts";
import { asWriter } from "../as-writer.ts";
import type { By } from "../by.ts";
import type { ChangeParts } from "../change.ts";
import { Refusal, notFound } from "../refusal.ts";
import { acceptTime, tellWinners } from "./tell-winners.ts";

/**
 * Draws a frozen contest. Drawing again changes nothing. Refuses `conflict` before it is frozen, `validation_failed` without the public
 * value that the program names.
 */
export async function drawContest(parts: ChangeParts, by: By, wish: { key: string; beacon: string | null }): Promise<void> {
  const { workspaceId } = by;
  const contest = await inWorkspace(parts.pool, workspaceId, (db) => readContest(workspaceId, db, wish.key));
  if (contest === null) throw notFound("contest");
  if (contest.drawnAt !== null) return;
  refuseUnready(contest, wish.beacon);
  const participants = await pick(parts, workspaceId, { contest, beacon: wish.beacon ?? "" });
  await asWriter(parts, by, async (db, head) => {
    const now = await lockContest(workspaceId, db, wish.key);
    if (now === null) throw notFound("contest");
    if (now.drawnAt !== null) return { result: undefined, deeds: [] };
    await insertWinners(workspaceId, db, { contestId: now.id, participants });
    const time = acceptTime(now, head.instant);
    const drawn = await readWinners(workspaceId, db, now.id);
    const changed = settleWinners(drawn, time);
    await updateWinners(workspaceId, db, { contestId: now.id, rows: changed });
    await markDrawn(workspaceId, db, { id: now.id, at: head.instant, beacon: wish.beacon });
    const isAsked = new Set(changed.map((row) => row.position));
    await tellWinners({ workspaceId, db }, now, [...changed, ...drawn.filter((row) => !isAsked.has(row.position))]);
    const target = externalId("cnt", now.id);
    await insertOutbox(workspaceId, db, { at: head.instant, events: [{ type: "contest.drawn", id: target, program: now.program }] });
    return { result: undefined, deeds: [{ action: "contest.drawn", target, detail: { winners: changed.length } }] };
  });
}

function refuseUnready(contest: ContestRow, beacon: string | null): void {
  const { draw } = contest.terms;
  if (draw === undefined) throw new Refusal("conflict", "This contest has no draw: its ranking decides.");
  if (contest.frozenAt === null) throw new Refusal("conflict", "The contest is not frozen: its list of entries is not shown yet.");
  if ((draw.beacon === undefined) === (beacon === null)) return;
  const message =
    draw.beacon === undefined
      ? "The program names no public value, so none may be chosen now."
      : `Give the public value that the program names: ${draw.beacon}`;
  throw new Refusal("validation_failed", message, { errors: [{ pointer: "/beacon", code: "beacon", message }] });
}

/** The participants drawn, in order. Eight bytes an entrant are in memory, and one page of the list. */
async function pick(parts: ChangeParts, workspaceId: string, of: { contest: ContestRow; beacon: string }): Promise<string[]> {
  const { contest } = of;
  const upto = new Float64Array(contest.entrants ?? 0);
  /** What each page begins after. */
  const starts: string[] = [];
  return await inWorkspace(parts.pool, workspaceId, async (db) => {
    const hash = crypto.createHash("sha256");
    let line = 0;
    let total = 0;
    let after = "";
    for await (const page of entryPages(workspaceId, db, contest.id)) {
      starts.push(after);
      after = page.last;
      hash.update(page.text);
      for (const weight of weightsOf(page.text)) upto[line++] = total += weight;
    }
    const listHash = hash.digest("hex");
    if (listHash !== contest.entriesHash || line !== upto.length)
      throw new Refusal("conflict", "The list of entries is not the one whose hash was shown: the draw would prove nothing.");
    const lines = drawLines({ ...drawOf(contest, of.beacon), upto, listHash });
    return namesAt({ workspaceId, db }, { contestId: contest.id, lines, starts });
  });
}

function drawOf(contest: ContestRow, beacon: string): Pick<DrawOf, "picks" | "contest" | "beacon" | "block"> {
  const { draw } = contest.terms;
  return {
    picks: (draw?.winners ?? 0) + (draw?.alternates ?? 0),
    contest: contest.key,
    beacon,
    block: (message) => crypto.createHmac("sha256", contest.seed).update(message).digest("hex"),
  };
}

/** Who stands at lines of the list: only the pages that hold one are read again. */
async function namesAt(
  room: { workspaceId: string; db: Client },
  of: { contestId: string; lines: readonly number[]; starts: readonly string[] },
): Promise<string[]> {
  const names = new Map<number, string>();
  for (const [number, wanted] of Map.groupBy(of.lines, (line) => Math.floor(line / PAGE))) {
    const page = await readEntryPage(room.workspaceId, room.db, { contestId: of.contestId, after: of.starts[number] ?? "" });
    const texts = page?.text.split("\n") ?? [];
    for (const line of wanted) names.set(line, texts[line - number * PAGE]?.split(" ", 1)[0] ?? "");
  }
  return of.lines.map((line) => names.get(line) ?? "");
}

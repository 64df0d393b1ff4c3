/** Deciding what the score held: by an operator, or by time. */
import { externalId } from "../../core/id.ts";
import { type ReviewRow, decideReview, readOverdue, readReview, readSuspected } from "../../store/reviews.ts";
import { moveGates, readGiven, readHeld } from "../../store/risk-gates.ts";
import { loadRewards } from "../../store/settle-load-rewards.ts";
import { asWriter } from "../as-writer.ts";
import type { By } from "../by.ts";
import { issueCoupons } from "../coupons.ts";
import type { MoneyParts } from "../money-parts.ts";
import { Refusal, notFound } from "../refusal.ts";
import { type Behind, POLICY, open, passGates, versionOf } from "./pass-gates.ts";
import { type Refused, refuseReferrals } from "./refuse.ts";

export type Decide = { reviewId: string; note: string | null };

/** What waited goes on its way. Refuses `conflict` for one that was refused; approved again it changes nothing. */
export async function approveReview(parts: MoneyParts, by: By, wish: Decide): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const review = await find(db, by.workspaceId, wish.reviewId);
    if (review.state === "approved" || review.state === "allowed") return { result: undefined, deeds: [] };
    if (review.state === "refused")
      throw new Refusal("conflict", "The referral was refused and its rewards denied. Grant by hand what is owed.");
    const world = await parts.worlds.get(db, by.workspaceId, head.revision);
    const deed = await approve({ parts, by, db, head, world }, review, { who: "operator", note: wish.note });
    return { result: undefined, deeds: [deed] };
  });
  await follow(parts, by.workspaceId);
}

/** Denies what waits and rejects the referral: what it earned is taken back, and it earns nothing more. Also one that was let through. */
export async function refuseReview(parts: MoneyParts, by: By, wish: Decide): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const review = await find(db, by.workspaceId, wish.reviewId);
    if (review.state === "refused") return { result: undefined, deeds: [] };
    const world = await parts.worlds.get(db, by.workspaceId, head.revision);
    const deeds = await refuse({ parts, by, db, head, world }, [review], { who: "operator", note: wish.note });
    return { result: undefined, deeds };
  });
  await follow(parts, by.workspaceId);
}

export type DecideMany = { decision: "approve" | "refuse"; reviews: readonly string[]; note: string | null };
export type DecidedMany = { done: string[]; refused: { id: string; code: "not_found" | "decided_otherwise" }[] };

/** Many at once, in one transaction. What was decided the same way before changes nothing. */
export async function decideReviews(parts: MoneyParts, by: By, wish: DecideMany): Promise<DecidedMany> {
  const result = await asWriter(parts, by, async (db, head) => {
    const answer: DecidedMany = { done: [], refused: [] };
    const open: ReviewRow[] = [];
    for (const id of wish.reviews) {
      const review = await readReview(by.workspaceId, db, id);
      if (review === null) answer.refused.push({ id, code: "not_found" });
      else if (wish.decision === "approve" && review.state === "refused") answer.refused.push({ id, code: "decided_otherwise" });
      else {
        answer.done.push(id);
        const isSo = wish.decision === "approve" ? review.state !== "open" : review.state === "refused";
        if (!isSo) open.push(review);
      }
    }
    const world = await parts.worlds.get(db, by.workspaceId, head.revision);
    const behind = { parts, by, db, head, world };
    const decision = { who: "operator" as const, note: wish.note };
    const deeds: Deed[] = [];
    if (wish.decision === "approve") for (const review of open) deeds.push(await approve(behind, review, decision));
    else if (open.length > 0) deeds.push(...(await refuse(behind, open, decision)));
    return { result: answer, deeds };
  });
  await follow(parts, by.workspaceId);
  return result;
}

/** Reviews decided in one transaction when their time is over. */
const AT_ONCE = 200;

/** Scores what waits, and decides what nobody has reviewed in time by each program's policy. @returns how many. */
export async function sweepReviews(parts: MoneyParts, workspaceId: string, until: number | undefined): Promise<number> {
  for (let total = await passGates(parts, workspaceId); ; ) {
    const done = await decideOverdue(parts, workspaceId, until);
    total += done;
    if (done > 0) await follow(parts, workspaceId);
    if (done < AT_ONCE) return total;
  }
}

async function decideOverdue(parts: MoneyParts, workspaceId: string, until: number | undefined): Promise<number> {
  const by = POLICY(workspaceId);
  return asWriter(parts, by, async (db, head) => {
    const now = until ?? head.instant;
    const ids = await readOverdue(workspaceId, db, { now, limit: AT_ONCE });
    const world = await parts.worlds.get(db, workspaceId, head.revision);
    const behind = { parts, by, db, head, world };
    const decision = { who: "nobody" as const, note: null };
    const deeds: Deed[] = [];
    const refused: ReviewRow[] = [];
    for (const id of ids) {
      const review = (await readReview(workspaceId, db, id))!;
      const policy = versionOf(world, { program: review.program_id, version: review.version })?.program.risk;
      if (policy?.unreviewed === "pay") deeds.push(await approve(behind, review, decision));
      else refused.push(review);
    }
    if (refused.length > 0) deeds.push(...(await refuse(behind, refused, decision)));
    return { result: ids.length, deeds };
  });
}

type Decision = { who: "operator" | "nobody"; note: string | null };
type Deed = { action: string; target: string; detail: Record<string, unknown> };

async function approve(behind: Behind, review: ReviewRow, by: Decision): Promise<Deed> {
  const { db, head } = behind;
  const ws = behind.by.workspaceId;
  await decideReview(ws, db, { id: review.id, state: "approved", by: by.who, at: head.instant, note: by.note });
  const ids = await readHeld(ws, db, { program: review.program_id, friend: review.friend_id });
  await open(behind, await loadRewards(db, ws, ids), "risk");
  await lookAgain(behind, review);
  return deedOf("review.approved", review, by);
}

async function refuse(behind: Behind, reviews: readonly ReviewRow[], by: Decision): Promise<Deed[]> {
  const { parts, db, head } = behind;
  const ws = behind.by.workspaceId;
  const refused: Refused[] = [];
  for (const review of reviews) {
    const of = { program: review.program_id, friend: review.friend_id };
    await decideReview(ws, db, { id: review.id, state: "refused", by: by.who, at: head.instant, note: by.note });
    // What was given while nobody doubted is taken back by an operator's word, not by the calendar's.
    const keepsGiven = by.who === "nobody" && (await readGiven(ws, db, of));
    refused.push({ ...of, cause: review.id, rewards: await readHeld(ws, db, of), keepsGiven });
  }
  await refuseReferrals(parts, behind.by, { db, head, refused });
  for (const review of new Map(reviews.map((r) => [`${r.program_id}|${r.advocate_id}`, r])).values()) await lookAgain(behind, review);
  return reviews.map((review) => deedOf("review.refused", review, by));
}

function deedOf(action: string, review: ReviewRow, by: Decision): Deed {
  return { action, target: externalId("rvw", review.id), detail: { score: review.score, by: by.who } };
}

/** Prizes that waited for the advocate's reviews are looked at again when the last of them is decided. */
async function lookAgain(behind: Behind, review: ReviewRow): Promise<void> {
  const { db } = behind;
  const ws = behind.by.workspaceId;
  const still = await readSuspected(ws, db, { programs: [review.program_id], advocates: [review.advocate_id] });
  if (still.size > 0) return;
  const ids = await readHeld(ws, db, { program: review.program_id, friend: null, recipient: review.advocate_id });
  const rewards = await loadRewards(db, ws, ids);
  await moveGates(
    ws,
    db,
    rewards.map((r) => ({ id: r.id, gate: "risk", expiresAt: r.expiresAt })),
  );
}

async function follow(parts: MoneyParts, workspaceId: string): Promise<void> {
  await passGates(parts, workspaceId);
  await issueCoupons(parts, workspaceId);
}

async function find(db: Behind["db"], ws: string, id: string): Promise<ReviewRow> {
  const review = await readReview(ws, db, id);
  if (review === null) throw notFound("review");
  return review;
}

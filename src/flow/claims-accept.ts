/**
 * What an approved claim does: a fact about the friend with evidence of kind `claim`, through the settle path, in the transaction that
 * writes the decision. The fact lies where the claim does (for an order just before it), so that what happened since counts.
 */
import { type ClaimReason, nextLook } from "../core/attribution/claim.ts";
import type { Compiled } from "../core/compiled.ts";
import { externalId } from "../core/id.ts";
import type { Draft } from "../core/ingest/normalise.ts";
import { idleAt } from "../core/rules/advance.ts";
import { versionAt } from "../core/rules/in-force.ts";
import type { ProgramClaims } from "../core/program-claims.ts";
import { hasEarned, readClaimants } from "../store/claim-facts.ts";
import { type ClaimRow, decideClaim, freeSubjects, keepClaim, readHolding } from "../store/claims.ts";
import { insertMessages } from "../store/messages.ts";
import { insertOutbox } from "../store/outbox.ts";
import { findReferralOf } from "../store/referrals-write.ts";
import type { By } from "./by.ts";
import { handOver } from "./change-referrals.ts";
import type { Behind, MoneyParts } from "./money-parts.ts";
import { Refusal } from "./refusal.ts";
import { settleDrafts } from "./settle-drafts.ts";

/** The friend could not be bound to the claimant after all: nothing of the acceptance may stay. */
export class NotBound extends Error {
  readonly reason: ClaimReason;
  constructor(reason: ClaimReason) {
    super(reason);
    this.reason = reason;
  }
}

export type Claiming = { compiled: Compiled; rules: ProgramClaims };

/** The program's rules for claims as they are in force. Refuses `program_not_live` and, without such rules, `conflict`. */
export async function claimingOf(parts: MoneyParts, behind: Behind, programId: string): Promise<Claiming> {
  const world = await parts.worlds.get(behind.db, behind.workspaceId, behind.head.revision);
  const timeline = world.byId.get(programId);
  if (timeline === undefined || idleAt(timeline, behind.head.instant) !== undefined)
    throw new Refusal("program_not_live", "Nobody can claim anything in a program that is not live.");
  const compiled = versionAt(timeline, behind.head.instant) as Compiled;
  const rules = compiled.program.claims;
  if (rules === undefined) throw new Refusal("conflict", "This program takes no claims: add a `claims` section to its document.");
  return { compiled, rules };
}

/** Binds the friend and pays. Throws NotBound when she is somebody's whom a claim may not move, or not eligible. */
export async function acceptClaim(parts: MoneyParts, by: By, of: { behind: Behind; claim: ClaimRow; claiming: Claiming }): Promise<void> {
  const { behind, claim, claiming } = of;
  const { db, head, workspaceId } = behind;
  const lead = claim.shares[0]!.person;
  const people = await readClaimants(workspaceId, db, {
    programId: claim.program_id,
    people: claim.shares.map((s) => s.person),
    terms: 0,
  });
  if (people.some((p) => !p.active)) throw new NotBound("not_an_advocate");
  const known = await findReferralOf(workspaceId, db, { programId: claim.program_id, friendId: claim.friend_id });
  if (known !== null && known.status !== "superseded" && known.advocate_id !== lead) {
    if (!(await mayTakeOver(behind, claim))) throw new NotBound("already_referred");
    const team = claim.shares.length > 1 ? claim.shares.map((s): [string, number] => [s.person, s.share]) : undefined;
    await handOver(parts, by, { behind, known, advocateId: lead, team });
  }
  const book = await settleDrafts(parts, behind, [acceptedDraft(parts, claim, claiming)]);
  const bound = book.foldings.get(claim.friend_id)?.state?.p[claim.program_id];
  if (bound?.a !== lead || bound.r !== undefined) throw new NotBound(unboundReason(book.outcomes[0]?.decisions[0]?.reason));
  const dueAt = claim.subject === "order" ? null : nextLook(claim.exclusive_until, head.instant);
  await decideClaim(workspaceId, db, {
    id: claim.id,
    from: ["pending"],
    status: "accepted",
    reason: null,
    at: head.instant,
    by: by.actor,
    dueAt,
  });
  if (dueAt === null) await keepClaim(workspaceId, db, { claimId: claim.id, until: null, dueAt: null });
  await tellDecided(behind, { claim, status: "accepted", reason: null });
}

function unboundReason(reason: string | null | undefined): ClaimReason {
  if (reason === "not_new_customer") return "already_known";
  return reason === "self_referral" ? "self_claim" : "not_eligible";
}

/** Only what rests on a claim that is over, and has earned nobody anything, goes to the next who claims it. */
export async function mayTakeOver(behind: Behind, of: { program_id: string; friend_id: string }): Promise<boolean> {
  const { db, workspaceId } = behind;
  const who = { programId: of.program_id, friendId: of.friend_id };
  const known = await findReferralOf(workspaceId, db, who);
  if (known === null || known.status === "superseded") return true;
  if (known.evidence !== "claim" || known.status === "rejected") return false;
  if ((await readHolding(workspaceId, db, who)).length > 0) return false;
  return !(await hasEarned(workspaceId, db, who));
}

function acceptedDraft(parts: MoneyParts, claim: ClaimRow, { compiled, rules }: Claiming): Draft {
  const client = `claim:${claim.id}:accepted`;
  const stage = compiled.stages.find((s) => s.key === rules.stage) ?? compiled.stages[0]!;
  const type = claim.subject === "order" ? "custom" : (stage.on as Draft["type"]);
  const properties = {
    ...(claim.vacancy === null ? {} : { vacancy: claim.vacancy }),
    ...(claim.department === null ? {} : { department: claim.department }),
  };
  const named = type === "custom" ? { name: "claim" } : type === "stage" ? { stage: stage.key } : {};
  return {
    index: 0,
    client,
    hash: parts.hashes.keyed(client),
    type,
    at: claim.evidence_at,
    identities: [],
    personId: externalId("per", claim.friend_id),
    coupons: [],
    event: { type, program: claim.program, ...named, properties } as Draft["event"],
    claim: {
      program: claim.program_id,
      advocate: claim.shares[0]!.person,
      at: claim.evidence_at,
      ...(claim.shares.length > 1 ? { team: claim.shares } : {}),
    },
  };
}

/** Refuses a claim and frees what it held. */
export async function refuseClaim(behind: Behind, of: { claim: ClaimRow; reason: ClaimReason; by: string }): Promise<void> {
  const { claim, reason } = of;
  const { db, head, workspaceId } = behind;
  await decideClaim(workspaceId, db, {
    id: claim.id,
    from: ["pending"],
    status: "refused",
    reason,
    at: head.instant,
    by: of.by,
    dueAt: null,
  });
  await freeSubjects(workspaceId, db, { claimId: claim.id, keepUntil: null, at: head.instant });
  await tellDecided(behind, { claim, status: "refused", reason });
}

const TOLD = { accepted: "claim_approved", refused: "claim_refused", expired: "claim_expired", ended: "claim_expired" } as const;

/** Tells other systems and every claimant. Nobody learns who else claimed the same. */
export async function tellDecided(
  behind: Behind,
  of: { claim: ClaimRow; status: keyof typeof TOLD; reason: string | null },
): Promise<void> {
  const { db, head, workspaceId } = behind;
  const { claim, status } = of;
  const id = externalId("clm", claim.id);
  const news = { type: "claim.decided" as const, id, program: claim.program_id, reason: of.reason ?? status };
  await insertOutbox(workspaceId, db, { at: head.instant, events: [news] });
  await insertMessages(
    workspaceId,
    db,
    claim.shares.map((s) => ({
      kind: TOLD[status],
      person_id: s.person,
      subject_key: id,
      data: { claim: id, program: claim.program, reason: of.reason, until: status === "accepted" ? claim.exclusive_until : null },
      due_at: head.instant,
    })),
  );
}

/**
 * Moving a referral to a stage: a `stage` fact about the friend, through the settle path. Its client id follows from the thing, so that a
 * system that says it twice says it once, and saying something else under the same id is refused.
 */
import { bonusOf } from "../core/attribution/claim.ts";
import type { EventOutcome } from "../core/event.ts";
import { externalId } from "../core/id.ts";
import type { Draft } from "../core/ingest/normalise.ts";
import type { Money } from "../core/money.ts";
import { readHolding } from "../store/claims.ts";
import { readReferral } from "../store/referrals.ts";
import { findReferralOf } from "../store/referrals-write.ts";
import { type VacancyRow, readVacancy } from "../store/vacancies.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import { type Claiming, claimingOf } from "./claims-accept.ts";
import { endLost } from "./claims-age.ts";
import { type ContactInput, contactOf } from "./contact.ts";
import type { Behind, MoneyParts } from "./money-parts.ts";
import { Refusal, notFound } from "./refusal.ts";
import { settleDrafts } from "./settle-drafts.ts";
import { nameAgain } from "./told-again.ts";

/** `subject`: what it is about, such as a deal. Told again about the same subject with another value, it corrects what was told before. */
export type StageMove = { stage: string; value: Money | null; subject: string | null; id: string | null; at: number | null };

/** Refuses `validation_failed` for a stage that no `stage` event reaches, `conflict` for a referral that is none any more. */
export async function moveStage(
  parts: MoneyParts,
  by: By,
  wish: StageMove & { referralId: string; from?: string | null },
): Promise<EventOutcome> {
  return asWriter(parts, by, async (db, head) => {
    const referral = await readReferral(by.workspaceId, db, wish.referralId);
    if (referral === null) throw notFound("referral");
    if (referral.status === "rejected" || referral.status === "superseded")
      throw new Refusal("conflict", `The referral is ${referral.status}: it moves no more.`);
    seenWhere(wish.from, referral);
    const behind = { db, head, workspaceId: by.workspaceId };
    const { program, program_id: programId, friend_id: friendId } = referral;
    const client = await clientOf(behind, wish, [externalId("ref", referral.id), wish.stage, ...about(wish)].join(":"));
    const outcome = await settleStage(parts, behind, { ...wish, program, programId, friendId, client, properties: {} });
    const deed = { action: "referral.stage_moved", target: externalId("ref", referral.id), detail: { stage: wish.stage } };
    return { result: outcome, deeds: outcome.status === "duplicate" ? [] : [deed] };
  });
}

/** Refuses `conflict` when the referral is not where the asker saw it. */
function seenWhere(from: string | null | undefined, referral: { stage: string } | null): void {
  if (from == null || from === referral?.stage) return;
  if (referral === null) throw new Refusal("conflict", "Nobody has referred the candidate: there is no stage that you saw her in.");
  throw new Refusal("conflict", `The referral is in "${referral.stage}" now: somebody moved it meanwhile.`);
}

/** Whoever sees where it stands, and moves it there again, tells it anew. A machine that repeats itself does not. */
const clientOf = async (behind: Behind, wish: { id: string | null; from?: string | null }, named: string): Promise<string> =>
  wish.id ?? (wish.from == null ? named : await nameAgain(behind, named));

/** A subject makes another value another telling; without one the same stage is always the same fact. */
function about(wish: StageMove): string[] {
  if (wish.subject === null) return [];
  return [wish.subject, ...(wish.value === null ? [] : [String(wish.value.amount), wish.value.currency])];
}

export type CandidateMove = Omit<StageMove, "value" | "subject"> & { vacancy: string; candidate: ContactInput; from?: string | null };

/** What an applicant tracking system tells: this candidate has reached this stage for this vacancy. The fact carries the bonus. */
export async function moveCandidate(parts: MoneyParts, by: By, wish: CandidateMove): Promise<EventOutcome> {
  return asWriter(parts, by, async (db, head) => {
    const vacancy = await readVacancy(by.workspaceId, db, wish.vacancy);
    if (vacancy === null) throw notFound("vacancy");
    const behind = { db, head, workspaceId: by.workspaceId };
    const { program, program_id: programId } = vacancy;
    const claiming = await claimingOf(parts, behind, programId);
    const friendId = await contactOf(parts, behind, { contact: wish.candidate, program });
    if (wish.from != null) seenWhere(wish.from, await findReferralOf(by.workspaceId, db, { programId, friendId }));
    const client = await clientOf(behind, wish, `${externalId("vac", vacancy.id)}:${externalId("per", friendId)}:${wish.stage}`);
    const properties = await aboutVacancy(behind, { vacancy, friendId });
    const own = vacancy.bonus === null || vacancy.currency === null ? null : { amount: vacancy.bonus, currency: vacancy.currency };
    const value = bonusOf(claiming.rules, { grade: vacancy.grade, country: vacancy.country, bonus: own });
    const outcome = await settleStage(parts, behind, { ...wish, value, subject: null, program, programId, friendId, client, properties });
    const detail = { stage: wish.stage, candidate: externalId("per", friendId) };
    const deed = { action: "vacancy.stage_reached", target: externalId("vac", vacancy.id), detail };
    return { result: outcome, deeds: outcome.status === "duplicate" ? [] : [deed] };
  });
}

/** What conditions may ask. `own_vacancy`: somebody who claims the candidate fills this vacancy, or recruits for it. */
async function aboutVacancy(behind: Behind, of: { vacancy: VacancyRow; friendId: string }): Promise<Record<string, unknown>> {
  const { vacancy } = of;
  const claims = await readHolding(behind.workspaceId, behind.db, { programId: vacancy.program_id, friendId: of.friendId });
  const people = new Set(claims.flatMap((c) => c.shares.map((s) => s.person)));
  const own = [vacancy.manager_id, vacancy.recruiter_id].some((id) => id !== null && people.has(id));
  const { external_id, department, country, grade } = vacancy;
  return { vacancy: external_id, department, country, grade, own_vacancy: own };
}

type StageFact = StageMove & {
  program: string;
  programId: string;
  friendId: string;
  client: string;
  properties: Record<string, unknown>;
};

async function settleStage(parts: MoneyParts, behind: Behind, of: StageFact): Promise<EventOutcome> {
  const claiming = await stagesOf(parts, behind, of);
  const said = { stage: of.stage, value: of.value, subject: of.subject, at: of.at, friend: of.friendId };
  const event = {
    type: "stage" as const,
    program: of.program,
    stage: of.stage,
    ...(of.subject === null ? {} : { subject: of.subject }),
    ...(of.value === null ? {} : { value: of.value.amount, currency: of.value.currency }),
    properties: of.properties,
  };
  const draft: Draft = {
    index: 0,
    client: of.client,
    hash: parts.hashes.keyed(JSON.stringify(said)),
    type: "stage",
    at: of.at,
    identities: [],
    personId: externalId("per", of.friendId),
    coupons: [],
    event,
  };
  const book = await settleDrafts(parts, behind, [draft]);
  const outcome = book.outcomes[0]!;
  if (outcome.status === "rejected") {
    const code = outcome.error?.code === "event_conflict" ? "event_conflict" : "event_refused";
    throw new Refusal(code, outcome.error?.detail ?? "The stage was refused.", { errors: outcome.error?.errors ?? [] });
  }
  if (claiming !== null) await endLost(behind, { claiming, programId: of.programId, friendId: of.friendId, stage: of.stage });
  return outcome;
}

/** The program's rules for claims where it has some. Refuses a stage that a `stage` event cannot reach. */
async function stagesOf(parts: MoneyParts, behind: Behind, of: { programId: string; stage: string }): Promise<Claiming | null> {
  const world = await parts.worlds.get(behind.db, behind.workspaceId, behind.head.revision);
  const versions = world.byId.get(of.programId)?.versions ?? [];
  const known = new Set(versions.flatMap((v) => v.compiled.stages.filter((s) => s.on === "stage").map((s) => s.key)));
  if (!known.has(of.stage)) {
    const message = known.size === 0 ? "This program has no stages that are moved by hand." : `Name one of: ${[...known].join(", ")}.`;
    throw new Refusal("validation_failed", message, { errors: [{ pointer: "/stage", code: "unknown", message }] });
  }
  const compiled = versions.at(-1)?.compiled;
  const rules = compiled?.program.claims;
  return compiled === undefined || rules === undefined ? null : { compiled, rules };
}

/**
 * Claims: somebody, or several together, say that a candidate, deal, company or order is theirs. Judged and stored behind the workspace's
 * writer lock, so that of any number at once the first valid one wins. A negative answer is a claim that is refused, with its reason.
 */
import { type ClaimReason, claimProblem, claimSubjects, claimTimes, knownSince } from "../core/attribution/claim.ts";
import { externalId } from "../core/id.ts";
import type { ProgramClaims } from "../core/program-claims.ts";
import { OPERATORS } from "../core/messages/kinds.ts";
import { type ClaimedOrder, boughtBefore, readClaimants, readKnown, readOrderOwner } from "../store/claim-facts.ts";
import * as store from "../store/claims.ts";
import { insertMessages } from "../store/messages.ts";
import { readFamily } from "../store/people-write.ts";
import { findReferralOf } from "../store/referrals-write.ts";
import { readTerms } from "../store/terms.ts";
import { type VacancyRow, readVacancy } from "../store/vacancies.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import type { Deed } from "./change.ts";
import { type Claiming, NotBound, acceptClaim, claimingOf, mayTakeOver, tellDecided } from "./claims-accept.ts";
import { ageClaim } from "./claims-age.ts";
import { type ContactInput, contactOf } from "./contact.ts";
import type { Behind, MoneyParts } from "./money-parts.ts";
import { Refusal } from "./refusal.ts";

export type ClaimWish = {
  programId: string;
  claimants: { person: string; share: number }[];
  /** Whom it is about; null for an order, which has its own person. */
  contact: ContactInput | null;
  /** The business's own id of the deal or order. */
  reference: string | null;
  companyId: string | null;
  vacancy: string | null;
  department: string | null;
  evidence: string | null;
};

/** Makes a claim. @returns its id: accepted, waiting for a decision, or refused with its reason; or that of the same claim made before. */
export async function makeClaim(parts: MoneyParts, by: By, wish: ClaimWish): Promise<string> {
  const attempt = (refuse: ClaimReason | null): Promise<string> =>
    asWriter(parts, by, (db, head) => claimOnce(parts, by, { behind: { db, head, workspaceId: by.workspaceId }, wish, refuse }));
  try {
    return await attempt(null);
  } catch (error) {
    // Accepting found out that it cannot be: all of it was rolled back, and the claim is made again as a refused one.
    if (error instanceof NotBound) return await attempt(error.reason);
    throw error;
  }
}

type Attempt = { behind: Behind; wish: ClaimWish; refuse: ClaimReason | null };

async function claimOnce(parts: MoneyParts, by: By, of: Attempt): Promise<{ result: string; deeds: Deed[] }> {
  const { behind, wish } = of;
  const { db, head, workspaceId } = behind;
  const claiming = await claimingOf(parts, behind, wish.programId);
  const { rules } = claiming;
  checkShape(rules, wish);
  const subject = await subjectOf(parts, behind, { wish, rules, key: claiming.compiled.key });
  const problem = of.refuse ?? (await problemOf(behind, { wish, claiming, subject }));
  const claim = newClaim(parts, of, { claiming, subject });
  if (problem === null) {
    const holders = await hold(parts, by, { behind, claim, rules });
    if (holders.mine !== null) return { result: holders.mine, deeds: [] };
    if (holders.others) return await keep(behind, by, { claim, problem: "claimed_by_another", key: claiming.compiled.key });
  }
  const stored = await keep(behind, by, { claim, problem, key: claiming.compiled.key });
  if (problem === null && rules.decide === "at_once") {
    const row = (await store.readClaim(workspaceId, db, claim.id))!;
    await acceptClaim(parts, by, { behind, claim: row, claiming });
  } else if (problem === null && rules.decide === "operator") {
    const notice = { kind: "claim_waiting" as const, person_id: OPERATORS, subject_key: externalId("clm", claim.id) };
    await insertMessages(workspaceId, db, [{ ...notice, data: { claim: notice.subject_key }, due_at: head.instant }]);
  }
  return stored;
}

function checkShape(rules: ProgramClaims, wish: ClaimWish): void {
  const bad = (pointer: string, message: string): Refusal =>
    new Refusal("validation_failed", message, { errors: [{ pointer, code: "invalid", message }] });
  if (wish.claimants.length > rules.people)
    throw bad("/claimants", `At most ${rules.people} ${rules.people === 1 ? "person claims" : "people claim together"} in this program.`);
  if (new Set(wish.claimants.map((c) => c.person)).size < wish.claimants.length) throw bad("/claimants", "Name each person once.");
  if (rules.subject === "order" && wish.reference === null) throw bad("/order", "Say which order: its id as the purchase named it.");
  if (rules.subject !== "order" && wish.contact === null) throw bad("/contact", "Say whom the claim is about.");
  if (rules.subject === "company" && wish.companyId === null) throw bad("/company", "Say which company.");
}

type Subject = { friend: string | null; order: ClaimedOrder | null; vacancy: VacancyRow | null };

async function subjectOf(
  parts: MoneyParts,
  behind: Behind,
  of: { wish: ClaimWish; rules: ProgramClaims; key: string },
): Promise<Subject> {
  const { db, workspaceId } = behind;
  const { wish } = of;
  const vacancy = wish.vacancy === null ? null : await readVacancy(workspaceId, db, wish.vacancy);
  if (wish.vacancy !== null && vacancy?.program_id !== wish.programId) {
    const message = "There is no such vacancy in this program.";
    throw new Refusal("validation_failed", message, { errors: [{ pointer: "/vacancy", code: "unknown", message }] });
  }
  if (of.rules.subject === "order") {
    const order = await readOrderOwner(workspaceId, db, wish.reference!);
    return { friend: order?.person ?? null, order, vacancy };
  }
  return { friend: await contactOf(parts, behind, { contact: wish.contact!, program: of.key }), order: null, vacancy };
}

async function problemOf(behind: Behind, of: { wish: ClaimWish; claiming: Claiming; subject: Subject }): Promise<ClaimReason | null> {
  const { db, head, workspaceId } = behind;
  const { wish, subject } = of;
  const { rules, compiled } = of.claiming;
  const people = wish.claimants.map((c) => c.person);
  // The terms in force now: a version that changes only a reward keeps their number.
  const terms = rules.agreement ? await readTerms(workspaceId, db, wish.programId) : [];
  const present = terms.filter((t) => t.effective_from <= head.instant).at(-1)?.terms ?? 0;
  const rows = await readClaimants(workspaceId, db, { programId: wish.programId, people, terms: present });
  const { friend, vacancy, order } = subject;
  return claimProblem({
    rules,
    zone: compiled.zone,
    instant: head.instant,
    claimants: rows.map((row, i) => ({ ...row, share: wish.claimants[i]?.share ?? 1 })),
    friend,
    evidence: wish.evidence !== null,
    department: vacancy === null || vacancy.department === "" ? wish.department : vacancy.department,
    vacancy: vacancy === null ? null : { open: vacancy.status === "open", manager: vacancy.manager_id, recruiter: vacancy.recruiter_id },
    order,
    known: friend !== null && (await isKnown(behind, { ...of, friend })),
    referred: friend !== null && (await isReferred(behind, { wish, friend })),
  });
}

async function isKnown(behind: Behind, of: { wish: ClaimWish; claiming: Claiming; subject: Subject; friend: string }): Promise<boolean> {
  const { db, head, workspaceId } = behind;
  const { wish, subject } = of;
  const { rules, compiled } = of.claiming;
  const family = await readFamily(workspaceId, db, of.friend);
  const newOnly = compiled.program.friends.who !== "anyone";
  if (rules.subject === "order")
    return newOnly && subject.order !== null && (await boughtBefore(workspaceId, db, { family, at: subject.order.at }));
  const known = await readKnown(workspaceId, db, {
    family,
    companyId: wish.companyId,
    deal: rules.subject === "deal" ? wish.reference : null,
    programId: wish.programId,
    since: knownSince(rules, head.instant),
  });
  if (rules.subject === "candidate") return known.applied;
  const byCompany = rules.subject === "company" || compiled.program.friends.who === "new_customer_of_company";
  return known.customer || known.working || (byCompany && known.company_customer);
}

async function isReferred(behind: Behind, of: { wish: ClaimWish; friend: string }): Promise<boolean> {
  const who = { programId: of.wish.programId, friendId: of.friend };
  const known = await findReferralOf(behind.workspaceId, behind.db, who);
  if (known === null || known.advocate_id === of.wish.claimants[0]?.person) return false;
  // Somebody's claim that still holds is answered by the hold itself: `claimed_by_another`.
  if ((await store.readHolding(behind.workspaceId, behind.db, who)).length > 0) return false;
  return !(await mayTakeOver(behind, { program_id: who.programId, friend_id: who.friendId }));
}

function newClaim(parts: MoneyParts, of: Attempt, found: { claiming: Claiming; subject: Subject }): store.NewClaim {
  const { wish } = of;
  const { rules, compiled } = found.claiming;
  const { order, vacancy, friend } = found.subject;
  const at = of.behind.head.instant;
  const times = claimTimes(rules, at, compiled.zone);
  const department = vacancy === null || vacancy.department === "" ? wish.department : vacancy.department;
  return {
    id: parts.ids.uuid(),
    program_id: wish.programId,
    subject: rules.subject,
    reference: wish.reference,
    friend_id: friend ?? wish.claimants[0]!.person,
    company_id: wish.companyId,
    vacancy_id: vacancy?.id ?? null,
    department,
    status: "pending",
    reason: null,
    claimed_at: at,
    // Before the order, so that it binds what the order did.
    evidence_at: order === null ? at : order.at - 1,
    exclusive_until: times.exclusiveUntil,
    blocks_until: times.blocksUntil,
    due_at: times.decideAt,
    decided_at: null,
    decided_by: null,
    shares: wish.claimants,
    evidence: wish.evidence,
  };
}

/** Takes what the claim is about. `mine`: the same people claimed the same before, and it stands. `others`: somebody else was first. */
async function hold(
  parts: MoneyParts,
  by: By,
  of: { behind: Behind; claim: store.NewClaim; rules: ProgramClaims },
): Promise<{ mine: string | null; others: boolean }> {
  const { behind, claim } = of;
  const { db, head, workspaceId } = behind;
  const subjects = claimSubjects({
    subject: of.rules.subject,
    reference: claim.reference,
    friend: claim.friend_id,
    company: claim.company_id,
  });
  const ask = { programId: claim.program_id, subjects };
  for (const id of await store.readOverdueHolders(workspaceId, db, { ...ask, instant: head.instant }))
    if ((await store.readClaim(workspaceId, db, id))?.status !== "pending") await ageClaim(parts, by, { behind, claimId: id });
  const until = Math.max(claim.exclusive_until, claim.blocks_until);
  const holders = await store.takeSubjects(workspaceId, db, { ...ask, claimId: claim.id, at: claim.claimed_at, until });
  const lead = claim.shares[0]!.person;
  for (const id of holders) {
    const other = await store.readClaim(workspaceId, db, id);
    if (other === null || other.shares[0]?.person !== lead) {
      await store.freeSubjects(workspaceId, db, { claimId: claim.id, keepUntil: null, at: head.instant });
      return { mine: null, others: true };
    }
    const same = other.reference === claim.reference && other.vacancy_id === claim.vacancy_id && other.company_id === claim.company_id;
    if (same && (other.status === "pending" || other.status === "accepted")) {
      await store.freeSubjects(workspaceId, db, { claimId: claim.id, keepUntil: null, at: head.instant });
      return { mine: other.id, others: false };
    }
  }
  return { mine: null, others: false };
}

/** Stores the claim, pending or refused, and tells its people. */
async function keep(
  behind: Behind,
  by: By,
  of: { claim: store.NewClaim; problem: ClaimReason | null; key: string },
): Promise<{ result: string; deeds: Deed[] }> {
  const { db, head, workspaceId } = behind;
  const { claim, problem } = of;
  const decided = { status: "refused", reason: problem, due_at: null, decided_at: head.instant, decided_by: "rule" };
  await store.insertClaim(workspaceId, db, problem === null ? claim : { ...claim, ...decided });
  const id = externalId("clm", claim.id);
  if (problem === null) {
    const message = { kind: "claim_received" as const, subject_key: id, data: { claim: id, program: of.key }, due_at: head.instant };
    await insertMessages(
      workspaceId,
      db,
      claim.shares.map((s) => ({ ...message, person_id: s.person })),
    );
  } else {
    const row = (await store.readClaim(workspaceId, db, claim.id))!;
    await tellDecided(behind, { claim: row, status: "refused", reason: problem });
  }
  const detail = { program: of.key, subject: claim.subject, status: problem === null ? "pending" : "refused", reason: problem };
  return { result: claim.id, deeds: [{ action: "claim.made", target: id, detail }] };
}

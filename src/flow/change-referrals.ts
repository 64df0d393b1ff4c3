/**
 * What an operator does to referrals: make one, give it to another advocate, reject it. Each pins the binding: no touch that
 * comes later moves it, and folding again keeps it. Rewards follow by the settle path, on both sides, in the same transaction.
 */
import type { Compiled, Timeline } from "../core/compiled.ts";
import { externalId } from "../core/id.ts";
import { referralKey } from "../core/book.ts";
import { versionAt } from "../core/rules/in-force.ts";
import type { Pin } from "../core/state.ts";
import { addDuration } from "../core/time.ts";
import type { Client } from "../store/db.ts";
import { canonicalPerson } from "../store/people.ts";
import { readPersonStates } from "../store/people-write.ts";
import { type KnownReferral, findReferralOf, isAdvocate, readFactKeys, readKnownReferral } from "../store/referrals-write.ts";
import type { BatchHead } from "../store/settle-load.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import { type Behind, type MoneyParts, settleChange } from "./money-parts.ts";
import { Refusal, notFound } from "./refusal.ts";
import { foldingOf } from "./settle/hold-people.ts";
import { readPeople } from "./settle/load-batch.ts";
import { withoutNames } from "./without-names.ts";

export type CreateReferral = { programId: string; advocateId: string; friendId: string; reason: string };

/**
 * Says who sent whom. What the friend did within the program's attribution window before now counts, as it would have with a
 * touch; what she did before that does not. Refuses a friend who has a referral in the program (`conflict`), somebody who is
 * no advocate of it, a person who would refer herself, and erased people.
 */
export async function createReferral(parts: MoneyParts, by: By, wish: CreateReferral): Promise<{ referralId: string }> {
  return await asWriter(parts, by, async (db, head) => {
    const timeline = await timelineOf(parts, by.workspaceId, { db, head, programId: wish.programId });
    const friendId = await living(db, by.workspaceId, wish.friendId);
    const advocateId = await advocateFor(db, by.workspaceId, { programId: wish.programId, advocateId: wish.advocateId, friendId });
    const known = await findReferralOf(by.workspaceId, db, { programId: wish.programId, friendId });
    if (known !== null && known.status !== "superseded") {
      throw new Refusal("conflict", "This friend has a referral in the program already: give that one to another advocate.");
    }
    const pin = await firstBinding(db, by.workspaceId, { timeline, friendId, advocateId, instant: head.instant });
    const change = { db, head, programId: wish.programId, friendId, advocates: [advocateId], pin, reason: wish.reason };
    const { referralId, detail } = await settlePin(parts, by, change);
    return { result: { referralId }, deeds: [{ action: "referral.created", target: externalId("ref", referralId), detail }] };
  });
}

/** Gives a referral to another advocate: rewards are taken back from the one and granted to the other. */
export async function reassignReferral(
  parts: MoneyParts,
  by: By,
  wish: { referralId: string; advocateId: string; reason: string },
): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const known = await openReferral(db, by.workspaceId, wish.referralId);
    const friendId = await living(db, by.workspaceId, known.friend_id);
    const advocateId = await advocateFor(db, by.workspaceId, { programId: known.program_id, advocateId: wish.advocateId, friendId });
    if (advocateId === known.advocate_id) return { result: undefined, deeds: [] };
    const { team: _shared, ...held } = pinOf(known);
    const pin: Pin = { ...held, advocate: advocateId, link: undefined, kind: "claim", evidenceAt: head.instant };
    const advocates = [advocateId, known.advocate_id];
    const { detail } = await settlePin(parts, by, { db, head, programId: known.program_id, friendId, advocates, pin, reason: wish.reason });
    const deed = { action: "referral.reassigned", target: externalId("ref", known.id) };
    return { result: undefined, deeds: [{ ...deed, detail: { ...detail, before: externalId("per", known.advocate_id) } }] };
  });
}

/** Rejects a referral for good: its rewards are taken back, nothing more is earned by it, and it stands in no chain. */
export async function rejectReferral(parts: MoneyParts, by: By, wish: { referralId: string; reason: string }): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const known = await readKnownReferral(by.workspaceId, db, wish.referralId);
    if (known === null) throw notFound("referral");
    if (known.status === "rejected") return { result: undefined, deeds: [] };
    if (known.status === "superseded") throw new Refusal("conflict", "The referral was superseded: nothing is earned by it any more.");
    const pin: Pin = { ...pinOf(known), rejected: true };
    const change = { db, head, programId: known.program_id, friendId: known.friend_id, advocates: [known.advocate_id], pin };
    const { detail } = await settlePin(parts, by, { ...change, reason: wish.reason });
    return { result: undefined, deeds: [{ action: "referral.rejected", target: externalId("ref", known.id), detail }] };
  });
}

/** Rejects many at once inside another change: each friend is folded again, and a standing that counted several of them once. */
export async function rejectAll(
  parts: MoneyParts,
  by: By,
  of: { db: Client; head: BatchHead; referrals: readonly KnownReferral[] },
): Promise<void> {
  const { db, head, referrals } = of;
  const people = [...new Set(referrals.flatMap((r) => [r.friend_id, r.advocate_id]))];
  await settleChange(parts, { db, head, workspaceId: by.workspaceId }, async (opened) => {
    await readPeople(db, opened, people);
    opened.foldLimit = Number.MAX_SAFE_INTEGER;
    for (const known of referrals) {
      opened.overrides.set(referralKey(known.program_id, known.friend_id), { ...pinOf(known), rejected: true });
      foldingOf(opened, known.friend_id).full = true;
    }
  });
}

export type HandOver = { behind: Behind; known: KnownReferral; advocateId: string; team: [person: string, share: number][] | undefined };

/** Gives a referral whose claim is over to the people of a later one, inside the change that accepts it. */
export async function handOver(parts: MoneyParts, by: By, of: HandOver): Promise<void> {
  const { known, advocateId } = of;
  const { db, head } = of.behind;
  const { team: _before, ...held } = pinOf(known);
  const pin: Pin = { ...held, advocate: advocateId, link: undefined, kind: "claim", evidenceAt: head.instant };
  if (of.team !== undefined) pin.team = of.team;
  const advocates = [advocateId, known.advocate_id];
  const change = { db, head, programId: known.program_id, friendId: known.friend_id, advocates, pin, reason: "claim" };
  await settlePin(parts, by, change);
}

type Change = {
  db: Client;
  head: BatchHead;
  programId: string;
  friendId: string;
  /** Everybody whom the reason may name. */
  advocates: readonly string[];
  pin: Pin;
  reason: string;
};

/** Folds the friend again with her binding set. @returns the referral's id and what the audit row says. */
async function settlePin(parts: MoneyParts, by: By, of: Change): Promise<{ referralId: string; detail: Record<string, unknown> }> {
  const key = referralKey(of.programId, of.friendId);
  const people = [of.friendId, ...of.advocates];
  const reason = await withoutNames(by.workspaceId, of.db, { text: of.reason, people });
  const book = await settleChange(parts, { db: of.db, head: of.head, workspaceId: by.workspaceId }, async (opened) => {
    await readPeople(of.db, opened, people);
    opened.foldLimit = Number.MAX_SAFE_INTEGER;
    opened.overrides.set(key, of.pin);
    foldingOf(opened, of.friendId).full = true;
  });
  const row = book.referrals.get(key);
  if (row === undefined) throw new Error("impossible: a pinned referral has a row");
  const detail = { reason, advocate: externalId("per", of.pin.advocate), friend: externalId("per", of.friendId) };
  return { referralId: row.id, detail };
}

function pinOf(known: KnownReferral): Pin {
  return {
    advocate: known.advocate_id,
    ...(known.link_id === null ? {} : { link: known.link_id }),
    kind: known.evidence,
    evidenceAt: known.evidence_at,
    at: known.bound_at,
    client: known.bound_client,
    version: known.version,
    rejected: false,
    ...(known.team === null ? {} : { team: known.team }),
  };
}

async function openReferral(db: Client, ws: string, id: string): Promise<KnownReferral> {
  const known = await readKnownReferral(ws, db, id);
  if (known === null) throw notFound("referral");
  if (known.status === "superseded") throw new Refusal("conflict", "The referral was superseded by another one of the same friend.");
  if (known.status === "rejected") throw new Refusal("conflict", "The referral was rejected.");
  return known;
}

/** Whoever stands for the person now. */
async function living(db: Client, ws: string, personId: string): Promise<string> {
  const id = await canonicalPerson(ws, db, personId);
  const state = id === null ? undefined : (await readPersonStates(ws, db, [id])).get(id);
  if (state === undefined) throw notFound("person");
  if (state.erased) throw new Refusal("person_erased", "An erased person takes no part in referrals any more.");
  return state.id;
}

async function advocateFor(db: Client, ws: string, of: { programId: string; advocateId: string; friendId: string }): Promise<string> {
  const id = await living(db, ws, of.advocateId);
  if (id === of.friendId) throw new Refusal("conflict", "Nobody refers herself.");
  if (!(await isAdvocate(ws, db, { programId: of.programId, personId: id }))) {
    throw new Refusal("conflict", "This person is no advocate of the program: let her join first.");
  }
  return id;
}

async function timelineOf(parts: MoneyParts, ws: string, of: { db: Client; head: BatchHead; programId: string }): Promise<Timeline> {
  const timeline = (await parts.worlds.get(of.db, ws, of.head.revision)).byId.get(of.programId);
  if (timeline === undefined) throw new Refusal("program_not_live", "The program was never published: nobody can be referred in it.");
  return timeline;
}

type Binding = { timeline: Timeline; friendId: string; advocateId: string; instant: number };

/** The friend's first fact in the window that reaches a stage is what binds her, under the version in force then; else it is now. */
async function firstBinding(db: Client, ws: string, of: Binding): Promise<Pin> {
  const { timeline, instant } = of;
  const now = versionAt(timeline, instant) ?? (timeline.versions[0]?.compiled as Compiled);
  const since = instant - (addDuration(instant, now.window, now.zone) - instant);
  const types = [...now.stagesByType.keys()];
  const facts = await readFactKeys(ws, db, { personId: of.friendId, types, since });
  const first = facts.find((f) => versionAt(timeline, f.at)?.stagesByType.has(f.type));
  const version = (first === undefined ? now : (versionAt(timeline, first.at) ?? now)).version;
  const at = first?.at ?? instant;
  return { advocate: of.advocateId, kind: "claim", evidenceAt: instant, at, client: first?.client ?? "", version, rejected: false };
}

/** Doing what a verified webhook says: facts through the settle path, and what a shop's law asks for. Every step may be taken twice. */
import { event as eventSchema } from "../core/event.ts";
import type { CanonicalEvent, EventOutcome } from "../core/event.ts";
import { customerAlias, type HookDeed, type HookFact, type Loose, type OrderRef } from "../core/ingest/commerce.ts";
import { externalId } from "../core/id.ts";
import { inWorkspace } from "../store/db.ts";
import * as store from "../store/deliveries.ts";
import { canonicalPerson, personByIdentity } from "../store/people.ts";
import { disconnectSource, setSourceStatus } from "../store/sources.ts";
import type { By } from "./by.ts";
import { change } from "./change.ts";
import type { DoorTally } from "./door-tally.ts";
import { erasePerson } from "./erase-person.ts";
import type { HookPayments } from "./hook-payments.ts";
import type { HookSources, OpenSource } from "./hook-sources.ts";
import type { EventDoor, Hashes, Ids, Log } from "./ports.ts";
import type { Pool } from "../store/db.ts";

export type HookParts = {
  pool: Pool;
  ids: Ids;
  hashes: Hashes;
  log: Log;
  events: EventDoor;
  tally: DoorTally;
  sources: HookSources;
  payments: HookPayments;
};
/** `known`: told before, in this delivery or another. */
export const HOOK_STATUSES = ["settled", "parked", "waiting", "known", "done", "nothing", "refused", "failed"] as const;
export type HookAnswer = { status: (typeof HOOK_STATUSES)[number]; reason: string | null };
type Told = { source: OpenSource; topic: string; deed: HookDeed };

const done = (status: HookAnswer["status"], reason: string | null = null): HookAnswer => ({ status, reason });

/** Carries out what a webhook says. */
export async function carryOut(parts: HookParts, by: By, { source, topic, deed }: Told): Promise<HookAnswer> {
  switch (deed.do) {
    case "facts":
      return takeFacts(parts, by, { source, facts: deed.facts, refs: deed.refs });
    case "nothing":
      return done("nothing", deed.reason);
    case "unreadable":
      parts.tally.add(by.workspaceId, by.actor, { what: "refused:unreadable" });
      parts.log.warn("a webhook could not be read", { source: by.actor, topic, fields: deed.fields, request_id: by.requestId });
      return done("refused", "unreadable");
    case "erase":
    case "report":
      return obey(parts, by, { source, customer: deed.customer, erase: deed.do === "erase" });
    default:
      return endShop(parts, by, { source, forget: deed.do === "forget_shop" });
  }
}

type Facts = { source: OpenSource; facts: HookFact[]; refs: OrderRef[] };

/**
 * Payments are made known first, then what waited for them is read: of a refund and its order that come at once, at least one sees the
 * other, and seeing both twice is harmless.
 */
async function takeFacts(parts: HookParts, by: By, { source, facts, refs }: Facts): Promise<HookAnswer> {
  const { workspaceId } = by;
  const ready = facts.flatMap((fact) => (fact.payment === undefined ? [fact.event] : []));
  const waiting = facts.flatMap((fact) =>
    fact.payment === undefined ? [] : [{ client_id: String(fact.event["id"]), ref: fact.payment, fact }],
  );
  if (refs.length === 0 && waiting.length === 0) return submit(parts, by, ready);
  await parts.payments.keep(source, { refs, waiting });
  const found = await parts.payments.ready(source, [...refs.map((each) => each.ref), ...waiting.map((each) => each.ref)]);
  const events = [...ready, ...found.map((each) => each.event)];
  const left = waiting.filter((each) => !found.some((one) => one.id === each.client_id));
  if (events.length === 0) return done(left.length > 0 ? "waiting" : facts.length === 0 ? "done" : "known");
  const answer = await submit(parts, by, events);
  const ids = found.map((each) => each.id);
  if (ids.length > 0)
    await inWorkspace(parts.pool, workspaceId, (db) => store.deleteWaiting(workspaceId, db, { source: source.id, ids }));
  return answer.status === "known" && left.length > 0 ? done("waiting") : answer;
}

async function submit(parts: HookParts, by: By, raw: Loose[]): Promise<HookAnswer> {
  const parsed = raw.map((each) => eventSchema.safeParse(each));
  const bad = parsed.flatMap((each) => (each.success ? [] : each.error.issues.map((issue) => `/${issue.path.join("/")}`)));
  if (bad.length > 0) parts.log.warn("a webhook made no event", { source: by.actor, fields: bad, request_id: by.requestId });
  const good = parsed.flatMap((each) => (each.success ? [each.data as CanonicalEvent] : []));
  const outcomes = good.length === 0 ? [] : await parts.events.submit(by.workspaceId, good, { door: by.actor });
  const answers = outcomes.map(answerOf);
  if (bad.length > 0) {
    answers.push({ status: "refused", reason: "event_invalid" });
    parts.tally.add(by.workspaceId, by.actor, { what: "refused:event_invalid", events: raw.length - good.length });
  }
  for (const each of answers)
    if (each.status === "refused")
      parts.log.warn("a webhook's event was refused", { source: by.actor, ...each, request_id: by.requestId });
  return WORST.flatMap((status) => answers.filter((each) => each.status === status))[0] ?? { status: "known", reason: null };
}

/** Of several facts of one webhook the one that an owner must look at comes first. */
const WORST = ["refused", "failed", "settled", "parked", "nothing", "known"] as const;

function answerOf(outcome: EventOutcome): HookAnswer {
  if (outcome.status !== "rejected") return { status: outcome.status === "duplicate" ? "known" : outcome.status, reason: null };
  const code = outcome.error?.errors?.[0]?.code ?? outcome.error?.code ?? "event_refused";
  // The same thing told in other words: the first telling stands.
  if (code === "event_conflict") return { status: "known", reason: "told_before" };
  if (code === "person_missing") return { status: "nothing", reason: "no_person" };
  return { status: "refused", reason: code };
}

type Obeying = { source: OpenSource; customer: string; erase: boolean };

/** A customer wants to be forgotten, or to know what is kept: the second is the owner's to answer, and stands in the audit log. */
async function obey(parts: HookParts, by: By, { source, customer, erase }: Obeying): Promise<HookAnswer> {
  const names = [{ kind: 4 as const, value: customerAlias(source.provider, customer) }];
  if (source.options.customer === "user_id") names.push({ kind: 1 as never, value: customer });
  const people = await inWorkspace(parts.pool, by.workspaceId, async (db) => {
    const found = await Promise.all(names.map((name) => personByIdentity(by.workspaceId, db, name)));
    return Promise.all(found.map((id) => (id === null ? null : canonicalPerson(by.workspaceId, db, id))));
  });
  const known = [...new Set(people.filter((id) => id !== null))];
  if (erase) for (const id of known) await erasePerson(parts, by, id);
  else
    for (const id of known)
      await change(parts, by, () =>
        Promise.resolve({ result: undefined, deed: { action: "person.data_requested", target: externalId("per", id) } }),
      );
  return known.length === 0 ? done("nothing", "no_person") : done("done");
}

/** Uninstalled: said, and nothing more. Forgotten: everything that the shop sent beside the facts goes, and it may send no more. */
async function endShop(parts: HookParts, by: By, { source, forget }: { source: OpenSource; forget: boolean }): Promise<HookAnswer> {
  const target = externalId("src", source.id);
  await change(parts, by, async (db) => {
    if (!forget) await disconnectSource(by.workspaceId, db, source.id);
    else {
      await setSourceStatus(by.workspaceId, db, { id: source.id, status: "disabled" });
      await store.forgetSource(by.workspaceId, db, source.id);
    }
    return { result: undefined, deed: { action: forget ? "source.forgotten" : "source.disconnected", target } };
  });
  return done("done");
}

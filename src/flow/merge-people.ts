/**
 * An operator says that two people are one. It is a fact like any other (type `merged`), so a replay joins them again; the one
 * who stays gets everything that is looked up by a person, and is folded from all facts of both.
 */
import { externalId } from "../core/id.ts";
import type { Draft } from "../core/ingest/normalise.ts";
import type { Client } from "../store/db.ts";
import { canonicalPerson } from "../store/people.ts";
import { type PersonState, readPersonStates } from "../store/people-write.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import { type MoneyParts, settleAndSave } from "./money-parts.ts";
import { Refusal, notFound } from "./refusal.ts";
import { admitDrafts, openBook } from "./settle-events.ts";
import { readFirst } from "./settle/load-batch.ts";

export type MergeWish = {
  fromId: string;
  intoId: string;
  /** Two different user ids are two accounts of the business: joining them needs an operator who says so. */
  evenWithTwoUserIds?: boolean;
};

/**
 * Joins `from` to `into`. Refuses `not_found`, `person_erased`, and `merge_refused` for people who are one already or have two
 * different user ids.
 */
export async function mergePeople(parts: MoneyParts, by: By, wish: MergeWish): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const { from, into } = await findPair(db, by.workspaceId, wish);
    const draft = mergedDraft(parts, { from: from.id, into: into.id });
    const book = await openBook(parts, { client: db, workspace: by.workspaceId, head, size: 1, inImport: false });
    await admitDrafts(db, book, { drafts: [draft], reads: readFirst(db, by.workspaceId, [draft]) });
    const [refused] = book.outcomes;
    if (refused?.status === "duplicate") throw new Refusal("merge_refused", "These two were joined before.");
    await settleAndSave(db, book);
    const detail = { from: externalId("per", from.id) };
    return { result: undefined, deeds: [{ action: "person.merged", target: externalId("per", into.id), detail }] };
  });
}

async function findPair(db: Client, ws: string, wish: MergeWish): Promise<{ from: PersonState; into: PersonState }> {
  const [fromId, intoId] = [await canonicalPerson(ws, db, wish.fromId), await canonicalPerson(ws, db, wish.intoId)];
  if (fromId === null || intoId === null) throw notFound("person");
  if (fromId === intoId) throw new Refusal("merge_refused", "These are one person already.");
  const states = await readPersonStates(ws, db, [fromId, intoId]);
  const [from, into] = [states.get(fromId), states.get(intoId)];
  if (from === undefined || into === undefined) throw notFound("person");
  if (from.erased || into.erased) throw new Refusal("person_erased", "An erased person cannot be joined to anybody.");
  if (from.user_ids.length > 0 && into.user_ids.length > 0 && wish.evenWithTwoUserIds !== true) {
    throw new Refusal(
      "merge_refused",
      "Both have a user id of the business's own: they are two accounts. Join them there, or send even_with_two_user_ids.",
    );
  }
  return { from, into };
}

function mergedDraft(parts: MoneyParts, pair: { from: string; into: string }): Draft {
  const client = `merged:${pair.from}:${pair.into}`;
  return {
    index: 0,
    client,
    hash: parts.hashes.keyed(client),
    type: "merged",
    at: null,
    identities: [],
    personId: externalId("per", pair.into),
    coupons: [],
    event: { type: "custom" } as Draft["event"],
    basis: pair.from,
  };
}

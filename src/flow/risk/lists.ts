/** Allow and block lists. Devices, payments and addresses are kept as the same keyed hashes that events leave. */
import { externalId, parseId } from "../../core/id.ts";
import { type SignalKind, signalText } from "../../core/ingest/signals.ts";
import { parseRange } from "../../core/network.ts";
import { canonicalPerson, personByIdentity } from "../../store/people.ts";
import type { Client } from "../../store/db.ts";
import { type ListKind, deleteListed, readListed, saveListed } from "../../store/risk-lists.ts";
import { asWriter } from "../as-writer.ts";
import type { By } from "../by.ts";
import type { MoneyParts } from "../money-parts.ts";
import { Refusal, notFound } from "../refusal.ts";

export type ListWish = { list: "allow" | "block"; kind: ListKind; value: string; note: string | null; expiresAt: number | null };

/** Adds an entry, or changes the one of that kind and value. Referrals that come later are judged by it. */
export async function addListed(parts: MoneyParts, by: By, wish: ListWish): Promise<{ id: string }> {
  return asWriter(parts, by, async (db, head) => {
    const value = await valueOf(parts, by.workspaceId, { db, wish });
    const id = await saveListed(by.workspaceId, db, {
      id: parts.ids.uuid(),
      list: wish.list,
      kind: wish.kind,
      value,
      note: wish.note,
      added_at: head.instant,
      expires_at: wish.expiresAt,
    });
    return {
      result: { id },
      deeds: [{ action: "list.added", target: externalId("lst", id), detail: { list: wish.list, kind: wish.kind } }],
    };
  });
}

export async function removeListed(parts: MoneyParts, by: By, id: string): Promise<void> {
  await asWriter(parts, by, async (db) => {
    const entry = await readListed(by.workspaceId, db, id);
    if (entry === null) throw notFound("list entry");
    await deleteListed(by.workspaceId, db, id);
    const detail = { list: entry.list, kind: entry.kind };
    return { result: undefined, deeds: [{ action: "list.removed", target: externalId("lst", id), detail }] };
  });
}

async function valueOf(parts: MoneyParts, ws: string, of: { db: Client; wish: ListWish }): Promise<string> {
  const { kind, value } = of.wish;
  const text = value.trim();
  if (kind === "email_domain") {
    const domain = text.toLowerCase().replace(/^@/, "");
    if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain)) throw wrong('A domain such as "example.com".');
    return domain;
  }
  if (kind === "ip_range") {
    if (parseRange(text) === null) throw wrong('An address, or a range such as "203.0.113.0/24".');
    return text.toLowerCase();
  }
  if (kind === "person") {
    const uuid = parseId(text)?.prefix === "per" ? parseId(text)?.uuid : undefined;
    const named = text.startsWith("user_id:") ? await personByIdentity(ws, of.db, { kind: 1, value: text.slice(8) }) : (uuid ?? null);
    const person = named === null ? null : await canonicalPerson(ws, of.db, named);
    if (person === null) throw notFound("person");
    return person;
  }
  // As a review shows it, or the thing itself.
  const hash = /^hash:([0-9a-f]{32})$/.exec(text)?.[1];
  return hash ?? parts.hashes.keyed(`${ws}|${signalText(kind satisfies SignalKind, text)}`);
}

function wrong(message: string): Refusal {
  return new Refusal("validation_failed", message, { errors: [{ pointer: "/value", code: "invalid", message }] });
}

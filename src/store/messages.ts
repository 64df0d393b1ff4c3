/** Messages that are due. Written in the transaction of what they follow from; the same message is there once, whoever adds it again. */
import crypto from "node:crypto";
import { derivedUuid } from "../core/id.ts";
import { type MessageKind, MESSAGES, type NewMessage, OPERATORS } from "../core/messages/kinds.ts";
import { chooseLocale } from "../core/messages/locale.ts";
import { plain, quoted } from "./arrays.ts";
import { binary } from "./binary-array.ts";
import type { Client } from "./db.ts";
import { planName, rows as named } from "./settle-rows.ts";
import { survivor } from "./survivor.ts";

export type { NewMessage } from "../core/messages/kinds.ts";

type Reader = { asked: string; id: string | null; locale: unknown; language: unknown; workspace: unknown; suppressed: boolean };

/**
 * Adds messages, each in the language of its person (her attribute `locale` or `language`, else the workspace's). Who was merged is told
 * under who she is now; who was erased is told nothing; who is not to be contacted gets what is essential, and the rest is there as
 * dropped, with the reason. @returns how many are new.
 */
export async function insertMessages(workspaceId: string, db: Client, rows: readonly NewMessage[]): Promise<number> {
  if (rows.length === 0) return 0;
  const readers = await readReaders(workspaceId, db, [...new Set(rows.map((r) => r.person_id))]);
  const wanted = rows.flatMap((row) => {
    const reader = readers.get(row.person_id);
    if (reader === undefined || reader.id === null) return [];
    const dropped = reader.suppressed && !MESSAGES[row.kind].essential;
    return [{ ...row, person_id: reader.id, locale: chooseLocale(reader, reader.workspace), dropped }];
  });
  const { rowCount } = await db.query({
    name: planName(db, "save_messages"),
    text: `insert into message (workspace_id, id, kind, person_id, subject_key, locale, data, due_at, status, reason)
     select $1::uuid, unnest($2::uuid[]), unnest($3::text[]), unnest($4::uuid[]), unnest($5::text[]), unnest($6::text[]),
            unnest($7::json[]), unnest($8::bigint[]), unnest($9::text[]), unnest($10::text[])
     on conflict do nothing`,
    values: [
      workspaceId,
      binary(
        "uuid",
        wanted.map((r) => messageId(workspaceId, r)),
      ),
      binary(
        "text",
        wanted.map((r) => r.kind),
      ),
      binary(
        "uuid",
        wanted.map((r) => r.person_id),
      ),
      binary(
        "text",
        wanted.map((r) => r.subject_key),
      ),
      binary(
        "text",
        wanted.map((r) => r.locale),
      ),
      binary(
        "json",
        wanted.map((r) => JSON.stringify(r.data ?? {})),
      ),
      binary(
        "bigint",
        wanted.map((r) => r.due_at),
      ),
      binary(
        "text",
        wanted.map((r) => (r.dropped ? "dropped" : "due")),
      ),
      binary(
        "text",
        wanted.map((r) => (r.dropped ? "suppressed" : null)),
      ),
    ],
  });
  return rowCount ?? 0;
}

function messageId(workspaceId: string, row: NewMessage): string {
  return derivedUuid(crypto.hash("sha256", `message|${workspaceId}|${row.kind}|${row.person_id}|${row.subject_key}`, "hex"), row.due_at);
}

async function readReaders(workspaceId: string, db: Client, people: readonly string[]): Promise<Map<string, Reader>> {
  const found = await named<Reader>(db, "message_readers", {
    text: `select u.id as asked, case when u.id = $3::uuid then u.id when t.erased_at is null then t.id end as id,
            coalesce(to_json(q.locale), v.data->'attributes'->'locale') as locale,
            v.data->'attributes'->'language' as language, w.settings->'locale' as workspace,
            exists (select from suppression s where s.workspace_id = $1 and s.person_id = t.id and s.lifted_at is null
                       and s.channel = 'all') as suppressed
       from unnest($2::uuid[]) u(id)
       left join person p on p.workspace_id = $1 and p.id = u.id
       left join person t on t.workspace_id = $1 and t.id = ${survivor("p")}
       left join person_private v on v.workspace_id = $1 and v.person_id = t.id
       left join portal_preference q on q.workspace_id = $1 and q.person_id = t.id
       left join workspace w on w.workspace_id = $1`,
    values: [workspaceId, plain(people), OPERATORS],
  });
  return new Map(found.map((row) => [row.asked, row]));
}

/** Which of these messages are there, as "person|kind|subject". */
export async function readTold(
  workspaceId: string,
  db: Client,
  wanted: readonly Pick<NewMessage, "kind" | "person_id" | "subject_key">[],
): Promise<Set<string>> {
  if (wanted.length === 0) return new Set();
  const { rows } = await db.query<{ key: string }>(
    `select m.person_id || '|' || m.kind || '|' || m.subject_key as key
       from unnest($2::uuid[], $3::text[], $4::text[]) u(person, kind, subject)
       join message m on m.workspace_id = $1 and m.person_id = u.person and m.kind = u.kind and m.subject_key = u.subject`,
    [workspaceId, plain(wanted.map((r) => r.person_id)), quoted(wanted.map((r) => r.kind)), quoted(wanted.map((r) => r.subject_key))],
  );
  return new Set(rows.map((r) => r.key));
}

export type MessageRow = {
  id: string;
  kind: MessageKind;
  person_id: string;
  subject_key: string;
  locale: string;
  data: Record<string, unknown>;
  due_at: number;
  status: "due" | "delivered" | "dropped";
  reason: string | null;
};
export type MessageFilter = {
  before: string | null;
  limit: number;
  kind: string | null;
  status: string | null;
  personId: string | null;
  subject: string | null;
};

/** The latest due first. */
export async function listMessages(workspaceId: string, db: Client, filter: MessageFilter): Promise<MessageRow[]> {
  const { rows } = await db.query<MessageRow>(
    `select id, kind, person_id, subject_key, locale, data, due_at, status, reason from message
      where workspace_id = $1 and ($2::uuid is null or id < $2) and ($3::text is null or kind = $3) and ($4::text is null or status = $4)
        and ($5::uuid is null or person_id = $5) and ($6::text is null or subject_key = $6)
      order by id desc limit $7`,
    [workspaceId, filter.before, filter.kind, filter.status, filter.personId, filter.subject, filter.limit],
  );
  return rows;
}

/** Writing about people outside the settle path: erasing. Everything here runs behind the writer lock. */
import { ERASE_MEANT } from "./announcement-people.ts";
import { ERASE_ADJUSTMENTS } from "./adjustments.ts";
import { plain } from "./arrays.ts";
import { ERASE_CLAIMS } from "./claim-people.ts";
import { ERASE_CONTESTS } from "./contest-people.ts";
import type { Client } from "./db.ts";
import { ERASE_MAIL } from "./mail-people.ts";
import { ERASE_WORDS } from "./merge-cases.ts";
import { ERASE_PORTAL } from "./portal-people.ts";
import { ERASE_PROFILES } from "./profiles.ts";

/** Everybody who was merged into a person, and the person: one family, whose rows are one person's. */
export async function readFamily(workspaceId: string, db: Client, personId: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `with recursive family(id) as (
       select $2::uuid union all select p.id from family f join person p on p.workspace_id = $1 and p.merged_into = f.id)
     select id from family`,
    [workspaceId, personId],
  );
  return rows.map((r) => r.id);
}

export type PersonState = { id: string; merged_into: string | null; has_user_id: boolean; erased: boolean; user_ids: string[] };

/** What merging and erasing ask about people first. */
export async function readPersonStates(workspaceId: string, db: Client, ids: readonly string[]): Promise<Map<string, PersonState>> {
  const { rows } = await db.query<PersonState>(
    `select p.id, p.merged_into, p.has_user_id, p.erased_at is not null as erased,
            array(select i.value from person_identity i where i.workspace_id = $1 and i.person_id = p.id and i.kind = 1
              order by 1) as user_ids
       from person p where p.workspace_id = $1 and p.id = any($2::uuid[])`,
    [workspaceId, plain(ids)],
  );
  return new Map(rows.map((r) => [r.id, r]));
}

/**
 * Deletes what is known of a person under any of her ids, ends her links and places, and marks her erased. Facts, orders,
 * referrals, rewards and the ledger stay under the bare ids: nothing in them names anybody. Words that operators wrote about her
 * rewards go; what a payment provider answered goes, its reference stays with the books.
 * @returns the codes of links that changed, which caches must forget.
 */
export async function erasePersonRows(workspaceId: string, db: Client, of: { family: readonly string[]; at: number }): Promise<string[]> {
  const ids = plain(of.family);
  const run = (text: string) => db.query(text, [workspaceId, ids]);
  const codes = await db.query<{ code_key: string }>(
    "select code_key from link where workspace_id = $1 and person_id = any($2::uuid[])",
    [workspaceId, ids],
  );
  await Promise.all([
    run("delete from person_private where workspace_id = $1 and person_id = any($2::uuid[])"),
    run("delete from person_identity where workspace_id = $1 and person_id = any($2::uuid[])"),
    run("delete from merge_suggestion where workspace_id = $1 and (person_a = any($2::uuid[]) or person_b = any($2::uuid[]))"),
    run(`delete from event_private e where e.workspace_id = $1 and (e.person_id = any($2::uuid[])
            or e.fact_id in (select f.id from fact f where f.workspace_id = $1 and f.person_id = any($2::uuid[])))`),
    run("update advocate set status = 'left' where workspace_id = $1 and person_id = any($2::uuid[])"),
    run(`update reward set reason = 'erased' where workspace_id = $1 and reason is not null
            and (rule = 'manual' or gate in ('denied', 'reversed')) and (recipient_id = any($2::uuid[]) or friend_id = any($2::uuid[]))`),
    run("delete from risk_signal where workspace_id = $1 and person_id = any($2::uuid[])"),
    run("delete from risk_list where workspace_id = $1 and kind = 'person' and value = any($2::text[])"),
    run("delete from licence where workspace_id = $1 and person_id = any($2::uuid[])"),
    run(`update risk_assessment set note = null where workspace_id = $1 and note is not null
            and (friend_id = any($2::uuid[]) or advocate_id = any($2::uuid[]))`),
    run("update payout set error = null where workspace_id = $1 and person_id = any($2::uuid[])"),
    run("update redemption set reference = null where workspace_id = $1 and person_id = any($2::uuid[])"),
    run("delete from testimonial where workspace_id = $1 and person_id = any($2::uuid[])"),
    run("delete from person_shown where workspace_id = $1 and person_id = any($2::uuid[])"),
    run("delete from advocate_level where workspace_id = $1 and person_id = any($2::uuid[])"),
    // That she agreed stays under the bare id; where from goes. An address that is not to be written to stays as its hash.
    run("delete from message where workspace_id = $1 and person_id = any($2::uuid[])"),
    run(ERASE_ADJUSTMENTS),
    run(ERASE_WORDS),
    ...ERASE_CLAIMS.map(run),
    ...ERASE_MAIL.map(run),
    ...ERASE_MEANT.map(run),
    // Answers of studies name people by their ids: they are worked out anew without her.
    db.query("delete from kept_study where workspace_id = $1", [workspaceId]),
    run("delete from consent_private where workspace_id = $1 and person_id = any($2::uuid[])"),
    ...ERASE_CONTESTS.map(run),
    ...ERASE_PORTAL.map(run),
    ...ERASE_PROFILES.map(run),
    // A chosen code may be the person's name: it makes way for its own id. Random codes say nothing.
    db.query(
      `update link set disabled_at = coalesce(disabled_at, $3), code = case when kind = 'random' then code
        else 'ERASED-' || upper(id::text) end,
              code_key = case when kind = 'random' then code_key else 'ERASED-' || upper(id::text) end
        where workspace_id = $1 and person_id = any($2::uuid[])`,
      [workspaceId, ids, of.at],
    ),
    db.query("update person set erased_at = coalesce(erased_at, $3) where workspace_id = $1 and id = any($2::uuid[])", [
      workspaceId,
      ids,
      of.at,
    ]),
    // Whoever comes back is somebody new: the epoch is in the ids of new people.
    db.query("update workspace set epoch = epoch + 1, person_erased_at = clock_timestamp() where workspace_id = $1", [workspaceId]),
  ]);
  return codes.rows.map((r) => r.code_key);
}

/** Texts that tell who these people are: identities, and what stands in their private rows, names also word by word. At least 2 letters. */
export async function readWords(workspaceId: string, db: Client, people: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ word: string }>(
    `with recursive family(id) as (
       select coalesce(p.merged_into, p.id) from person p where p.workspace_id = $1 and p.id = any($2::uuid[])
       union select p.id from family f join person p on p.workspace_id = $1 and p.merged_into = f.id)
     select i.value as word from person_identity i where i.workspace_id = $1 and i.person_id in (select id from family)
     union select t.value from person_private v, json_each_text(v.data) t
      where v.workspace_id = $1 and v.person_id in (select id from family) and t.key in ('name', 'email', 'phone', 'user_id',
        'anonymous_id')
     union select w from person_private v, regexp_split_to_table(v.data->>'name', '\\s+') w
      where v.workspace_id = $1 and v.person_id in (select id from family)`,
    [workspaceId, plain(people)],
  );
  return rows.map((r) => r.word).filter((word) => word.length >= 2);
}

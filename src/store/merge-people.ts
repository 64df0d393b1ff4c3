/**
 * What of a person moves when she turns out to be somebody else. Facts keep the id they came with and the ledger keeps its
 * rows; everything that is looked up by a person (identities, orders, links, places in programs, grants, coupons) is given to
 * the one who stands for both now. Runs inside the batch, before anything is read for folding again, in one wait.
 */
import { MOVE_ADJUSTMENTS } from "./adjustments.ts";
import { MOVE_MEANT } from "./announcement-people.ts";
import { MOVE_CONTESTS } from "./contest-people.ts";
import { MOVE_CLAIMS } from "./claim-people.ts";
import type { Client } from "./db.ts";
import { MOVE_MAIL } from "./mail-people.ts";
import { MOVE_CASES } from "./merge-cases.ts";
import { REGATED, RISK } from "./merge-risk.ts";
import { MOVE_PORTAL } from "./portal-people.ts";
import { MOVE_PROFILES } from "./profiles.ts";

/** A grant that was carried over: its part of the pending or available balance follows it. */
export type MovedGrant = { form: string; unit: string; owed: number; used: number; matured: boolean };
export type MovedStanding = { program: string; period: string; periodEnd: number | null };
/** `advocate`: evidence names her by this id, so every process must learn who stands for it. */
export type Moved = { grants: MovedGrant[]; standings: MovedStanding[]; advocate: boolean };

// Parameters everywhere: $1 workspace, $2 the id that goes, $3 the id that stays. All statements are sent at once, in this order.
const SIMPLE = [
  "update person_identity set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid",
  "update coupon set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid",
  // What the other was told, agreed to or forbade counts for both; where both have the same, one is enough.
  ...["message:kind,subject_key", "suppression:channel,lifted_at", "terms_acceptance:program_id,terms"].flatMap(moveUnlessThere),
  "update consent set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid",
  "update consent_private set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid",
  "update redemption set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid",
  // What she chose to show: of two the one who stays keeps hers.
  `update person_shown set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid
      and not exists (select from person_shown where workspace_id = $1 and person_id = $3::uuid)`,
  "delete from person_shown where workspace_id = $1 and person_id = $2::uuid and person_id <> $3::uuid",
  ...RISK,
  ...MOVE_MAIL,
  ...MOVE_MEANT,
  MOVE_ADJUSTMENTS,
  MOVE_CASES,
  MOVE_CLAIMS,
  `update merge_suggestion set decided = 'merged' where workspace_id = $1 and decided is null
      and ((person_a = $2::uuid and person_b = $3::uuid) or (person_a = $3::uuid and person_b = $2::uuid))`,
  // Who was merged into her before now stands under the one who stays: nobody is ever more than one step away.
  "update person set merged_into = $3::uuid where workspace_id = $1 and merged_into = $2::uuid",
  "update event_private set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid",
  // What is known of both: where they say different things, the one who stays is believed.
  `insert into person_private as t (workspace_id, person_id, data, updated_at)
   select $1::uuid, $3::uuid, data, updated_at from person_private where workspace_id = $1 and person_id = $2::uuid
       on conflict (workspace_id, person_id) do update
      set data = merge_private(excluded.data, t.data), updated_at = greatest(t.updated_at, excluded.updated_at)`,
  "delete from person_private where workspace_id = $1 and person_id = $2::uuid and person_id <> $3::uuid",
  // Orders are found by their facts, those of people merged into her before too: every purchase would pay for an index by person.
  `update order_state o set person_id = $3::uuid
     from (with recursive m(id) as (select $2::uuid union all select p.id from m join person p on p.workspace_id = $1
       and p.merged_into = m.id)
           select distinct f.order_id from m join fact f on f.workspace_id = $1 and f.person_id = m.id and f.order_id is not null) u
    where o.workspace_id = $1 and o.order_id = u.order_id
      and o.person_id in (with recursive m(id) as (select $2::uuid union all select p.id from m join person p
        on p.workspace_id = $1 and p.merged_into = m.id)
                          select id from m)`,
  // As advocate the referrals are hers now; as friend too, unless she has one of the program herself: then the fold decides which stays.
  "update referral set advocate_id = $3::uuid where workspace_id = $1 and advocate_id = $2::uuid",
  `update referral t set friend_id = $3::uuid where t.workspace_id = $1 and t.friend_id = $2::uuid
      and not exists (select from referral r where r.workspace_id = $1 and r.program_id = t.program_id and r.friend_id = $3::uuid)`,
  // Places in programs: active where either was, since the earlier of the two.
  `insert into advocate as t (workspace_id, program_id, person_id, joined_at, status)
   select $1::uuid, program_id, $3::uuid, joined_at, status from advocate where workspace_id = $1 and person_id = $2::uuid
       on conflict (workspace_id, program_id, person_id) do update set joined_at = least(t.joined_at, excluded.joined_at),
          status = case when excluded.status = 'active' then 'active' else t.status end`,
];

/** Levels are looked at again at once, by what both earned; of two places at one gathering the better stays, and frees the other. */
const MOVE_POINTS = [
  "update testimonial set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid",
  "update level_change set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid",
  `insert into advocate_level as t (workspace_id, program_id, person_id, level, since, points, next_at, checked_at)
   select $1::uuid, program_id, $3::uuid, level, since, points, 0, checked_at from advocate_level
    where workspace_id = $1 and person_id = $2::uuid
       on conflict (workspace_id, program_id, person_id) do update set next_at = 0`,
  "delete from advocate_level where workspace_id = $1 and person_id = $2::uuid and person_id <> $3::uuid",
  `update gathering_place t set state = m.state, seated_at = coalesce(m.seated_at, t.seated_at), left_at = m.left_at
     from gathering_place m where m.workspace_id = $1 and m.person_id = $2::uuid and t.workspace_id = $1 and t.person_id = $3::uuid
      and t.gathering_id = m.gathering_id and array_position(array['seat', 'waiting', 'left'], m.state)
        < array_position(array['seat', 'waiting', 'left'], t.state)`,
  `delete from gathering_place m using gathering_place t where m.workspace_id = $1 and m.person_id = $2::uuid and t.workspace_id = $1
      and t.person_id = $3::uuid and t.gathering_id = m.gathering_id`,
  "update gathering_place set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid",
];

const ALIAS = `insert into advocate_alias (workspace_id, alias_id, person_id) select $1::uuid, $2::uuid, $3::uuid
   where exists (select from advocate where workspace_id = $1 and person_id = $2::uuid) or exists (select from link
     where workspace_id = $1 and person_id = $2::uuid)
      or exists (select from advocate_alias where workspace_id = $1 and person_id = $2::uuid)
   on conflict (workspace_id, alias_id) do update set person_id = excluded.person_id returning 1`;

const AFTER_ALIAS = [
  "update advocate_alias set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid",
  "delete from advocate where workspace_id = $1 and person_id = $2::uuid and person_id <> $3::uuid",
  "update link set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid",
];

// The business key with the new id in it: `friend:<id>:<n>` and `earned:<id>:...` name people.
const REKEYED =
  "replace(replace(t.basis, 'friend:' || $2::uuid::text || ':', 'friend:' || $3::uuid::text || ':'), 'earned:' || $2::uuid::text " +
  "|| ':', 'earned:' || $3::uuid::text || ':')";
// Also not for one that moves in the same statement: an advocate's reward for her own second account, after both were joined.
const FREE = (recipient: string) =>
  `not exists (select from reward r where r.workspace_id = $1 and r.program_id = t.program_id and r.rule = t.rule
      and r.basis = ${REKEYED} and r.recipient_id in (${recipient}, t.recipient_id) and r.id <> t.id)`;

/**
 * Grants under the keys that name the person who stays, so that nothing is taken from one and given to the other again: what
 * was paid stays paid, what was refused stays refused. A grant that she has under the same key already is left where it is,
 * and the fold takes it back. Shares that others earned of hers come last.
 */
const AS_FRIEND = `update reward t set friend_id = $3::uuid, basis = ${REKEYED}
   where t.workspace_id = $1 and t.friend_id = $2::uuid and ${FREE("t.recipient_id")}`;
const AS_RECIPIENT = `update reward t set recipient_id = $3::uuid, basis = ${REKEYED},
         advocate_id = case when t.advocate_id = $2::uuid then $3::uuid else t.advocate_id end
   where t.workspace_id = $1 and t.recipient_id = $2::uuid and ${FREE("$3::uuid")}
  returning t.form, t.unit, t.owed, t.used, t.matured_at is not null as matured`;
const SHARES = `update reward t set basis = ${REKEYED}, advocate_id = $3::uuid
   where t.workspace_id = $1 and t.basis like 'earned:' || $2::uuid::text || ':%' and ${FREE("t.recipient_id")}
     and t.friend_id in (select r.friend_id from referral r where r.workspace_id = $1 and r.advocate_id = $3::uuid)`;

const STANDINGS = `insert into standing as t (workspace_id, program_id, owner_id, period, period_end, state, closed_at)
   select $1::uuid, program_id, $3::uuid, period, period_end, state, closed_at from standing where workspace_id = $1 and owner_id = $2::uuid
       on conflict (workspace_id, program_id, owner_id, period) do update set closed_at = coalesce(t.closed_at, excluded.closed_at)
   returning program_id as program, period, period_end as "periodEnd"`;

/** "table:columns": the rows of the one who goes, unless the other has one that says the same of these columns; what is left goes. */
function moveUnlessThere(of: string): string[] {
  const [table = "", columns = ""] = of.split(":");
  const same = columns.split(",").map((c) => `o.${c} is not distinct from t.${c}`);
  return [
    `update ${table} t set person_id = $3::uuid where t.workspace_id = $1 and t.person_id = $2::uuid
        and not exists (select from ${table} o where o.workspace_id = $1 and o.person_id = $3::uuid and ${same.join(" and ")})`,
    `delete from ${table} where workspace_id = $1 and person_id = $2::uuid and person_id <> $3::uuid`,
  ];
}

/** Moves everything of `from` to `into`, who must stand for herself. The standings are to be folded again. */
export async function movePerson(db: Client, ws: string, pair: { from: string; into: string }): Promise<Moved> {
  const values = [ws, pair.from, pair.into];
  const send = (text: string) => db.query(text, values);
  const first = [...SIMPLE, ...MOVE_POINTS, ...MOVE_CONTESTS, ...MOVE_PORTAL, ...MOVE_PROFILES].map(send);
  const alias = send(ALIAS);
  const then = AFTER_ALIAS.map(send);
  const asFriend = send(AS_FRIEND);
  const grants = db.query<MovedGrant>(AS_RECIPIENT, values);
  const shares = send(SHARES);
  const standings = db.query<MovedStanding>(STANDINGS, values);
  const last = send("delete from standing where workspace_id = $1 and owner_id = $2::uuid and owner_id <> $3::uuid");
  const gates = send(REGATED);
  // All of them: one that nobody awaits yet when the connection is lost would end the process as an unhandled rejection.
  await Promise.all([...first, alias, ...then, asFriend, grants, shares, standings, last, gates]);
  return { grants: (await grants).rows, standings: (await standings).rows, advocate: ((await alias).rowCount ?? 0) > 0 };
}

/** Who stands for advocates of old evidence: loaded with the programs. */
export async function loadAliases(db: Client, ws: string): Promise<Map<string, string>> {
  const { rows } = await db.query<{ alias_id: string; person_id: string }>({
    name: "load_aliases",
    text: "select alias_id, person_id from advocate_alias where workspace_id = $1",
    values: [ws],
  });
  return new Map(rows.map((r) => [r.alias_id, r.person_id]));
}

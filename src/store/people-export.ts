/**
 * Everything that is kept about a person, table by table, in one snapshot. Cases are not among it: who may export people may still not be
 * on a case, and an export must not tell that there is one. The people on a case give her what stands in it.
 */
import type { OutcomeStatus } from "../core/event.ts";
import { type KeptOutcome, wholeOutcome } from "../core/kept-outcome.ts";
import { plain } from "./arrays.ts";
import { EXPORT_CLAIMS } from "./claim-people.ts";
import type { Client } from "./db.ts";
import { EXPORT_PORTAL } from "./portal-people.ts";

type Rows = Record<string, unknown>[];

// $2: every id of the person. Friends and advocates of hers appear by their ids: what is known of them is theirs.
const TABLES: Readonly<Record<string, string>> = {
  person: `select p.id, p.merged_into, p.created_at, p.erased_at, c.external_id as company, v.data from person p
      left join company c on c.workspace_id = $1 and c.id = p.company_id
      left join person_private v on v.workspace_id = $1 and v.person_id = p.id
     where p.workspace_id = $1 and p.id = any($2::uuid[]) order by p.merged_into nulls first, p.id`,
  identities: "select kind, value from person_identity where workspace_id = $1 and person_id = any($2::uuid[]) order by kind, value",
  programs: `select g.key as program, a.joined_at, a.status from advocate a join program g on g.workspace_id = $1 and g.id = a.program_id
     where a.workspace_id = $1 and a.person_id = any($2::uuid[]) order by g.key`,
  links: `select l.id, g.key as program, l.code, l.kind, l.channel, l.created_at, l.disabled_at,
            (select count(*) from touch t where t.workspace_id = $1 and t.link_id = l.id) as visits
       from link l join program g on g.workspace_id = $1 and g.id = l.program_id
     where l.workspace_id = $1 and l.person_id = any($2::uuid[]) order by l.created_at, l.id`,
  events: `select f.id, f.client_id, f.type, f.at, f.received_at, coalesce(s.status, f.status) as status, f.order_id, f.body, f.outcome,
            e.data as private, e.expires_at as private_until
       from fact f left join event_private e on e.workspace_id = $1 and e.fact_id = f.id
       left join fact_status s on s.workspace_id = $1 and s.fact_id = f.id
     where f.workspace_id = $1 and f.person_id = any($2::uuid[]) order by f.at, f.client_id`,
  orders: `select order_id, currency, total, refunded from order_state
     where workspace_id = $1 and person_id = any($2::uuid[])
       and order_id in (select f.order_id from fact f where f.workspace_id = $1 and f.person_id = any($2::uuid[])
         and f.order_id is not null)
     order by order_id`,
  referrals: `select r.id, g.key as program, r.advocate_id, r.friend_id, r.evidence, r.evidence_at, r.bound_at, r.stage,
    r.stage_at, r.status
       from referral r join program g on g.workspace_id = $1 and g.id = r.program_id
     where r.workspace_id = $1 and (r.friend_id = any($2::uuid[]) or r.advocate_id = any($2::uuid[])) order by r.bound_at, r.id`,
  rewards: `select r.id, g.key as program, r.rule, r.basis, r.friend_id, r.at, r.form, r.unit, r.owed, r.used, r.state, r.reason,
    r.available_at, r.matured_at, r.expires_at, r.expired
       from reward r join program g on g.workspace_id = $1 and g.id = r.program_id
     where r.workspace_id = $1 and r.recipient_id = any($2::uuid[]) order by r.at, r.id`,
  balances: `select kind, form, unit, sum(balance)::bigint as balance from ledger_account
     where workspace_id = $1 and owner_id = any($2::uuid[]) group by 1, 2, 3 order by 1, 2, 3`,
  coupons: `select code, terms, issued_at, valid_until, redeemed_at, redeemed_order from coupon
     where workspace_id = $1 and person_id = any($2::uuid[]) order by issued_at, code`,
  coupon_uses: `select code, nth, order_id, receipt, discount, currency, at from coupon_use
     where workspace_id = $1 and person_id = any($2::uuid[]) order by at, code, nth`,
  licences: `select kind, region, number, valid_from, valid_until, status from licence
     where workspace_id = $1 and person_id = any($2::uuid[]) order by added_at, id`,
  reviews: `select g.key as program, a.score, a.verdict, a.reasons, a.inputs, a.scored_at, a.state, a.decided_by from risk_assessment a
       join program g on g.workspace_id = $1 and g.id = a.program_id
     where a.workspace_id = $1 and a.friend_id = any($2::uuid[]) order by a.scored_at, a.id`,
  seen_with: `select kind, last_at, expires_at from risk_signal
     where workspace_id = $1 and person_id = any($2::uuid[]) order by kind, hash`,
  redemptions: `select r.id, i.key as item, r.form, r.unit, r.amount, r.reference, r.at, r.cancelled_at from redemption r
       left join catalogue_item i on i.workspace_id = $1 and i.id = r.item_id
     where r.workspace_id = $1 and r.person_id = any($2::uuid[]) order by r.at, r.id`,
  levels: `select g.key as program, c.at, c.kind, c.from_level, c.to_level, c.points from level_change c
      join program g on g.workspace_id = $1 and g.id = c.program_id
     where c.workspace_id = $1 and c.person_id = any($2::uuid[]) order by c.at, c.id`,
  gatherings: `select l.gathering_id as id, g.title, l.state, l.joined_at, l.seated_at, l.left_at from gathering_place l
      join gathering g on g.workspace_id = $1 and g.id = l.gathering_id
     where l.workspace_id = $1 and l.person_id = any($2::uuid[]) order by l.joined_at, l.gathering_id`,
  testimonials: `select t.id, g.key as program, t.activity, t.body, t.rating, t.shown_as, t.consent, t.status, t.at, t.decided_at
      from testimonial t join program g on g.workspace_id = $1 and g.id = t.program_id
     where t.workspace_id = $1 and t.person_id = any($2::uuid[]) order by t.at, t.id`,
  messages: `select kind, subject_key, locale, data, due_at, status, reason from message
     where workspace_id = $1 and person_id = any($2::uuid[]) order by due_at, id`,
  consents: `select c.id, c.purpose, c.channel, c.granted, c.wording, c.source, c.at, v.data as private from consent c
       left join consent_private v on v.workspace_id = $1 and v.consent_id = c.id
     where c.workspace_id = $1 and c.person_id = any($2::uuid[]) order by c.at, c.id`,
  terms: `select g.key as program, a.terms, a.language, a.at, a.source from terms_acceptance a
       join program g on g.workspace_id = $1 and g.id = a.program_id
     where a.workspace_id = $1 and a.person_id = any($2::uuid[]) order by a.at`,
  suppressions: `select channel, reason, source, at, lifted_at from suppression
     where workspace_id = $1 and person_id = any($2::uuid[]) order by at, id`,
  shares: `select s.id, g.key as program, s.channel, s.url, s.status, s.shared_at, s.verified_at from share s
       join program g on g.workspace_id = $1 and g.id = s.program_id
     where s.workspace_id = $1 and s.person_id = any($2::uuid[]) order by s.shared_at, s.id`,
  deliverables: `select d.id, g.key as program, d.url, d.status, d.submitted_at, d.decided_at, d.reason from deliverable d
       join program g on g.workspace_id = $1 and g.id = d.program_id
     where d.workspace_id = $1 and d.person_id = any($2::uuid[]) order by d.submitted_at, d.id`,
  contests: `select c.key as contest, e.participant, e.weight as entries, w.position, w.place, w.status from contest_entry e
       join contest c on c.workspace_id = $1 and c.id = e.contest_id
       left join contest_winner w on w.workspace_id = $1 and w.contest_id = e.contest_id and w.participant = e.participant
     where e.workspace_id = $1 and e.person_id = any($2::uuid[]) order by c.key`,
  ranks: `select g.key as program, r.period, r.rank, r.value from leaderboard_rank r
       join program g on g.workspace_id = $1 and g.id = r.program_id
     where r.workspace_id = $1 and r.person_id = any($2::uuid[]) order by g.key, r.period`,
  ...EXPORT_CLAIMS,
  ...EXPORT_PORTAL,
  requests: `select r.id, g.key as program, r.from_id, r.to_id, r.status, r.asked_at, r.expires_at, r.decided_at, t.text
     from member_request r
       join program g on g.workspace_id = $1 and g.id = r.program_id
       left join private_text t on t.workspace_id = $1 and t.thing = r.id and t.author = any($2::uuid[])
     where r.workspace_id = $1 and (r.from_id = any($2::uuid[]) or r.to_id = any($2::uuid[])) order by r.asked_at, r.id`,
  introductions: `select i.id, g.key as program, i.giver_id, i.receiver_id, i.person_id, i.at from introduction i
       join program g on g.workspace_id = $1 and g.id = i.program_id
     where i.workspace_id = $1 and (i.giver_id = any($2::uuid[]) or i.receiver_id = any($2::uuid[]) or i.person_id = any($2::uuid[]))
     order by i.at, i.id`,
  slips: `select s.id, g.key as program, s.from_id, s.to_id, s.value, s.currency, s.at, t.text from slip s
       join program g on g.workspace_id = $1 and g.id = s.program_id
       left join private_text t on t.workspace_id = $1 and t.thing = s.id
     where s.workspace_id = $1 and (s.from_id = any($2::uuid[]) or s.to_id = any($2::uuid[])) order by s.at, s.id`,
  leads: `select l.id, g.key as program, l.from_company, l.to_company, l.person_id, l.status, l.sent_at, l.decided_at, t.text from lead l
       join program g on g.workspace_id = $1 and g.id = l.program_id
       left join private_text t on t.workspace_id = $1 and t.thing = l.id
     where l.workspace_id = $1 and (l.person_id = any($2::uuid[]) or l.sender_id = any($2::uuid[])) order by l.sent_at, l.id`,
  payouts: `select id, form, unit, amount, state, reference, error, created_at, decided_at from payout
     where workspace_id = $1 and person_id = any($2::uuid[]) order by created_at, id`,
};

/** The tables' rows about these ids, by the table's word. */
export async function readEverything(workspaceId: string, db: Client, family: readonly string[]): Promise<Record<string, Rows>> {
  const values = [workspaceId, plain(family)];
  const names = Object.keys(TABLES);
  const found = await Promise.all(names.map((name) => db.query<Rows[number]>(TABLES[name] as string, values)));
  const tables = Object.fromEntries(names.map((name, i) => [name, found[i]?.rows ?? []]));
  return { ...tables, events: (tables["events"] ?? []).map(withOutcome) };
}

/** What was answered, as it was told. */
function withOutcome(row: Rows[number]): Rows[number] {
  const { id, client_id, status, outcome } = row as { id: string; client_id: string; status: OutcomeStatus; outcome: KeptOutcome };
  return { ...row, outcome: wholeOutcome({ id, client_id, status }, outcome) };
}

/**
 * Read-only views for whoever reads figures by SQL (Metabase, a notebook): schema `report`, made from the catalogue of metrics, so that a
 * column is what the console's figure is. A reader is a role of the database that belongs to one workspace; the views show that one's rows
 * whatever the reader sets, and she may read nothing else.
 */
import crypto from "node:crypto";
import type pg from "pg";
import { METRICS, metricOf } from "../core/analytics/metrics.ts";
import { REPORTS, type ReportKey } from "../core/analytics/reports.ts";

export const VIEW_SCHEMA = "report";

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const REPORT_KEYS = Object.keys(REPORTS) as ReportKey[];

const CURRENCIES = "What has a currency (minor units) stands in rows of its own.";

type Column = { name: string; sql: string; comment: string };

const DAY = "date '1970-01-01' + d.day";
const OWN = "(select report.own_workspace())";
const meant = (key: string): string => {
  const { name, definition, formula } = metricOf(key);
  return `${name}. ${definition} (${formula})`;
};

/** A report's columns: what is counted, and shares of two counted figures that stand in the same row. */
function columnsOf(report: ReportKey): Column[] {
  const whole = (key: string): string => `coalesce(sum(d.value) filter (where d.metric = ${quoted(key)}), 0)::bigint`;
  return REPORTS[report].flatMap((key): Column[] => {
    const metric = metricOf(key);
    if (metric.kind === "composed") return [];
    if (metric.kind !== "derived") return [{ name: key, sql: whole(key), comment: meant(key) }];
    if (metric.unit !== "share") return [];
    // Days are those of the workspace's zone: one more is left out than in any of them is young.
    const old = metric.after === undefined ? "" : ` and d.day < floor(extract(epoch from now()) / 86400)::int - ${metric.after + 1}`;
    const [above, below] = metric.of;
    const sum = (key: string): string => `coalesce(sum(d.value) filter (where d.metric = ${quoted(key)}${old}), 0)::bigint`;
    return [{ name: key, sql: `round(${sum(above)}::numeric / nullif(${sum(below)}, 0), 6)`, comment: meant(key) }];
  });
}

function reportView(report: ReportKey): string[] {
  const columns = columnsOf(report);
  const counted = [
    ...new Set(
      REPORTS[report].flatMap((key) => {
        const m = metricOf(key);
        return m.kind === "derived" ? m.of : [key];
      }),
    ),
  ];
  const view = `${VIEW_SCHEMA}.${report}`;
  return [
    `create view ${view} with (security_barrier) as
     select ${DAY} as day, p.key as program, nullif(d.unit, '') as currency,
            ${columns.map(({ name, sql }) => `${sql} as ${name}`).join(", ")}
       from public.report_day d join public.program p on p.workspace_id = d.workspace_id and p.id = d.program_id
      where d.workspace_id = ${OWN} and d.dim = '' and d.metric in (${counted.map(quoted).join(", ")})
      group by d.day, p.key, d.unit`,
    `comment on view ${view} is ${quoted(`The report "${report}" day by day: sum what is counted, then divide. ${CURRENCIES}`)}`,
    ...columns.map(({ name, comment }) => `comment on column ${view}.${name} is ${quoted(comment)}`),
  ];
}

const FIGURES = `
  create view report.figures with (security_barrier) as
  select ${DAY} as day, p.key as program, d.metric, nullif(d.dim, '') as cut, case when d.dim = '' then null else d.key end as part,
         nullif(d.unit, '') as unit, d.value
    from public.report_day d join public.program p on p.workspace_id = d.workspace_id and p.id = d.program_id
   where d.workspace_id = ${OWN} and d.value <> 0`;

const REFERRALS = `
  create view report.referrals with (security_barrier) as
  select f.referral_id, p.key as program, f.advocate_id, f.friend_id, nullif(f.channel, '') as channel, f.evidence,
         nullif(f.country, '') as country, f.stage, date '1970-01-01' + f.came as came, date '1970-01-01' + f.signed as signed_up,
         date '1970-01-01' + f.bought as bought, date '1970-01-01' + f.again as bought_again,
         date '1970-01-01' + f.qualified as qualified, f.orders, r.version
    from public.report_friend f join public.program p on p.workspace_id = f.workspace_id and p.id = f.program_id
    left join public.referral r on r.workspace_id = f.workspace_id and r.id = f.referral_id
   where f.workspace_id = ${OWN}`;

const SPEND = `
  create view report.channel_spend with (security_barrier) as
  select ${DAY} as day, d.channel, d.currency, d.amount, d.customers from public.channel_spend d where d.workspace_id = ${OWN}`;

const meanings = (): string => {
  const rows = METRICS.map(
    ({ key, name, unit, formula, definition }) => `(${[key, name, unit, formula, definition].map(quoted).join(", ")})`,
  );
  return `create view report.metrics as select * from (values ${rows.join(", ")}) as m(metric, name, unit, formula, definition)`;
};

/** All views, with what they mean. */
export function viewStatements(): string[] {
  return [
    meanings(),
    "comment on view report.metrics is 'What each metric is called and how it is counted.'",
    FIGURES,
    "comment on view report.figures is 'Every figure that is kept, also cut by one thing at a time (cut null: the whole).'",
    REFERRALS,
    "comment on view report.referrals is 'Friends in a program, with the day of each step. Ids only: nothing here says who anybody is.'",
    SPEND,
    "comment on view report.channel_spend is 'What other channels cost, as it was entered, in minor units.'",
    ...REPORT_KEYS.flatMap(reportView),
  ];
}

const READERS = `
  create schema if not exists report;
  create table if not exists report.reader (
    role_name name primary key, workspace_id uuid not null, made_at timestamptz not null default now());
  create or replace function report.own_workspace() returns uuid language plpgsql stable security definer set search_path = '' as $$
    begin return (select r.workspace_id from report.reader r join public.workspace_directory w using (workspace_id)
                   where r.role_name = session_user and w.closed_at is null); end $$`;

/** Brings the views to this version's catalogue, with what readers may do. Nothing is changed where they are right already. */
export async function writeViews(client: pg.Client): Promise<boolean> {
  const statements = viewStatements();
  const hash = crypto.hash("sha256", JSON.stringify([READERS, statements]), "hex");
  const { rows } = await client.query<{ hash: string | null }>(
    "select obj_description(to_regnamespace('report')::oid, 'pg_namespace') as hash",
  );
  if (rows[0]?.hash === hash) return false;
  const old = await client.query<{ name: string }>(
    "select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'report' and c.relkind = 'v'",
  );
  await client.query(
    [
      "begin",
      ...old.rows.map(({ name }) => `drop view report."${name}"`),
      READERS,
      ...statements,
      `do $$ declare r name; begin
         for r in select role_name from report.reader loop
           if exists (select from pg_roles where rolname = r) then
             execute format('grant select on all tables in schema report to %I', r);
             execute format('revoke all on report.reader from %I', r);
           end if;
         end loop; end $$`,
      `comment on schema report is '${hash}'`,
      "commit",
    ].join(";\n"),
  );
  return true;
}

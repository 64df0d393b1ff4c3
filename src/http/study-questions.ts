/** What a question about a study means today: its days, programs and segment. For its route, and for the job that renews kept answers. */
import { countedBy } from "../core/analytics/metrics.ts";
import { REPORTS } from "../core/analytics/reports.ts";
import { DAY } from "../core/calendar.ts";
import type { Comparison } from "../core/analytics/report-period.ts";
import type { Condition } from "../core/condition.ts";
import { definition } from "../core/program.ts";
import { notFound } from "../flow/refusal.ts";
import type { StudyAsk } from "../flow/studies/studies.ts";
import type { VALUE_CUTS } from "../flow/studies/value.ts";
import type { Client } from "../store/db.ts";
import { readSegment } from "../store/segments.ts";
import { workspaceNow } from "../store/workspaces.ts";
import { uuidOrMissing } from "./listing.ts";
import { findProgram } from "./lookup.ts";
import { readAsked, readDays, readPrograms } from "./report-ask.ts";
import { readSegments } from "./report-cut.ts";
import { askedDay, readStudyDays } from "./study-ask.ts";
import { readTreeAsk } from "./views/tree.ts";

type Days = { from?: string | undefined; to?: string | undefined };
type Some = { program?: string | undefined };
type Worth = Days & Some & { weeks: number; margin?: number | undefined; discount: number; currency?: string | undefined };
type Value = Worth & {
  cut?: string | undefined;
  by: (typeof VALUE_CUTS)[number];
  segment?: string | undefined;
  caused?: number | undefined;
  people: number;
};
type Subscriptions = Worth & { renews: keyof typeof MONTHS };

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;
const WEEKS_A_MONTH = 52 / 12;

const programIds = async (workspaceId: string, db: Client, { program }: Some): Promise<string[]> =>
  (await readPrograms(workspaceId, db, program)).map(({ id }) => id);

async function value(workspaceId: string, db: Client, of: Value): Promise<StudyAsk<"value">> {
  const period = await readStudyDays(workspaceId, db, of);
  const segment = of.segment === undefined ? null : uuidOrMissing("seg", of.segment, "segment");
  if (of.by === "segment" && (segment === null || (await readSegment(workspaceId, db, segment)) === null)) throw notFound("segment");
  const programs = (await readPrograms(workspaceId, db, of.program)).map(({ id, key }) => ({ id, key }));
  const { by, weeks, margin = 1, discount, caused = 1, people, currency = null } = of;
  return { ...period, cut: askedDay("cut", of.cut), programs, segment, by, weeks, margin, discount, caused, people, currency };
}

async function subscriptions(workspaceId: string, db: Client, of: Subscriptions): Promise<StudyAsk<"subscriptions">> {
  const { renews, weeks, margin = 1, discount, currency = null } = of;
  const months = MONTHS[renews];
  const periods = Math.max(1, Math.round(weeks / WEEKS_A_MONTH / months));
  const { from, to, zone } = await readStudyDays(workspaceId, db, of);
  return { from, to, zone, programs: await programIds(workspaceId, db, of), currency, months, periods, margin, discount };
}

async function credit(workspaceId: string, db: Client, of: Days & Some & { lookback: number }): Promise<StudyAsk<"credit">> {
  const { days, zone } = await readDays(workspaceId, db, of);
  return { zone, ...days, programs: await programIds(workspaceId, db, of), lookback: of.lookback };
}

async function advocating(workspaceId: string, db: Client, of: Days & { days: number }): Promise<StudyAsk<"advocating">> {
  const { to, zone } = await readStudyDays(workspaceId, db, of);
  return { zone, to, days: of.days };
}

type Likely = Days & { days: number; people: number; together: number };
async function likely(workspaceId: string, db: Client, of: Likely): Promise<StudyAsk<"likely">> {
  const { to, zone } = await readStudyDays(workspaceId, db, of);
  return { zone, to, days: of.days, people: of.people, rules: of.together };
}

type GoodFriends = Days & Some & { days: number; within: number; people: number };
async function goodFriends(workspaceId: string, db: Client, of: GoodFriends): Promise<StudyAsk<"good_friends">> {
  const { to } = await readStudyDays(workspaceId, db, of);
  return { to, programs: await programIds(workspaceId, db, of), days: of.days, within: of.within, people: of.people };
}

type Growth = { program: string; window: number; joined: number };
async function growth(workspaceId: string, db: Client, of: Growth): Promise<StudyAsk<"growth">> {
  const { id } = await findProgram(workspaceId, db, of.program);
  const { today, zone } = await readDays(workspaceId, db, {});
  const to = today - of.window;
  return { programId: id, from: to - of.joined + 1, to, window: of.window, zone };
}

async function rings(_workspaceId: string, _db: Client, of: { grade: number; limit: number }): Promise<StudyAsk<"rings">> {
  return { least: of.grade, limit: of.limit };
}

async function experiment(_workspaceId: string, _db: Client, of: StudyAsk<"experiment">): Promise<StudyAsk<"experiment">> {
  return of;
}

type Forecast = Omit<StudyAsk<"forecast">, "programId" | "margin" | "today"> & { program: string; margin: number | null };
async function forecast(workspaceId: string, db: Client, { program, ...of }: Forecast): Promise<StudyAsk<"forecast">> {
  const { id, live } = await findProgram(workspaceId, db, program);
  const own = definition.safeParse(live).data?.margin_percent;
  const margin = of.margin ?? (own === undefined ? 1 : own / 100);
  return { ...of, margin, programId: id, today: Math.floor((await workspaceNow(workspaceId, db)) / DAY) };
}

type Tree = { program: string; under?: string | undefined; of: StudyAsk<"tree">["of"] };
async function tree(workspaceId: string, db: Client, { of, ...query }: Tree): Promise<StudyAsk<"tree">> {
  return { ...(await readTreeAsk(workspaceId, db, query)), of };
}

type Segments = { report: keyof typeof REPORTS; pair?: readonly [string, string] } & Some & Days & { compare?: Comparison };
async function segments(
  workspaceId: string,
  db: Client,
  { report, pair, compare = "none", ...of }: Segments,
): Promise<StudyAsk<"segments">> {
  const query = { ...of, compare, by: "segment", format: "json" } as const;
  const { days, compared, programs, zone } = await readAsked(workspaceId, db, { key: report, query });
  const asked = pair === undefined ? await readSegments(workspaceId, db) : await readPair(workspaceId, db, pair);
  return {
    zone,
    metrics: countedBy(REPORTS[report]),
    programs: programs.map(({ id }) => id),
    periods: compared === null ? [days] : [days, compared],
    segments: asked.map(({ key, condition }) => ({ key, condition })),
  };
}

/** Both, each once. */
async function readPair(workspaceId: string, db: Client, pair: readonly string[]) {
  const found: { key: string; condition: Condition }[] = [];
  for (const key of new Set(pair)) {
    const row = await readSegment(workspaceId, db, uuidOrMissing("seg", key, "segment"));
    if (row === null) throw notFound("segment");
    found.push({ key, condition: row.filter });
  }
  return found;
}

/** By the name of the study. */
export const STUDY_ASKS = {
  value,
  subscriptions,
  credit,
  advocating,
  likely,
  good_friends: goodFriends,
  growth,
  rings,
  experiment,
  forecast,
  tree,
  segments,
};

import { z } from "zod";
import { dayNumber } from "../../core/analytics/report-period.ts";
import { externalId } from "../../core/id.ts";
import { UTC, compileZone, formatInstant, periodOf } from "../../core/time.ts";
import type { Client } from "../../store/db.ts";
import { readReport } from "../../store/announcement-report.ts";
import { type AnnouncementRow, listAnnouncements } from "../../store/announcements.ts";
import { type ContestRow, listContests } from "../../store/contests.ts";
import { type ProgramRow, listPrograms } from "../../store/programs.ts";
import { readAnnouncementCost, readContestEntries } from "../../store/report-campaigns.ts";
import { readSums } from "../../store/report-read.ts";
import { endpoint } from "../endpoint.ts";
import { type AskedDays, readDays } from "../report-ask.ts";
import { type CampaignRow, type During, campaignReport } from "../views/campaign-report.ts";

/** Of each kind, the newest. */
const MOST = 12;
/** People of one announcement who are looked up. */
const LOOKED_AT = 2_000;
const METRICS = ["advocates_joined", "friends_came", "new_customers", "reward_cost"];

type Room = { workspaceId: string; db: Client; asked: AskedDays };

const dayOf = ({ asked }: Room, at: number): number => dayNumber(periodOf(at, "day", compileZone(asked.zone) ?? UTC).key)!;

/** The program in these days, as they are kept. */
async function duringOf({ workspaceId, db }: Room, of: { program: string; from: number; to: number }): Promise<During> {
  const { program, from, to } = of;
  const sums = await readSums(workspaceId, db, { programs: [program], metrics: METRICS, dim: "", from, to });
  const count = (metric: string): number => sums.filter((each) => each.metric === metric).reduce((all, { value }) => all + value, 0);
  return {
    days: to - from + 1,
    joined: count("advocates_joined"),
    friends_came: count("friends_came"),
    new_customers: count("new_customers"),
    costs: sums
      .filter(({ metric, value }) => metric === "reward_cost" && value !== 0)
      .map(({ unit, value }) => ({ unit, amount: value })),
  };
}

/** In it so far, and before it. Null for what has not begun. */
async function windowOf(room: Room, of: { program: string; from: number; to: number }): Promise<Pick<CampaignRow, "during" | "before">> {
  if (of.from > room.asked.now) return { during: null, before: null };
  const from = dayOf(room, of.from);
  const to = Math.max(from, Math.min(dayOf(room, of.to - 1), room.asked.today));
  const days = to - from + 1;
  return {
    during: await duringOf(room, { program: of.program, from, to }),
    before: await duringOf(room, { program: of.program, from: from - days, to: from - 1 }),
  };
}

async function announcementRow(room: Room, row: AnnouncementRow, names: ReadonlyMap<string, string>): Promise<CampaignRow> {
  const { workspaceId, db } = room;
  const id = externalId("anc", row.id);
  const found = await readReport(workspaceId, db, { announcement: row.id, subject: id, limit: LOOKED_AT });
  const { bought, costs } = await readAnnouncementCost(workspaceId, db, { announcement: row.id, limit: LOOKED_AT });
  const { looked_at, mailed, clicked, joined, shared, referred } = found;
  return {
    kind: row.moment === null ? "announcement" : "ask",
    id,
    name: row.name,
    program: row.program_id === null ? null : (names.get(row.program_id) ?? null),
    status: row.status,
    from: row.started_at === null ? null : formatInstant(row.started_at),
    to: row.ended_at === null ? null : formatInstant(row.ended_at),
    asked: { people: row.asked, looked_at, mailed, clicked, joined, shared, referred, bought, costs },
    entries: null,
    during: null,
    before: null,
  };
}

async function contestRow(room: Room, row: ContestRow): Promise<CampaignRow> {
  const of = { program: row.program, from: row.startsAt, to: row.endsAt };
  return {
    kind: "contest",
    id: row.key,
    name: row.key,
    program: row.programKey,
    status: statusOf(room, of),
    from: formatInstant(row.startsAt),
    to: formatInstant(row.endsAt),
    asked: null,
    entries: await readContestEntries(room.workspaceId, room.db, { contest: row.id, ...of }),
    ...(await windowOf(room, of)),
  };
}

const statusOf = ({ asked }: Room, { from, to }: { from: number; to: number }): string =>
  asked.now < from ? "planned" : asked.now < to ? "running" : "over";

type Bonus = { key: string; from: string; to: string };

/** The windows that a program's definition has now. */
async function bonusRows(room: Room, program: ProgramRow): Promise<CampaignRow[]> {
  const windows = ((program.live as { bonuses?: Bonus[] } | null)?.bonuses ?? []).slice(-MOST);
  const rows: CampaignRow[] = [];
  for (const { key, from, to } of windows) {
    const of = { program: program.id, from: Date.parse(from), to: Date.parse(to) };
    rows.push({
      kind: "bonus",
      id: key,
      name: key,
      program: program.key,
      status: statusOf(room, of),
      from: formatInstant(of.from),
      to: formatInstant(of.to),
      asked: null,
      entries: null,
      ...(await windowOf(room, of)),
    });
  }
  return rows;
}

export default endpoint({
  method: "GET",
  path: "/v1/reports/campaigns",
  tag: "Reports",
  permission: "reports:read",
  summary: "What came of each announcement, ask, contest and bonus window, and what it cost",
  description:
    `The newest ${MOST} of each kind. An announcement is followed by its people, ${LOOKED_AT} at most; ` +
    "a window by its program's days, beside as many before.",
  query: z.strictObject({ program: z.string().max(64).optional() }),
  response: campaignReport,
  async handler({ query, caller, read, services }) {
    await services.reports.fresh(caller.workspaceId);
    return await read(async (workspaceId, db) => {
      const room: Room = { workspaceId, db, asked: await readDays(workspaceId, db, {}) };
      const programs = await listPrograms(workspaceId, db, { before: null, limit: 200 });
      const names = new Map(programs.map(({ id, key }) => [id, key]));
      const isOf = (key: string | null): boolean => query.program === undefined || key === query.program;
      const announcements = (
        await listAnnouncements(workspaceId, db, { before: null, status: null, moments: null, limit: 4 * MOST })
      ).filter(({ status, program_id }) => status !== "draft" && isOf(program_id === null ? null : (names.get(program_id) ?? null)));
      const contests = (await listContests(workspaceId, db)).filter(({ programKey }) => isOf(programKey));
      const data: CampaignRow[] = [];
      for (const row of announcements.slice(0, MOST)) data.push(await announcementRow(room, row, names));
      for (const row of contests.slice(0, MOST)) data.push(await contestRow(room, row));
      for (const program of programs.filter(({ key }) => isOf(key))) data.push(...(await bonusRows(room, program)));
      return { data: data.sort((a, b) => (b.from ?? "9").localeCompare(a.from ?? "9")) };
    });
  },
});

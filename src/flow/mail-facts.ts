/** What the words of mails need to know of what they are about, read for a handful of messages at once. */
import { uuidOf } from "../core/id.ts";
import type { Prefix } from "../core/id.ts";
import { type MailSettings, operatorAddress, readMailSettings } from "../core/messages/mail-settings.ts";
import { brand as brandSchema } from "../core/brand.ts";
import type { Brand } from "../core/brand.ts";
import { paceOf } from "../core/goal.ts";
import { OPERATORS } from "../core/messages/kinds.ts";
import { dayNumber } from "../core/analytics/report-period.ts";
import type { WeekTold } from "../core/analytics/week-told.ts";
import { UTC, compileZone, periodOf } from "../core/time.ts";
import { topicOf } from "../core/messages/mail-policy.ts";
import type { WeekGoal } from "../core/messages/mail-week.ts";
import type { Client } from "../store/db.ts";
import type { ClaimedMail } from "../store/mail.ts";
import { readMainDomain } from "../store/domains.ts";
import * as store from "../store/mail-facts.ts";
import { readWeekTold } from "./reports/week.ts";
import { type Announced, readAnnounced } from "./announce/words.ts";
import type { MailReader } from "./mail-token.ts";
import { type ReportReader, type ReportTold, readReportsTold } from "./reports/told.ts";
import { type MailInvitation, readInvitation } from "../store/mail-invitations.ts";
import { EVERY_PROGRAM, countReached, listGoals } from "../store/goals.ts";
import { idFloor } from "../store/id-floor.ts";
import { listOperators } from "../store/operators.ts";
import { readSchedule } from "../store/report-schedules.ts";
import { type Week, readDigested, readWeek } from "../store/mail-weeks.ts";
import { readThanks } from "../store/thanks.ts";
import { readWorkspace } from "../store/workspaces.ts";

/** The workspace as its mails show it. */
export type MailWorkspace = {
  id: string;
  slug: string;
  zone: string;
  locale: string;
  sandbox: boolean;
  business: string;
  brand: Partial<Brand>;
  mail: MailSettings;
  operators: string | null;
  words: Record<string, string>;
};
export type MailMessage = Pick<ClaimedMail, "id" | "kind" | "person_id" | "subject_key" | "locale" | "data" | "due_at">;
export type MailFacts = {
  now: number;
  workspace: MailWorkspace;
  people: Map<string, store.MailPerson>;
  programs: readonly store.MailProgram[];
  rewards: Map<string, store.MailReward>;
  referrals: Map<string, store.MailReferral>;
  things: Map<string, store.MailThing>;
  /** By message: what a digest tells, and the figures of a week. */
  digests: Map<string, MailMessage[]>;
  weeks: Map<string, Week & { goals: WeekGoal[]; told: WeekTold[] }>;
  invitations: Map<string, Invited>;
  /** By message: the announcement that it brings. */
  announced: Map<string, Announced>;
  /** By note: the words that an operator wrote. */
  thanks: Map<string, string>;
  /** The workspace's own name for its links; null: ours. */
  domain: string | null;
  /** By id: those to whom one of these is written. */
  operators: ReadonlyMap<string, MailOperator>;
  /** By message: the report that it brings. */
  reports: ReadonlyMap<string, ReportTold>;
};
/** `token`: by which she says that she wants this no more. */
export type MailOperator = { email: string | null; locale: string | null; off: string[]; token: MailReader | null };
/** A friend who is written to once, for an advocate. `code`: of the advocate's link. */
export type Invited = MailInvitation & { advocate: string | null; link: { code: string; kind: string } | null };

/** Things of a digest that are listed; the page has the rest. */
const DIGESTED = 30;

/** Whether a message is a sample that somebody sent to herself (flow/mail-sample.ts): nothing is read for it. */
export const isSample = ({ data }: Pick<MailMessage, "data">): boolean => data["sample"] === true;

const NOBODY: MailOperator = { email: null, locale: null, off: [], token: null };

/** The operator to whom a message is written; null: to nobody by herself. One who is gone has no address. */
export function operatorOf(facts: Pick<MailFacts, "operators">, { id, data }: Pick<MailMessage, "id" | "data">): MailOperator | null {
  return typeof data["operator"] === "string" ? (facts.operators.get(id) ?? NOBODY) : null;
}

/** Reads what these messages are about. Null when the workspace is gone. */
export async function readMailFacts(
  workspaceId: string,
  db: Client,
  of: { messages: readonly MailMessage[]; now: number; reports: ReportReader },
): Promise<MailFacts | null> {
  const real = of.messages.filter((each) => !isSample(each));
  const digests = await readDigests(workspaceId, db, real);
  const all = [...real, ...[...digests.values()].flat()];
  const ids = (prefix: Prefix, key: string): string[] => [
    ...new Set(all.flatMap(({ data }) => (typeof data[key] === "string" ? (uuidOf(prefix, data[key]) ?? []) : []))),
  ];
  const [workspace, programs, rewards, referrals, things] = await Promise.all([
    readMailWorkspace(workspaceId, db),
    store.readMailPrograms(workspaceId, db),
    store.readMailRewards(workspaceId, db, ids("rwd", "reward")),
    store.readMailReferrals(workspaceId, db, ids("ref", "referral")),
    store.readMailThings(workspaceId, db, {
      gatherings: ids("gth", "gathering"),
      items: all.flatMap(({ data }) => (typeof data["item"] === "string" ? data["item"] : [])),
      leads: ids("led", "lead"),
      requests: ids("req", "request"),
      cases: ids("cas", "case"),
      claims: ids("clm", "claim"),
    }),
  ]);
  if (workspace === null) return null;
  const about = [...[...rewards.values()].map((r) => r.friend_id), ...[...referrals.values()].map((r) => r.friend_id)];
  const named = [...of.messages.map((m) => m.person_id), ...about].filter((id): id is string => id !== null && id !== OPERATORS);
  const people = await store.readMailPeople(workspaceId, db, [...new Set(named)]);
  const [announced, weeks, invitations, domain, thanks, operators, reports] = await Promise.all([
    readAnnounced(workspaceId, db, real),
    readWeeks(workspaceId, db, { messages: real, zone: workspace.zone }),
    readInvited(workspaceId, db, real),
    readMainDomain(workspaceId, db),
    readThanks(workspaceId, db, ids("nte", "note")),
    readOperatorsOf(workspaceId, db, real),
    readReportsTold(workspaceId, db, { messages: real, reports: of.reports }),
  ]);
  // Without its report a mail would say nothing.
  for (const { id, kind } of real) {
    const reader = operators.get(id);
    if (kind === "operators_report" && reader !== undefined && !reports.has(id)) reader.off = [topicOf(kind)];
  }
  const told = { announced, weeks, invitations, domain, thanks, operators, reports };
  return { now: of.now, workspace, people, programs, rewards, referrals, things, digests, ...told };
}

/** By message. What she wants no more, she does not get, also where it was due before she said so. */
async function readOperatorsOf(workspaceId: string, db: Client, messages: readonly MailMessage[]): Promise<MailFacts["operators"]> {
  const written = messages.filter(({ data }) => typeof data["operator"] === "string");
  if (written.length === 0) return new Map();
  const all = new Map((await listOperators(workspaceId, db)).map((each) => [each.id, each]));
  const found = new Map<string, MailOperator>();
  for (const { id, kind, data } of written) {
    const operator = all.get(uuidOf("opr", String(data["operator"])) ?? "");
    if (operator === undefined || operator.disabled_at !== null) continue;
    const { email, locale } = operator;
    const isReport = kind === "operators_report";
    const schedule = isReport ? await readSchedule(workspaceId, db, uuidOf("rps", String(data["schedule"])) ?? "") : null;
    const reader = schedule?.readers.find((each) => each.operator_id === operator.id);
    const isAlert = kind === "tracking_alert";
    const isOff = isReport ? (reader?.off ?? true) : !(isAlert ? operator.alerts : operator.weekly);
    const token: MailReader | null = !isReport
      ? { sort: isAlert ? "alerts" : "operator", id: operator.id }
      : reader
        ? { sort: "report", id: reader.id }
        : null;
    found.set(id, { email, locale, off: isOff ? [topicOf(kind)] : [], token });
  }
  return found;
}

const spanOf = ({ data }: MailMessage): { from: number; to: number } => ({ from: Number(data["from"]), to: Number(data["to"]) });

async function readDigests(workspaceId: string, db: Client, messages: readonly MailMessage[]): Promise<Map<string, MailMessage[]>> {
  const found = new Map<string, MailMessage[]>();
  for (const message of messages.filter((each) => each.kind === "weekly_digest"))
    found.set(message.id, await readDigested(workspaceId, db, { personId: message.person_id, ...spanOf(message), limit: DIGESTED }));
  return found;
}

async function readWeeks(workspaceId: string, db: Client, { messages, zone }: Weeks): Promise<MailFacts["weeks"]> {
  const found: MailFacts["weeks"] = new Map();
  // Each operator is told the same.
  const made = new Map<number, Promise<Week & { goals: WeekGoal[]; told: WeekTold[] }>>();
  for (const message of messages.filter((each) => each.kind === "operators_weekly")) {
    const span = spanOf(message);
    const week = made.get(span.to) ?? readOneWeek(workspaceId, db, { span, zone });
    made.set(span.to, week);
    found.set(message.id, await week);
  }
  return found;
}

type Weeks = { messages: readonly MailMessage[]; zone: string };
type OneWeek = { span: { from: number; to: number }; zone: string };

async function readOneWeek(workspaceId: string, db: Client, { span, zone }: OneWeek) {
  const figures = await readWeek(workspaceId, db, span);
  const goals = await readWeekGoals(workspaceId, db, span);
  // The week's last day, in the workspace's zone.
  const to = dayNumber(periodOf(span.to - 1, "day", compileZone(zone) ?? UTC).key)!;
  return { ...figures, goals, told: await readWeekTold(workspaceId, db, { to, now: span.to }) };
}

/** How the goals stood when the week ended; those that were over before it began are told no more. */
async function readWeekGoals(workspaceId: string, db: Client, week: { from: number; to: number }): Promise<WeekGoal[]> {
  const goals = (await listGoals(workspaceId, db)).filter(({ since, until }) => since < week.to && until > week.from);
  return await Promise.all(
    goals.map(async ({ program_id: programId, program, metric, target, since, until }) => {
      const to = Math.min(week.to, until);
      const span = { programId, metric, from: since, to, first: idFloor(since), last: idFloor(to) };
      const done = await countReached(workspaceId, db, span);
      const { needed, state } = paceOf({ target, since, until }, { done, now: week.to });
      return { program: programId === EVERY_PROGRAM ? null : program, metric, target, until, at: week.to, done, needed, state };
    }),
  );
}

async function readInvited(workspaceId: string, db: Client, messages: readonly MailMessage[]): Promise<Map<string, Invited>> {
  const found = new Map<string, Invited>();
  for (const { kind, id, data } of messages) {
    const invitationId = kind === "friend_invited" ? uuidOf("inv", String(data["invitation"])) : null;
    const invitation = invitationId === null ? null : await readInvitation(workspaceId, db, invitationId);
    if (invitation === null) continue;
    const { advocate_id, program_id } = invitation;
    found.set(id, {
      ...invitation,
      ...(await store.readAdvocateLink(workspaceId, db, { advocateId: advocate_id, programId: program_id })),
    });
  }
  return found;
}

export async function readMailWorkspace(workspaceId: string, db: Client): Promise<MailWorkspace | null> {
  const row = await readWorkspace(workspaceId, db);
  if (row === null) return null;
  const { settings } = row;
  const parsed = brandSchema.partial().safeParse(settings["brand"] ?? {});
  const brand = parsed.success ? parsed.data : {};
  const words = typeof settings["words"] === "object" && settings["words"] !== null ? settings["words"] : {};
  return {
    id: workspaceId,
    slug: row.slug,
    zone: row.zone,
    locale: typeof settings["locale"] === "string" ? settings["locale"] : "en",
    sandbox: row.sandbox,
    business: brand.name ?? row.name,
    brand,
    mail: readMailSettings(settings),
    operators: operatorAddress(settings),
    words: Object.fromEntries(Object.entries(words).filter(([, text]) => typeof text === "string")) as Record<string, string>,
  };
}

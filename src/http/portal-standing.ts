/** Where a member stands: her level, badges, place in the ranking, and contests; and what she can learn. */
import type { z } from "zod";
import { formatInstant, periodOf } from "../core/time.ts";
import { prizeTexts, contestWords } from "../core/rules/faq-kind-words.ts";
import { capital, rewardWords } from "../core/rules/reward-words.ts";
import { shortName } from "../core/rules/state-words.ts";
import { earnWords } from "../core/rules/trigger-words.ts";
import { windowOf } from "../core/rules/window-words.ts";
import { kitDisclosure } from "../core/messages/share-kit.ts";
import { externalId } from "../core/id.ts";
import { boardsAt } from "../flow/contests/plan-boards.ts";
import { listArticles } from "../store/articles.ts";
import { type ContestRow, listContests, readOwnEntries, readWinners } from "../store/contests.ts";
import { type Board, type RankRow, readBoard, readRanks } from "../store/leaderboards.ts";
import { readLevels } from "../store/levels.ts";
import { isHidden, listOwnBadges, readMemberNames } from "../store/portal-lists.ts";
import { textIn } from "./portal-home.ts";
import { type Act, actOf, day } from "./portal-item.ts";
import type { OwnReading } from "./portal-reading.ts";
import { statusOf } from "./views/contest.ts";
import type { portalLearn, portalStanding } from "./views/portal-lists.ts";

type Standing = z.input<typeof portalStanding>;

export async function standingFor(read: OwnReading): Promise<Standing> {
  return { level: await levelOf(read), badges: await badgesOf(read), leaderboard: await boardOf(read), contests: await contestsOf(read) };
}

async function levelOf(read: OwnReading): Promise<Standing["level"]> {
  const { program, workspaceId, db, personId, row, voice } = read;
  if (program.levels === undefined) return null;
  const { steps } = program.levels;
  const own = (await readLevels(workspaceId, db, [personId])).find((each) => each.program === row.id);
  const at = steps.findIndex((each) => each.key === own?.level);
  const points = own?.points ?? 0;
  const next = steps[at + 1];
  const ends = own?.noticeDue ?? null;
  return {
    name: steps[at]?.name ?? voice.words.say("status.level.none"),
    perks: (steps[at]?.perks ?? []).map((perk) => perk.name),
    points,
    next:
      next === undefined
        ? null
        : {
            name: next.name,
            from: next.from,
            need_text: voice.words.say("status.level.need", { n: Math.max(0, next.from - points), level: next.name }),
          },
    ends_at: ends === null ? null : formatInstant(ends),
    ends_text: ends === null ? null : voice.words.say("status.level.ends", { date: day(read, ends), n: steps[at]?.from ?? 0 }),
  };
}

async function badgesOf(read: OwnReading): Promise<Standing["badges"]> {
  const { program, workspaceId, db, personId, row } = read;
  const rules = program.rewards.filter((rule) => rule.to !== "friend" && rule.give.badge !== undefined);
  if (rules.length === 0) return [];
  const earned = new Map((await listOwnBadges(workspaceId, db, { personId, programId: row.id })).map((each) => [each.rule, each.at]));
  return rules.map((rule) => {
    const at = earned.get(rule.key);
    const how =
      at === undefined
        ? capital(earnWords(read, rule, rewardWords(read, rule.give)))
        : read.voice.words.say("status.badge.earned", { date: day(read, at) });
    return { key: rule.key, name: rule.give.badge?.name ?? "", earned_at: at === undefined ? null : formatInstant(at), how };
  });
}

/** The first places of a ranking. */
const SHOWN = 10;
/** What one competes in now: the month before the week before the quarter. */
const UNITS = ["month", "week", "quarter"] as const;

async function boardOf(read: OwnReading): Promise<Standing["leaderboard"]> {
  const { program, workspaceId, db, personId, row, zone, now, voice } = read;
  const unit = UNITS.find((each) => program.leaderboard?.periods.includes(each));
  if (unit === undefined) return null;
  const planned = boardsAt({ id: row.id, program, zone }, periodOf(now, unit, zone).start).find((each) =>
    each.period.startsWith(`${unit}:`),
  );
  if (planned === undefined) return null;
  const board = (await readBoard(workspaceId, db, { program: row.id, period: planned.period })) ?? planned;
  const { rows, own } = await ranksOf(read, board);
  const names = await readMemberNames(
    workspaceId,
    db,
    rows.map((each) => each.person),
  );
  return {
    period: board.period,
    label: voice.words.say(`status.board.${unit}`),
    ends_at: formatInstant(board.endsAt),
    rank: own?.rank ?? null,
    hidden: await isHidden(workspaceId, db, { personId, programId: row.id }),
    rows: rows.map((each) => {
      const { shown = null, name = null } = names.get(each.person) ?? {};
      const isMe = each.person === personId;
      const score = each.value ?? 0;
      const known = shown ?? (name === null ? "" : shortName(name));
      const label = isMe ? "me" : "somebody";
      return {
        rank: each.rank ?? 0,
        name: known === "" ? voice.words.say(`status.board.${label}`) : known,
        score,
        score_text: scoreWords(read, board, score),
        me: isMe,
      };
    }),
  };
}

/** The first places, and her own where it is not among them. */
async function ranksOf(read: OwnReading, board: Board): Promise<{ rows: RankRow[]; own: RankRow | undefined }> {
  const { workspaceId, db, personId } = read;
  const ask = { board, frozen: false, hidden: false, limit: SHOWN };
  const rows = (await readRanks(workspaceId, db, { ...ask, only: null })).filter((each) => each.rank !== null);
  const [own] = await readRanks(workspaceId, db, { ...ask, only: personId });
  const isShown = own === undefined || rows.some((each) => each.person === personId);
  return { rows: isShown ? rows : [...rows, own], own };
}

function scoreWords({ voice }: OwnReading, board: Board, score: number): string {
  if (board.measure === "rewards") return voice.formats.money(score, board.currency);
  return voice.words.say(`status.board.score.${board.measure}`, { n: score });
}

async function contestsOf(read: OwnReading): Promise<Standing["contests"]> {
  const { program, workspaceId, db, row } = read;
  if (program.contest === undefined) return [];
  const own = (await listContests(workspaceId, db)).filter((each) => each.program === row.id);
  return await Promise.all(own.map((each) => contestOf(read, each)));
}

async function contestOf(read: OwnReading, row: ContestRow): Promise<Standing["contests"][number]> {
  const { workspaceId, db, personId, program, voice, now } = read;
  const { words, formats } = voice;
  const { entries } = await readOwnEntries(workspaceId, db, { contest: row, person: personId });
  const winner = (await readWinners(workspaceId, db, row.id)).find((each) => each.person === personId);
  const { untilText } = windowOf(read, row.terms);
  const status = statusOf(row, now);
  const path = `/v1/contests/${encodeURIComponent(row.key)}`;
  const acts: Act[] = [];
  const isFree = program.rewards.some(({ when }) => "activity" in when && when.activity === "free_entry");
  if (status === "open" && isFree) acts.push(actOf(read, { word: "contest.free_entry", path: `${path}/free-entry`, body: {} }));
  if (winner?.status === "notified")
    for (const accept of [true, false])
      acts.push(actOf(read, { word: `contest.${accept ? "accept" : "decline"}`, path: `${path}/accept`, body: { accept } }));
  const place = await placeOf(read, row);
  const rank = place === null ? null : words.say("status.contest.rank", { n: place });
  const ends = words.say(`status.contest.${status}.why`, { date: status === "planned" ? formats.date(row.startsAt, now) : untilText });
  // While it runs a rank is how things stand; it is a result when nothing can change it any more.
  const isOver = status !== "open" && status !== "planned";
  const result = [
    winner === undefined ? null : words.say(`status.winner.${winner.status}.why`, { date: day(read, winner.acceptBy) }),
    winner === undefined && status === "drawn" && entries > 0 ? words.say("status.contest.none") : null,
    isOver ? rank : null,
  ].filter((each) => each !== null);
  return {
    key: row.key,
    name: program.name,
    starts_at: formatInstant(row.startsAt),
    ends_at: formatInstant(row.endsAt),
    ends_text: isOver || rank === null ? ends : `${ends} ${rank}`,
    entries,
    rules_text: contestWords(read, row.terms),
    prizes: prizeTexts(read),
    result: result.length === 0 ? null : result.join(" "),
    acts,
  };
}

/** Her place in a contest's ranking, where it has one and she is in it. */
async function placeOf({ workspaceId, db, personId, row }: OwnReading, contest: ContestRow): Promise<number | null> {
  if (contest.terms.leaderboard === undefined) return null;
  const board = await readBoard(workspaceId, db, { program: row.id, period: `contest:${contest.key}` });
  if (board === null) return null;
  const [own] = await readRanks(workspaceId, db, { board, frozen: board.frozenAt !== null, hidden: true, only: personId, limit: 1 });
  return own?.rank ?? null;
}

/** What to say and what not, what may be used for it, and what must be said. */
export async function learnFor(read: OwnReading): Promise<z.input<typeof portalLearn>> {
  const { program, voice } = read;
  const { words } = voice;
  const brief = textIn(program.content_kit?.brief ?? {}, words.language);
  const disclosure = kitDisclosure(read);
  const line = (key: string, text: string) => ({ title: words.say(`status.learn.${key}`), text });
  return {
    guidelines: [
      ...(brief === null ? [] : [line("brief", brief)]),
      line("honest", words.say("status.learn.honest.text")),
      ...(disclosure === "" ? [] : [line("disclosure", disclosure)]),
    ],
    articles: await articlesFor(read),
    assets: (program.content_kit?.assets ?? []).map(({ name, kind, url, alt }) => ({ name, kind, url, alt: alt ?? null })),
    disclosure,
  };
}

/** Those in her language; where nobody wrote any in it, the English ones. */
async function articlesFor({ workspaceId, db, row, voice }: OwnReading): Promise<z.input<typeof portalLearn>["articles"]> {
  const all = await listArticles(workspaceId, db, { language: null, program: row.key, published: true });
  const of = (language: string) => all.filter((each) => each.language === language);
  const shown = of(voice.words.language);
  return (shown.length > 0 ? shown : of("en")).map(({ id, title, text }) => ({ id: externalId("art", id), title, text }));
}

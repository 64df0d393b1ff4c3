/** What happened lately, as data that can be said in any language. */
import { z } from "zod";
import { externalId, uuidOf } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import { type NewsItem, readNews } from "../../flow/news.ts";
import type { Client } from "../../store/db.ts";
import { readLatestNews, readNames } from "../../store/home.ts";
import { instant, money } from "../schemas.ts";

const who = z.object({ id: z.string(), name: z.string().nullable() });
export const happening = z
  .object({
    type: z.string().describe("As in webhooks: `reward.granted`."),
    id: z.string().describe("Of what it is about."),
    at: instant,
    program: z.string().nullable(),
    program_name: z.string().nullable(),
    person: who.nullable().describe("Who recommends, or is rewarded."),
    friend: who.nullable(),
    value: money.nullable(),
    form: z.string().nullable(),
    state: z.string().nullable(),
    available_at: instant.nullable(),
  })
  .meta({ id: "Happening" });

/** Told to nobody here: each comes with another that says more. */
const LEFT_OUT = new Set(["referral.stage_changed", "reward.adjusted", "survey.answered"]);
const ROWS = 30;

/** The last of them, newest first. Names only where they may be seen. */
export async function readHappenings(
  workspaceId: string,
  db: Client,
  wish: { limit: number; named: boolean; programs: ReadonlyMap<string, string> },
): Promise<z.input<typeof happening>[]> {
  const rows = await readLatestNews(workspaceId, db, ROWS);
  const last: typeof rows = [];
  let room = wish.limit;
  // From the newest on: a row may hold a thousand, and what a row tells first has happened first.
  for (const row of rows.reverse()) {
    const payload = row.payload.filter((each) => !LEFT_OUT.has(each.type)).slice(-room);
    room -= payload.length;
    last.push({ ...row, payload });
    if (room <= 0) break;
  }
  const news = (await readNews(workspaceId, db, last.reverse())).reverse();
  const people = [...new Set(news.flatMap(peopleOf))];
  const names = wish.named ? await readNames(workspaceId, db, people) : new Map<string, string>();
  return news.map((item) => ({ ...view(item, names), program_name: wish.programs.get(item.program ?? "") ?? null }));
}

const peopleOf = (item: NewsItem): string[] => pairOf(item).filter((id) => id !== null);

function pairOf({ event, reward, referral, payout }: NewsItem): [string | null, string | null] {
  if (referral !== undefined) return [referral.advocate_id, referral.friend_id];
  if (reward !== undefined) return [reward.recipient_id, reward.friend_id];
  if (payout !== undefined) return [payout.person_id, null];
  return [uuidOf("per", event.id) ?? uuidOf("per", String(event.data?.["person"] ?? "")), null];
}

function view(item: NewsItem, names: ReadonlyMap<string, string>): Omit<z.input<typeof happening>, "program_name"> {
  const { reward, payout, referral } = item;
  const [person, friend] = pairOf(item).map((id) => (id === null ? null : { id: externalId("per", id), name: names.get(id) ?? null }));
  const value =
    reward !== undefined
      ? { amount: reward.owed, currency: reward.unit }
      : payout === undefined
        ? null
        : { amount: payout.amount, currency: payout.unit };
  return {
    type: item.event.type,
    id: item.event.id,
    at: formatInstant(item.at),
    program: item.program,
    person: person ?? null,
    friend: friend ?? null,
    value,
    form: reward?.form ?? payout?.form ?? null,
    state: reward?.state ?? payout?.state ?? referral?.status ?? null,
    available_at: reward === undefined || reward.state !== "pending" ? null : formatInstant(reward.available_at),
  };
}

/** What the portal says by itself: the newest announcement that is shown there, and the question how easy it was. */
import { fillText, firstName, textFor } from "../core/announce/ask-text.ts";
import { featuresOf } from "../core/features.ts";
import { askAfter } from "../core/feedback.ts";
import { externalId } from "../core/id.ts";
import { DAY } from "../core/time.ts";
import { readProducts } from "../store/announcement-moments.ts";
import { NO_MOMENT } from "../store/announcement-people.ts";
import type { PartRow } from "../store/portal-home.ts";
import { readAsked, readNotice } from "../store/portal-notices.ts";
import type { Reading } from "./portal-reading.ts";
import type { PortalHome } from "./views/portal-home.ts";

/** What was announced longer ago is no news. */
const NEWS_MS = 30 * DAY;

/** The newest announcement to her that she has not put away. Null for strangers, and where there is none. */
export async function noticeOf(read: Reading): Promise<PortalHome["notice"]> {
  const { workspaceId, db, personId, row, now, side, voice } = read;
  if (personId === null || row.joined !== "active") return null;
  const found = await readNotice(workspaceId, db, { personId, programId: row.id, since: now - NEWS_MS });
  if (found === null) return null;
  const facts = found.about === NO_MOMENT ? [] : [found.about];
  const name = typeof side.data?.["name"] === "string" ? side.data["name"] : null;
  const locale = typeof side.settings["locale"] === "string" ? side.settings["locale"] : "en";
  const values = {
    name: firstName(name),
    full_name: name,
    product: (await readProducts(workspaceId, db, facts)).get(found.about) ?? null,
    program: row.name,
    business: side.name,
  };
  return { id: externalId("anc", found.id), ...noticeWords(found, { values, locale: voice.formats.locale, fallback: locale }) };
}

type Filled = { values: Parameters<typeof fillText>[1]; locale: string; fallback: string };

function noticeWords({ texts, settings }: NonNullable<Awaited<ReturnType<typeof readNotice>>>, to: Filled) {
  const words = textFor(texts, to.locale, to.fallback);
  const fill = (text: string): string => fillText(text, to.values);
  // Without an address of its own the button leads to her page of the program: she is there.
  const action = settings.url === null || words.action === undefined ? null : { label: fill(words.action), url: settings.url };
  const paragraphs = fill(words.text)
    .split(/\n\s*\n/)
    .map((each) => each.trim())
    .filter((each) => each !== "");
  return { title: fill(words.title ?? words.subject), paragraphs, action };
}

/** After which good moment she is asked how easy it was; null: she is not asked. */
export async function askOf(read: Reading, part: PartRow): Promise<PortalHome["ask"]> {
  const { workspaceId, db, personId, row, now, program } = read;
  const shared = part.visits > 0 || part.referrals > 0;
  if (personId === null || row.joined !== "active" || !shared || !featuresOf(program).includes("feedback")) return null;
  return askAfter({ shared, rewarded: part.qualified > 0, asked: await readAsked(workspaceId, db, personId), now });
}

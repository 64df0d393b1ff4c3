/** What one hands in, posts, comes to or takes: deliverables, shares, gatherings, the catalogue. */
import { externalId } from "../core/id.ts";
import { sumWords } from "../core/rules/sum-words.ts";
import { type ItemRow, listItems } from "../store/catalogue.ts";
import { listDeliverables } from "../store/deliverables.ts";
import { type GatheringRow, listGatherings } from "../store/gatherings.ts";
import { readLevels } from "../store/levels.ts";
import { readHeld } from "../store/portal-home.ts";
import { type OwnPlaceRow, listPlacesOf } from "../store/portal-items.ts";
import { listShares } from "../store/shares.ts";
import { cursorOf } from "./listing.ts";
import { type Item, type Lister, actOf, day, fieldOf, itemOf, itemsOf } from "./portal-item.ts";
import type { OwnReading } from "./portal-reading.ts";
import { linkUrl } from "./views/link.ts";

const TONES: Readonly<Record<string, Item["tone"]>> = {
  submitted: "waiting",
  waiting: "waiting",
  approved: "good",
  verified: "good",
  refused: "bad",
};

export const deliverableItems: Lister = async (read, page) => {
  const { workspaceId, db, personId, program, row } = read;
  const rows = await listDeliverables(workspaceId, db, {
    person: personId,
    program: program.key,
    status: null,
    ...cursorOf("dvr", page),
  });
  const items = rows.map((each) =>
    itemOf(read, {
      id: externalId("dvr", each.id),
      title: shownUrl(each.url),
      text: each.url,
      state: `deliverable.${each.status}`,
      tone: TONES[each.status] ?? "over",
      values: { date: day(read, each.decidedAt) },
      at: each.submittedAt,
    }),
  );
  const fields = [fieldOf(read, "url", { kind: "url" })];
  const hand = actOf(read, { word: "deliverable.create", path: "/v1/deliverables", body: { program: program.key }, fields });
  return itemsOf(page, items, { acts: row.status === "live" && row.joined === "active" ? [hand] : [] });
};

function shownUrl(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null ? url : `${parsed.host}${parsed.pathname === "/" ? "" : parsed.pathname}`;
}

export const shareItems: Lister = async (read, page) => {
  const { workspaceId, db, personId, program, row, side, context, voice } = read;
  const rows = await listShares(workspaceId, db, { person: personId, program: program.key, ...cursorOf("shr", page) });
  const at = { publicUrl: context.publicUrl, slug: side.slug };
  const items = rows.map((each) =>
    itemOf(read, {
      id: externalId("shr", each.id),
      title: voice.words.say("status.share.title", { network: networkName(read, each.channel) }),
      text: linkUrl({ code: each.code, kind: each.codeKind }, at),
      state: `share.${each.status}`,
      tone: TONES[each.status] ?? "over",
      values: {
        have: Math.min(each.visitors, each.needed),
        need: each.needed,
        date: day(read, each.status === "verified" ? each.verifiedAt : each.expiresAt),
      },
      at: each.sharedAt,
      deadline: each.status === "waiting" ? each.expiresAt : null,
    }),
  );
  const canPost = row.status === "live" && row.joined === "active";
  const acts = (program.shares?.channels ?? []).map((channel) =>
    actOf(read, {
      word: "share.create",
      path: "/v1/shares",
      body: { program: program.key, channel },
      values: { network: networkName(read, channel) },
    }),
  );
  return itemsOf(page, items, { acts: canPost ? acts : [] });
};

/** "LinkedIn" for "linkedin"; a name of somebody's own as it is. */
function networkName({ voice }: OwnReading, channel: string): string {
  const key = `rules.network.${channel}` as const;
  return voice.words.has(key) ? voice.words.say(key) : channel;
}

/** Where she stands in each program's levels, by their order; for what only some may have. */
type Gate = { passes(programId: string | null, level: string | null): boolean; name(level: string | null): string };

async function gateOf({ workspaceId, db, personId, program, row }: OwnReading): Promise<Gate> {
  const levels = await readLevels(workspaceId, db, [personId]);
  const steps = program.levels?.steps ?? [];
  const own = steps.findIndex((each) => each.key === levels.find((level) => level.program === row.id)?.level);
  return {
    // Levels of another program are judged when she asks for it.
    passes: (programId, level) => level === null || programId !== row.id || own >= steps.findIndex((each) => each.key === level),
    name: (level) => steps.find((each) => each.key === level)?.name ?? level ?? "",
  };
}

export const gatheringItems: Lister = async (read, page) => {
  const { workspaceId, db, personId, row } = read;
  const all = await listGatherings(workspaceId, db, cursorOf("gth", page));
  const rows = all.filter((each) => each.program_id === null || each.program_id === row.id);
  const places = await listPlacesOf(workspaceId, db, { personId, gatherings: rows.map((each) => each.id) });
  const gate = await gateOf(read);
  const items = rows.map((each) => gatheringItem(read, each, { place: places.get(each.id), gate }));
  // Those of other programs are left out, so the cursor is that of what was read.
  const last = all.length > page.limit ? all[page.limit - 1] : undefined;
  return { ...itemsOf(page, items), next: last === undefined ? null : externalId("gth", last.id) };
};

function gatheringItem(read: OwnReading, row: GatheringRow, of: { place: OwnPlaceRow | undefined; gate: Gate }): Item {
  const state = gatheringState(read, row, of);
  const id = externalId("gth", row.id);
  const join = actOf(read, { word: "gathering.join", path: `/v1/gatherings/${id}/join` });
  const leave = actOf(read, { word: "gathering.leave", path: `/v1/gatherings/${id}/leave` });
  const date = read.voice.formats.dateTime(row.starts_at, read.now);
  return itemOf(read, {
    id,
    title: row.title,
    text: [date, row.description].filter((each) => each !== "").join("\n"),
    state: `gathering.${state}`,
    tone:
      { seat: "good" as const, waiting: "waiting" as const, cancelled: "bad" as const, over: "over" as const, level: "over" as const }[
        state as "seat"
      ] ?? "good",
    values: {
      date,
      n: state === "waiting" ? (of.place?.ahead ?? 0) + 1 : Math.max(0, row.seats - row.taken),
      level: of.gate.name(row.level),
    },
    at: row.created_at,
    deadline: row.starts_at,
    deadlineText: date,
    acts: state === "open" || state === "left" ? [join] : state === "seat" || state === "waiting" ? [leave] : [],
  });
}

function gatheringState(read: OwnReading, row: GatheringRow, of: { place: OwnPlaceRow | undefined; gate: Gate }): string {
  if (row.status === "cancelled") return "cancelled";
  if (row.starts_at <= read.now) return "over";
  const state = of.place?.state;
  if (state === "seat" || state === "waiting") return state;
  return of.gate.passes(row.program_id, row.level) ? (state ?? "open") : "level";
}

export const catalogueItems: Lister = async (read, page) => {
  const { workspaceId, db, personId, row, voice } = read;
  const all = await listItems(workspaceId, db, { active: true, ...cursorOf("itm", page) });
  const held = await readHeld(workspaceId, db, personId);
  const gate = await gateOf(read);
  const items = all
    .filter((each) => each.program_id === null || each.program_id === row.id)
    .map((each) => {
      const has = held.find((sum) => sum.form === each.form && sum.unit === each.unit)?.available ?? 0;
      return catalogueItem(read, each, { has, gate });
    });
  const last = all.length > page.limit ? all[page.limit - 1] : undefined;
  const sums = held.filter((sum) => sum.available > 0 && all.some((each) => each.form === sum.form && each.unit === sum.unit));
  const summary = sums
    .map((sum) => voice.words.say("status.balance.available", { amount: sumWords(voice, { ...sum, amount: sum.available }) }))
    .join(", ");
  return {
    ...itemsOf(page, items),
    next: last === undefined ? null : externalId("itm", last.id),
    summary: summary === "" ? null : summary,
  };
};

function catalogueItem(read: OwnReading, row: ItemRow, of: { has: number; gate: Gate }): Item {
  const { voice } = read;
  const amount = sumWords(voice, { form: row.form, unit: row.unit, amount: row.price });
  const passes = of.gate.passes(row.program_id, row.level);
  const state = row.stock === 0 ? "sold_out" : !passes ? "level" : of.has < row.price ? "short" : "available";
  const lacks = sumWords(voice, { form: row.form, unit: row.unit, amount: Math.max(0, row.price - of.has) });
  const take = actOf(read, { word: "item.redeem", path: "/v1/redemptions", body: { item: row.key }, values: { amount } });
  return itemOf(read, {
    id: externalId("itm", row.id),
    title: row.name,
    text: [amount, row.description].filter((each) => each !== "").join("\n"),
    state: `item.${state}`,
    tone: state === "available" ? "good" : state === "short" ? "waiting" : "over",
    values: { amount: lacks, level: of.gate.name(row.level) },
    at: null,
    acts: state === "available" ? [take] : [],
  });
}

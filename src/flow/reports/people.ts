/** Friends and advocates as reports count them: read again whole, kept where something changed, with the days that this changes. */
import { type FriendInput, friendRow, retention } from "../../core/analytics/report-rows.ts";
import type { Client } from "../../store/db.ts";
import * as advocates from "../../store/report-advocates.ts";
import { addToDays } from "../../store/report-days.ts";
import * as kept from "../../store/report-rows.ts";
import { type Worth, addWorth } from "../../store/report-worth.ts";
import { type Dirty, dayOfKey, instantOf } from "./days.ts";

/** People read at once. */
export const FRIENDS = 500;

type Bringing = { workspaceId: string; db: Client; dirty: Dirty };

/** Reads these people as friends again, and keeps what changed. */
export async function bringFriends({ workspaceId, db, dirty }: Bringing, people: readonly string[]): Promise<void> {
  for (let from = 0; from < people.length; from += FRIENDS) {
    const families = await kept.readFamilies(workspaceId, db, people.slice(from, from + FRIENDS));
    if (families.size === 0) continue;
    const inputs = await kept.readFriendInputs(workspaceId, db, families);
    const before = new Map(
      (await kept.readKeptFriends(workspaceId, db, [...families.keys()])).map((each) => [each.row.referral_id, each]),
    );
    const now = new Map(inputs.map((input) => [input.referral, makeFriend(input, dirty.dayOf)]));
    const changed = [...new Set([...before.keys(), ...now.keys()])].filter((id) => textOf(before.get(id)) !== textOf(now.get(id)));
    for (const id of changed) mark(dirty, before.get(id), now.get(id));
    const both = changed.map((id) => ({ before: before.get(id), now: now.get(id) }));
    await markMoved({ workspaceId, db, dirty }, both);
    await addToDays(
      workspaceId,
      db,
      changesOf(both, ({ row, orders }) => retention(row, orders)),
    );
    await addWorth(workspaceId, db, changesOf(both, worthOf));
    const made = changed.map((id) => now.get(id)).filter((each) => each !== undefined);
    if (changed.length > 0) await kept.saveFriends(workspaceId, db, { gone: changed.filter((id) => before.has(id)), made });
  }
}

type Both = { before: kept.KeptFriend | undefined; now: kept.KeptFriend | undefined };

/** Who is bound to another version now: her rewards are of that one, although nothing was told of them. */
async function markMoved({ workspaceId, db, dirty }: Bringing, both: readonly Both[]): Promise<void> {
  const moved = both.filter(({ before, now }) => before?.row.version !== now?.row.version);
  const friends = moved.map(({ before, now }) => (now ?? before)!.row.friend_id);
  for (const { program, id } of await kept.readRewardsFor(workspaceId, db, friends))
    // By its day: whoever counts what was there before makes no day for each of its pages.
    dirty.addDay("rewards", dayOfKey(program, dirty.dayOf(instantOf(id))));
}

/**
 * What changed about who ordered how long after she came, and for how much. Every friend's row says what she was counted for, so that the
 * difference is exact; to make whole days again would read all friends of a day for each of their orders.
 */
function changesOf<T extends { value: number }>(list: readonly Both[], countedFor: (each: kept.KeptFriend) => readonly T[]): T[] {
  const sums = new Map<string, T>();
  const add = (sign: 1 | -1, each: kept.KeptFriend | undefined): void => {
    for (const figure of each === undefined ? [] : countedFor(each)) {
      const name = JSON.stringify({ ...figure, value: 0 });
      const known = sums.get(name);
      sums.set(name, { ...figure, value: (known?.value ?? 0) + sign * figure.value });
    }
  };
  for (const { before, now } of list) {
    add(-1, before);
    add(1, now);
  }
  return [...sums.values()].filter((each) => each.value !== 0);
}

/** What her orders came to, under whom she came by and the day she came. */
const worthOf = ({ row, orders }: kept.KeptFriend): Worth[] =>
  orders.map((order) => ({
    program: row.program_id,
    advocate: row.advocate_id,
    day: row.came,
    unit: order.currency,
    value: order.total - order.refunded,
  }));

function makeFriend(input: FriendInput, dayOf: (at: number) => number): kept.KeptFriend {
  const { row, orders } = friendRow(input, dayOf);
  return { row, orders: orders.map((order) => ({ ...order, referral_id: row.referral_id, program_id: row.program_id })) };
}

/** Columns one by one: what is read and what is made need not name them in one order. */
const COLUMNS = [
  "program_id",
  "friend_id",
  "advocate_id",
  "version",
  "channel",
  "evidence",
  "country",
  "stage",
  "came",
  "signed",
  "bought",
  "again",
  "qualified",
  "orders",
] as const;
const lineOf = (o: kept.KeptOrder): string => `${o.order_id} ${o.day} ${o.nth} ${o.total} ${o.refunded} ${o.currency}`;
const textOf = (each: kept.KeptFriend | undefined): string =>
  each === undefined ? "" : JSON.stringify([COLUMNS.map((name) => each.row[name]), each.orders.map(lineOf).toSorted()]);

/** The days in which something about her is different now. */
function mark(dirty: Dirty, before: kept.KeptFriend | undefined, now: kept.KeptFriend | undefined): void {
  const both = [before, now].filter((each) => each !== undefined);
  const program = both[0]!.row.program_id;
  const days = (family: Parameters<Dirty["addDay"]>[0], list: readonly (number | null)[]): void => {
    for (const day of list) if (day !== null) dirty.addDay(family, dayOfKey(program, day));
  };
  const differs = (of: (each: kept.KeptFriend) => unknown): boolean =>
    before === undefined || now === undefined || JSON.stringify(of(before)) !== JSON.stringify(of(now));
  // What every figure of hers is cut by.
  const isCut = differs(({ row }) => [row.channel, row.evidence, row.country, row.version]);
  const isSteps = ({ row }: kept.KeptFriend) => [row.came, row.stage, row.signed !== null, row.bought !== null, row.again !== null];
  if (isCut || differs(isSteps))
    days(
      "cohort",
      both.map((each) => each.row.came),
    );
  const isWhose = ({ row }: kept.KeptFriend) => [row.advocate_id, row.came, row.signed !== null, row.bought !== null, row.again !== null];
  if (differs(isWhose))
    days(
      "brought",
      both.map((each) => each.row.came),
    );
  if (isCut || differs(({ row }) => row.bought))
    days(
      "customers",
      both.map((each) => each.row.bought),
    );
  if (isCut || differs(({ row }) => row.qualified))
    days(
      "qualified",
      both.map((each) => each.row.qualified),
    );
  const [earlier, present] = [before, now].map((each) => new Set(each?.orders.map(lineOf)));
  const isSame = (order: kept.KeptOrder): boolean => !isCut && earlier!.has(lineOf(order)) && present!.has(lineOf(order));
  const changed = both.flatMap((each) => each.orders.filter((order) => !isSame(order)));
  days(
    "orders",
    changed.map((order) => order.day),
  );
  // Which one is the first may have changed with another day's.
  if (changed.length > 0)
    days(
      "firsts",
      both.flatMap((each) => each.orders.map((order) => order.day)),
    );
}

/** Reads these people as advocates again, and keeps what changed. */
export async function bringAdvocates({ workspaceId, db, dirty }: Bringing, people: readonly string[]): Promise<void> {
  for (let from = 0; from < people.length; from += FRIENDS) {
    const families = await kept.readFamilies(workspaceId, db, people.slice(from, from + FRIENDS));
    if (families.size === 0) continue;
    const found = await advocates.readAdvocateInputs(workspaceId, db, families);
    const now = found.map(({ asked_at, joined_at, ...row }) => ({
      ...row,
      asked: asked_at === null ? null : dirty.dayOf(asked_at),
      joined: joined_at === null ? null : dirty.dayOf(joined_at),
    }));
    const old = await advocates.readKeptAdvocates(workspaceId, db, [...families.keys()]);
    const changed = differenceOfAdvocates(old, now);
    for (const each of [...changed.gone, ...changed.made]) {
      if (each.asked !== null) dirty.addDay("asked", dayOfKey(each.program_id, each.asked));
      if (each.joined !== null) dirty.addDay("joined", dayOfKey(each.program_id, each.joined));
    }
    await advocates.saveAdvocates(workspaceId, db, changed);
  }
}

const rowText = (row: advocates.AdvocateRow): string =>
  JSON.stringify([row.program_id, row.person_id, row.country, row.asked, row.joined, row.shared, row.visited, row.referred]);

function differenceOfAdvocates(old: readonly advocates.AdvocateRow[], now: readonly advocates.AdvocateRow[]) {
  const [before, after] = [new Set(old.map(rowText)), new Set(now.map(rowText))];
  return { gone: old.filter((row) => !after.has(rowText(row))), made: now.filter((row) => !before.has(rowText(row))) };
}

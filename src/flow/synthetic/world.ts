/**
 * A believable shop from a seed, as a stream in the order of delivery: arrivals by season and weekday, repeat buying (gamma rates, beta
 * dropout, lognormal baskets with a Pareto tail), shares and visits, refunds, late and repeated events, and a few cheats. Everything
 * says `properties.synthetic: true`. One day is made at a time: memory follows the people (28 bytes each), not the number of events.
 */
import type { CanonicalEvent } from "../../core/event.ts";
import { DAY, HOUR, MINUTE, formatInstant } from "../../core/time.ts";
import { arrivalsByDay, dayWeight, timeOfDay, weekdayEase } from "./calendar.ts";
import { drawOrder, drawRefund } from "./orders.ts";
import type { SyntheticOrder } from "./orders.ts";
import { ROLE, advocateCode, anonymousId, drawPerson, makePeople, profile, userId } from "./people.ts";
import type { People, Role } from "./people.ts";
import { makeRandom } from "../../core/analytics/random.ts";
import type { Random } from "../../core/analytics/random.ts";

export type WorldOptions = {
  /** How many people come over the whole story. */
  people: number;
  months: number;
  seed: number;
  /** Epoch ms of the UTC midnight at which the story ends (not included). Nothing in it happens later. */
  until: number;
  /** ISO 4217; EUR by default. */
  currency?: string;
  /** Share of events that arrive late (hours to 3 days) and of those sent twice; 0.015 and 0.01 by default, 0 for benches. */
  late?: number;
  repeated?: number;
};

/** What happens: somebody takes part as an advocate under a code, or an event for the door. */
export type WorldItem =
  | { kind: "join"; at: number; number: number; person: NonNullable<CanonicalEvent["person"]>; code: string }
  | { kind: "event"; at: number; event: CanonicalEvent & { id: string } };

type World = {
  options: Required<WorldOptions>; random: Random; people: People; start: number; days: number; day: number;
  /** People who have come so far. */
  known: number;
  /** First person of each day's chain in the calendar queue (People.next), -1 for none. */
  due: Int32Array;
  today: { at: number; order: number; item: WorldItem }[];
  later: Map<number, { at: number; order: number; item: WorldItem }[]>;
  /** Persons' numbers of advocates, from the day after they joined on, so that a code is never used before it was given out. */
  advocates: Int32Array; advocateCount: number;
  selfReferrers: number[]; leaked: number[];
  items: number; orders: number; visitors: number;
};

const MONTH_DAYS = 30.4375;
const CHANNELS = ["whatsapp", "copy", "email", "facebook", "qr", "x"];
const SHARE_OF_REFERRED = 0.28;

/** The whole story, one item at a time. The same options give the same items, bit by bit. */
export function* syntheticWorld(options: WorldOptions): Generator<WorldItem, void, void> {
  const world = makeWorld(options);
  const arrivals = arrivalsByDay(options.people, world.start, world.days);
  for (world.day = 0; world.day < world.days; world.day++) {
    for (let i = arrivals[world.day] ?? 0; i > 0; i--) arrive(world, world.known++);
    for (let person = takeDue(world); person >= 0; person = takeDue(world)) buy(world, person, instantToday(world));
    const entries = takeToday(world);
    for (const entry of entries) yield entry.item;
    for (const { item } of entries) if (item.kind === "join") admit(world, item.number);
  }
}

function makeWorld(options: WorldOptions): World {
  const days = Math.max(1, Math.round(options.months * MONTH_DAYS));
  return {
    options: { currency: "EUR", late: 0.015, repeated: 0.01, ...options },
    random: makeRandom(options.seed), people: makePeople(options.people),
    start: options.until - days * DAY, days, day: 0, known: 0, due: new Int32Array(days).fill(-1), today: [], later: new Map(),
    advocates: new Int32Array(options.people), advocateCount: 0, selfReferrers: [], leaked: [],
    items: 0, orders: 0, visitors: 0,
  };
}

/** Takes the items of the day in the order in which they arrive; equal instants keep the order in which they were made. */
function takeToday(world: World): World["today"] {
  const items = world.today.concat(world.later.get(world.day) ?? []);
  world.later.delete(world.day);
  world.today = [];
  return items.sort((a, b) => a.at - b.at || a.order - b.order);
}

function put(world: World, at: number, item: WorldItem): void {
  const day = Math.floor((at - world.start) / DAY);
  if (day >= world.days) return;
  const entry = { at, order: world.items++, item };
  if (day <= world.day) world.today.push(entry);
  else {
    const list = world.later.get(day);
    if (list === undefined) world.later.set(day, [entry]);
    else list.push(entry);
  }
}

type Draft = Omit<CanonicalEvent, "occurred_at" | "properties"> & { id: string; properties?: Record<string, unknown> };

/** Sends an event that happened at `at`: usually at once, sometimes late, sometimes twice. What would come after the end is not sent. */
function send(world: World, at: number, draft: Draft): void {
  const { random, options } = world;
  const event = { ...draft, occurred_at: formatInstant(at), properties: { ...draft.properties, synthetic: true } };
  const item: WorldItem = { kind: "event", at, event };
  const isLate = random.chance(options.late);
  put(world, isLate ? at + HOUR + Math.min(3 * DAY, random.exponential() * 9 * HOUR) : at + random.below(2000), item);
  if (random.chance(options.repeated)) put(world, at + 2000 + random.below(DAY), item);
}

/** Puts a person's next order into the calendar queue: on a later day, rather on Monday than on Saturday. */
function schedule(world: World, person: number, days: number): void {
  let day = world.day + Math.max(1, Math.round(days));
  // A slow day gives its share to the six after it, twice at most: enough for the weekdays to show in repeat orders too.
  for (let i = 0; i < 2 && !world.random.chance(weekdayEase(world.start + day * DAY)); i++) day += 1 + world.random.below(6);
  if (day >= world.days) return;
  world.people.next[person] = world.due[day] ?? -1;
  world.due[day] = person;
}

function takeDue(world: World): number {
  const person = world.due[world.day] ?? -1;
  if (person >= 0) world.due[world.day] = world.people.next[person] ?? -1;
  return person;
}

const instantToday = (world: World): number => world.start + world.day * DAY + timeOfDay(world.random);

/** Somebody comes for the first time: by herself, by a friend's link, or as one of the cheats. */
function arrive(world: World, person: number): void {
  const { random, people } = world;
  drawPerson(people, person, random);
  const at = instantToday(world);
  const twin = world.selfReferrers.pop();
  if (twin !== undefined) return arriveAs(world, person, { at, role: ROLE.selfReferrer, referrer: twin });
  if (world.leaked.length > 0 && random.chance(0.015)) {
    return arriveAs(world, person, { at, role: ROLE.couponSite, referrer: random.pick(world.leaked) });
  }
  const isReferred = world.advocateCount > 0 && random.chance(SHARE_OF_REFERRED);
  const role = isReferred && random.chance(0.02) ? ROLE.refunder : ROLE.honest;
  arriveAs(world, person, { at, role, referrer: isReferred ? chooseAdvocate(world) : -1 });
}

/** The one with the largest reach of three: reach is heavy-tailed, so that a few advocates bring very many. */
function chooseAdvocate(world: World): number {
  let best = -1;
  for (let i = 0; i < 3; i++) {
    const candidate = world.advocates[world.random.below(world.advocateCount)] ?? 0;
    if (best < 0 || (world.people.reach[candidate] ?? 0) > (world.people.reach[best] ?? 0)) best = candidate;
  }
  return best;
}

function arriveAs(world: World, person: number, how: { at: number; role: Role; referrer: number }): void {
  const { random, people } = world;
  people.role[person] = how.role;
  people.referrer[person] = how.referrer;
  const isLinked = how.referrer >= 0 && how.role !== ROLE.couponSite;
  const code = isLinked ? advocateCode(how.referrer) : undefined;
  if (isLinked || random.chance(0.35)) visit(world, how.at, { anonymous_id: deviceOf(people, person), code });
  if (random.chance(0.65)) {
    const at = how.at + MINUTE + random.below(40 * MINUTE);
    const device = how.role === ROLE.selfReferrer ? how.referrer : person;
    send(world, at, {
      id: `syn-signup-${person + 1}`, type: "signup", person: { ...identityOf(people, person), anonymous_id: deviceOf(people, person) },
      ...(code !== undefined && random.chance(0.5) ? { referral: { code } } : {}),
      // 198.18.0.0/15 is set aside for tests (RFC 2544).
      context: { ip: `198.18.${(device >>> 8) & 255}.${device & 255}`, channel: "web" },
    });
  }
  // One in five looks around and never buys; half of the others do so at once, after the signup's longest delay.
  if (how.role === ROLE.honest && random.chance(0.2)) return;
  if (random.chance(0.55)) buy(world, person, how.at + 41 * MINUTE + random.below(HOUR));
  else schedule(world, person, 1 + random.exponential() * 6);
}

/** A person who refers herself does so on the same device, with an address that is hers but for a tag. */
function deviceOf(people: People, person: number): string {
  return anonymousId(people.role[person] === ROLE.selfReferrer ? people.referrer[person] ?? person : person);
}

function identityOf(people: People, person: number): NonNullable<CanonicalEvent["person"]> {
  if (people.role[person] !== ROLE.selfReferrer) return profile(person);
  const owner = profile(people.referrer[person] ?? person);
  return { ...owner, user_id: userId(person), email: owner.email?.replace("@", "+2@") };
}

function visit(world: World, at: number, who: { anonymous_id: string; code?: string | undefined; channel?: string }): void {
  send(world, at, {
    id: `syn-visit-${++world.visitors}`, type: "visit", person: { anonymous_id: who.anonymous_id },
    ...(who.code === undefined ? {} : { referral: { code: who.code } }),
    context: { channel: who.channel ?? "web", page: "https://shop.example/welcome" },
  });
}

function buy(world: World, person: number, at: number): void {
  const { random, people } = world;
  const isFirst = people.orders[person] === 0;
  people.orders[person] = (people.orders[person] ?? 0) + 1;
  const role = people.role[person];
  const referrer = people.referrer[person] ?? -1;
  const code = isFirst && referrer >= 0 ? advocateCode(referrer) : undefined;
  const types = code !== undefined && (role === ROLE.couponSite || random.chance(0.75));
  const order = drawOrder(random, {
    id: `syn-${++world.orders}`, currency: world.options.currency,
    logSpend: (people.spend[person] ?? 8) - (role === ROLE.refunder ? 0.6 : 0),
    ...(types && random.chance(0.3) ? { coupons: [code] } : {}),
  });
  const channel = random.chance(0.4) ? "app" : "web";
  const context = role === ROLE.couponSite ? { channel, page: "https://coupons.example/shop" } : { channel };
  const who = isFirst ? { ...identityOf(people, person), anonymous_id: deviceOf(people, person) } : { user_id: userId(person) };
  send(world, at, {
    id: `syn-order-${world.orders}`, type: "purchase", person: who, order,
    ...(types && order.coupons === undefined ? { referral: { code } } : {}), context,
  });
  afterwards(world, person, { at, order, isFirst });
}

/** What follows an order: perhaps a refund, an answer to a survey, taking part, sharing, and the next order. */
function afterwards(world: World, person: number, bought: { at: number; order: SyntheticOrder; isFirst: boolean }): void {
  const { random, people } = world;
  const isRefunder = people.role[person] === ROLE.refunder;
  if (isRefunder || random.chance(0.06)) {
    const at = bought.at + 2 * DAY + random.exponential() * (isRefunder ? 5 : 8) * DAY;
    const refund = drawRefund(random, bought.order, isRefunder);
    const type = random.chance(0.01) ? "chargeback" : "refund";
    send(world, Math.floor(at), { id: `syn-refund-${world.orders}`, type, person: { user_id: userId(person) }, order: refund });
  }
  if (random.chance(0.05)) {
    send(world, bought.at + 3 * DAY + random.below(DAY), {
      id: `syn-survey-${world.orders}`, type: "survey_response", person: { user_id: userId(person) }, name: "nps",
      properties: { score: Math.min(10, 4 + random.below(8)) },
    });
  }
  if (people.isAdvocate[person] === 0 && random.chance(bought.isFirst ? 0.1 : 0.06)) join(world, person, bought.at + 2 * MINUTE);
  else if (people.isAdvocate[person] === 1 && random.chance(0.4)) share(world, person, bought.at + HOUR);
  if (isRefunder || random.chance(people.dropout[person] ?? 1)) return;
  const pace = (people.rate[person] ?? 0.01) * dayWeight(world.start + world.day * DAY);
  schedule(world, person, random.exponential() / pace);
}

function join(world: World, person: number, at: number): void {
  const { random, people } = world;
  people.isAdvocate[person] = 1;
  put(world, at, { kind: "join", at, number: person, person: profile(person), code: advocateCode(person) });
  if (random.chance(0.7)) share(world, person, at + 5 * MINUTE);
}

/** From now on her code is used. One in 80 uses it herself under a second name; one in 300 finds it on a coupon site. */
function admit(world: World, person: number): void {
  world.advocates[world.advocateCount++] = person;
  if (world.random.chance(1 / 80)) world.selfReferrers.push(person);
  if (world.random.chance(1 / 300)) world.leaked.push(person);
}

/** A share, and those who open it without ever becoming customers. Those who do are arrivals. */
function share(world: World, person: number, at: number): void {
  const { random, people } = world;
  const channel = random.pick(CHANNELS);
  const code = advocateCode(person);
  const id = `syn-share-${++world.visitors}`;
  send(world, at, { id, type: "share", person: { user_id: userId(person) }, name: channel, context: { channel } });
  for (let i = random.poisson(Math.min(12, (people.reach[person] ?? 1) * 1.5)); i > 0; i--) {
    visit(world, at + MINUTE + Math.floor(random.exponential() * DAY), { anonymous_id: `syn_v_${world.visitors + 1}`, code, channel });
  }
}

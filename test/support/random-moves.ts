/** Random histories: what people do, small in number of ids so that things collide, with ties to the millisecond. */
import fc from "fast-check";
import type { EventInput } from "../../src/core/event.ts";
import { DAY, HOUR } from "../../src/core/time.ts";
import { EPOCH, SPAN } from "./random-programs.ts";

/** What one person does at one instant, before it becomes an event (on a database) or a fact (in the core alone). */
export type Move = {
  type: NonNullable<EventInput["type"]> | "joined" | "left" | "delay_passed";
  client: string;
  at: number;
  who: string;
  /** How the move names an advocate: a code on the spot, or a click so many milliseconds before. */
  touch?: { program: string; advocate: string; kind: "code" | "link" | "claim"; age: number; team?: { person: string; share: number }[] };
  order?: NonNullable<EventInput["order"]>;
  program?: string;
  stage?: string;
  name?: string;
  value?: number;
  subject?: string;
  channel?: string;
  quantity?: number;
  rule?: string;
  basis?: string;
  grade?: string;
  vip?: boolean;
};

const pick = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
/** A value once in `n` times, else nothing. */
const some = <T>(arb: fc.Arbitrary<T>, n = 2): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: n - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: arb });

/** Instants meet often: whole days, or hours of the first days. */
const instant = fc.oneof(
  fc.integer({ min: 0, max: SPAN / DAY }).map((d) => EPOCH + d * DAY),
  fc.integer({ min: 0, max: 72 }).map((h) => EPOCH + h * HOUR),
  fc.integer({ min: 0, max: SPAN }).map((ms) => EPOCH + ms),
  pick(EPOCH, EPOCH + 15 * DAY, EPOCH + 15 * DAY - 1, EPOCH + 31 * DAY, EPOCH + 31 * DAY - 1),
);

export type Cast = { people: readonly string[]; advocates: readonly string[]; programs: readonly string[]; orders: number };

const item = fc.record({
  sku: pick("s1", "s2", "s3"),
  quantity: pick(1, 1, 2, 3),
  price: pick(100, 999, 2500, 3333),
  sale: some(fc.constant(true), 5),
});
const items = fc.array(item, { minLength: 1, maxLength: 3 });

function touchArb(cast: Cast) {
  return fc
    .record({
      program: fc.constantFrom(...cast.programs),
      advocate: fc.constantFrom(...cast.advocates),
      kind: pick("code" as const, "link" as const, "code" as const, "link" as const, "claim" as const),
      age: pick(0, 1, HOUR, 3 * DAY, 20 * DAY),
      others: fc.array(fc.record({ person: fc.constantFrom(...cast.advocates), share: pick(1, 3, 40) }), { maxLength: 2 }),
    })
    .map(({ others, ...touch }) => ({
      ...touch,
      ...(touch.kind === "claim" && others.length > 0 && { team: [{ person: touch.advocate, share: 60 }, ...others] }),
    }));
}

const purchase = (orders: number) =>
  fc
    .record({
      id: fc.integer({ min: 1, max: orders }).map((n) => `o${n}`),
      currency: pick("USD", "USD", "USD", "EUR"),
      items: some(items),
      total: pick(1000, 4999, 5000, 9990, 10_001, 30_000),
      tax: pick(0, 0, 190, 333),
      shipping: pick(0, 0, 450),
      discount: pick(0, 0, 100),
      coupons: some(pick(["SPRING"]), 4),
    })
    .map(({ items: lines, ...o }) => ({
      ...o,
      ...(lines && { items: lines, total: lines.reduce((n, i) => n + i.price * i.quantity, 0) + o.tax + o.shipping }),
    }));

/** Whole, in part, by lines, by tax and shipping; of a known order, an unknown one, or of nobody's order in particular. */
const refund = (orders: number) =>
  fc.record({
    id: some(
      fc.integer({ min: 1, max: orders + 1 }).map((n) => `o${n}`),
      5,
    ),
    currency: pick("USD", "USD", "USD", "EUR"),
    amount: some(pick(1, 333, 2500, 5000, 60_000), 4),
    tax: some(pick(50, 190), 5),
    shipping: some(fc.constant(450), 5),
    items: some(items, 4),
  });

/** One move of one person. Client ids are given later: they must be unique. */
function moveArb(cast: Cast): fc.Arbitrary<Omit<Move, "client">> {
  const base = { at: instant, who: fc.constantFrom(...cast.people) };
  const touch = fc.option(touchArb(cast), { nil: undefined, freq: 4 });
  const traits = { grade: some(pick("gold", "grey")), vip: some(fc.boolean(), 3) };
  const waits = {
    program: fc.constantFrom(...cast.programs),
    rule: pick("r0", "r1", "r2"),
    basis: fc.integer({ min: 1, max: cast.orders }).map((n) => `order:o${n}`),
  };
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ type: pick("visit" as const, "lead" as const), ...base, touch: touchArb(cast), ...traits }) },
    { weight: 4, arbitrary: fc.record({ type: fc.constant("signup" as const), ...base, touch, ...traits }) },
    {
      weight: 9,
      arbitrary: fc.record({
        type: fc.constant("purchase" as const),
        ...base,
        touch,
        order: purchase(cast.orders),
        quantity: some(pick(2, 5), 4),
        ...traits,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ type: fc.constant("payment" as const), ...base, touch, order: purchase(cast.orders), ...traits }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        type: pick("refund" as const, "refund" as const, "chargeback" as const),
        ...base,
        order: refund(cast.orders),
      }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constant("order_updated" as const), ...base, order: purchase(cast.orders) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant("stage" as const),
        ...base,
        stage: fc.constant("hired"),
        touch,
        value: some(pick(5000, 12_345)),
        subject: some(pick("deal-1", "deal-2"), 2),
        ...traits,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant("activity" as const),
        ...base,
        name: pick("review", "video"),
        subject: some(pick("lamp", "chair"), 3),
        channel: some(pick("x", "linkedin"), 3),
        ...traits,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ type: pick("joined" as const, "joined" as const, "left" as const), ...base, program: waits.program }),
    },
    { weight: 2, arbitrary: fc.record({ type: fc.constant("delay_passed" as const), ...base, ...waits }) },
  ) as fc.Arbitrary<Omit<Move, "client">>;
}

/** A history of `min` to `max` moves; client ids sort otherwise than instants do, as in life. */
export function movesArb(cast: Cast, size: { min: number; max: number }): fc.Arbitrary<Move[]> {
  return fc
    .array(fc.tuple(moveArb(cast), fc.integer({ min: 0, max: 99 })), { minLength: size.min, maxLength: size.max, size: "max" })
    .map((all) => all.map(([move, salt], i) => ({ ...move, client: `${String((salt * 37 + i * 61) % 97).padStart(2, "0")}-${i}` })));
}

/** The move as the native door takes it. `code` and `click` turn an advocate of a program into evidence. */
export function eventOf(
  move: Move,
  by: { code: (program: string, advocate: string) => string; click: (touch: NonNullable<Move["touch"]>, at: number) => string },
): EventInput {
  const { touch, grade, vip } = move;
  const event: EventInput = {
    id: move.client,
    type: move.type as EventInput["type"],
    occurred_at: new Date(move.at).toISOString(),
    person: { user_id: move.who, ...(grade !== undefined && { attributes: { grade } }) },
  };
  // A claim is the engine's own: whoever makes the draft or fact lays it upon it.
  if (touch && touch.kind !== "claim")
    event.referral =
      touch.kind === "code" ? { code: by.code(touch.program, touch.advocate) } : { click_id: by.click(touch, move.at - touch.age) };
  if (move.order) event.order = JSON.parse(JSON.stringify(move.order)) as NonNullable<EventInput["order"]>;
  if (move.channel !== undefined) event.context = { channel: move.channel };
  for (const field of ["program", "stage", "name", "subject", "quantity"] as const)
    if (move[field] !== undefined) (event as Record<string, unknown>)[field] = move[field];
  if (move.value !== undefined) {
    event.value = move.value;
    event.currency = "USD";
  }
  if (vip !== undefined) event.properties = { vip };
  return event;
}

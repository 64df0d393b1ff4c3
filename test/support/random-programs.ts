/**
 * Random program definitions for property tests: every kind of rule, limit, tier, bonus and attribution that the schema
 * knows, small enough to be read in a failure message.
 */
import fc from "fast-check";
import { type ProgramDefinition, definition } from "../../src/core/program.ts";
import { DAY } from "../../src/core/time.ts";

/** The first instant of every random history: Thursday 2026-01-01, so that two months, a quarter's middle and a clock change lie in it. */
export const EPOCH = Date.UTC(2026, 0, 1);
/** Random facts lie in the 100 days from EPOCH on; the clocks of Berlin (29 March) and New York (8 March) change in them. */
export const SPAN = 100 * DAY;

/** One program through time: its definitions with the instant each takes effect. The first is in force before every fact. */
export type RandomTimeline = { key: string; versions: { from: number; open: boolean; definition: ProgramDefinition }[] };

export type ProgramWishes = {
  /** Rules whose reward rests on somebody else's facts as well: `to: { upline }` and shares of `downline_rewards`. */
  chains?: boolean;
  /** More than one version. */
  versions?: boolean;
  /** At most so many programs in the workspace. */
  programs?: number;
  /** Few filters and long windows: most of what people do earns something. */
  generous?: boolean;
};

/** A value once in `n` times, else nothing. */
const some = <T>(arb: fc.Arbitrary<T>, n = 2): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: n - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: arb });
const pick = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const STAGES = [
  "visit",
  "signup",
  { key: "order", on: "purchase" },
  { key: "paid", on: "payment" },
  { key: "hired", on: "stage" },
  "lead",
] as const;
type StageWish = (typeof STAGES)[number];
const keyOf = (stage: StageWish): string => (typeof stage === "string" ? stage : stage.key);

const condition = fc.oneof(
  pick("10.00 USD", "50.00 USD", "120.00 USD").map((gte) => ({ "order.total": { gte } })),
  pick("s1", "s2").map((eq) => ({ "order.item.sku": { eq } })),
  pick("gold", "grey").map((eq) => ({ "person.attributes.grade": { eq } })),
  fc.constant({ not: { "order.coupon": { eq: "SPRING" } } }),
  fc.constant({ any: [{ "event.properties.vip": { eq: true } }, { "order.net": { gt: "80.00 USD" } }] }),
);

const money = pick("5.00 USD", "7.77 USD", "20.00 USD", "3.00 EUR");
const percentGive = fc.record({
  percent: pick(10, 7.5, 33.3, 0.01, 100),
  of: pick("order.total", "order.net", "order.subtotal", "event.value"),
  max: some(pick("12.34 USD", "4.00 EUR"), 3),
  items: some(pick({ "order.item.sku": { eq: "s1" } }), 4),
});
const flatGive = fc.oneof(
  money.map((cash) => ({ cash })),
  money.map((credit) => ({ credit })),
  pick(100, 7).map((points) => ({ points })),
  fc.constant({ coupon: { percent: 20, valid: "30d" } }),
  pick(1, 3).map((entries) => ({ entries })),
  fc.constant({ free_time: { months: 1 } }),
  fc.constant({ badge: { name: "Friend" } }),
);
const give = fc.oneof(
  { weight: 3, arbitrary: percentGive.map((cash) => ({ cash })) },
  { weight: 1, arbitrary: percentGive.map((credit) => ({ credit })) },
  { weight: 3, arbitrary: flatGive },
  { weight: 1, arbitrary: fc.constant({ cash: { per_unit: "1.50 USD" } }) },
  { weight: 1, arbitrary: fc.constant({ points: { per_unit: 3 } }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.oneof(flatGive, percentGive.map((cash) => ({ cash }))), { minLength: 2, maxLength: 4 })
      .map((choice) => ({ choice })),
  },
);
const limit = fc
  .record({
    per: pick("advocate", "friend"),
    by: pick("count", "amount"),
    n: pick(1, 2, 3),
    every: some(pick("day", "week", "month", "quarter", "year")),
    channel: some(fc.constant("channel"), 4),
  })
  .map(({ per, by, n, every, channel }) => ({
    per,
    ...(by === "count" ? { count: n } : { amount: `${n}5.00 USD` }),
    ...(every && { every }),
    ...(channel && { by: channel }),
  }));

const stageWhen = (stages: readonly StageWish[], rare: number) =>
  fc
    .record({
      stage: fc.constantFrom(...stages.map(keyOf).filter((key) => key !== "visit")),
      nth: some(pick(1, 2, 3), 4 * rare),
      times: some(pick(1, 2), 4 * rare),
      for: some(pick("5d", "1 months"), 4 * rare),
      where: some(condition, 3 * rare),
      items: some(pick({ "order.item.sku": { ne: "s2" } }, { "order.item.sale": { eq: false } }), 10 * rare),
      wait: some(pick("3d", "30d"), 6 * rare),
      if: some(condition, 3 * rare),
    })
    .map(({ wait, if: asked, ...when }) => ({ ...when, ...(wait && { after: wait, if: asked }) }));

/** Everything about a rule but its key. Thresholds and joining give flat amounts: there is no order to take a part of. */
function ruleArb(stages: readonly StageWish[], wishes: ProgramWishes) {
  const { chains = false } = wishes;
  const rare = wishes.generous ? 3 : 1;
  const to = pick<unknown>("advocate", "advocate", "advocate", "friend", { team: true }, ...(chains ? [{ upline: 1 }, { upline: 2 }] : []));
  const rest = { hold: some(pick("14d", "1 months")), limit: some(limit), approval: pick("automatic", "automatic", "manual") };
  const corrections = {
    reverse_on: some(fc.subarray(["refund", "chargeback"]), 3),
    on_refund: pick("proportional", "all_below_threshold"),
  };
  return fc.oneof(
    { weight: 12, arbitrary: fc.record({ when: stageWhen(stages, rare), give, to, ...rest, ...corrections }) },
    { weight: 1, arbitrary: fc.record({ when: fc.constant({ joined: true }), give: flatGive, hold: rest.hold }) },
    {
      weight: 1,
      arbitrary: fc.record({
        when: fc.record({
          activity: pick("review", "video"),
          times: some(pick(1, 2)),
          where: some(condition, 3),
          every: some(pick("week", "month"), 3),
          each: some(pick("subject", "channel"), 3),
        }),
        give: flatGive,
        limit: rest.limit,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        when: fc.record({ threshold: pick(1, 2, 3), repeat: fc.boolean(), within: some(pick("2d", "10d", "1 months"), 3) }),
        give: flatGive,
        hold: rest.hold,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        when: fc.record({ streak: pick(2, 3), every: pick("day", "week", "month"), repeat: fc.boolean() }),
        give: fc.oneof(flatGive, fc.constant({ choice: [{ points: 5 }, { cash: "2.00 USD" }] })),
      }),
    },
    ...(chains
      ? [
          {
            weight: 2,
            arbitrary: fc.record({
              when: stageWhen(stages, rare).map(({ stage }) => ({ stage })),
              limit: rest.limit,
              give: pick(10, 50).map((percent) => ({ cash: { percent, of: "downline_rewards" } })),
              to: pick({ upline: 1 }),
            }),
          },
        ]
      : []),
  );
}

const attribution = fc.record({
  model: pick("last_touch", "first_touch"),
  window: pick("30d", "12h", "90d", "90d", "1 months"),
  protected_window: some(pick("2h", "2d"), 3),
  accepts: some(pick(["code"], ["link"], ["code", "link"]), 4),
});
const tiers = fc.record({
  every: some(pick("month", "quarter")),
  steps: pick([1, 2, 3], [1, 3]).map((froms) => froms.map((from, i) => ({ from, multiply: 1 + i / 2 }))),
});
const bonus = fc
  .record({ from: pick(10, 20), days: pick(1, 30), multiply: pick(2, 1.5, 1.01), rules: some(fc.constant(["r0"]), 3) })
  .map((b) => ({
    key: "launch",
    from: new Date(EPOCH + b.from * DAY).toISOString(),
    to: new Date(EPOCH + (b.from + b.days) * DAY).toISOString(),
    multiply: b.multiply,
    ...(b.rules && { rules: b.rules }),
  }));

function definitionArb(key: string, wishes: ProgramWishes): fc.Arbitrary<ProgramDefinition> {
  // Most programs have the two stages that most facts reach; without them next to nothing is ever granted.
  const common = fc
    .subarray([...STAGES])
    .map((chosen) => STAGES.filter((s) => s === "signup" || keyOf(s) === "order" || chosen.includes(s)));
  const rare = fc.subarray([...STAGES], { minLength: 1 }).filter((s) => s.some((stage) => stage !== "visit"));
  return fc
    .oneof({ weight: 4, arbitrary: common }, { weight: 1, arbitrary: rare })
    .chain((stages) =>
      fc.record({
        stages: fc.constant(stages),
        qualifies_at: fc.constantFrom(...stages.map(keyOf).filter((k) => k !== "visit")),
        rewards: fc.array(ruleArb(stages, wishes), { minLength: 1, maxLength: 5, size: "max" }),
        attribution: wishes.generous
          ? fc.record({
              model: pick("last_touch", "first_touch"),
              window: fc.constant("90d"),
              protected_window: some(pick("2h", "2d"), 3),
            })
          : attribution,
        friends: fc.record({ who: pick("anyone", "anyone", "new_customer"), where: some(condition, wishes.generous ? 50 : 10) }),
        tiers: some(tiers),
        bonuses: fc.array(bonus, { maxLength: 1 }),
        zone: pick("UTC", "Europe/Berlin", "America/New_York"),
        exclusive_group: some(fc.constant("one")),
        priority: pick(1, 2),
      }),
    )
    .map((d) => {
      const rewards = d.rewards.map((rule, i) => ({ key: `r${i}`, ...rule }));
      const text = JSON.stringify({ ...d, key, kind: "direct", name: key, destination: "https://shop.example/", rewards });
      return definition.parse(JSON.parse(text)) as ProgramDefinition;
    });
}

function timelineArb(key: string, wishes: ProgramWishes): fc.Arbitrary<RandomTimeline> {
  const first = definitionArb(key, wishes).map((d) => ({ from: EPOCH - 400 * DAY, open: false, definition: d }));
  const later = fc.record({
    from: pick(15, 40).map((days) => EPOCH + days * DAY),
    open: fc.boolean(),
    definition: definitionArb(key, wishes),
  });
  const versions =
    wishes.versions === false
      ? first.map((v) => [v])
      : fc.oneof({ weight: 2, arbitrary: first.map((v) => [v]) }, { weight: 1, arbitrary: fc.tuple(first, later).map((both) => both) });
  return versions.map((v) => ({ key, versions: v }));
}

/** One to three programs, p0 to p2. */
export function timelinesArb(wishes: ProgramWishes = {}): fc.Arbitrary<RandomTimeline[]> {
  const most = wishes.programs ?? 2;
  return fc.integer({ min: 1, max: most }).chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => timelineArb(`p${i}`, wishes))));
}

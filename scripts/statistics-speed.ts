/** How long the statistics take on this machine, in processor time, which other work on it does not change. */
import { findRings } from "../src/core/analytics/rings/rings.ts";
import { shapeOf, treeOf } from "../src/core/analytics/growth/tree.ts";
import { creditByMarkov } from "../src/core/analytics/paths/markov.ts";
import { makeRandom } from "../src/core/analytics/random.ts";
import { cohortWorth } from "../src/core/analytics/value/cohort.ts";
import { columnsOf, summarise } from "../src/core/analytics/value/summary.ts";
import { residualWorth } from "../src/core/analytics/value/worth.ts";
import { must } from "./statistics-figures.ts";
import { HORIZON, SPEND, life } from "./statistics-worlds.ts";

const DAY_A_WEEK = 7;

function purchasesOf(customers: number) {
  const random = makeRandom(3);
  return Array.from({ length: customers }, (_, i) => {
    const from = random.below(300);
    const scale = SPEND.v / random.gamma(SPEND.q);
    const days = [0, ...life(random, (365 - from) / DAY_A_WEEK).map((week) => Math.ceil(week * DAY_A_WEEK))];
    return days.map((day) => ({ customer: `c${i}`, day: from + day, amount: scale * random.gamma(SPEND.p) }));
  }).flat();
}

/** A line for each: what was done and its milliseconds of processor time. */
export function speeds(): string[] {
  const lines: string[] = [];
  const timed = <T>(what: string, work: () => T): T => {
    const before = process.cpuUsage();
    const made = work();
    const { user, system } = process.cpuUsage(before);
    lines.push(`${what}: ${Math.round((user + system) / 1000)} ms`);
    return made;
  };
  const random = makeRandom(4);
  const log = purchasesOf(100_000);
  const buyers = timed(`summary of ${log.length} purchases of 100,000 customers`, () => summarise(log, { until: 365 }));
  const { repeats, spend } = timed("both models and 200 resamples", () =>
    must(cohortWorth(columnsOf(buyers), { horizon: HORIZON, random })),
  );
  const models = { repeats: repeats.model, spend: spend.model };
  timed("the worth of each of them", () => buyers.forEach((buyer) => must(residualWorth(models, buyer, HORIZON))));
  const journeys = Array.from({ length: 10_000 }, () => ({
    channels: Array.from({ length: 1 + random.below(12) }, () => `c${random.below(12)}`),
    conversions: random.below(3),
    nulls: random.below(9),
  }));
  timed("Markov over 10,000 journeys and 12 channels", () => must(creditByMarkov(journeys)));
  const links = Array.from({ length: 100_000 }, (_, i) => ({ id: `${i}`, parent: i === 0 ? null : `${random.below(i)}` }));
  timed("a tree of 100,000 people", () => shapeOf(treeOf(links)));
  const accounts = links.map(({ id, parent }, i) => ({ id, born: i * 60_000, referrer: parent }));
  const traces = accounts.map(({ id }) => ({ account: id, kind: "device", key: `${random.below(80_000)}` }));
  timed("rings among 100,000 accounts and 80,000 devices", () => must(findRings(accounts, traces)));
  return lines;
}

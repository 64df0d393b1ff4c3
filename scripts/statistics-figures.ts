/** Published figures beside ours, from the raw data files: the rows of docs/statistics.md. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fitOffspring } from "../src/core/analytics/growth/offspring.ts";
import { shapeOf, treeOf } from "../src/core/analytics/growth/tree.ts";
import { customersAfter } from "../src/core/analytics/growth/viral.ts";
import { creditByMarkov } from "../src/core/analytics/paths/markov.ts";
import { creditByShapley, shapley } from "../src/core/analytics/paths/shapley.ts";
import { programReturn } from "../src/core/analytics/referring/crv.ts";
import { netPromoterScore } from "../src/core/analytics/referring/nps.ts";
import type { Answer } from "../src/core/analytics/result.ts";
import { fitBgNbd, logLikelihoodBgNbd } from "../src/core/analytics/value/bgnbd.ts";
import { expectedMore, expectedRepeats } from "../src/core/analytics/value/bgnbd-expect.ts";
import { fitGammaGamma, meanSpend, spendAgainstCount, tabulateSpends } from "../src/core/analytics/value/gamma-gamma.ts";
import { fitRenewals, renewalsOf } from "../src/core/analytics/value/renewals.ts";
import { tabulate } from "../src/core/analytics/value/repeats.ts";
import type { Buyer, Purchase } from "../src/core/analytics/value/summary.ts";
import { columnsOf, summarise } from "../src/core/analytics/value/summary.ts";

export type Figure = { readonly what: string; readonly published: number; readonly ours: number; readonly tolerance: number };
/** `through`: how far the figure is reproduced by the product itself: from raw data through import and API, or by the function alone. */
export type Section = {
  readonly title: string;
  readonly source: string;
  readonly through: (what: string) => string;
  readonly figures: readonly Figure[];
};

const API = "import and API";
const FORMULA = "function";
/** Figures whose name matches come through the API, too. */
export const throughApi =
  (known: RegExp, api = API) =>
  (what: string): string =>
    known.test(what) ? api : FORMULA;

const folder = fileURLToPath(new URL("../../shared/data/", import.meta.url));

/** Is the real data on this machine? It does not travel with the product. */
export const hasData = existsSync(`${folder}clv_reference.json`);

const text = (name: string): string => readFileSync(folder + name, "utf8");
export const json = <T>(name: string): T => JSON.parse(text(name)) as T;
/** The cells of each line of a file, its header left out. */
export const cells = (name: string): string[][] =>
  text(name)
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.trimEnd().split(","));

/** The value; a figure of this page that is none is an error. */
export function must<T>(answer: Answer<T>): T {
  if ("ok" in answer) return answer.ok;
  throw new Error(`${answer.none.code} ${JSON.stringify(answer.none.values)}`);
}

export const dayOf = (date: string): number => Math.floor(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / 86_400_000);

const figure = (what: string, published: number, rest: { ours: number; tolerance: number }): Figure => ({ what, published, ...rest });

export const cdnowPurchases = (): Purchase[] =>
  cells("cdnow_sample_transactions.csv").map((row) => ({ customer: row[1]!, day: dayOf(row[2]!), amount: Number(row[4]) }));

type Summary = { x: number; recency: number; age: number; spend: number };
const cdnowSummary = (): Summary[] =>
  cells("cdnow_summary.csv").map((row) => ({ x: Number(row[1]), recency: Number(row[2]), age: Number(row[3]), spend: Number(row[4]) }));

type ClvReference = {
  bg_nbd: {
    published: Record<"r" | "alpha" | "a" | "b" | "loglik", number>;
    mle_full_precision: Record<"r" | "alpha" | "a" | "b" | "loglik", number>;
    loglik_at_published: number;
    expected_repeat_purchases: { t_weeks: number[]; published_excel: number[]; at_mle: number[] };
  };
  gamma_gamma: {
    published: Record<"p" | "q" | "v", number>;
    mle_full_precision: Record<"p" | "q" | "v" | "loglik", number>;
    population_mean: number;
    corr_x_zbar: number;
  };
  rfm_from_log: { calibration_repeat_purchases: number; holdout_repeat_purchases: number };
};

function repeatFigures(): Section {
  const known = json<ClvReference>("clv_reference.json").bg_nbd;
  // What the product says comes from the raw log; the full digits were computed from the published summary, which is rounded.
  const raw = must(fitBgNbd(tabulate(columnsOf(cdnowBuyers()))));
  const rows = tabulate(columnsOf(cdnowSummary()));
  const { model, logLikelihood } = must(fitBgNbd(rows));
  const { published, mle_full_precision: exact, expected_repeat_purchases: expected } = known;
  const keys = ["r", "alpha", "a", "b"] as const;
  const rounded = { r: published.r, alpha: published.alpha, a: published.a, b: published.b };
  return {
    title: "BG/NBD on CDNOW",
    through: throughApi(/^(r|alpha|a|b|log likelihood)$|^E\[X\(t\)\], t = (1|3|32|78) weeks \(/),
    source: "Fader, Hardie & Lee 2005, Marketing Science 24(2):275-284; Hardie note 004 for the expectations; full digits recomputed.",
    figures: [
      ...keys.map((key) => figure(key, published[key], { ours: raw.model[key], tolerance: 5e-4 })),
      figure("log likelihood", published.loglik, { ours: raw.logLikelihood, tolerance: 0.05 }),
      ...keys.map((key) => figure(`${key}, full digits`, exact[key], { ours: model[key], tolerance: 1e-5 })),
      figure("log likelihood, full digits", exact.loglik, { ours: logLikelihood, tolerance: 1e-5 }),
      figure("log likelihood at the published parameters", known.loglik_at_published, {
        ours: logLikelihoodBgNbd(rows, rounded),
        tolerance: 1e-6,
      }),
      ...expected.t_weeks.flatMap((t, i) => [
        figure(`E[X(t)], t = ${t} weeks (Excel, rounded parameters)`, expected.published_excel[i]!, {
          ours: expectedRepeats(raw.model, t),
          tolerance: 5e-4,
        }),
        figure(`E[X(t)], t = ${t} weeks, full digits`, expected.at_mle[i]!, { ours: expectedRepeats(model, t), tolerance: 1e-6 }),
      ]),
    ],
  };
}

/** The customers as the raw log gives them, the 39 weeks after held out. */
const cdnowBuyers = (): Buyer[] => summarise(cdnowPurchases(), { until: dayOf("1997-09-30"), watchedUntil: dayOf("1998-06-30") });

/** How many rows of the published summary the rule gives from the log of purchases. */
function summaryMatches(buyers: readonly Buyer[], published: readonly Summary[]): number {
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= 0.005 + 1e-9;
  return buyers.filter((buyer, i) => {
    const row = published[i]!;
    return buyer.x === row.x && near(buyer.recency, row.recency) && near(buyer.age, row.age) && near(buyer.spend, row.spend);
  }).length;
}

function spendFigures(): Section {
  const known = json<ClvReference>("clv_reference.json");
  const { published, mle_full_precision: exact, population_mean: mean, corr_x_zbar: correlation } = known.gamma_gamma;
  const rows = cdnowSummary();
  const { model, logLikelihood } = must(fitGammaGamma(tabulateSpends(columnsOf(rows))));
  const buyers = cdnowBuyers();
  const raw = must(fitGammaGamma(tabulateSpends(columnsOf(buyers)))).model;
  const fitted = must(fitBgNbd(tabulate(columnsOf(buyers)))).model;
  const keys = ["p", "q", "v"] as const;
  const count = (read: (buyer: Buyer) => number): number => buyers.reduce((sum, buyer) => sum + read(buyer), 0);
  return {
    title: "Gamma-gamma on CDNOW, and the summary from its raw log",
    through: throughApi(/^(p|q|v)$|^(mean spend of a purchase|correlation of how often and how much)$|39 weeks|forecast/),
    source: "Fader & Hardie 2013, note 025; the summary is the one published with the data.",
    figures: [
      ...keys.map((key) => figure(key, published[key], { ours: raw[key], tolerance: 0.01 })),
      ...keys.map((key) => figure(`${key}, full digits`, exact[key], { ours: model[key], tolerance: 1e-4 })),
      figure("log likelihood, full digits", exact.loglik, { ours: logLikelihood, tolerance: 1e-5 }),
      figure("mean spend of a purchase", 35.17, { ours: must(meanSpend(raw)), tolerance: 0.005 }),
      figure("mean spend of a purchase, full digits", mean, { ours: must(meanSpend(model)), tolerance: 1e-3 }),
      figure("correlation of how often and how much", 0.114, { ours: must(spendAgainstCount(columnsOf(buyers))), tolerance: 5e-4 }),
      figure("correlation of how often and how much, full digits", correlation, {
        ours: must(spendAgainstCount(columnsOf(rows))),
        tolerance: 1e-6,
      }),
      figure("rows of the summary that the raw log gives", 2357, { ours: summaryMatches(buyers, rows), tolerance: 0 }),
      figure("repeat purchases to 1997-09-30", known.rfm_from_log.calibration_repeat_purchases, {
        ours: count(({ x }) => x),
        tolerance: 0,
      }),
      figure("repeat purchases in the 39 weeks after", known.rfm_from_log.holdout_repeat_purchases, {
        ours: count(({ later }) => later),
        tolerance: 0,
      }),
      figure("the model's forecast of them", 1653, { ours: count((buyer) => expectedMore(fitted, buyer, 39)), tolerance: 1 }),
    ],
  };
}

function renewalFigures(): Section {
  const fits = [
    { name: "regular", alive: [1000, 631, 468, 382, 326, 289, 262, 241], alpha: 0.704, beta: 1.182, log: -1680.27 },
    { name: "high end", alive: [1000, 869, 743, 653, 593, 551, 517, 491], alpha: 0.668, beta: 3.806, log: -1611.16 },
  ];
  return {
    title: "Shifted-beta-geometric",
    through: () => "subscribers and API",
    source: "Fader & Hardie 2007, J. Interactive Marketing 21(1):76-90; data and figures recalled, not read again.",
    figures: fits.flatMap(({ name, alive, alpha, beta, log }) => {
      const { model, logLikelihood } = must(fitRenewals(renewalsOf(alive)));
      return [
        figure(`${name}: alpha`, alpha, { ours: model.alpha, tolerance: 5e-4 }),
        figure(`${name}: beta`, beta, { ours: model.beta, tolerance: 5e-4 }),
        figure(`${name}: log likelihood`, log, { ours: logLikelihood, tolerance: 0.01 }),
      ];
    }),
  };
}

type Branching = {
  nyjazz: {
    n: number;
    roots: number;
    offspring_histogram: number[];
    depth_histogram: Record<string, number>;
    mean_offspring: number;
    nb_mle: Record<"k" | "R" | "loglik", number>;
  };
  skok: { cases: { C0: number; K: number; t: number; ct: number; expected: number }[] };
};

function growthFigures(): Section {
  const { nyjazz, skok } = json<Branching>("branching_reference.json");
  const links = cells("nyjazz_referral_tree.csv").map((row) => ({ id: row[0]!, parent: row[1] === "" ? null : row[1]! }));
  const shape = shapeOf(treeOf(links));
  const offspring = must(fitOffspring(shape.byChildren));
  const exactly = (what: string, published: number, ours: number): Figure => figure(what, published, { ours, tolerance: 0 });
  const nps = must(netPromoterScore([20, 0, 0, 0, 0, 0, 0, 30, 0, 50, 0]));
  return {
    title: "Growth, and what referring is worth",
    through: (what) =>
      what.startsWith("jazz: ") ? "sign-ups and API" : /^net promoter|^its interval/.test(what) ? "answers and API" : FORMULA,
    source: "Skok 2009; the tree of New York's jazz musicians (Heckathorn & Jeffri); GfK MIR 5(1) 2013 for .60.",
    figures: [
      ...skok.cases.map(({ C0, K, t, ct, expected }) =>
        figure(`customers after ${t} days, K = ${K}, cycle ${ct}`, expected, {
          ours: must(customersAfter({ start: C0, k: K, time: t, cycle: ct })),
          tolerance: 1e-3,
        }),
      ),
      exactly("jazz: people", nyjazz.n, shape.people),
      exactly("jazz: roots", nyjazz.roots, shape.roots),
      ...nyjazz.offspring_histogram.map((count, n) => exactly(`jazz: who brought ${n}`, count, shape.byChildren[n] ?? 0)),
      ...Object.entries(nyjazz.depth_histogram).map(([depth, count]) =>
        exactly(`jazz: at depth ${depth}`, count, shape.byDepth[Number(depth)] ?? 0),
      ),
      figure("jazz: R", nyjazz.nb_mle.R, { ours: offspring.mean.value, tolerance: 1e-6 }),
      figure("jazz: dispersion k", nyjazz.nb_mle.k, { ours: must(offspring.dispersion).value, tolerance: 1e-5 }),
      figure("jazz: log likelihood", nyjazz.nb_mle.loglik, { ours: offspring.logLikelihood, tolerance: 1e-6 }),
      figure("return of a program: gain 40, reward 25", 0.6, {
        ours: must(programReturn({ value: 40, low: 40, high: 40, level: 0.95 }, 25)).value,
        tolerance: 1e-12,
      }),
      figure("net promoter score of 50/30/20", 30, { ours: nps.value, tolerance: 1e-9 }),
      figure("its interval, one side", 15.3, { ours: nps.high - nps.value, tolerance: 0.05 }),
    ],
  };
}

type PathExample = {
  paths: { path: string; total_conversions: number; total_null: number }[];
  p_conversion: number;
  removal_effect: Record<string, number>;
  attributed_conversions: Record<string, number>;
};
type Attribution = {
  analyzecore_2016_example: PathExample;
  google_mailing_example: PathExample;
  shapley_example_tomgorb_misc: { coalition_conversion_share: Record<string, number>; shapley_exact: Record<string, number> };
  shapley_glove_game: { shapley: Record<string, number> };
};

function markovFigures(name: string, example: PathExample): Figure[] {
  const found = must(
    creditByMarkov(
      example.paths.map(({ path, total_conversions: conversions, total_null: nulls }) => ({
        channels: path.split(" > "),
        conversions,
        nulls,
      })),
    ),
  );
  return [
    figure(`${name}: chance to convert`, example.p_conversion, { ours: found.conversion, tolerance: 1e-9 }),
    ...Object.entries(example.removal_effect).map(([channel, effect]) =>
      figure(`${name}: removal of ${channel}`, effect, { ours: found.removal.get(channel) ?? NaN, tolerance: 1e-9 }),
    ),
    ...Object.entries(example.attributed_conversions).map(([channel, credit]) =>
      figure(`${name}: credit of ${channel}`, credit, { ours: found.credit.get(channel)?.conversions ?? NaN, tolerance: 1e-9 }),
    ),
  ];
}

function pathFigures(): Section {
  const known = json<Attribution>("attribution_reference.json");
  const published = known.shapley_example_tomgorb_misc;
  const journeys = Object.entries(published.coalition_conversion_share).map(([channels, conversions]) => ({
    channels: [...channels],
    conversions,
    nulls: 0,
  }));
  const credit = must(creditByShapley(journeys));
  const glove = must(shapley(3, [0, 0, 0, 0, 0, 1, 1, 1]));
  return {
    title: "Paths: Markov and Shapley",
    through: throughApi(/^example|^Shapley of/, "orders and API"),
    source:
      "analyzecore.com 2016; the google and mailing example; tomgorb/misc for Shapley's worths (values recomputed); the glove game.",
    figures: [
      ...markovFigures("example A", known.analyzecore_2016_example),
      ...markovFigures("example B", known.google_mailing_example),
      ...Object.entries(published.shapley_exact).map(([channel, value]) =>
        figure(`Shapley of ${channel}`, value, { ours: credit.get(channel)?.conversions ?? NaN, tolerance: 1e-9 }),
      ),
      ...Object.values(known.shapley_glove_game.shapley).map((value, i) =>
        figure(`glove game, player ${"ABC"[i]}`, value, { ours: glove[i]!, tolerance: 1e-9 }),
      ),
    ],
  };
}

/** Every section but the experiments'. The data must be there. */
export const analyticsFigures = (): Section[] => [repeatFigures(), spendFigures(), renewalFigures(), growthFigures(), pathFigures()];

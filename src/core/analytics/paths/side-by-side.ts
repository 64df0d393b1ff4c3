/** Every model of credit beside the others, channel by channel: where they disagree, nobody knows, and the report says so by showing it. */
import type { Answer } from "../result.ts";
import { none, ok } from "../result.ts";
import type { Credit, Journey, PositionModel } from "./journey.ts";
import { creditByPosition, totalsOf } from "./journey.ts";
import { creditByMarkov } from "./markov.ts";
import { creditByShapley } from "./shapley.ts";

export const CREDIT_MODELS = ["first", "last", "linear", "position", "markov", "shapley"] as const;
export type CreditModel = (typeof CREDIT_MODELS)[number];

export type ChannelRow = {
  readonly channel: string;
  /** Conversions and value by model; a model that gives no figure (Markov above 400 channels) is left out of every row. */
  readonly by: Readonly<Partial<Record<CreditModel, { readonly conversions: number; readonly value: number }>>>;
  /** Share of conversions that would be lost without the channel; null where Markov gives no figure. */
  readonly removal: number | null;
};

export type SideBySide = {
  readonly rows: readonly ChannelRow[];
  readonly conversions: number;
  readonly value: number;
  readonly nulls: number;
  readonly withoutTouch: number;
  /** The chance that somebody who came by a link buys, by the Markov chain; null where it gives none. Absent in what was kept before. */
  readonly chance?: number | null;
};

/** Conversions over which a comparison of channels is more than a list of accidents. */
const NEEDED = 10;

/** All models over the same journeys, the channel with most last touches first; each column adds up to the conversions with a touch. */
export function sideBySide(journeys: readonly Journey[]): Answer<SideBySide> {
  const totals = totalsOf(journeys);
  if ("none" in totals) return totals;
  if (totals.ok.conversions < NEEDED)
    return none("too_few", { what: "conversions with a touch before them", have: totals.ok.conversions, needed: NEEDED });
  const markov = creditByMarkov(journeys);
  const shapley = creditByShapley(journeys);
  const credits: Partial<Record<CreditModel, Credit>> = {};
  for (const model of ["first", "last", "linear", "position"] satisfies PositionModel[]) {
    const credit = creditByPosition(journeys, model);
    if ("ok" in credit) credits[model] = credit.ok;
  }
  if ("ok" in markov) credits.markov = markov.ok.credit;
  if ("ok" in shapley) credits.shapley = shapley.ok;
  const channels = [...new Set(journeys.flatMap((journey) => journey.channels))];
  const nothing = { conversions: 0, value: 0 };
  const rows = channels.map((channel): ChannelRow => {
    const by: Partial<Record<CreditModel, { conversions: number; value: number }>> = {};
    for (const model of CREDIT_MODELS) {
      const credit = credits[model];
      if (credit !== undefined) by[model] = credit.get(channel) ?? nothing;
    }
    return { channel, by, removal: "ok" in markov ? (markov.ok.removal.get(channel) ?? 0) : null };
  });
  const chance = "ok" in markov ? markov.ok.conversion : null;
  const last = (row: ChannelRow): number => row.by.last?.conversions ?? 0;
  return ok({ rows: rows.sort((a, b) => last(b) - last(a) || (a.channel < b.channel ? -1 : 1)), ...totals.ok, chance });
}

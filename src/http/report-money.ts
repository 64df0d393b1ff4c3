/** What the report about money has beyond roll-ups: margin, return, and the program beside other channels. */
import { returnFigures } from "../core/analytics/money.ts";
import { type Figure, type Sum, isCurrency } from "../core/analytics/report.ts";
import type { Days } from "../core/analytics/report-period.ts";
import { sumSpend } from "../store/channel-spend.ts";
import type { Client } from "../store/db.ts";
import { readSums } from "../store/report-read.ts";
import type { Asked } from "./report-ask.ts";
import type { Extra, Report } from "./report.ts";

export async function moneyExtra(workspaceId: string, db: Client, asked: Asked): Promise<Extra> {
  const ids = asked.programs.map((each) => each.id);
  const metrics = ["revenue", "reward_cost", "new_customers"];
  const sums = (of: Days): Promise<Sum[]> => readSums(workspaceId, db, { programs: ids, metrics, dim: "program", ...of });
  const [now, before, spend] = await Promise.all([
    sums(asked.days),
    asked.compared === null ? null : sums(asked.compared),
    sumSpend(workspaceId, db, asked.days),
  ]);
  const margins = new Map(asked.programs.map((each) => [each.id, marginOf(each.live ?? each.draft)]));
  const figures = returnFigures(now, margins);
  const others = spend.map(({ channel, currency, amount, customers, days }) => ({
    ...line({ channel, currency, spend: amount, customers }),
    days,
  }));
  return {
    figures,
    before: before === null ? [] : returnFigures(before, margins),
    channels: [...own(now), ...others],
    notes: figures.some((each: Figure) => each.reason === "unknown") ? ["margin_unknown"] : [],
  };
}

const marginOf = (definition: Record<string, unknown> | null | undefined): number | null =>
  typeof definition?.["margin_percent"] === "number" ? definition["margin_percent"] : null;

type Line = NonNullable<Report["channels"]>[number];

function line(of: Pick<Line, "channel" | "currency" | "spend" | "customers">): Line {
  const { spend, customers } = of;
  return { ...of, cost_per_customer: customers === null || customers === 0 ? null : Math.round(spend / customers), days: null };
}

/** The programs themselves, one line a currency of their rewards. */
function own(sums: readonly Sum[]): Line[] {
  const customers = sums.filter((each) => each.metric === "new_customers").reduce((all, each) => all + each.value, 0);
  const costs = sums.filter((each) => each.metric === "reward_cost" && isCurrency(each.unit));
  return [...Map.groupBy(costs, (each) => each.unit)].map(([currency, own]) =>
    line({ channel: null, currency, spend: own.reduce((all, each) => all + each.value, 0), customers }),
  );
}

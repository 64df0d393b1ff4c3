/** The words of forecasts: what is counted, and what it depends on. */
import type { components } from "@grapevine/sdk";
import { decimalsOf, money, number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";

export type ForecastAnswer = components["schemas"]["Forecast"];
export type Told = NonNullable<ForecastAnswer["forecast"]>;
export type Series = keyof Told["weeks"];
export type Lever = ForecastAnswer["sensitivity"][number]["lever"];

export const SERIES: Record<Series, { name: () => string; money: boolean }> = {
  customers: { name: () => t("New customers"), money: false },
  friends: { name: () => t("Friends who come"), money: false },
  advocates: { name: () => t("Active advocates"), money: false },
  orders: { name: () => t("Orders"), money: false },
  revenue: { name: () => t("What they buy"), money: true },
  refunded: { name: () => t("What is refunded"), money: true },
  rewards: { name: () => t("Rewards paid"), money: true },
  net: { name: () => t("What is left: margin less rewards"), money: true },
};

export const LEVERS: Record<Lever, { name: () => string; kind: "count" | "share" | "money" }> = {
  joins: { name: () => t("Advocates who join in a week"), kind: "count" },
  reach: { name: () => t("Friends one active advocate reaches in a week"), kind: "count" },
  converts: { name: () => t("Of friends reached, those who become customers"), kind: "share" },
  returns: { name: () => t("Of new customers, those who become advocates"), kind: "share" },
  repeats: { name: () => t("Further orders of one customer in a week"), kind: "count" },
  value: { name: () => t("What an order is worth"), kind: "money" },
  refunds: { name: () => t("Of orders, those refunded"), kind: "share" },
  advocatesStay: { name: () => t("Advocates who stay active from week to week"), kind: "share" },
  customersStay: { name: () => t("Customers who stay from week to week"), kind: "share" },
};

/** Money without its cents where they say nothing: a forecast is not that exact. */
export function rough(value: number, currency: string): string {
  const whole = value / 10 ** decimalsOf(currency);
  return Math.abs(whole) < 100
    ? money(Math.round(value), currency)
    : number(whole, { style: "currency", currency, maximumFractionDigits: 0 });
}

export const amount = (value: number, isMoney: boolean, currency: string): string =>
  isMoney ? rough(value, currency) : number(value, { maximumFractionDigits: value < 10 ? 1 : 0 });

export function leverValue(lever: Lever, value: number, currency: string): string {
  const { kind } = LEVERS[lever];
  if (kind === "share") return percent(value);
  return kind === "money" ? money(Math.round(value), currency) : number(value, { maximumFractionDigits: 2 });
}

/** What a forecast takes for granted, as the server lists it. */
export const TAKEN = (): string[] => [
  t("What comes is like what was counted: seasons and trends are not modelled."),
  t("Of what an order is worth, its margin is kept; refunded orders take their reward back."),
  t("Once the budget is spent nothing more is paid, and friends go on coming."),
];

/**
 * The program as a process of weeks: advocates join and grow tired, reach friends, some of whom become customers, order again and
 * may join themselves; orders are refunded; rewards are paid until the budget is spent. Seasons and trends are not modelled: what comes
 * is taken to be like what was counted, and the hindcast says how well that does.
 */
import type { Believed } from "./believed.ts";

/** What one plays with; money in minor units of one currency. */
export type Model = {
  /** Advocates joining a week from outside. */
  readonly joins: Believed;
  /** Friends reached a week by one advocate who is not tired yet. */
  readonly reach: Believed;
  /** Of friends reached, those who become customers. */
  readonly converts: Believed;
  /** Of new customers, those who become advocates. */
  readonly returns: Believed;
  /** Further orders a week of one referred customer who still buys. */
  readonly repeats: Believed;
  /** What an order is worth, and its spread. */
  readonly value: Believed;
  readonly valueSd: number;
  /** Of orders, those refunded; with their reward. */
  readonly refunds: Believed;
  /** Shares that stay active from week to week; the first when counted is drawn with `reach`, see `tired`. */
  readonly advocatesStay: Believed;
  readonly customersStay: Believed;
  /** Chance of a week by itself: variance of its factor around 1, for joining and for reaching. */
  readonly joinsSpread: number;
  readonly reachSpread: number;
  /** Paid for each new customer, both sides together; and share of each further order. */
  readonly reward: number;
  readonly rewardShare: number;
  /** Gross margin of what orders are worth. */
  readonly margin: number;
  /** What may be spent in all from now on; null: no limit. */
  readonly budget: number | null;
  /** Where it begins. */
  readonly advocates: number;
  readonly customers: number;
  /** Pairs of staying and rate that go together, each as likely as its weight: when given, they replace the two beliefs. */
  readonly reachPairs?: readonly Pair[];
  readonly repeatPairs?: readonly Pair[];
};
/** A rate depends on how fast people tire: with `stay`, so many had been active in all (`exposure`) and so many are now. */
export type Pair = {
  readonly stay: number;
  readonly weight: number;
  readonly events: number;
  readonly exposure: number;
  readonly active: number;
};

export const SERIES = ["advocates", "friends", "customers", "orders", "revenue", "refunded", "rewards", "net"] as const;
export type Series = (typeof SERIES)[number];

/** Numbers that can be asked "what if it were less or more". */
export const LEVERS = ["joins", "reach", "converts", "returns", "repeats", "value", "refunds", "advocatesStay", "customersStay"] as const;
export type Lever = (typeof LEVERS)[number];

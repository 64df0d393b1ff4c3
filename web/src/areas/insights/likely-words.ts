/** What the score's figures are called, and which way each leads. */
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";

const FEATURES: Readonly<Record<string, () => string>> = {
  orders: () => t("how often they ordered"),
  spent: () => t("how much they spent"),
  days_since_last_order: () => t("days since the last order"),
  days_since_first_order: () => t("days since the first order"),
  came_by_referral: () => t("came by a friend"),
  takes_part: () => t("takes part in a program"),
};

export const featureName = (feature: string): string => FEATURES[feature]?.() ?? feature;

const MORE: Readonly<Record<string, () => string>> = {
  orders: () => t("has ordered often"),
  spent: () => t("has spent much"),
  days_since_last_order: () => t("the last order is long ago"),
  days_since_first_order: () => t("a customer for long"),
  came_by_referral: () => t("came by a friend"),
  takes_part: () => t("takes part already"),
};
const LESS: Readonly<Record<string, () => string>> = {
  orders: () => t("has ordered seldom"),
  spent: () => t("has spent little"),
  days_since_last_order: () => t("ordered lately"),
  days_since_first_order: () => t("a new customer"),
  came_by_referral: () => t("came without a friend"),
  takes_part: () => t("takes no part yet"),
};

/** Why somebody stands where she does: what speaks for it, the strongest first. `weight`: which way more of it leads. */
export function reasonFor({ feature, adds, weight }: { feature: string; adds: number; weight: number }): string {
  const isMore = Math.sign(adds) === Math.sign(weight);
  return (isMore ? MORE : LESS)[feature]?.() ?? `${feature} ${number(adds, { maximumFractionDigits: 1 })}`;
}

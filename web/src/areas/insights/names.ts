/** Names of cuts and of their groups, and a figure as words. */
import { decimalsOf, money, number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import type { ReportAnswer } from "./answer.ts";
import type { Cut } from "./search.ts";

export type FigureOf = ReportAnswer["figures"][number];

export const CUT_NAMES: Record<Cut, () => string> = {
  program: () => t("program"),
  channel: () => t("channel"),
  country: () => t("country"),
  evidence: () => t("what linked them"),
  stage: () => t("stage"),
  newness: () => t("new or known customer"),
  rule: () => t("rule"),
  form: () => t("kind of reward"),
  side: () => t("who it is for"),
  segment: () => t("segment"),
  variant: () => t("variant"),
};

const GROUPS: Partial<Record<Cut, Record<string, () => string>>> = {
  newness: { new: () => t("New customers"), returning: () => t("Known customers"), known: () => t("Known customers") },
  side: { advocate: () => t("Advocates"), friend: () => t("Friends"), upline: () => t("Recruiters"), team: () => t("Teams") },
  evidence: {
    click: () => t("A link"),
    link: () => t("A link"),
    code: () => t("A code"),
    coupon: () => t("A coupon"),
    claim: () => t("An operator or a claim"),
    email: () => t("An invitation"),
    fingerprint: () => t("A device"),
  },
};

/** A group's name: what people know it by. */
export function groupName(by: Cut | null, key: string, of: { rest?: boolean; name?: string | null } = {}): string {
  const { rest = false, name = null } = of;
  if (rest) return t("All others");
  if (key === "") return by === "segment" ? t("In none of these") : t("Not known");
  if (by === "variant") return [t("Version {n}", { n: number(Number(key)) }), ...(name === null ? [] : [name])].join(" · ");
  if (name !== null) return name;
  return (by === null ? undefined : GROUPS[by]?.[key]?.()) ?? key;
}

const REASONS: Record<NonNullable<FigureOf["reason"]>, (missing: number | null) => string> = {
  nothing_yet: () => t("nothing yet"),
  too_little_data: (n) => t("too little to tell: {n} more are needed", { n: number(n ?? 0) }),
  future: () => t("these days are to come"),
  no_rate: () => t("no rate between the currencies"),
  unknown: () => t("not known"),
};

/** The value as it is read, or why there is none. */
export function valueOf(figure: FigureOf, unit: string | undefined): string {
  if (figure.value === null) return figure.reason === null ? t("not known") : REASONS[figure.reason](figure.missing);
  return amountOf(figure.value, figure.unit, unit);
}

/** A value in its metric's unit; `currency` is the figure's own. */
export function amountOf(value: number, currency: string | null, unit: string | undefined): string {
  if (unit === "share") return percent(value);
  if (unit === "money") return currency === null ? number(value) : money(value, currency);
  if (unit === "days") return t("{n, plural, one {# day} other {# days}}", { n: value });
  return number(value, { maximumFractionDigits: 2 });
}

/** A value as a program takes it: money with its decimals and a point. */
export const plainAmount = (value: number, currency: string | null): string =>
  currency === null ? String(value) : (value / 10 ** decimalsOf(currency)).toFixed(decimalsOf(currency));

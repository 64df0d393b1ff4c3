/** What of a report is shown, as it stands in the address. */
export const REPORT_KEYS = ["funnel", "money", "incentives", "sources"] as const;
export type ReportKey = (typeof REPORT_KEYS)[number];

export const COMPARED = ["none", "previous", "last_year"] as const;
export const CUTS = [
  "program",
  "channel",
  "country",
  "evidence",
  "stage",
  "newness",
  "rule",
  "form",
  "side",
  "segment",
  "variant",
] as const;
export type Cut = (typeof CUTS)[number];

export type ReportSearch = {
  from?: string;
  to?: string;
  program?: string;
  compare?: (typeof COMPARED)[number];
  by?: Cut;
  /** The metric that the chart shows. */
  show?: string;
  /** The metric whose rows are open, and of which group. */
  rows?: string;
  key?: string;
};

type Search = Record<string, unknown>;
const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
const day = (value: unknown): string | undefined => (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined);
const one = <T extends string>(value: unknown, of: readonly T[]): T | undefined => of.find((each) => each === value);

/** What of an address is understood; the rest is left out. */
export function reportSearch(search: Search): ReportSearch {
  const found = {
    from: day(search["from"]),
    to: day(search["to"]),
    program: text(search["program"]),
    compare: one(search["compare"], COMPARED),
    by: one(search["by"], CUTS),
    show: text(search["show"]),
    rows: text(search["rows"]),
    key: typeof search["key"] === "string" ? search["key"] : typeof search["key"] === "number" ? String(search["key"]) : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** What of a report without cuts and comparisons is shown. */
export type PeriodSearch = Pick<ReportSearch, "from" | "to" | "program" | "show" | "rows"> & {
  /** Who stands at the top of the tree, and who of it is looked at. */
  top?: string;
  pick?: string;
};

export function periodSearch(search: Search): PeriodSearch {
  const { from, to, program, show, rows } = reportSearch(search);
  const found = { from, to, program, show, rows, top: text(search["top"]), pick: text(search["pick"]) };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

export type ValueSearch = { by?: "program"; weeks?: number; margin?: number; program?: string; renews?: "quarter" | "year" };

export function valueSearch(search: Search): ValueSearch {
  const between = (value: unknown, low: number, high: number): number | undefined =>
    Number.isInteger(Number(value)) && Number(value) >= low && Number(value) <= high ? Number(value) : undefined;
  const found = {
    by: search["by"] === "program" ? ("program" as const) : undefined,
    weeks: between(search["weeks"], 4, 520),
    margin: between(search["margin"], 1, 100),
    renews: search["renews"] === "quarter" || search["renews"] === "year" ? search["renews"] : undefined,
    program: text(search["program"]),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** Of a study that learns from the last so many days. */
export type AgoSearch = { days?: number };

export function agoSearch(search: Search): AgoSearch {
  const days = Number(search["days"]);
  return [30, 60, 90, 180, 365].includes(days) ? { days } : {};
}

/** Two of something, and what of them is compared. */
export type CompareSearch = Pick<ReportSearch, "from" | "to" | "program"> & {
  report?: "money" | "incentives" | "funnel";
  of?: "segment" | "version" | "program";
  left?: string;
  right?: string;
};

export function compareSearch(search: Search): CompareSearch {
  const { from, to, program } = reportSearch(search);
  // A version is a number, and a router reads what looks like one as one.
  const name = (value: unknown): string | undefined => (typeof value === "number" ? String(value) : text(value));
  const found = {
    from,
    to,
    program,
    report: one(search["report"], ["money", "incentives"] as const),
    of: one(search["of"], ["segment", "version"] as const),
    left: name(search["left"]),
    right: name(search["right"]),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** Kept views: what of an address is kept, and which address shows it again. */
import type { Row } from "../../api/query.ts";
import { daysBefore, presetOf } from "./filters.tsx";
import { COMPARED, CUTS, type ReportKey, type ReportSearch } from "./search.ts";

export type KeptView = Row<"/v1/report-views">;
/** A view whose days move on, or whose days are fixed. */
export type KeptQuery = Partial<Record<"from" | "to" | "program" | "compare" | "by" | "series" | "days", string>>;

/** What is kept of an address. `days`: the last so many, whenever it is opened; null keeps the days themselves. */
export function queryOf(search: ReportSearch, days: string | null): KeptQuery {
  const { from, to, program, by, compare = "previous" } = search;
  return {
    compare,
    series: "day",
    ...(program !== undefined && { program }),
    ...(by !== undefined && { by }),
    ...(days !== null ? { days } : { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }),
  };
}

/** The last so many days that an address asks for; null: days of its own. */
export const movingDays = (search: ReportSearch): string | null => presetOf(search, 30);

export const pathOf = (report: ReportKey): string => (report === "funnel" ? "/insights" : `/insights/${report}`);

/** Where a view is shown. */
export function addressOf({ report, query }: KeptView): { to: string; search: ReportSearch } {
  const from = query["from"] ?? (query["days"] === undefined || query["days"] === "30" ? undefined : daysBefore(Number(query["days"])));
  const compare = COMPARED.find((each) => each === query["compare"]);
  const by = CUTS.find((each) => each === query["by"]);
  const search = { from, to: query["to"], program: query["program"], compare: compare === "previous" ? undefined : compare, by };
  return { to: pathOf(report), search: Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) };
}

/** What a report of figures answers, and how its parts change the address. */
import type { Answer } from "../../api/query.ts";
import type { ReportSearch } from "./search.ts";

/** All reports of figures answer alike. */
export type ReportAnswer = Answer<"/v1/reports/funnel">;
export type Go = (change: Partial<ReportSearch>) => void;
/** One day of a chart. */
export type Point = { day: string; value: number };

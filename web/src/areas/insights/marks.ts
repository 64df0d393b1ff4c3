/** What stands on a time line: launches, versions, bonus windows and notes, as words and by day. */
import { useQuery } from "@tanstack/react-query";
import { type Row, read } from "../../api/query.ts";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";

export type Annotation = Row<"/v1/annotations">;
/** `n`: the number by which the chart and its list name a day. */
export type Mark = { day: string; n: number; of: Annotation[] };

const SAID: Record<Exclude<Annotation["kind"], "note">, (program: string, of: Annotation) => string> = {
  launched: (program) => t("“{program}” went live", { program }),
  resumed: (program) => t("“{program}” went on", { program }),
  paused: (program) => t("“{program}” was paused", { program }),
  ended: (program) => t("“{program}” ended", { program }),
  version: (program, of) => t("Version {n} of “{program}” came into force", { program, n: number(of.version ?? 0) }),
  bonus_began: (program, of) => t("Bonus window “{bonus}” of “{program}” began", { program, bonus: of.bonus ?? "" }),
  bonus_ended: (program, of) => t("Bonus window “{bonus}” of “{program}” ended", { program, bonus: of.bonus ?? "" }),
};

export function markText(of: Annotation): string {
  const program = of.program_name ?? of.program ?? "";
  return of.kind === "note" ? (of.note ?? "") : SAID[of.kind](program, of);
}

type Asked = { period: { from: string; to: string }; program: string | null };

/** By day, the earliest first and numbered. Empty while it is not known: a chart does not wait for it. */
export function useMarks({ period, program }: Asked): Mark[] {
  const query = { from: period.from, to: period.to, ...(program !== null && { program }) };
  const found = useQuery(read("/v1/annotations", { query }));
  const days = Map.groupBy(found.data?.data ?? [], (each) => each.day);
  return [...days].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([day, of], i) => ({ day, n: i + 1, of }));
}

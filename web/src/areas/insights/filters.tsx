/** What a report is asked for: days, program, what it is compared with, what it is cut by. */
import { Group, Select, TextInput } from "@mantine/core";
import { t } from "../../words/say.ts";
import { PickProgram } from "../rewards/filters.tsx";
import { CUT_NAMES } from "./names.ts";
import type { Go } from "./report.tsx";
import { COMPARED, CUTS, type Cut, type ReportKey, type ReportSearch } from "./search.ts";

const DAY = 86_400_000;
const dayText = (at: number): string => new Date(at).toISOString().slice(0, 10);

const PERIODS: Record<string, () => string> = {
  "7": () => t("Last 7 days"),
  "30": () => t("Last 30 days"),
  "90": () => t("Last 90 days"),
  "365": () => t("Last 365 days"),
  own: () => t("Days of your own"),
};

const COMPARED_NAMES: Record<(typeof COMPARED)[number], () => string> = {
  previous: () => t("as many days before"),
  last_year: () => t("the same days a year before"),
  none: () => t("nothing"),
};

/** What a report's figures can be cut by. */
const CUTS_OF: Record<ReportKey, readonly Cut[]> = {
  funnel: ["program", "channel", "country", "evidence"],
  money: ["program", "channel", "country", "evidence", "newness"],
  incentives: ["program", "rule", "form", "side"],
  sources: ["channel", "program", "country", "evidence"],
};

/** The preset whose days these are. */
function periodOf({ from, to }: ReportSearch): string {
  if (from === undefined && to === undefined) return "30";
  if (from === undefined || to !== undefined) return "own";
  const days = Math.round((Date.parse(dayText(Date.now())) - Date.parse(from)) / DAY) + 1;
  return PERIODS[String(days)] === undefined ? "own" : String(days);
}

export function Filters({ of, search, go }: { of: ReportKey; search: ReportSearch; go: Go }) {
  const period = periodOf(search);
  const choose = (next: string | null): void => {
    const today = Date.now();
    if (next === "30" || next === null) go({ from: undefined, to: undefined });
    else if (next === "own") go({ from: search.from ?? dayText(today - 29 * DAY), to: search.to ?? dayText(today) });
    else go({ from: dayText(today - (Number(next) - 1) * DAY), to: undefined });
  };
  return (
    <Group align="flex-end" gap="sm">
      <Select
        label={t("Days")}
        w={170}
        data={Object.entries(PERIODS).map(([value, label]) => ({ value, label: label() }))}
        value={period}
        onChange={choose}
        allowDeselect={false}
      />
      {period === "own" && (
        <>
          <TextInput
            type="date"
            label={t("From")}
            value={search.from ?? ""}
            onChange={(event) => go({ from: event.currentTarget.value || undefined })}
          />
          <TextInput
            type="date"
            label={t("To")}
            value={search.to ?? ""}
            onChange={(event) => go({ to: event.currentTarget.value || undefined })}
          />
        </>
      )}
      <PickProgram value={search.program} onChange={(program) => go({ program })} />
      <Select
        label={t("Compared with")}
        w={230}
        data={COMPARED.toReversed().map((value) => ({ value, label: COMPARED_NAMES[value]() }))}
        value={search.compare ?? "previous"}
        onChange={(next) => go({ compare: next === "previous" ? undefined : (next as "none") })}
        allowDeselect={false}
      />
      <Select
        label={t("Cut by")}
        w={190}
        data={CUTS.filter((cut) => CUTS_OF[of].includes(cut)).map((value) => ({ value, label: CUT_NAMES[value]() }))}
        value={search.by ?? null}
        onChange={(next) => go({ by: (next as Cut | null) ?? undefined, rows: undefined, key: undefined })}
        placeholder={t("As usual")}
        clearable
      />
    </Group>
  );
}

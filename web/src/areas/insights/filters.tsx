/** What a report is asked for: days, program, what it is compared with, what it is cut by. */
import { Group, Select, TextInput } from "@mantine/core";
import { t } from "../../words/say.ts";
import { PickProgram, usePrograms } from "../rewards/filters.tsx";
import { CUT_NAMES } from "./names.ts";
import type { Go } from "./answer.ts";
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
  previous: () => t("the days before"),
  last_year: () => t("the same days a year before"),
  none: () => t("nothing"),
};

/** What a report's figures can be cut by. */
const CUTS_OF: Record<ReportKey, readonly Cut[]> = {
  funnel: ["program", "channel", "country", "evidence", "segment", "variant"],
  money: ["program", "channel", "country", "evidence", "newness", "segment", "variant"],
  incentives: ["program", "rule", "form", "side", "segment", "variant"],
  sources: ["channel", "program", "country", "evidence", "segment", "variant"],
};

type DaySearch = { from?: string; to?: string };

/** The first of the last so many days. */
export const daysBefore = (days: number): string => dayText(Date.now() - (days - 1) * DAY);

/** The preset whose days these are. */
function periodOf({ from, to }: DaySearch, usual: number): string {
  if (from === undefined && to === undefined) return String(usual);
  if (from === undefined || to !== undefined) return "own";
  const days = Math.round((Date.parse(dayText(Date.now())) - Date.parse(from)) / DAY) + 1;
  return PERIODS[String(days)] === undefined ? "own" : String(days);
}

/** The preset as a number of days that move on; null where days of its own are asked for. */
export const presetOf = (search: DaySearch, usual: number): string | null => {
  const period = periodOf(search, usual);
  return period === "own" ? null : period;
};

/** Days by a preset or of one's own. `usual`: the preset that stands for an address without days. */
export function PickDays({ search, go, usual = 30 }: { search: DaySearch; go: (change: DaySearch) => void; usual?: number }) {
  const period = periodOf(search, usual);
  const choose = (next: string | null): void => {
    if (next === String(usual) || next === null) go({ from: undefined, to: undefined } as DaySearch);
    else if (next === "own") go({ from: search.from ?? daysBefore(usual), to: search.to ?? dayText(Date.now()) });
    else go({ from: daysBefore(Number(next)), to: undefined } as DaySearch);
  };
  const day = (name: "from" | "to", label: string) => (
    <TextInput
      type="date"
      label={label}
      value={search[name] ?? ""}
      onChange={(event) => go({ [name]: event.currentTarget.value || undefined })}
    />
  );
  return (
    <>
      <Select
        label={t("Days")}
        w={170}
        data={Object.entries(PERIODS).map(([value, label]) => ({ value, label: label() }))}
        value={period}
        onChange={choose}
        allowDeselect={false}
      />
      {period === "own" && day("from", t("From"))}
      {period === "own" && day("to", t("To"))}
    </>
  );
}

export function Filters({ of, search, go }: { of: ReportKey; search: ReportSearch; go: Go }) {
  const isOne = usePrograms().length === 1;
  // Variants are versions of one program: without it they are nothing.
  const withoutProgram = search.by === "variant" && !isOne ? { by: undefined, rows: undefined, key: undefined } : {};
  const cuts = CUTS.filter((cut) => CUTS_OF[of].includes(cut)).map((value) => {
    const isMissing = value === "variant" && search.program === undefined && !isOne;
    return { value, label: isMissing ? t("variant (choose a program first)") : CUT_NAMES[value](), disabled: isMissing };
  });
  return (
    <Group className="gv-filters" align="flex-end" gap="sm">
      <PickDays search={search} go={go} />
      <PickProgram value={search.program} onChange={(program) => go({ program, ...(program === undefined && withoutProgram) })} />
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
        data={cuts}
        value={search.by ?? null}
        onChange={(next) => go({ by: (next as Cut | null) ?? undefined, rows: undefined, key: undefined })}
        placeholder={t("As usual")}
        clearable
      />
    </Group>
  );
}

/** What a report that is no list of figures is asked for: its days and its program, in the address; and how fresh its answer is. */
import { Alert, Group, Stack, Text } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { dayName, instant } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { PickProgram } from "../rewards/filters.tsx";
import { PickDays, daysBefore } from "./filters.tsx";
import type { ReportAnswer } from "./answer.ts";
import type { PeriodSearch } from "./search.ts";

export type GoPeriod = (change: Partial<PeriodSearch>) => void;
/** What is sent to the API. */
export type PeriodQuery = { from?: string; to?: string; program?: string };

/** The last so many days, as the API takes them. */
export const daysOf = (days: number): { from: string } => ({ from: daysBefore(days) });

/** What the address says, how it is changed, and what to ask the API. `usual`: how many days where the address names none. */
export function usePeriod(usual = 30): { search: PeriodSearch; go: GoPeriod; query: PeriodQuery } {
  const search = useSearch({ strict: false }) as PeriodSearch;
  const navigate = useNavigate();
  const go: GoPeriod = (change) =>
    void navigate({ to: ".", search: (old: PeriodSearch) => ({ ...old, ...change }), replace: true, resetScroll: false } as never);
  const from = search.from ?? (usual === 30 || search.to !== undefined ? undefined : daysBefore(usual));
  const query = {
    ...(from !== undefined && { from }),
    ...(search.to !== undefined && { to: search.to }),
    ...(search.program !== undefined && { program: search.program }),
  };
  return { search, go, query };
}

type Props = { search: PeriodSearch; go: GoPeriod; usual?: number; children?: ReactNode };

export function PeriodFilters({ search, go, usual = 30, children }: Props) {
  return (
    <Group className="gv-filters" align="flex-end" gap="sm">
      <PickDays search={search} go={go} usual={usual} />
      <PickProgram value={search.program} onChange={(program) => go({ program })} />
      {children}
    </Group>
  );
}

type Days = { from: string; to: string; zone: string };

type Freshened = { period: Days; freshness: ReportAnswer["freshness"] };

export const periodText = ({ period }: Pick<Freshened, "period">): string =>
  t("{from} to {to}, days of {zone}.", { from: dayName(period.from), to: dayName(period.to), zone: period.zone });

/** Up to when everything is counted. */
export const countedText = (at: string): string => t("Everything received before {at} is counted.", { at: instant(at) });

/** The days of a study, as its sentence says them. */
export const daysWords = ({ from, to, zone }: { from: string | null; to: string; zone: string }) => ({
  from: dayName(from ?? to),
  to: dayName(to),
  zone,
});

/** The same of a report; nothing where that is not known. */
export const freshText = ({ freshness: { as_of: at } }: Pick<Freshened, "freshness">): string[] => (at === null ? [] : [countedText(at)]);

/** Which days are shown, in whose zone, and what is counted. */
export function Fresh({ of }: { of: Freshened }) {
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {[periodText(of), ...freshText(of)].join(" ")}
      </Text>
      {!of.freshness.complete && (
        <Alert color="sky" variant="light" title={t("Older days are still being counted")}>
          {t("What was there before is counted a piece at a time. The figures grow until that is done.")}
        </Alert>
      )}
    </Stack>
  );
}

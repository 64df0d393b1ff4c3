/** A report: its period, its figures against another period, the days as a line, the groups as a table, and the rows behind each figure. */
import { Button, Stack, Text } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Download } from "lucide-react";
import { saveFile } from "../../api/files.ts";
import { read } from "../../api/query.ts";
import { Shown } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import { Fresh } from "./asked.tsx";
import type { Go, ReportAnswer } from "./answer.ts";
import { Channels } from "./channels.tsx";
import { Credit } from "./credit.tsx";
import { Days } from "./days.tsx";
import { Figures } from "./figures.tsx";
import { Filters } from "./filters.tsx";
import { Groups } from "./groups.tsx";
import { KeepView } from "./keep.tsx";
import { InsightsPage } from "./nav.tsx";
import { Revised } from "./revised.tsx";
import { Rows } from "./rows.tsx";
import type { ReportKey, ReportSearch } from "./search.ts";
import { AT_ONCE, BeingWorkedOut, useStudied } from "./studied.tsx";
import { WeekTold } from "./week.tsx";

/** `first`: the metric that the chart shows until another is chosen. */
type Props = { of: ReportKey; title: string; text: string; first: string };

export function Report({ of, title, text, first }: Props) {
  const search = useSearch({ strict: false }) as ReportSearch;
  const navigate = useNavigate();
  const go: Go = (change) =>
    void navigate({ to: ".", search: (old: ReportSearch) => ({ ...old, ...change }), replace: true, resetScroll: false } as never);
  const { show: _show, rows: _rows, key: _key, ...asked } = search;
  const query = { compare: "previous" as const, ...asked, series: "day" as const };
  const waited = search.by === "segment" ? { ...query, ...AT_ONCE } : query;
  const answer = useStudied<ReportAnswer>(read(`/v1/reports/${of}` as "/v1/reports/funnel", { query: waited }));
  const csv = (): void => {
    const words = new URLSearchParams({ ...asked, format: "csv" } as Record<string, string>);
    void saveFile(`/v1/reports/${of}?${words}`, `${of}.csv`);
  };
  return (
    <InsightsPage
      title={title}
      text={text}
      acts={
        <>
          <KeepView of={of} title={title} search={search} />
          <Button variant="default" leftSection={<Download size={16} aria-hidden />} onClick={csv}>
            {t("Save as a table")}
          </Button>
        </>
      }
    >
      {of === "funnel" && <WeekTold />}
      <Filters of={of} search={search} go={go} />
      <Shown of={answer}>
        {(data) => (
          <Stack gap="md">
            <Told of={data} />
            <Figures of={data} go={go} />
            <Days of={data} show={search.show ?? first} go={go} />
            {data.channels !== null && <Channels of={data.channels} />}
            {data.counting !== null && <BeingWorkedOut share={data.counting.share} />}
            {data.groups !== null && <Groups of={data} go={go} />}
            {of === "sources" && (
              <Credit query={{ from: data.period.from, to: data.period.to, ...(search.program && { program: search.program }) }} />
            )}
            <Revised of={data} />
            <Definitions of={data} />
            {search.rows !== undefined && <Rows of={data} search={search} go={go} />}
          </Stack>
        )}
      </Shown>
    </InsightsPage>
  );
}

/** On paper there is nothing to press: what the figures mean stands there. */
function Definitions({ of }: { of: ReportAnswer }) {
  return (
    <Stack gap={4} className="gv-print-only" component="dl">
      {of.metrics.map((each) => (
        <div key={each.key}>
          <Text component="dt" size="sm" fw={600}>
            {each.name}
          </Text>
          <Text component="dd" m={0} size="xs">
            {each.definition}
          </Text>
        </div>
      ))}
    </Stack>
  );
}

const NOTES: Record<ReportAnswer["notes"][number], () => string> = {
  not_randomised: () => t("Who got what was not left to chance: differences between these groups may have other causes."),
  margin_unknown: () => t("The margin is not known for every program: enter it in the program to see what is left."),
  several_currencies: () => t("There is more than one currency, and no rate between them: each stands by itself."),
  ripening: () => t("The latest days still grow: their people are still on their way."),
  segments_now: () => t("Segments are of advocates as they are today. Who is in several counts in each of them."),
  variants: () => t("Versions followed one another, or an experiment dealt them: decide by the experiment's own results."),
};

/** How fresh the figures are, and what is to be known about them. */
function Told({ of }: { of: ReportAnswer }) {
  return (
    <Stack gap="xs">
      <Fresh of={of} />
      {of.notes.map((note) => (
        <Text key={note} size="sm">
          {NOTES[note]()}
        </Text>
      ))}
    </Stack>
  );
}

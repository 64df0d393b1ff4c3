/** Experiments: what runs, what was learned, what is planned. */
import { Anchor, Button, Group, Select, Stack, Text } from "@mantine/core";
import { useInfiniteQuery, useQueries } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMay } from "../../app/me.ts";
import { type Row, pages, queries, read } from "../../api/query.ts";
import { type Column, List } from "../../kit/list.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { list } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { PickProgram, usePrograms } from "../rewards/filters.tsx";
import { STATES, VERDICTS, type Verdict } from "./experiment-words.ts";
import { InsightsPage } from "./nav.tsx";
import type { ExperimentSearch } from "./experiment-search.ts";
import { AT_ONCE } from "./studied.tsx";

type Row_ = Row<"/v1/experiments">;
/** Decisions are worked out for so many that run, not for a whole past. */
const DECIDED = 10;

/** The list alone is asked again: a draft that was thrown away must not be, while its page is still there. */
export const listAnew = (): Promise<void> => queries.invalidateQueries({ queryKey: ["/v1/experiments"] });

export function Experiments() {
  const search = useSearch({ strict: false }) as ExperimentSearch;
  const navigate = useNavigate();
  const may = useMay();
  const { program, status } = search;
  const rows = useInfiniteQuery(pages("/v1/experiments", { query: { limit: 50, program, status } }));
  const go = (change: Partial<ExperimentSearch>): void => void navigate({ to: ".", search: { ...search, ...change } as never });
  const make = may("programs:write") && (
    <Button component={Link} {...({ to: "/insights/experiments/new" } as object)}>
      {t("Plan an experiment")}
    </Button>
  );
  const isFiltered = program !== undefined || status !== undefined;
  return (
    <InsightsPage
      title={t("Experiments")}
      text={t(
        "Would another reward, other words or no offer at all do better? Chance deals your advocates, and the answer is worth something.",
      )}
      acts={make}
    >
      <Group className="gv-filters" align="flex-end" gap="sm">
        <PickProgram value={program} onChange={(next) => go({ program: next })} />
        <Select
          label={t("State")}
          data={Object.entries(STATES).map(([value, { word }]) => ({ value, label: word() }))}
          value={status ?? null}
          onChange={(next) => go({ status: (next ?? undefined) as ExperimentSearch["status"] })}
          placeholder={t("Any")}
          clearable
        />
      </Group>
      <List<Row_>
        of={rows}
        label={t("Experiments")}
        keyOf={({ id }) => id}
        open={({ id }) => void navigate({ to: "/insights/experiments/$experiment", params: { experiment: id } })}
        columns={useColumns(rows.data?.pages.flatMap(({ data }) => data) ?? [])}
        empty={
          isFiltered ? (
            <EmptyState title={t("No experiment like this")} text={t("Choose another program or state.")} />
          ) : (
            <EmptyState
              title={t("No experiment yet")}
              text={t("Name what you would like to change. You see first how many advocates it needs and how long that takes.")}
              act={make}
            />
          )
        }
      />
    </InsightsPage>
  );
}

function useColumns(rows: readonly Row_[]): Column<Row_>[] {
  const names = new Map(usePrograms().map(({ value, label }) => [value, label]));
  const verdicts = useVerdicts(rows);
  return [
    {
      key: "name",
      label: t("Name"),
      cell: ({ id, name }) => (
        <Anchor component={Link} {...({ to: "/insights/experiments/$experiment", params: { experiment: id } } as object)} size="sm">
          {name}
        </Anchor>
      ),
    },
    {
      key: "status",
      label: t("State"),
      width: 110,
      cell: ({ status }) => <Status tone={STATES[status].tone} word={STATES[status].word()} why={STATES[status].why()} />,
    },
    { key: "program", label: t("Program"), wide: true, cell: ({ program }) => names.get(program) ?? program },
    { key: "arms", label: t("Arms"), wide: true, cell: ({ arms }) => list(arms.map(({ name }) => name)) },
    {
      key: "since",
      label: t("Since"),
      wide: true,
      width: 150,
      cell: ({ started_at }) => (started_at === null ? t("not started") : <When at={started_at} />),
    },
    {
      key: "decision",
      label: t("What to do"),
      cell: ({ id, status }) => {
        const found = verdicts.get(id);
        if (found === undefined)
          return (
            <Text size="sm" c="dimmed">
              {status === "draft" ? t("Look at the plan") : t("See its results")}
            </Text>
          );
        return (
          <Stack gap={2} align="flex-start">
            {found.map((verdict) => (
              <Status key={verdict} tone={VERDICTS[verdict].tone} word={VERDICTS[verdict].word()} />
            ))}
          </Stack>
        );
      },
    },
  ];
}

/** What is decided of those that run; each verdict once. */
function useVerdicts(rows: readonly Row_[]): Map<string, Verdict[]> {
  const running = rows.filter(({ status }) => status === "running").slice(0, DECIDED);
  const answers = useQueries({
    queries: running.map(({ id }) => ({
      ...read("/v1/experiments/{experiment}/results", { path: { experiment: id }, query: AT_ONCE }),
      staleTime: 60_000,
    })),
  });
  return new Map(
    running.flatMap(({ id }, i) => {
      const found = answers[i]?.data?.decisions;
      return found === undefined ? [] : [[id, [...new Set(found.map(({ verdict }) => verdict))]] as const];
    }),
  );
}

/** Two segments, programs or versions side by side: the figures of both, and by how much they differ. */
import { Alert, Anchor, Group, Select, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type Answer, read } from "../../api/query.ts";
import { DataTable } from "../../kit/data-table.tsx";
import { Section } from "../../kit/page.tsx";
import { EmptyState, ErrorState } from "../../kit/states.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { PickProgram, usePrograms, useProgramsRead } from "../rewards/filters.tsx";
import { Fresh } from "./asked.tsx";
import { PickDays } from "./filters.tsx";
import { amountOf, valueOf } from "./names.ts";
import { InsightsPage } from "./nav.tsx";
import type { CompareSearch } from "./search.ts";
import { AT_ONCE, CountedThen, Studied, useStudied } from "./studied.tsx";

type Compared = Answer<"/v1/reports/compare">;
type Pair = Compared["data"][number];
type Go = (change: Partial<CompareSearch>) => void;
type Option = { value: string; label: string };

export function Compare() {
  const search = useSearch({ strict: false }) as CompareSearch;
  const navigate = useNavigate();
  const go: Go = (change) =>
    void navigate({ to: ".", search: (old: CompareSearch) => ({ ...old, ...change }), replace: true, resetScroll: false } as never);
  const { of = "program", report = "funnel" } = search;
  const { options, failed, isRead } = useOptions(of, search.program);
  const name = (key: string): string => options.find(({ value }) => value === key)?.label ?? key;
  const { left, right } = search;
  return (
    <InsightsPage
      title={t("Compare")}
      text={t(
        "Two segments, programs or variants side by side. Segments are of advocates: what they did, and what the friends they brought did.",
      )}
    >
      <Asked search={search} go={go} options={options} />
      {failed !== undefined ? (
        <ErrorState error={failed.error} retry={() => void failed.refetch()} />
      ) : left === undefined || right === undefined ? (
        <Section>
          <EmptyState
            title={t("Choose two to compare")}
            text={
              isRead && options.length < 2
                ? t("There are not two of these yet.")
                : t("Their figures stand beside each other then, with how sure the difference is.")
            }
          />
        </Section>
      ) : (
        <Sides ask={{ ...search, of, report, left, right }} name={name} />
      )}
    </InsightsPage>
  );
}

/** What can be chosen on either side; `failed`: what could not be read of it. */
function useOptions(of: NonNullable<CompareSearch["of"]>, program: string | undefined) {
  const asked = useProgramsRead();
  const programs = usePrograms();
  const segments = useQuery({ ...read("/v1/segments", { query: { limit: 200 } }), enabled: of === "segment" });
  const isVersions = of === "version" && program !== undefined;
  const versions = useQuery({ ...read("/v1/programs/{program}/versions", { path: { program: program ?? "" } }), enabled: isVersions });
  const experiments = useQuery({
    ...read("/v1/experiments", { query: { limit: 100, ...(program !== undefined && { program }) } }),
    enabled: isVersions,
  });
  const reads = [asked, ...(of === "segment" ? [segments] : isVersions ? [versions, experiments] : [])];
  const state = { failed: reads.find((each) => each.isError), isRead: reads.every((each) => each.isSuccess) };
  if (of === "program") return { ...state, options: programs };
  if (of === "segment") return { ...state, options: (segments.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name })) };
  if (!isVersions) return { ...state, options: [] };
  const arms = new Map(
    (experiments.data?.data ?? []).flatMap(({ name, arms: own }) =>
      own.flatMap((arm) => (arm.version === null || arm.version === undefined ? [] : [[arm.version, `${name}: ${arm.name}`] as const])),
    ),
  );
  const options = (versions.data?.data ?? []).map(({ version }): Option => {
    const arm = arms.get(version);
    const label = t("Version {n}", { n: number(version) });
    return { value: String(version), label: arm === undefined ? label : `${label} · ${arm}` };
  });
  return { ...state, options };
}

function Asked({ search, go, options }: { search: CompareSearch; go: Go; options: readonly Option[] }) {
  const { of = "program", report = "funnel" } = search;
  const pick = (side: "left" | "right", label: string) => (
    <Select
      label={label}
      w={260}
      data={options}
      value={search[side] ?? null}
      onChange={(next) => go({ [side]: next ?? undefined })}
      placeholder={of === "version" && search.program === undefined ? t("Choose a program first") : t("Choose one")}
      searchable
    />
  );
  return (
    <Stack gap="sm">
      <Group className="gv-filters" align="flex-end" gap="sm">
        <Select
          label={t("Figures")}
          w={150}
          data={[
            { value: "funnel", label: t("Funnel") },
            { value: "money", label: t("Money") },
            { value: "incentives", label: t("Incentives") },
          ]}
          value={report}
          onChange={(next) => go({ report: next === "funnel" || next === null ? undefined : (next as "money") })}
          allowDeselect={false}
        />
        <Select
          label={t("Of two")}
          w={150}
          data={[
            { value: "program", label: t("programs") },
            { value: "segment", label: t("segments") },
            { value: "version", label: t("variants") },
          ]}
          value={of}
          onChange={(next) =>
            go({ of: next === "program" || next === null ? undefined : (next as "segment"), left: undefined, right: undefined })
          }
          allowDeselect={false}
        />
        {of !== "program" && (
          <PickProgram
            value={search.program}
            onChange={(program) => go({ program, ...(of === "version" && { left: undefined, right: undefined }) })}
          />
        )}
        <PickDays search={search} go={go} usual={90} />
      </Group>
      <Group className="gv-filters" align="flex-end" gap="sm">
        {pick("left", t("This"))}
        {pick("right", t("and this"))}
      </Group>
    </Stack>
  );
}

type Ask = CompareSearch & Required<Pick<CompareSearch, "of" | "report" | "left" | "right">>;

const usualFrom = (): string => new Date(Date.now() - 89 * 86_400_000).toISOString().slice(0, 10);

function Sides({ ask, name }: { ask: Ask; name: (key: string) => string }) {
  const { of, report, left, right, from = usualFrom(), to, program } = ask;
  const query = {
    of,
    report,
    left,
    right,
    from,
    ...(to !== undefined && { to }),
    ...(program !== undefined && of !== "program" && { program }),
  };
  const compared = useStudied<Compared>(read("/v1/reports/compare", { query: { ...query, ...(of === "segment" && AT_ONCE) } }));
  return (
    <Studied of={compared}>
      {(data) => (
        <Stack gap="md">
          <Fresh of={data} />
          {data.counted_at !== null && <CountedThen at={data.counted_at} renewing={data.renewing} />}
          <Chance of={data} />
          <Pairs of={data} name={name} />
        </Stack>
      )}
    </Studied>
  );
}

/** Whether chance decided who got what. */
function Chance({ of: { randomised, experiment } }: { of: Compared }) {
  const link = experiment !== null && (
    <Anchor size="sm" {...({ component: Link, to: "/insights/experiments/$experiment", params: { experiment } } as object)}>
      {t("See the experiment's own results")}
    </Anchor>
  );
  return (
    <Alert color={randomised ? "leaf" : "amber"} variant="light" title={randomised ? t("Left to chance") : t("Not left to chance")}>
      <Text size="sm">
        {randomised
          ? t("Both are arms of one experiment. A friend is not an independent draw: its own results count one row an advocate.")
          : t("Who is in which was not left to chance: a difference may have other causes. Only an experiment tells.")}
      </Text>
      {link}
    </Alert>
  );
}

function Pairs({ of, name }: { of: Compared; name: (key: string) => string }) {
  const meanings = new Map(of.metrics.map((each) => [each.key, each]));
  const title = t("Side by side");
  return (
    <Section title={title} text={t("The difference is the second less the first. Between: 95 of 100 such intervals hold the truth.")}>
      <DataTable
        label={title}
        minWidth={620}
        heads={[t("Figure"), { end: name(of.left) }, { end: name(of.right) }, { end: t("Difference") }]}
      >
        {of.data.map((pair) => (
          <OnePair
            key={`${pair.metric}|${pair.unit}`}
            of={pair}
            name={meanings.get(pair.metric)?.name ?? pair.metric}
            kind={meanings.get(pair.metric)?.unit}
          />
        ))}
      </DataTable>
    </Section>
  );
}

function OnePair({ of, name, kind }: { of: Pair; name: string; kind: string | undefined }) {
  const { difference, unit } = of;
  const isShare = kind === "share";
  const change = (value: number): string =>
    isShare
      ? number(100 * value, { maximumFractionDigits: 1, signDisplay: "exceptZero" })
      : `${value > 0 ? "+" : ""}${amountOf(value, unit, kind)}`;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {name}
      </Table.Th>
      <Side of={of.left} unit={unit} kind={kind} />
      <Side of={of.right} unit={unit} kind={kind} />
      <Table.Td ta="end" className="gv-number">
        {difference === null ? (
          ""
        ) : (
          <>
            <bdi>{isShare ? t("{n} points", { n: change(difference.value) }) : change(difference.value)}</bdi>
            {difference.low !== null && difference.high !== null && (
              <Text size="xs" c="dimmed">
                {difference.low > 0 || difference.high < 0 ? "" : `${t("may be none")} · `}
                <bdi>{t("{low} to {high}", { low: change(difference.low), high: change(difference.high) })}</bdi>
              </Text>
            )}
          </>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Side({ of, unit, kind }: { of: Pair["left"]; unit: string | null; kind: string | undefined }) {
  return (
    <Table.Td ta="end" className="gv-number">
      <Text size="sm" c={of.value === null ? "dimmed" : undefined}>
        {valueOf({ ...of, unit } as never, kind)}
      </Text>
      {of.low !== null && of.high !== null && (
        <Text size="xs" c="dimmed">
          {t("{low} to {high}", { low: amountOf(of.low, unit, kind), high: amountOf(of.high, unit, kind) })}
        </Text>
      )}
    </Table.Td>
  );
}

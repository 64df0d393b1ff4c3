/** How long subscribers stay and what a new one is worth. Shown where somebody subscribed. */
import { Box, Select, Skeleton, Stack, Table, Text } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { type Answer, read } from "../../api/query.ts";
import { DataTable, NumberCell } from "../../kit/data-table.tsx";
import { Section } from "../../kit/page.tsx";
import { money, number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { Charted } from "./charted.tsx";
import { Estimated, cohortName } from "./estimate.tsx";
import type { ValueSearch } from "./search.ts";
import { AT_ONCE, useStudied } from "./studied.tsx";

const Curve = lazy(() => import("./curve.tsx"));

type Study = Answer<"/v1/reports/subscriptions">;
type Cohort = Study["cohorts"][number];
type Renews = Study["renews"];

/** Nothing until the figures are there: most workspaces sell no subscriptions. */
export function Subscriptions() {
  const { weeks = 104, margin, program, renews: chosen } = useSearch({ strict: false }) as ValueSearch;
  const renews: Renews = chosen ?? "month";
  const navigate = useNavigate();
  const query = { weeks, renews, ...(margin !== undefined && { margin: margin / 100 }), ...(program !== undefined && { program }) };
  const { data } = useStudied<Study>(read("/v1/reports/subscriptions", { query: { ...query, ...AT_ONCE } }));
  if (data === undefined || !("cohorts" in data) || data.cohorts.every(({ customers }) => customers === 0)) return null;
  const go = (next: string | null): void =>
    void navigate({
      to: ".",
      search: (old: ValueSearch) => ({ ...old, renews: next === "month" || next === null ? undefined : next }),
      replace: true,
      resetScroll: false,
    } as never);
  return (
    <Section
      title={t("Subscribers")}
      text={t("From the first start to the first cancellation. Worth is told until {n, plural, one {# renewal} other {# renewals}}.", {
        n: data.horizon.renewals,
      })}
      acts={
        <Select
          aria-label={t("Renewed")}
          w={170}
          data={(["month", "quarter", "year"] as const).map((value) => ({ value, label: EVERY[value]() }))}
          value={renews}
          onChange={go}
          allowDeselect={false}
        />
      }
    >
      <Stack gap="lg">
        <Worth of={data} />
        {data.cohorts.map((row) => (
          <Stay key={row.cohort} of={row} renews={data.renews} />
        ))}
      </Stack>
    </Section>
  );
}

const EVERY: Record<Renews, () => string> = {
  month: () => t("every month"),
  quarter: () => t("every quarter"),
  year: () => t("every year"),
};
const PAYS: Record<Renews, () => string> = {
  month: () => t("Pays a month"),
  quarter: () => t("Pays a quarter"),
  year: () => t("Pays a year"),
};
const one = (value: number): string => number(value, { maximumFractionDigits: 1 });

function Worth({ of }: { of: Study }) {
  const { currency } = of;
  const say = (value: number): string => (currency === null ? number(value) : money(Math.round(value), currency));
  const title = t("What a new subscriber is worth");
  return (
    <DataTable
      label={title}
      minWidth={560}
      heads={[
        t("Subscribers who"),
        { end: t("Subscribers") },
        { end: t("Left since") },
        { end: PAYS[of.renews]() },
        { end: t("Renewals to come") },
        { end: t("Worth") },
        { end: t("More than the first") },
      ]}
    >
      {of.cohorts.map((row, nth) => (
        <Table.Tr key={row.cohort}>
          <Table.Th scope="row" fw={500}>
            {cohortName(row.cohort)}
          </Table.Th>
          <Table.Td ta="end">{number(row.customers)}</Table.Td>
          <Table.Td ta="end">{number(row.left)}</Table.Td>
          <Table.Td ta="end">{row.pays === null ? "" : say(row.pays)}</Table.Td>
          <Table.Td ta="end">
            <Estimated of={row.renewals} say={one} />
          </Table.Td>
          <Table.Td ta="end">
            <Estimated of={row.worth} say={say} />
          </Table.Td>
          <Table.Td ta="end">{nth > 0 && <Estimated of={row.against} say={say} />}</Table.Td>
        </Table.Tr>
      ))}
    </DataTable>
  );
}

function Stay({ of, renews }: { of: Cohort; renews: Renews }) {
  const { seen, check, check_reason: reason } = of;
  const name = cohortName(of.cohort);
  const last = seen.at(-1);
  if (last === undefined) return <Text size="sm">{t("{name}: fewer than ten have come to a renewal.", { name })}</Text>;
  const title = t("{name}: who stays", { name });
  const told = t(
    "{name}: {first} stayed at the first renewal, and {last} are left after {n, plural, one {# renewal} other {# renewals}}.",
    { name, first: percent(seen[0]!.share), last: percent(last.share), n: last.renewal },
  );
  const checked =
    check === null
      ? t("No check yet: {why}", { why: reason?.message ?? t("not known") })
      : t("Fitted to the first {n, number} renewals, the model expected {expected} of the {due} later ones; {stayed} came.", {
          n: check.fitted,
          expected: number(check.total.expected, { maximumFractionDigits: 0 }),
          due: number(check.total.due),
          stayed: number(check.total.stayed),
        });
  const points = seen.map((row) => ({ at: number(row.renewal), value: row.share, low: null, high: null, beside: row.fitted }));
  return (
    <Stack gap="xs">
      <Text size="sm">
        {told} {checked}
      </Text>
      <Charted title={title} lines={[told]} notes={[checked, EVERY[renews]()]} rows={() => [heads(), ...seen.map(cells)]}>
        <Box role="img" aria-label={told}>
          <Suspense fallback={<Skeleton h={260} />}>
            <Curve points={points} name={t("Seen")} {...(of.model !== null && { beside: t("Model") })} say={percent} />
          </Suspense>
        </Box>
      </Charted>
      {of.model !== null && (
        <Text size="xs" c="dimmed">
          {t("The broken line is the model.")}
        </Text>
      )}
      <Seen rows={seen} label={title} />
    </Stack>
  );
}

const heads = (): string[] => [t("Renewal"), t("Came to it"), t("Stayed"), t("Left of all"), t("Model")];
const cells = (row: Cohort["seen"][number]): string[] =>
  [row.renewal, row.due, row.stayed, row.share, row.fitted].map((each) => String(each ?? ""));

function Seen({ rows, label }: { rows: Cohort["seen"]; label: string }) {
  return (
    <DataTable label={label} minWidth={380} heads={heads().map((head, nth) => (nth === 0 ? head : { end: head }))} tight>
      {rows.map((row) => (
        <Table.Tr key={row.renewal}>
          <Table.Th scope="row" fw={500}>
            {number(row.renewal)}
          </Table.Th>
          <NumberCell>{number(row.due)}</NumberCell>
          <NumberCell>{number(row.stayed)}</NumberCell>
          <NumberCell>{percent(row.share)}</NumberCell>
          <NumberCell>{row.fitted === null ? "" : percent(row.fitted)}</NumberCell>
        </Table.Tr>
      ))}
    </DataTable>
  );
}

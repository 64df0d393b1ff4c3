/** Who still orders: the friends of a month, by thirty days since they came; a curve with its interval, and behind it the table. */
import { Box, SegmentedControl, Select, Skeleton, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Suspense, lazy } from "react";
import { type Answer, read } from "../../api/query.ts";
import { Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { Wide } from "../../kit/wide.tsx";
import { money, monthName, number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { Fresh, type GoPeriod, PeriodFilters, freshText, periodText, usePeriod } from "./asked.tsx";
import { Charted } from "./charted.tsx";
import type { CurvePoint } from "./curve.tsx";
import { InsightsPage } from "./nav.tsx";
import { NothingYet } from "./nothing.tsx";

const Curve = lazy(() => import("./curve.tsx"));

type Report = Answer<"/v1/reports/cohorts">;
type Cohort = Report["data"][number];
type Point = Cohort["points"][number];

const USUAL = 365;
/** Instead of a month: all months together. */
const ALL = "all";
const nameOf = ({ cohort }: Cohort): string => (cohort === null ? t("All months") : monthName(cohort));
const stepName = (after: number): string => t("days {from} to {to}", { from: after * 30 + 1, to: (after + 1) * 30 });

export function Cohorts() {
  const { search, go, query } = usePeriod(USUAL);
  const report = useQuery({ ...read("/v1/reports/cohorts", { query }), placeholderData: (old) => old });
  return (
    <InsightsPage
      title={t("Cohorts")}
      text={t("Of the friends who came in a month: how many ordered in the first thirty days since, in the second, in the third.")}
    >
      <PeriodFilters search={search} go={go} usual={USUAL} />
      <Shown of={report}>
        {(data) => {
          const all = data.data.find((each) => each.cohort === null);
          const isEmpty = all === undefined || all.people === 0;
          return (
            <Stack gap="md">
              <Fresh of={data} />
              {isEmpty && <NothingYet />}
              {!isEmpty && all.points.length === 0 && (
                <Section>
                  <Text size="sm">
                    {t("{n, plural, one {# friend} other {# friends}} came. Nobody's first thirty days are over yet.", { n: all.people })}
                  </Text>
                </Section>
              )}
              {!isEmpty && all.points.length > 0 && (
                <>
                  <Retention of={data} show={search.show} go={go} all={all} />
                  <Months of={data} />
                </>
              )}
            </Stack>
          );
        }}
      </Shown>
    </InsightsPage>
  );
}

type RetentionProps = { of: Report; show: string | undefined; go: GoPeriod; all: Cohort };

function Retention({ of, show, go, all }: RetentionProps) {
  const drawable = of.data.filter((each) => each.points.some((point) => point.share !== null));
  const chosen = drawable.find((each) => each.cohort === show) ?? drawable.find((each) => each.cohort === null);
  if (chosen === undefined)
    return (
      <Section title={t("Who still orders")}>
        <Text size="sm">
          {t("Too little to tell: a share is shown from ten friends on, and {n} have had thirty days.", {
            n: all.points[0]?.people ?? 0,
          })}
        </Text>
      </Section>
    );
  const points: CurvePoint[] = chosen.points.map((point) => ({
    at: stepName(point.after),
    value: point.share,
    low: point.low,
    high: point.high,
    ...(chosen.cohort !== null && { beside: all.points.find((each) => each.after === point.after)?.share ?? null }),
  }));
  const known = chosen.points.filter((point) => point.share !== null);
  const [first, last] = [known[0], known.at(-1)];
  const told =
    first === undefined || last === undefined
      ? nameOf(chosen)
      : t("{name}: {first} ordered in their first thirty days ({low} to {high}), and {last} in {step}.", {
          name: nameOf(chosen),
          first: percent(first.share ?? 0),
          low: percent(first.low ?? 0),
          high: percent(first.high ?? 0),
          last: percent(last.share ?? 0),
          step: stepName(last.after),
        });
  return (
    <Section
      title={t("Who still orders")}
      text={told}
      acts={
        <Select
          aria-label={t("Shown")}
          data={drawable.toReversed().map((each) => ({ value: each.cohort ?? ALL, label: nameOf(each) }))}
          value={chosen.cohort ?? ALL}
          onChange={(next) => go({ show: next === ALL || next === null ? undefined : next })}
          allowDeselect={false}
        />
      }
    >
      <Charted
        title={t("Who still orders")}
        behind={MONTHS}
        lines={[told, periodText(of)]}
        notes={[t("The band is the interval in which the true share lies 95 times of 100."), of.definition, ...freshText(of)]}
        rows={() => [
          [t("Days since they came"), t("Friends"), t("Who ordered"), t("Share"), t("At least"), t("At most")],
          ...chosen.points.map((point) =>
            [stepName(point.after), point.people, point.active, point.share, point.low, point.high].map((each) => String(each ?? "")),
          ),
        ]}
      >
        <Box role="img" aria-label={told}>
          <Suspense fallback={<Skeleton h={260} />}>
            <Curve points={points} name={nameOf(chosen)} {...(chosen.cohort !== null && { beside: nameOf(all) })} say={percent} />
          </Suspense>
        </Box>
      </Charted>
      <Text size="xs" c="dimmed">
        {t("The band is the interval in which the true share lies 95 times of 100.")}{" "}
        {chosen.cohort !== null && t("The broken line is all months together.")} {of.definition}
      </Text>
    </Section>
  );
}

/** What the curve is drawn of stands there month by month. */
const MONTHS = "cohorts-by-month";

function Months({ of }: { of: Report }) {
  const { search, go } = usePeriod(USUAL);
  const isMoney = search.rows === "revenue";
  const steps = Math.max(...of.data.map((each) => each.points.length));
  const title = t("Month by month");
  return (
    <Section
      id={MONTHS}
      title={title}
      text={t(
        "A month is in a column once the thirty days are over for at least one of its friends; those who are younger are left out there.",
      )}
      acts={
        <SegmentedControl
          size="xs"
          aria-label={t("Shown")}
          value={isMoney ? "revenue" : "share"}
          onChange={(next) => go({ rows: next === "revenue" ? next : undefined })}
          data={[
            { value: "share", label: t("Who ordered") },
            { value: "revenue", label: t("Ordered for, a friend") },
          ]}
        />
      }
    >
      <Wide minWidth={200 + 110 * steps} label={title}>
        <Table verticalSpacing="xs" aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("Came in")}</Table.Th>
              <Table.Th ta="end">{t("Friends")}</Table.Th>
              {Array.from({ length: steps }, (_, after) => (
                <Table.Th key={after} ta="end">
                  {stepName(after)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {of.data.toReversed().map((row) => (
              <Table.Tr key={row.cohort ?? ALL}>
                <Table.Th scope="row" fw={row.cohort === null ? 600 : 500} style={{ whiteSpace: "nowrap" }}>
                  {nameOf(row)}
                </Table.Th>
                <Table.Td ta="end" className="gv-number">
                  {number(row.people)}
                </Table.Td>
                {Array.from({ length: steps }, (_, after) => (
                  <Cell key={after} of={row.points[after]} isMoney={isMoney} />
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}

/** The share with its interval, the deeper the higher; or what a friend ordered for, in each currency. */
function Cell({ of, isMoney }: { of: Point | undefined; isMoney: boolean }) {
  if (of === undefined) return <Table.Td />;
  if (isMoney)
    return (
      <Table.Td ta="end" className="gv-number">
        {of.people === 0 || of.revenue.length === 0
          ? t("none")
          : of.revenue.map((each) => <div key={each.unit}>{money(Math.round(each.amount / of.people), each.unit)}</div>)}
      </Table.Td>
    );
  if (of.share === null)
    return (
      <Table.Td ta="end">
        <Text size="xs" c="dimmed">
          {t("{n} of {people}: too few to tell", { n: number(of.active), people: number(of.people) })}
        </Text>
      </Table.Td>
    );
  const depth = Math.round(of.share * 45);
  return (
    <Table.Td
      ta="end"
      className="gv-number"
      style={{ background: `color-mix(in srgb, var(--mantine-color-vine-4) ${depth}%, transparent)` }}
    >
      <Text size="sm">{percent(of.share)}</Text>
      {of.low !== null && of.high !== null && (
        <Text size="xs" style={{ opacity: 0.85, whiteSpace: "nowrap" }}>
          {t("{low} to {high}", { low: percent(of.low), high: percent(of.high) })}
        </Text>
      )}
    </Table.Td>
  );
}

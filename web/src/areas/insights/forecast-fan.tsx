/** What the futures have in common: in all, week by week as a fan with its table, and when the budget runs out. */
import { Button, Group, Select, SimpleGrid, Skeleton, Table, Text } from "@mantine/core";
import { Suspense, lazy, useState } from "react";
import { DataTable } from "../../kit/data-table.tsx";
import { Figure, Section } from "../../kit/page.tsx";
import { dayName, money, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { Charted } from "./charted.tsx";
import type { ForecastSearch } from "./experiment-search.ts";
import { SERIES, type Series, type Told, amount } from "./forecast-words.ts";

const Fan = lazy(() => import("./fan.tsx"));
const WEEK = 7 * 86_400_000;
/** Places of the quantiles .05, .1, .25, .5, .75, .9, .95. */
const [LEAST, LOW, QUARTER, MIDDLE, THREE, HIGH, MOST] = [0, 1, 2, 3, 4, 5, 6] as const;
type Quantiles = readonly number[];
const at = (of: Quantiles, place: number): number => of[place] ?? 0;

/** The day on which a week ends, so many weeks from now. */
const weekDay = (now: number, week: number): string => new Date(now + (week + 1) * WEEK).toISOString().slice(0, 10);

const SHOWN: readonly Series[] = ["customers", "revenue", "rewards", "net"];

/** Everything from now to the end, as the middle with eight of ten futures around it. */
export function Total({ of, currency }: { of: Told; currency: string }) {
  const say = (series: Series, value: number): string => amount(value, SERIES[series].money, currency);
  return (
    <Section title={t("In the next {n, plural, one {# week} other {# weeks}}", { n: of.weeks.net.length })}>
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="lg">
        {SHOWN.map((series) => (
          <Figure
            key={series}
            label={SERIES[series].name()}
            value={t("{low} to {high}", { low: say(series, at(of.total[series], LOW)), high: say(series, at(of.total[series], HIGH)) })}
            hint={t("in eight of ten futures; in the middle {middle}", { middle: say(series, at(of.total[series], MIDDLE)) })}
          />
        ))}
      </SimpleGrid>
    </Section>
  );
}

type FanProps = { of: Told; currency: string; show: string | undefined; now: number; go: (change: ForecastSearch) => void };

export function FanOf({ of, currency, show, now, go }: FanProps) {
  const [asTable, setAsTable] = useState(false);
  const series = (Object.keys(SERIES) as Series[]).find((key) => key === show) ?? "customers";
  const say = (value: number): string => amount(value, SERIES[series].money, currency);
  const weeks = of.weeks[series];
  const last = weeks.at(-1) ?? [];
  const told = t("{name} a week. In the last week {low} to {high} in eight of ten futures, in the middle {middle}.", {
    name: SERIES[series].name(),
    low: say(at(last, LOW)),
    high: say(at(last, HIGH)),
    middle: say(at(last, MIDDLE)),
  });
  return (
    <Section
      title={t("Week by week")}
      text={told}
      acts={
        <Group gap="xs" className="gv-no-print">
          <Select
            aria-label={t("Shown")}
            data={Object.entries(SERIES).map(([value, { name }]) => ({ value, label: name() }))}
            value={series}
            onChange={(next) => go({ show: next ?? undefined })}
            allowDeselect={false}
            w={240}
          />
          <Button variant="default" onClick={() => setAsTable(!asTable)}>
            {asTable ? t("As a fan") : t("As a table")}
          </Button>
        </Group>
      }
    >
      {asTable ? (
        <Weeks of={weeks} say={say} now={now} label={told} />
      ) : (
        <Charted
          title={SERIES[series].name()}
          lines={[told]}
          notes={[t("Half of the futures lie in the inner band, nine of ten in the outer.")]}
          rows={() => [
            [t("Week to"), ...quantileNames()],
            ...weeks.map((week, i) => [weekDay(now, i), ...DRAWN.map((place) => String(at(week, place)))]),
          ]}
        >
          <div role="img" aria-label={told}>
            <Suspense fallback={<Skeleton h={280} />}>
              <Fan
                say={say}
                points={weeks.map((week, i) => ({
                  at: dayName(weekDay(now, i), true),
                  outer: [at(week, LEAST), at(week, MOST)],
                  inner: [at(week, QUARTER), at(week, THREE)],
                  middle: at(week, MIDDLE),
                }))}
              />
            </Suspense>
          </div>
        </Charted>
      )}
    </Section>
  );
}

/** The quantiles that are drawn, and what they are called. */
const DRAWN = [LEAST, QUARTER, MIDDLE, THREE, MOST] as const;
const quantileNames = (): string[] => [t("5 of 100 below"), t("25 of 100 below"), t("Middle"), t("25 of 100 above"), t("5 of 100 above")];

type WeeksProps = { of: readonly Quantiles[]; say: (value: number) => string; now: number; label: string };

function Weeks({ of, say, now, label }: WeeksProps) {
  const heads = quantileNames();
  return (
    <DataTable label={label} minWidth={560} heads={[t("Week to"), ...heads.map((end) => ({ end }))]} tight>
      {of.map((week, i) => (
        <Table.Tr key={i}>
          <Table.Th scope="row" fw={400}>
            {dayName(weekDay(now, i))}
          </Table.Th>
          {DRAWN.map((place) => (
            <Table.Td key={place} ta="end" className="gv-number">
              {say(at(week, place))}
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </DataTable>
  );
}

type BudgetProps = { of: Told; weeks: number; currency: string; now: number; asked: number | undefined };

/** When the budget runs out, and the reward at which nothing is left. */
export function Budget({ of, weeks, currency, now, asked }: BudgetProps) {
  const { budget, break_even: even } = of;
  const day = (place: number): string => dayName(weekDay(now, Math.round(at(budget?.week ?? [], place))));
  return (
    <Section title={t("Budget and break-even")}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        <div>
          <Text size="sm" c="dimmed">
            {t("When the budget runs out")}
          </Text>
          {budget === null || asked === undefined ? (
            <Text size="sm">{t("Write a budget above to see when it is spent.")}</Text>
          ) : budget.week === null ? (
            <Text size="sm">
              {t("{budget} is spent in none of the futures within {n, plural, one {# week} other {# weeks}}.", {
                budget: money(asked, currency),
                n: weeks,
              })}
            </Text>
          ) : (
            <>
              <Text size="xl" fw={600}>
                {day(MIDDLE)}
              </Text>
              <Text size="sm">
                {t("{budget} is spent in {share} of the futures; in eight of ten of those between {low} and {high}.", {
                  budget: money(asked, currency),
                  share: percent(budget.spent),
                  low: day(LOW),
                  high: day(HIGH),
                })}
              </Text>
            </>
          )}
        </div>
        <div>
          <Text size="sm" c="dimmed">
            {t("The reward at which nothing is left")}
          </Text>
          {even === null ? (
            <Text size="sm">{t("Nobody becomes a customer in these futures, so no reward can break even.")}</Text>
          ) : (
            <>
              <Text size="xl" fw={600} className="gv-number">
                {money(Math.round(at(even, MIDDLE)), currency)}
              </Text>
              <Text size="sm">
                {t(
                  "for each new customer, all sides together; between {low} and {high} in eight " +
                    "of ten futures. Above it, rewards cost more than the margin brings.",
                  { low: money(Math.round(at(even, LOW)), currency), high: money(Math.round(at(even, HIGH)), currency) },
                )}
              </Text>
            </>
          )}
        </div>
      </SimpleGrid>
    </Section>
  );
}

/** What a customer is worth over the time to come, referred or not: with intervals, a check on weeks held out, and who is worth what. */
import { Group, NumberInput, Select, SimpleGrid, Stack, Table, Text } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { read } from "../../api/query.ts";
import { DataTable, NumberCell } from "../../kit/data-table.tsx";
import { Figure, Section } from "../../kit/page.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { dayName, money, number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { countedText } from "./asked.tsx";
import { PickProgram } from "../rewards/filters.tsx";
import { Calibrations } from "./calibration.tsx";
import { Estimated, type Study, cohortName } from "./estimate.tsx";
import { InsightsPage } from "./nav.tsx";
import { Quadrants } from "./quadrants.tsx";
import type { ValueSearch } from "./search.ts";
import { AT_ONCE, Studied, useStudied } from "./studied.tsx";
import { Subscriptions } from "./subscriptions.tsx";

const USUAL_WEEKS = 104;

export function Value() {
  const search = useSearch({ strict: false }) as ValueSearch;
  const navigate = useNavigate();
  const go = (change: Partial<ValueSearch>): void =>
    void navigate({ to: ".", search: (old: ValueSearch) => ({ ...old, ...change }), replace: true, resetScroll: false } as never);
  const { by, weeks = USUAL_WEEKS, margin, program } = search;
  const query = {
    weeks,
    ...(by !== undefined && { by }),
    ...(margin !== undefined && { margin: margin / 100 }),
    ...(program !== undefined && { program }),
  };
  const study = useStudied<Study>(read("/v1/reports/value", { query: { ...query, ...AT_ONCE } }));
  return (
    <InsightsPage
      title={t("Lifetime value")}
      text={t("What a new customer is worth from the first purchase on, and whether one who came by a friend is worth more.")}
    >
      <Asked search={search} go={go} />
      <Studied of={study}>
        {(data) =>
          data.currency === null ? (
            <Section>
              <EmptyState
                title={t("No orders yet")}
                text={t("From orders it is learned how often and how much customers buy. Send some, or import them.")}
              />
            </Section>
          ) : (
            <Stack gap="md">
              <Told of={data} />
              <Worth of={data} unit={data.currency} />
              <Calibrations of={data} />
              <Quadrants of={data} unit={data.currency} />
            </Stack>
          )
        }
      </Studied>
      <Subscriptions />
    </InsightsPage>
  );
}

function Asked({ search, go }: { search: ValueSearch; go: (change: Partial<ValueSearch>) => void }) {
  const later = useDebouncedCallback((margin: number | undefined) => go({ margin }), 600);
  return (
    <Group className="gv-filters" align="flex-end" gap="sm">
      <Select
        label={t("Worth over")}
        w={150}
        data={[52, 104, 156, 260].map((weeks) => ({
          value: String(weeks),
          label: t("{n, plural, one {# year} other {# years}}", { n: weeks / 52 }),
        }))}
        value={String(search.weeks ?? USUAL_WEEKS)}
        onChange={(next) => go({ weeks: next === null || Number(next) === USUAL_WEEKS ? undefined : Number(next) })}
        allowDeselect={false}
      />
      <Select
        label={t("Compared by")}
        w={220}
        data={[
          { value: "referred", label: t("came by a friend or not") },
          { value: "program", label: t("program") },
        ]}
        value={search.by ?? "referred"}
        onChange={(next) => go({ by: next === "program" ? next : undefined })}
        allowDeselect={false}
      />
      <PickProgram value={search.program} onChange={(program) => go({ program })} />
      <NumberInput
        label={t("Margin, %")}
        w={130}
        min={1}
        max={100}
        allowDecimal={false}
        value={search.margin ?? ""}
        placeholder={t("not known")}
        onChange={(next) => later(typeof next === "number" && next >= 1 ? next : undefined)}
      />
    </Group>
  );
}

const NOTES: Record<Study["notes"][number], () => string> = {
  not_randomised: () => t("Who came by a friend was not left to chance: a difference may have other causes. Only a hold-out tells."),
  margin_unknown: () => t("No margin is given: amounts are what they pay, not what you keep."),
  caused_assumed: () => t("All friends are taken to have come because of the referral: nobody measured how many would have come anyway."),
};

function Told({ of }: { of: Study }) {
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        {of.period.from === null
          ? t("All customers until {to}, days of {zone}.", { to: dayName(of.period.to), zone: of.period.zone })
          : t("{from} to {to}, days of {zone}.", { from: dayName(of.period.from), to: dayName(of.period.to), zone: of.period.zone })}{" "}
        {countedText(of.as_of)} {t("Later money counts for less: {rate} a year.", { rate: percent(of.horizon.yearly_discount) })}
      </Text>
      {of.notes.map((note) => (
        <Text key={note} size="sm">
          {NOTES[note]()}
        </Text>
      ))}
    </Stack>
  );
}

function Worth({ of, unit }: { of: Study; unit: string }) {
  const say = (value: number): string => money(Math.round(value), unit);
  const title = t("What a new customer is worth");
  return (
    <Section
      title={title}
      text={t(
        "Until {n, plural, one {# week} other {# weeks}} after the first purchase. Below each figure stands the interval of 95 of 100.",
        { n: of.horizon.weeks },
      )}
    >
      <DataTable
        label={title}
        minWidth={560}
        heads={[
          t("Customers who"),
          { end: t("Customers") },
          { end: t("Worth") },
          { end: t("More than the first") },
          { end: t("First purchase") },
          { end: t("Purchases to come") },
        ]}
      >
        {of.cohorts.map((row, nth) => (
          <Table.Tr key={row.cohort}>
            <Table.Th scope="row" fw={500}>
              {cohortName(row.cohort)}
            </Table.Th>
            <NumberCell>{number(row.customers)}</NumberCell>
            <Table.Td ta="end">
              <Estimated of={row.worth} say={say} />
            </Table.Td>
            <Table.Td ta="end">{nth > 0 && <Estimated of={row.against} say={say} />}</Table.Td>
            <NumberCell>{row.models === null ? "" : say(row.models.first_purchase)}</NumberCell>
            <NumberCell>{row.models === null ? "" : number(row.models.discounted_repeats, { maximumFractionDigits: 2 })}</NumberCell>
          </Table.Tr>
        ))}
      </DataTable>
      <SimpleGrid cols={{ base: 1, xs: 2 }} mt="md">
        <Figure
          label={t("Rewards for a friend who bought")}
          value={of.cost_per_friend === null ? t("none yet") : say(of.cost_per_friend)}
        />
        <div>
          <Text size="sm" c="dimmed">
            {t("Return on rewards")}
          </Text>
          <Estimated of={of.return_on_rewards} say={percent} />
          <Text size="xs" c="dimmed">
            {t("What they are worth more, less what they cost, as a share of that cost.")}
          </Text>
        </div>
      </SimpleGrid>
    </Section>
  );
}

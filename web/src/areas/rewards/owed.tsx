/** What is owed, for how long, what comes; and how long rewards take, against what was promised. */
import { Group, Progress, SegmentedControl, SimpleGrid, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type Answer, read } from "../../api/query.ts";
import { Figure, Page, Section } from "../../kit/page.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { Money, Status, When } from "../../kit/values.tsx";
import { Wide } from "../../kit/wide.tsx";
import { Who } from "../../kit/who.tsx";
import { ago, instant, number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { PickProgram } from "./filters.tsx";
import { RewardsNav, kindLabel, whyItWaits } from "./words.tsx";

const route = getRouteApi("/rewards/owed");
type Liability = Answer<"/v1/reports/liability">;
type Times = Answer<"/v1/reports/reward-times">;

export function Owed() {
  // Sums that are behind are being made anew.
  const refetchInterval = ({ state }: { state: { data?: Liability } }) => (state.data && behindBy(state.data) > 0 ? 3_000 : false);
  const owed = useQuery({ ...read("/v1/reports/liability"), refetchInterval });
  const books = useQuery({ ...read("/v1/reports/liability", { query: { with: "books" } }), refetchInterval });
  const behind = owed.data === undefined ? 0 : behindBy(owed.data);
  return (
    <Page
      title={t("Owed and late")}
      text={t("What you owe to whom it was promised, by age; and whether rewards came when they were promised.")}
    >
      <RewardsNav />
      <Section
        title={t("Owed by age")}
        text={
          behind > 0
            ? t("Counted {ago}.", { ago: ago(owed.data!.at, Date.parse(owed.data!.asked_at)) })
            : t("Counted from the rewards that are open now, by the day on which each was earned.")
        }
      >
        <Shown of={owed}>{(data) => <ByAge of={data} />}</Shown>
      </Section>
      <Section title={t("In the books")} text={t("What people's accounts hold, with debts set off: this is what you could have to pay.")}>
        <Shown of={books}>{(data) => <Books of={data} />}</Shown>
      </Section>
      <RewardTimes />
    </Page>
  );
}

/** Where there are millions of rewards the sums may be of a while ago. Milliseconds; what is within two minutes is as good as now. */
function behindBy({ asked_at: asked, at }: Liability): number {
  const behind = Date.parse(asked) - Date.parse(at);
  return behind > 120_000 ? behind : 0;
}

const AGES: Record<string, () => string> = {
  up_to_30_days: () => t("Up to 30 days"),
  up_to_90_days: () => t("30 to 90 days"),
  up_to_180_days: () => t("90 to 180 days"),
  older: () => t("Older"),
};

function ByAge({ of }: { of: Liability }) {
  if (of.owed.length === 0) return <EmptyState title={t("Nothing is owed")} text={t("What is earned and not paid yet appears here.")} />;
  const groups = [...Map.groupBy(of.owed, (row) => `${row.unit}|${row.kind}`).values()];
  return (
    <Stack gap="lg">
      {groups.map((rows) => {
        const { unit, kind } = rows[0]!;
        const sum = (pick: "pending" | "available" | "in_flight"): number => rows.reduce((all, row) => all + row[pick], 0);
        const total = sum("pending") + sum("available") + sum("in_flight");
        return (
          <Stack key={`${unit}${kind}`} gap="xs">
            <Group gap="xl">
              <Figure label={`${kindLabel(kind)} · ${unit}`} value={<Money of={{ amount: total, currency: unit }} />} />
              <Figure label={t("Waiting")} value={<Money of={{ amount: sum("pending"), currency: unit }} />} />
              <Figure label={t("Available")} value={<Money of={{ amount: sum("available"), currency: unit }} />} />
              <Figure label={t("In a payout")} value={<Money of={{ amount: sum("in_flight"), currency: unit }} />} />
            </Group>
            <Wide minWidth={360} label={t("{unit} by age", { unit })}>
              <Table verticalSpacing="xs" aria-label={t("{unit} by age", { unit })}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t("Age")}</Table.Th>
                    <Table.Th ta="end">{t("Owed")}</Table.Th>
                    <Table.Th ta="end">{t("Rewards")}</Table.Th>
                    <Table.Th w="35%">{t("Share")}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map((row) => {
                    const amount = row.pending + row.available + row.in_flight;
                    const share = total <= 0 ? 0 : Math.max(0, amount / total);
                    return (
                      <Table.Tr key={row.age}>
                        <Table.Td>{AGES[row.age]?.()}</Table.Td>
                        <Table.Td ta="end">
                          <Money of={{ amount, currency: unit }} />
                        </Table.Td>
                        <Table.Td ta="end">{number(row.rewards)}</Table.Td>
                        <Table.Td>
                          <Group gap="xs" wrap="nowrap">
                            <Progress value={share * 100} flex={1} color="vine" aria-label={percent(share)} />
                            <Text size="xs" w={44} ta="end">
                              {percent(share)}
                            </Text>
                          </Group>
                        </Table.Td>
                      </Table.Tr>
                    );
                  })}
                </Table.Tbody>
              </Table>
            </Wide>
          </Stack>
        );
      })}
    </Stack>
  );
}

const amountOf = (amount: number | string): number => Number(amount);

function Books({ of }: { of: Liability }) {
  const groups = [...Map.groupBy(of.books ?? [], (row) => `${row.unit}|${row.kind}`).values()];
  if (groups.length === 0) return <Text c="dimmed">{t("The accounts hold nothing.")}</Text>;
  return (
    <Stack gap="sm">
      {groups.map((rows) => {
        const { unit, kind } = rows[0]!;
        const coming = (of.coming ?? []).filter((row) => row.unit === unit && row.kind === kind);
        const held = (account: string): number => amountOf(rows.find((row) => row.account === account)?.amount ?? 0);
        const next = (weeks: number): number => coming.filter((row) => row.week < weeks).reduce((sum, row) => sum + row.amount, 0);
        return (
          <SimpleGrid key={`${unit}${kind}`} cols={{ base: 2, sm: 5 }}>
            <Figure
              label={`${kindLabel(kind)} · ${unit}`}
              value={<Money of={{ amount: held("pending") + held("available") + held("in_flight"), currency: unit }} />}
            />
            <Figure label={t("Waiting")} value={<Money of={{ amount: held("pending"), currency: unit }} />} />
            <Figure label={t("Available")} value={<Money of={{ amount: held("available"), currency: unit }} />} />
            <Figure label={t("In a payout")} value={<Money of={{ amount: held("in_flight"), currency: unit }} />} />
            <Figure
              label={t("Due in 4 weeks")}
              value={<Money of={{ amount: next(4), currency: unit }} />}
              hint={t("What time alone makes available.")}
            />
          </SimpleGrid>
        );
      })}
    </Stack>
  );
}

/** "3 days", "5 hours": one unit, as people say it. */
function span(seconds: number | null): string {
  if (seconds === null) return t("none yet");
  const unit = seconds >= 172_800 ? "day" : seconds >= 7_200 ? "hour" : seconds >= 120 ? "minute" : "second";
  const size = { day: 86_400, hour: 3_600, minute: 60, second: 1 }[unit];
  return number(seconds / size, { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: unit === "day" ? 1 : 0 });
}

function RewardTimes() {
  const { program, days = "90" } = route.useSearch();
  const navigate = useNavigate();
  const go = (change: { program?: string; days?: string }): void =>
    void navigate({ to: "/rewards/owed", search: { program, days, ...change }, replace: true });
  const asked = Math.min(3650, Math.max(1, Number.parseInt(days, 10) || 90));
  const times = useQuery(read("/v1/reports/reward-times", { query: { days: asked, ...(program === undefined ? {} : { program }) } }));
  return (
    <Section
      title={t("Time to reward")}
      text={t("From the conversion until the reward could be used, and until it was paid out.")}
      acts={
        <SegmentedControl
          size="xs"
          value={String(asked)}
          onChange={(next) => go({ days: next })}
          aria-label={t("How far back")}
          data={["30", "90", "365"].map((each) => ({ value: each, label: t("{n} days", { n: each }) }))}
        />
      }
    >
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
          <PickProgram value={program} onChange={(next) => go({ program: next })} />
        </SimpleGrid>
        <Shown of={times}>
          {(data) => (data.rewards === 0 ? <EmptyState title={t("No rewards in this time")} /> : <TimesOf of={data} />)}
        </Shown>
      </Stack>
    </Section>
  );
}

function TimesOf({ of }: { of: Times }) {
  const judged = of.on_time + of.late;
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 2, md: 5 }}>
        <Figure
          label={t("To available, median")}
          value={span(of.to_available.median)}
          hint={t("of {n} rewards", { n: number(of.to_available.rewards) })}
        />
        <Figure label={t("To available, 95 of 100")} value={span(of.to_available.p95)} />
        <Figure
          label={t("To paid, median")}
          value={span(of.to_paid.median)}
          hint={t("of {n} rewards", { n: number(of.to_paid.rewards) })}
        />
        <Figure label={t("To paid, 95 of 100")} value={span(of.to_paid.p95)} />
        <Figure
          label={t("When promised")}
          value={judged === 0 ? t("none yet") : percent(of.on_time / judged)}
          hint={t("{n} came later", { n: number(of.late) })}
        />
      </SimpleGrid>
      <Text size="xs" c="dimmed">
        {t("Counted over {n} rewards since {from}; {pending} of them wait still and are in no figure. Later than an hour is late.", {
          n: number(of.rewards),
          from: of.counted_from === null ? instant(of.since, "date") : instant(of.counted_from, "date"),
          pending: number(of.pending),
        })}
      </Text>
      {of.late_rewards.length > 0 && <Late of={of} />}
    </Stack>
  );
}

function Late({ of }: { of: Times }) {
  const navigate = useNavigate();
  return (
    <Wide minWidth={520} label={t("Later than promised")}>
      <Table verticalSpacing="xs" aria-label={t("Later than promised")} highlightOnHover>
        <Table.Caption style={{ captionSide: "top", textAlign: "start" }}>{t("Later than promised, the first 20")}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("Person")}</Table.Th>
            <Table.Th ta="end">{t("Amount")}</Table.Th>
            <Table.Th>{t("Promised for")}</Table.Th>
            <Table.Th>{t("Available")}</Table.Th>
            <Table.Th>{t("Why")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {of.late_rewards.slice(0, 20).map((row) => {
            const open = (): void => void navigate({ to: "/rewards/$reward", params: { reward: row.reward } });
            return (
              <Table.Tr
                key={row.reward}
                className="gv-row"
                tabIndex={0}
                onClick={open}
                onKeyDown={(event) => event.key === "Enter" && open()}
              >
                <Table.Td>
                  <Who id={row.person} link={false} />
                </Table.Td>
                <Table.Td ta="end">
                  <Money of={row.value} />
                </Table.Td>
                <Table.Td>
                  <When at={row.promised_at} exact />
                </Table.Td>
                <Table.Td>
                  {row.available_at === null ? <Status tone="amber" word={t("Waiting")} /> : <When at={row.available_at} exact />}
                </Table.Td>
                <Table.Td>
                  {row.available_at === null ? whyItWaits(row.waits_for === "hold" ? null : row.waits_for) : t("It came late.")}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

/** Whether what happens outside arrives here: what needs somebody first, then what arrives, and what waits. */
import { Alert, Anchor, SimpleGrid, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CircleCheck, CircleX, TriangleAlert } from "lucide-react";
import { read } from "../../api/query.ts";
import { Figure, Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { Wide } from "../../kit/wide.tsx";
import { instant, number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { InsightsPage } from "./nav.tsx";
import { Doors, type Health, type Said, saidOfDoor } from "./tracking-doors.tsx";
import { Lost } from "./tracking-lost.tsx";

type AlertOf = Health["alerts"][number];
type OwnCode = Exclude<AlertOf["code"], `door_${string}`>;

export function Tracking() {
  const health = useQuery({ ...read("/v1/reports/health"), refetchInterval: 60_000 });
  return (
    <InsightsPage
      title={t("Tracking health")}
      text={t("Whether what happens in your shop arrives here: less than usual, late, or not at all. Figures are only as good as this.")}
    >
      <Shown of={health}>
        {(data) => (
          <Stack gap="md">
            <Alerts of={data} />
            <Arrivals of={data} />
            <Doors of={data} />
            <Lost of={data} />
            <Waiting of={data} />
          </Stack>
        )}
      </Shown>
    </InsightsPage>
  );
}

/** What is wrong, what may be the cause, and where to look. */
function saidOf({ code, value, limit }: { code: OwnCode; value: number; limit: number }): Said {
  const values = { value: number(value), limit: number(limit) };
  const sources = { to: "/developers/sources", label: t("See the sources") };
  const events = { to: "/developers/events", label: t("See the events") };
  const SAID: Record<OwnCode, () => Said> = {
    silence: () => ({
      title: t("Nothing has arrived for a day"),
      text: t("Usually {limit} events arrive in that time. Look whether the snippet, the webhook or the key is still in place.", values),
      ...sources,
    }),
    fewer_events: () => ({
      title: t("Fewer events than usual"),
      text: t("{value} in the last 24 hours; below {limit} is more than chance. Something may have stopped sending.", values),
      ...sources,
    }),
    fewer_visits: () => ({
      title: t("Fewer visits than usual"),
      text: t("{value} yesterday and today; below {limit} is more than chance. Look whether the links still lead to a page.", values),
      to: "/insights/sources",
      label: t("See where friends come from"),
    }),
    late_events: () => ({
      title: t("Events arrive late"),
      text: t("{value} of the last day's came more than an hour after they happened; {limit} is usual. An import does this, too.", {
        value: percent(value),
        limit: percent(limit),
      }),
      ...events,
    }),
    failed_events: () => ({
      title: t("Events failed"),
      text: t("{n, plural, one {# event was} other {# events were}} taken and could not be worked on. Try them again.", { n: value }),
      ...events,
    }),
    webhooks_dead: () => ({
      title: t("Webhooks were given up"),
      text: t("{n, plural, one {# delivery was} other {# deliveries were}} not taken after many tries.", { n: value }),
      to: "/developers/webhooks",
      label: t("See the webhooks"),
    }),
    behind: () => ({
      title: t("What follows events is behind"),
      text: t("{n, plural, one {# minute} other {# minutes}}: mails, webhooks and figures come later by that.", {
        n: Math.round(value / 60_000),
      }),
      to: "/developers/health",
      label: t("See the server's health"),
    }),
  };
  return SAID[code]();
}

function Alerts({ of }: { of: Health }) {
  if (of.alerts.length === 0)
    return (
      <Alert color="leaf" variant="light" icon={<CircleCheck size={18} aria-hidden />} title={t("All is well")}>
        {of.events.day === 0 && of.events.usual === 0
          ? t("Nothing has arrived yet, and nothing is expected. With the first week of events it is known what is usual.")
          : t("What arrives is as usual, in time, and nothing failed.")}
      </Alert>
    );
  return (
    <Stack gap="xs">
      {of.alerts.map((alert) => {
        const { code } = alert;
        const isOwn = (each: string): each is OwnCode => !each.startsWith("door_");
        const { title, text, to, label } = isOwn(code) ? saidOf({ ...alert, code }) : saidOfDoor(alert, of);
        const link = { component: Link, to } as object;
        const isAlarm = alert.level === "alarm";
        return (
          <Alert
            key={`${alert.code} ${alert.door ?? ""}`}
            color={isAlarm ? "rust" : "amber"}
            variant="light"
            icon={isAlarm ? <CircleX size={18} aria-hidden /> : <TriangleAlert size={18} aria-hidden />}
            title={title}
          >
            <Text size="sm">{text}</Text>
            <Anchor size="sm" {...link}>
              {label}
            </Anchor>
          </Alert>
        );
      })}
    </Stack>
  );
}

/** "3 days", "5 hours": one unit, as people say it. */
function span(seconds: number): string {
  const unit = seconds >= 172_800 ? "day" : seconds >= 7_200 ? "hour" : seconds >= 120 ? "minute" : "second";
  const size = { day: 86_400, hour: 3_600, minute: 60, second: 1 }[unit];
  return number(seconds / size, { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 0 });
}

function Arrivals({ of: { at, events, visits } }: { of: Health }) {
  const title = t("What arrived in the last 24 hours");
  const whole = { maximumFractionDigits: 0 };
  return (
    <Section title={title} text={t("Until {at}.", { at: instant(at) })}>
      <SimpleGrid cols={{ base: 2, md: 4 }} mb="sm">
        <Figure
          label={t("Events")}
          value={number(events.day)}
          hint={events.usual === 0 ? t("what is usual is not known yet") : t("usually {n}", { n: number(events.usual, whole) })}
        />
        <Figure
          label={t("Late by an hour or more")}
          value={number(events.late)}
          hint={events.day === 0 ? undefined : percent(events.late / events.day)}
        />
        <Figure label={t("The slowest took")} value={events.day === 0 ? t("none yet") : span(events.slowest_seconds)} />
        <Figure
          label={t("Visits, yesterday and today")}
          value={number(visits.two_days)}
          hint={visits.usual === 0 ? t("what is usual is not known yet") : t("usually {n}", { n: number(visits.usual, whole) })}
        />
      </SimpleGrid>
      {events.by_type.length > 0 && (
        <Wide minWidth={280} label={title}>
          <Table verticalSpacing={4} aria-label={title}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("Kind of event")}</Table.Th>
                <Table.Th ta="end">{t("Arrived")}</Table.Th>
                <Table.Th ta="end">{t("Late")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {events.by_type.map((row) => (
                <Table.Tr key={row.type}>
                  <Table.Th scope="row" fw={500} style={{ overflowWrap: "anywhere" }}>
                    <bdi>{row.type}</bdi>
                  </Table.Th>
                  <Table.Td ta="end" className="gv-number">
                    {number(row.day)}
                  </Table.Td>
                  <Table.Td ta="end" className="gv-number">
                    {number(row.late)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
    </Section>
  );
}

const COUNTED = 100;

function Waiting({ of: { waiting } }: { of: Health }) {
  const about = (n: number): string => (n >= COUNTED ? t("{n} or more", { n: number(COUNTED) }) : number(n));
  return (
    <Section title={t("What waits")} text={t("Each is counted up to a hundred.")}>
      <SimpleGrid cols={{ base: 2, md: 4 }}>
        <Figure label={t("Failed events")} value={about(waiting.failed_events)} />
        <Figure label={t("Parked events")} value={about(waiting.parked_events)} hint={t("Wait for their order")} />
        <Figure label={t("Webhooks waiting")} value={about(waiting.webhooks_waiting)} />
        <Figure label={t("Webhooks given up")} value={about(waiting.webhooks_dead)} />
      </SimpleGrid>
    </Section>
  );
}

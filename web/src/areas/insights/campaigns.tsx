/** What came of each campaign: announcements and asks by whom they reached, contests and bonus windows by their days. */
import { Anchor, Badge, Group, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Answer, read } from "../../api/query.ts";
import { DataTable } from "../../kit/data-table.tsx";
import { Section } from "../../kit/page.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { instant, money, number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { PickProgram } from "../rewards/filters.tsx";
import { usePeriod } from "./asked.tsx";
import { InsightsPage } from "./nav.tsx";

type Row = Answer<"/v1/reports/campaigns">["data"][number];
type Asked = NonNullable<Row["asked"]>;

export function CampaignReport() {
  const { search, go } = usePeriod();
  const { program } = search;
  const report = useQuery({
    ...read("/v1/reports/campaigns", { query: { ...(program !== undefined && { program }) } }),
    placeholderData: (old) => old,
  });
  return (
    <InsightsPage
      title={t("What campaigns gave")}
      text={t("Whom each announcement and ask reached and what they did since; what happened while contests and bonus windows ran.")}
    >
      <Group>
        <PickProgram value={program} onChange={(next) => go({ program: next })} />
      </Group>
      <Shown of={report}>
        {({ data }) => {
          const [asked, windows] = [data.filter((row) => row.asked !== null), data.filter((row) => row.asked === null)];
          if (data.length === 0)
            return (
              <Section>
                <EmptyState
                  title={t("No campaign yet")}
                  text={t("Announcements, asks, contests and bonus windows stand here as soon as one has begun.")}
                />
              </Section>
            );
          return (
            <Stack gap="md">
              {asked.length > 0 && <AskedTable of={asked} />}
              {windows.length > 0 && <Windows of={windows} />}
            </Stack>
          );
        }}
      </Shown>
    </InsightsPage>
  );
}

const KINDS: Record<Row["kind"], () => string> = {
  announcement: () => t("Announcement"),
  ask: () => t("Ask"),
  contest: () => t("Contest"),
  bonus: () => t("Bonus window"),
};
const STATES: Record<string, () => string> = {
  scheduled: () => t("scheduled"),
  running: () => t("running"),
  sent: () => t("sent"),
  cancelled: () => t("cancelled"),
  planned: () => t("planned"),
  over: () => t("over"),
};

function Name({ of }: { of: Row }) {
  const when = of.from === null ? "" : `${instant(of.from, "date")}${of.to === null ? "" : ` – ${instant(of.to, "date")}`}`;
  const to =
    of.asked !== null
      ? { component: Link, to: "/campaigns/announcements/$announcement", params: { announcement: of.id } }
      : of.kind === "contest"
        ? { component: Link, to: "/campaigns/contests/$contest", params: { contest: of.id } }
        : null;
  return (
    <>
      {to === null ? (
        <Text size="sm" fw={500} style={{ overflowWrap: "anywhere" }}>
          {of.name}
        </Text>
      ) : (
        <Anchor size="sm" fw={500} style={{ overflowWrap: "anywhere" }} {...(to as object)}>
          {of.name}
        </Anchor>
      )}
      <Group gap={6}>
        <Badge size="xs" variant="light" color="gray" tt="none">
          {KINDS[of.kind]()} · {STATES[of.status]?.() ?? of.status}
        </Badge>
        <Text size="xs" c="dimmed">
          <bdi>{when}</bdi>
        </Text>
      </Group>
    </>
  );
}

const costsOf = (costs: Asked["costs"]): string =>
  costs.length === 0 ? t("none") : costs.map(({ unit, amount }) => money(amount, unit)).join(", ");

function AskedTable({ of }: { of: Row[] }) {
  const title = t("Announcements and asks");
  const head = [
    t("Asked"),
    t("By mail"),
    t("Clicked"),
    t("Joined"),
    t("Shared"),
    t("Brought a friend"),
    t("Friends bought"),
    t("Rewards since"),
  ];
  const share = (part: number, { looked_at: all }: Asked): string => (all < 10 ? "" : percent(part / all));
  return (
    <Section
      title={title}
      text={
        <>
          {t("What they did after they were asked. They might have done it anyway: only an experiment tells.")}{" "}
          {t("Whether a mail was opened is not known; nothing is put into it that would tell.")}
        </>
      }
    >
      <DataTable label={title} minWidth={880} heads={[t("Campaign"), ...head.map((end) => ({ end }))]}>
        {of.map((row) => {
          const asked = row.asked!;
          return (
            <Table.Tr key={row.id}>
              <Table.Th scope="row">
                <Name of={row} />
              </Table.Th>
              <Table.Td ta="end" className="gv-number">
                {number(asked.people)}
                {asked.looked_at < asked.people && (
                  <Text size="xs" c="dimmed">
                    {t("first {n} looked at", { n: number(asked.looked_at) })}
                  </Text>
                )}
              </Table.Td>
              {([asked.mailed, asked.clicked, asked.joined, asked.shared, asked.referred] as const).map((n, nth) => (
                <Table.Td key={head[nth + 1]} ta="end" className="gv-number">
                  {number(n)}
                  <Text size="xs" c="dimmed">
                    {share(n, asked)}
                  </Text>
                </Table.Td>
              ))}
              <Table.Td ta="end" className="gv-number">
                {number(asked.bought)}
              </Table.Td>
              <Table.Td ta="end" className="gv-number">
                {costsOf(asked.costs)}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </DataTable>
    </Section>
  );
}

/** Before and during; what is more may have other causes. */
function Windows({ of }: { of: Row[] }) {
  const title = t("Contests and bonus windows");
  const head = [t("Days"), t("Joined"), t("Friends came"), t("New customers"), t("Rewards")];
  const both = (now: number, before: number): string => t("{now} (before: {before})", { now: number(now), before: number(before) });
  return (
    <Section
      title={title}
      text={t("The whole program while it ran, and in as many days before. Not left to chance: other things may have changed, too.")}
    >
      <DataTable label={title} minWidth={760} heads={[t("Campaign"), ...head.map((end) => ({ end })), { end: t("Entries") }]}>
        {of.map((row) => (
          <Table.Tr key={`${row.kind}|${row.id}`}>
            <Table.Th scope="row">
              <Name of={row} />
            </Table.Th>
            {row.during === null || row.before === null ? (
              <Table.Td colSpan={5}>
                <Text size="sm" c="dimmed">
                  {t("It has not begun.")}
                </Text>
              </Table.Td>
            ) : (
              <>
                <Table.Td ta="end">{number(row.during.days)}</Table.Td>
                <Table.Td ta="end">{both(row.during.joined, row.before.joined)}</Table.Td>
                <Table.Td ta="end">{both(row.during.friends_came, row.before.friends_came)}</Table.Td>
                <Table.Td ta="end">{both(row.during.new_customers, row.before.new_customers)}</Table.Td>
                <Table.Td ta="end" className="gv-number">
                  {costsOf(row.during.costs)}
                </Table.Td>
              </>
            )}
            <Table.Td ta="end" className="gv-number">
              {row.entries !== null && (
                <>
                  {t("{entries} by {people}", { entries: number(row.entries.entries), people: number(row.entries.entrants) })}
                  <Text size="xs" c="dimmed">
                    {t("the free way: {entries} by {people}", {
                      entries: number(row.entries.free_entries),
                      people: number(row.entries.free_entrants),
                    })}
                  </Text>
                </>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </DataTable>
    </Section>
  );
}

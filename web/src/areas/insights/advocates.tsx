/** Who brings the friends, how much rests on how few, and who is likely to recommend. */
import { Anchor, Group, Stack, Table } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type Answer, read } from "../../api/query.ts";
import { DataTable } from "../../kit/data-table.tsx";
import { Figure, Section } from "../../kit/page.tsx";
import { type Column, List } from "../../kit/list.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { Money, When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { type Found, findPages } from "../people/find.ts";
import { ScoreBadge } from "../people/score.tsx";
import { Fresh, PeriodFilters, usePeriod } from "./asked.tsx";
import { Bars, inSteps, stepLabel } from "./bars.tsx";
import { InsightsPage } from "./nav.tsx";
import { NothingYet } from "./nothing.tsx";

type Report = Answer<"/v1/reports/advocates">;

export function AdvocatesReport() {
  const { search, go, query } = usePeriod();
  const report = useQuery({ ...read("/v1/reports/advocates", { query: { ...query, limit: 20 } }), placeholderData: (old) => old });
  return (
    <InsightsPage title={t("Advocates")} text={t("Who brings the friends, how much rests on how few, and who is likely to recommend.")}>
      <PeriodFilters search={search} go={go} />
      <Shown of={report}>
        {(data) => (
          <Stack gap="md">
            <Fresh of={data} />
            {data.advocates === 0 ? (
              <NothingYet />
            ) : (
              <>
                <Spread of={data} />
                <Best of={data} />
              </>
            )}
          </Stack>
        )}
      </Shown>
      <Likely program={search.program} />
    </InsightsPage>
  );
}

/** How many advocates brought how many friends. */
function Spread({ of }: { of: Report }) {
  const title = t("How much rests on how few");
  const top = of.top_tenth;
  return (
    <Section title={title}>
      <Group gap="xl" mb="md" align="flex-start">
        <Figure label={t("Brought somebody")} value={number(of.advocates)} hint={t("advocates in these days")} />
        <Figure label={t("Friends who came")} value={number(of.friends)} />
        <Figure
          label={t("Of them by the first tenth")}
          value={top === null ? t("too few to tell") : percent(top.share)}
          hint={
            top === null
              ? t("From ten advocates on")
              : t("{n, plural, one {# advocate} other {# advocates}} brought {friends}", {
                  n: top.advocates,
                  friends: number(top.friends),
                })
          }
        />
      </Group>
      <Bars
        label={title}
        head={t("Friends each")}
        of={inSteps(of.counts.map((each) => ({ key: each.friends, people: each.advocates })))}
        name={stepLabel}
      />
    </Section>
  );
}

function Best({ of }: { of: Report }) {
  const title = t("Whose friends bought most");
  const head = [t("Friends"), t("Signed up"), t("Bought"), t("Bought again"), t("Ordered for")];
  return (
    <Section
      title={title}
      text={t("What the friends of these days have done since they came. The first {n} of {all}.", {
        n: number(of.data.length),
        all: number(of.advocates),
      })}
    >
      <DataTable label={title} minWidth={640} heads={[t("Who"), ...head.map((end) => ({ end })), t("Who came by them")]}>
        {of.data.map((row) => (
          <Table.Tr key={row.person}>
            <Table.Th scope="row" fw={500}>
              <Who id={row.person} />
            </Table.Th>
            {[row.friends, row.signed_up, row.bought, row.bought_again].map((n, nth) => (
              <Table.Td key={head[nth]} ta="end" className="gv-number">
                {number(n)}
              </Table.Td>
            ))}
            <Table.Td ta="end" className="gv-number">
              {row.revenue.length === 0
                ? t("none")
                : row.revenue.map((each) => (
                    <div key={each.unit}>
                      <Money of={each} />
                    </div>
                  ))}
            </Table.Td>
            <Table.Td>
              <Anchor size="sm" {...treeOf(row.person, of.program)}>
                {t("See the tree")}
              </Anchor>
            </Table.Td>
          </Table.Tr>
        ))}
      </DataTable>
    </Section>
  );
}

const treeOf = (top: string, program: string | null) =>
  ({ component: Link, to: "/insights/growth", search: { top, ...(program !== null && { program }) } }) as object;

/** Everybody in the program (or at all), the likeliest first. */
function Likely({ program }: { program: string | undefined }) {
  const navigate = useNavigate();
  const people = useInfiniteQuery(findPages({ ...(program !== undefined && { program }), sort: "score", text: "" }));
  const columns: Column<Found>[] = [
    { key: "who", label: t("Who"), cell: (row) => <bdi>{row.name ?? row.email ?? row.user_id ?? t("Somebody without a name")}</bdi> },
    { key: "score", label: t("Score"), cell: (row) => <ScoreBadge score={row.score} />, width: 90 },
    { key: "friends", label: t("Friends brought"), cell: (row) => number(row.referrals ?? 0), end: true },
    { key: "counted", label: t("Friends who counted"), cell: (row) => number(row.qualified ?? 0), end: true, wide: true },
    { key: "orders", label: t("Orders"), cell: (row) => number(row.orders ?? 0), end: true, wide: true },
    { key: "seen", label: t("Last seen"), cell: (row) => <When at={row.last_seen_at ?? row.created_at} />, wide: true },
  ];
  return (
    <Section
      title={t("Who is likely to recommend")}
      text={t(
        "The score of what somebody did so far, from 0 to 100: recommending, ordering, being here. It does not depend on the days above.",
      )}
    >
      <List<Found>
        of={people}
        label={t("Who is likely to recommend")}
        keyOf={(row) => row.id}
        open={(row) => void navigate({ to: "/people/$person", params: { person: row.id } })}
        columns={columns}
        empty={
          <EmptyState
            title={t("Nobody is known yet")}
            text={t("People appear with their first event: a sign-up, an order, a click. Or bring those you know already.")}
          />
        }
      />
    </Section>
  );
}

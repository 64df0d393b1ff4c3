/** Rankings of programs by week, month or quarter: as frozen, and as corrected since. */
import { Button, Group, Switch, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, getRouteApi, useNavigate } from "@tanstack/react-router";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { type Answer, type Row, read } from "../../api/query.ts";
import { useAct } from "../../kit/act.tsx";
import { Section } from "../../kit/page.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { Status } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { instant, money, number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { Choice, Filters } from "../developers/filters.tsx";
import { CampaignPage } from "./nav.tsx";
import type { BoardSearch } from "./search.ts";

type Board = Answer<"/v1/leaderboards/{program}">;
type Document = { name?: string; leaderboard?: { periods: string[] } };

const route = getRouteApi("/campaigns/leaderboards");
const boardOf = (each: Row<"/v1/programs">): Document["leaderboard"] => (each.definition as Document | null)?.leaderboard;

export function Leaderboards() {
  const programs = useQuery(read("/v1/programs", { query: { limit: 200 } }));
  const go = { component: Link, to: "/programs" } as object;
  return (
    <CampaignPage
      title={t("Leaderboards")}
      text={t(
        "Who recommends most, by week and month. At a period's end the ranking is frozen; what is corrected later stands beside it.",
      )}
    >
      <Shown of={programs}>
        {({ data }) => {
          const ranked = data.filter((each) => boardOf(each) !== undefined);
          if (ranked.length === 0)
            return (
              <EmptyState
                title={t("No program has a leaderboard")}
                text={t("Add one to a program in its editor: what is counted, and by week, month or quarter.")}
                act={<Button {...go}>{t("Choose a program")}</Button>}
              />
            );
          return <Ranking programs={ranked} />;
        }}
      </Shown>
    </CampaignPage>
  );
}

const periodWords = (): Record<string, string> => ({ week: t("This week"), month: t("This month"), quarter: t("This quarter") });

function Ranking({ programs }: { programs: readonly Row<"/v1/programs">[] }) {
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/campaigns/leaderboards" });
  const set = (change: BoardSearch): void => void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  const program = programs.find(({ key }) => key === search.program) ?? programs[0]!;
  const periods = boardOf(program)?.periods ?? ["month"];
  const period = periods.includes(search.period ?? "") ? search.period! : periods[0]!;
  const hidden = search.hidden === "yes";
  const board = useQuery(
    read("/v1/leaderboards/{program}", {
      path: { program: program.key },
      query: { period: period as "week", limit: 100, ...(hidden ? { include_hidden: "true" as const } : {}) },
    }),
  );
  return (
    <>
      <Filters>
        <Choice
          label={t("Program")}
          value={program.key}
          of={programs.map((each) => ({ value: each.key, label: (each.definition as Document | null)?.name ?? each.key }))}
          set={(chosen) => set({ program: chosen })}
        />
        <Choice
          label={t("Period")}
          value={period}
          of={periods.map((each) => ({ value: each, label: periodWords()[each] ?? each }))}
          set={(chosen) => set({ period: chosen })}
        />
        <Switch
          label={t("Also those who are hidden")}
          checked={hidden}
          onChange={(event) => set({ hidden: event.currentTarget.checked ? "yes" : undefined })}
          mb={8}
        />
      </Filters>
      <Shown of={board}>{(data) => <BoardTable of={data} />}</Shown>
    </>
  );
}

function BoardTable({ of }: { of: Board }) {
  const value = (n: number | null): string => (n === null ? "" : of.currency === null ? number(n) : money(n, of.currency));
  const measures: Record<Board["by"], string> = {
    qualified_referrals: t("Friends who counted"),
    points: t("Points"),
    rewards: t("Earned"),
  };
  if (of.data.length === 0)
    return (
      <EmptyState title={t("Nobody is ranked yet")} text={t("The first one whose recommendation counts in this period stands here.")} />
    );
  return (
    <Section
      title={t("{from} to {to}", { from: instant(of.from, "date"), to: instant(of.to, "date") })}
      acts={
        of.frozen_at === null ? (
          <Status tone="leaf" word={t("Running")} why={t("It changes as things happen.")} />
        ) : (
          <Status tone="sky" word={t("Frozen")} why={t("This is how it ended. Corrections stand beside it.")} />
        )
      }
    >
      <Table aria-label={t("Ranking")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={70}>{t("Rank")}</Table.Th>
            <Table.Th>{t("Person")}</Table.Th>
            <Table.Th ta="end">{measures[of.by]}</Table.Th>
            {of.frozen_at !== null && <Table.Th ta="end">{t("As corrected since")}</Table.Th>}
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {of.data.map((each) => (
            <Table.Tr key={each.person}>
              <Table.Td>{each.rank === null ? t("hidden") : number(each.rank)}</Table.Td>
              <Table.Td>
                <Who id={each.person} />
              </Table.Td>
              <Table.Td ta="end">{value(each.value)}</Table.Td>
              {of.frozen_at !== null && (
                <Table.Td ta="end">{each.now === null || each.now.value === each.value ? t("the same") : value(each.now.value)}</Table.Td>
              )}
              <Table.Td ta="end">
                <Hide program={of.program} person={each.person} hidden={each.hidden} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}

function Hide({ program, person, hidden }: { program: string; person: string; hidden: boolean }) {
  const may = useMay();
  const put = async (to: boolean) =>
    await unwrap(api.PUT("/v1/leaderboards/{program}/people/{person}", { params: { path: { program, person } }, body: { hidden: to } }));
  const act = useAct({
    run: put,
    changes: ["/v1/leaderboards"],
    done: (_, to) => (to ? t("She is not shown in rankings; her own rank stays") : t("She is shown again")),
    undo: (_, to) => put(!to),
  });
  if (!may("contests:write")) return null;
  return (
    <Group justify="flex-end">
      {hidden && (
        <Text size="xs" c="dimmed">
          {t("hidden")}
        </Text>
      )}
      <Button size="compact-sm" variant="subtle" loading={act.isPending} onClick={() => act.mutate(!hidden)}>
        {hidden ? t("Show her") : t("Hide her")}
      </Button>
    </Group>
  );
}

/** Levels and badges: what each asks for, what it brings, who stands there. */
import { Badge as Chip, Button, Group, Progress, Stack, Table, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, getRouteApi, useNavigate } from "@tanstack/react-router";
import { type Answer, type Row, pages, read } from "../../api/query.ts";
import { List } from "../../kit/list.tsx";
import { Section } from "../../kit/page.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { Choice, Filters } from "../developers/filters.tsx";
import { CampaignPage } from "./nav.tsx";

type Ladder = Answer<"/v1/levels">["data"][number];
type Reward = Row<"/v1/rewards">;

const route = getRouteApi("/campaigns/levels");

export function Levels() {
  const levels = useQuery(read("/v1/levels"));
  const go = { component: Link, to: "/programs" } as object;
  return (
    <CampaignPage
      title={t("Levels and badges")}
      text={t("What each level asks for and brings, and how many stand on it. Levels and badges are rules of a program.")}
    >
      <Shown of={levels}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState
              title={t("No program has levels")}
              text={t("Add them to a program in its editor: points within a time, and what a level brings.")}
              act={<Button {...go}>{t("Choose a program")}</Button>}
            />
          ) : (
            data.map((each) => <OneLadder key={each.program} of={each} />)
          )
        }
      </Shown>
      <Badges />
    </CampaignPage>
  );
}

function OneLadder({ of }: { of: Ladder }) {
  const all = Math.max(1, ...of.levels.map(({ advocates }) => advocates));
  return (
    <Section
      title={of.program}
      text={t("Points of the last {window}; told {notice} before a level ends.", { window: of.window, notice: of.notice })}
    >
      <Table aria-label={t("Levels of {program}", { program: of.program })}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("Level")}</Table.Th>
            <Table.Th ta="end">{t("From points")}</Table.Th>
            <Table.Th visibleFrom="sm">{t("Brings")}</Table.Th>
            <Table.Th>{t("Advocates on it")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {of.levels.map((each) => (
            <Table.Tr key={each.key}>
              <Table.Td>{each.name}</Table.Td>
              <Table.Td ta="end">{number(each.from)}</Table.Td>
              <Table.Td visibleFrom="sm">
                <Group gap={4}>
                  {each.perks.map((perk) => (
                    <Chip key={perk.key} variant="light" tt="none" color="sky">
                      {perk.name}
                    </Chip>
                  ))}
                </Group>
              </Table.Td>
              <Table.Td>
                <Stack gap={2}>
                  <Text size="sm">{number(each.advocates)}</Text>
                  <Progress value={(each.advocates / all) * 100} size="xs" aria-hidden />
                </Stack>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}

type Badge = { program: string; rule: string; name: string };
type Document = { rewards?: { key: string; give?: { badge?: unknown } }[] };

/** Badges of programs, and who earned the chosen one last. */
function Badges() {
  const { badge } = route.useSearch();
  const navigate = useNavigate({ from: "/campaigns/levels" });
  const programs = useQuery(read("/v1/programs", { query: { limit: 200 } }));
  const badges = (programs.data?.data ?? []).flatMap(({ key, definition }) => badgesOf(key, definition as Document | null));
  const chosen = badges.find((each) => keyOf(each) === badge) ?? badges[0];
  return (
    <Section
      title={t("Badges")}
      text={t("A badge is a reward of a rule. Whoever earned it keeps it, unless what it was for is taken back.")}
    >
      <Shown of={programs}>
        {() =>
          chosen === undefined ? (
            <EmptyState
              title={t("No program gives badges")}
              text={t("A first friend, three in a month: a rule of a program says what for.")}
            />
          ) : (
            <>
              <Filters>
                <Choice
                  label={t("Badge")}
                  value={keyOf(chosen)}
                  of={badges.map((each) => ({ value: keyOf(each), label: t("{name} ({program})", each) }))}
                  set={(next) => void navigate({ search: { badge: next }, replace: true })}
                />
              </Filters>
              <Holders of={chosen} />
            </>
          )
        }
      </Shown>
    </Section>
  );
}

const keyOf = ({ program, rule }: Badge): string => `${program}.${rule}`;

function badgesOf(program: string, definition: Document | null): Badge[] {
  return (definition?.rewards ?? []).flatMap(({ key: rule, give }) => {
    const badge = give?.badge;
    if (badge === undefined) return [];
    const name = typeof badge === "string" ? badge : ((badge as { name?: string }).name ?? rule);
    return [{ program, rule, name }];
  });
}

function Holders({ of }: { of: Badge }) {
  const earned = useInfiniteQuery(pages("/v1/rewards", { query: { limit: 50, program: of.program, rule: of.rule } }));
  return (
    <List<Reward>
      of={earned}
      label={t("Who holds it")}
      keyOf={(row) => row.id}
      columns={[
        { key: "who", label: t("Person"), cell: (row) => <Who id={row.person} /> },
        { key: "at", label: t("Earned"), cell: (row) => <When at={row.at} />, width: 140 },
      ]}
      empty={<EmptyState title={t("Nobody has it yet")} text={t("The first one who earns it stands here.")} />}
    />
  );
}

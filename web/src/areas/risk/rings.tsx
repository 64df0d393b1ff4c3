/** Groups of accounts that look like one person: each with its evidence, drawn, and how often such a grade was right so far. */
import { Anchor, Button, Group, SegmentedControl, SimpleGrid, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, getRouteApi, useNavigate } from "@tanstack/react-router";
import { type Answer, read } from "../../api/query.ts";
import { DataTable } from "../../kit/data-table.tsx";
import { Figure, Page, Section } from "../../kit/page.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { Who, nameKnown } from "../../kit/who.tsx";
import { number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { countedText } from "../insights/asked.tsx";
import { AT_ONCE, Studied, useStudied } from "../insights/studied.tsx";
import { DRAWN, type Ring, RingGraph, sharesOf } from "./ring-graph.tsx";
import { RiskNav, Score } from "./words.tsx";

type Study = Answer<"/v1/reports/rings">;
type Search = { grade?: number; ring?: string };
const route = getRouteApi("/risk/rings");
const USUAL = 30;
const SHOWN = 50;

export function Rings() {
  const search = route.useSearch() as Search;
  const navigate = useNavigate();
  const { grade = USUAL } = search;
  const go = (change: Search): void => void navigate({ to: "/risk/rings", search: { ...search, ...change }, replace: true } as never);
  const study = useStudied<Study>(read("/v1/reports/rings", { query: { grade, limit: SHOWN, ...AT_ONCE } }));
  return (
    <Page
      title={t("Rings")}
      text={t("Accounts that hang together by devices, cards, addresses or networks. A grade is a reason to look, never a verdict.")}
    >
      <RiskNav />
      <SegmentedControl
        style={{ alignSelf: "flex-start", flexWrap: "wrap" }}
        withItemsBorders={false}
        aria-label={t("Grade")}
        value={String(grade)}
        onChange={(next) => go({ grade: Number(next) === USUAL ? undefined : Number(next), ring: undefined } as Search)}
        data={[10, USUAL, 50, 70].map((each) => ({ value: String(each), label: t("{n} or more", { n: number(each) }) }))}
      />
      <Studied of={study}>
        {(data) => (
          <Stack gap="md">
            <Text size="sm" c="dimmed">
              {t("{n, plural, one {# account} other {# accounts}} looked at.", { n: data.accounts })}{" "}
              {(data.public_places ?? 0) > 0 &&
                t("{n, plural, one {# thing is} other {# things are}} shared by so many that it ties nobody: an office, a school.", {
                  n: data.public_places ?? 0,
                })}{" "}
              {countedText(data.as_of)}
            </Text>
            <Right of={data} />
            <Groups of={data} open={search.ring} go={go} />
          </Stack>
        )}
      </Studied>
    </Page>
  );
}

/** How often a grade was right, by the operators' own decisions. */
function Right({ of: { precision, precision_reason: reason, decisions } }: { of: Study }) {
  const title = t("How often the grade was right");
  return (
    <Section
      title={title}
      text={t("By your own decisions: {refused} friends refused, {approved} let through. Whom nobody looked at is in neither.", {
        refused: number(decisions.refused),
        approved: number(decisions.approved),
      })}
    >
      {precision === null ? (
        <Text size="sm">{reason?.message ?? t("not known")}</Text>
      ) : (
        <>
          <SimpleGrid cols={{ base: 1, xs: 2 }} mb="sm">
            <Figure
              label={t("Refused among those graded as high")}
              value={percent(precision.average)}
              hint={t("on average; {base} would be chance", { base: percent(precision.base_rate) })}
            />
          </SimpleGrid>
          <DataTable
            label={title}
            minWidth={360}
            heads={[t("Grade"), { end: t("Decided") }, { end: t("Of them refused") }, { end: t("Found of all refused") }]}
            tight
          >
            {precision.thresholds.map((row) => (
              <Table.Tr key={row.grade}>
                <Table.Th scope="row" fw={500}>
                  {t("{n} or more", { n: number(row.grade, { maximumFractionDigits: 1 }) })}
                </Table.Th>
                <Table.Td ta="end">{number(row.found)}</Table.Td>
                <Table.Td ta="end">{percent(row.precision)}</Table.Td>
                <Table.Td ta="end">{percent(row.recall)}</Table.Td>
              </Table.Tr>
            ))}
          </DataTable>
        </>
      )}
    </Section>
  );
}

type GroupsProps = { of: Study; open: string | undefined; go: (change: Search) => void };

function Groups({ of, open, go }: GroupsProps) {
  if (of.data.length === 0)
    return (
      <Section>
        <EmptyState
          title={t("No group of this grade")}
          text={of.reason?.message ?? t("Nobody shares enough to be doubted. Choose a lower grade to see weaker ties.")}
        />
      </Section>
    );
  return (
    <Stack gap="md">
      {(of.found ?? 0) > of.data.length && (
        <Text size="sm">{t("The {n} highest of {all}.", { n: number(of.data.length), all: number(of.found ?? 0) })}</Text>
      )}
      {of.data.map((ring) => (
        <OneGroup key={ring.accounts[0]} of={ring} isOpen={open === ring.accounts[0]} go={go} />
      ))}
    </Stack>
  );
}

function OneGroup({ of, isOpen, go }: { of: Ring; isOpen: boolean; go: (change: Search) => void }) {
  const title = t("{n, plural, one {# account} other {# accounts}}", { n: of.size });
  return (
    <Section
      title={title}
      acts={
        <Group gap="sm">
          <Score of={Math.round(of.grade)} />
          <Button
            size="xs"
            variant="default"
            aria-expanded={isOpen}
            onClick={() => go({ ring: isOpen ? undefined : of.accounts[0] } as Search)}
          >
            {isOpen ? t("Close") : t("Look at it")}
          </Button>
        </Group>
      }
    >
      <Stack gap={2}>
        {of.evidence.map((each) => (
          <Text key={each.key} size="sm">
            {each.message}
          </Text>
        ))}
      </Stack>
      {isOpen && (
        <SimpleGrid cols={{ base: 1, md: 2 }} mt="md">
          <RingGraph of={of} names={nameKnown} />
          <Accounts of={of} />
        </SimpleGrid>
      )}
    </Section>
  );
}

function Accounts({ of }: { of: Ring }) {
  const reviews = useQuery(read("/v1/reviews", { query: { state: "open", limit: 200 } }));
  const open = new Map((reviews.data?.data ?? []).map((each) => [each.friend, each.id]));
  const by = new Map(of.referrals.map(({ from, to }) => [to, from]));
  const title = t("Accounts of the group");
  return (
    <div>
      <DataTable label={title} minWidth={420} heads={[t("No."), t("Who"), t("Shares"), t("Came by"), t("Review")]} tight>
        {of.accounts.map((account, at) => (
          <Table.Tr key={account}>
            <Table.Td>{number(at + 1)}</Table.Td>
            <Table.Th scope="row" fw={500}>
              <Who id={account} />
            </Table.Th>
            <Table.Td>{sharesOf(of, at)}</Table.Td>
            <Table.Td>{by.has(at) ? number(by.get(at)! + 1) : ""}</Table.Td>
            <Table.Td>
              <Anchor size="sm" {...reviewOf(account, open.get(account))}>
                {open.has(account) ? t("Decide") : t("As advocate")}
              </Anchor>
            </Table.Td>
          </Table.Tr>
        ))}
      </DataTable>
      {of.accounts.length > DRAWN && (
        <Text size="xs" c="dimmed">
          {t("Drawn are the first {n}.", { n: number(DRAWN) })}
        </Text>
      )}
    </div>
  );
}

/** The friend's review that waits, or the reviews of whom she brought. */
const reviewOf = (account: string, review: string | undefined) =>
  (review === undefined
    ? { component: Link, to: "/risk", search: { advocate: account } }
    : { component: Link, to: "/risk/$review", params: { review } }) as object;

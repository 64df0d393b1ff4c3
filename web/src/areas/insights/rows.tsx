/** The rows that a figure counts, in a drawer: each leads to what it is about. */
import { Anchor, Button, Drawer, Progress, Stack, Table, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { type Row, pages } from "../../api/query.ts";
import { Shown } from "../../kit/states.tsx";
import { Money } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";
import { dayName, percent } from "../../words/format.ts";
import { groupName } from "./names.ts";
import type { Go, ReportAnswer } from "./answer.ts";
import type { ReportSearch } from "./search.ts";

type Counted = Row<"/v1/reports/rows">;

/** Rows at once. */
const PAGE = 50;

/** Of which report, as far as it matters here. */
type Asked = Pick<ReportAnswer, "by"> &
  Partial<Pick<ReportAnswer, "figures" | "groups">> & { period: { from: string; to: string }; metrics: { key: string; name: string }[] };

/** A figure of a report says itself what it counts: a share its orders, a program's group the program, and of which days. */
function saidBy(of: Asked, metric: string, key: string | undefined): Record<string, string> | undefined {
  const figures = key === undefined ? of.figures : of.groups?.find((each) => each.key === key)?.figures;
  const link = figures?.find((each) => each.metric === metric)?.rows;
  return link == null ? undefined : Object.fromEntries(new URLSearchParams(link.slice(link.indexOf("?"))));
}

export function Rows({ of, search, go }: { of: Asked; search: ReportSearch; go: Go }) {
  const metric = search.rows ?? "";
  const by = of.by;
  const cut = search.key === undefined || by === null ? {} : { by, key: search.key };
  const plain = { metric, from: of.period.from, to: of.period.to, ...(search.program && { program: search.program }), ...cut };
  const query = { ...((saidBy(of, metric, search.key) as typeof plain | undefined) ?? plain), limit: PAGE };
  const rows = useInfiniteQuery(pages("/v1/reports/rows", { query }));
  const last = rows.data?.pages.at(-1);
  // A page that is not full ended where its time did: it goes on by itself.
  const searched = last !== undefined && last.next !== null && last.data.length < PAGE ? last.searched : null;
  const { fetchNextPage, isFetchingNextPage } = rows;
  useEffect(() => {
    if (searched !== null && !isFetchingNextPage) void fetchNextPage();
  }, [searched, isFetchingNextPage, fetchNextPage]);
  const name = of.metrics.find((each) => each.key === metric)?.name ?? metric;
  const called = of.groups?.find((each) => each.key === search.key)?.name ?? null;
  const group = search.key === undefined ? "" : ` · ${groupName(by, search.key, { name: called })}`;
  return (
    <Drawer opened onClose={() => go({ rows: undefined, key: undefined })} position="right" size="xl" title={`${name}${group}`}>
      <Shown of={rows}>
        {(data) => {
          const all = data.pages.flatMap((page) => page.data);
          if (all.length === 0 && searched === null) return <Text c="dimmed">{t("Nothing is counted here any more.")}</Text>;
          return (
            <Stack>
              <Table verticalSpacing="xs" aria-label={name}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t("Day")}</Table.Th>
                    <Table.Th>{t("Who")}</Table.Th>
                    <Table.Th>{t("What")}</Table.Th>
                    <Table.Th ta="end">{t("Amount")}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {all.map((row) => (
                    <Table.Tr key={`${row.id}|${row.at}`}>
                      <Table.Td>{row.day !== null && dayName(row.day)}</Table.Td>
                      <Table.Td>
                        <Who id={row.person} />
                      </Table.Td>
                      <Table.Td>
                        <What of={row} />
                      </Table.Td>
                      <Table.Td ta="end">{row.amount !== null && <Money of={{ amount: row.amount, unit: row.unit ?? "" }} />}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
              {searched !== null && (
                <Stack gap="xs" role="status">
                  <Text size="sm">{t("Looking through the days before.")}</Text>
                  <Progress value={100 * searched} aria-label={t("Looked through: {share}", { share: percent(searched) })} />
                </Stack>
              )}
              {rows.hasNextPage && searched === null && (
                <Button variant="default" loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
                  {t("More")}
                </Button>
              )}
            </Stack>
          );
        }}
      </Shown>
    </Drawer>
  );
}

const KINDS: Record<Counted["kind"], () => string> = {
  referral: () => t("Referral"),
  order: () => t("Order"),
  reward: () => t("Reward"),
  visit: () => t("Visit"),
  advocate: () => t("Advocate"),
};

function What({ of }: { of: Counted }) {
  const to = of.kind === "referral" ? `/referrals/${of.id}` : of.kind === "reward" ? `/rewards/${of.id}` : null;
  const name = of.kind === "order" ? `${KINDS.order()} ${of.id}` : KINDS[of.kind]();
  return to === null ? (
    <Text size="sm" style={{ overflowWrap: "anywhere" }}>
      {name}
    </Text>
  ) : (
    <Anchor size="sm" component={Link} to={to as "/"}>
      {name}
    </Anchor>
  );
}

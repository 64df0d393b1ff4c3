/** One batch: its file, its results, and what failed. */
import { Button, Group, Menu, SegmentedControl, SimpleGrid } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, getRouteApi, useNavigate } from "@tanstack/react-router";
import { useMay } from "../../app/me.ts";
import { saveFile } from "../../api/files.ts";
import { type Row, pages, read } from "../../api/query.ts";
import { useAct } from "../../kit/act.tsx";
import { List } from "../../kit/list.tsx";
import { Figure, Page, Section } from "../../kit/page.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { Money, Status, When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { money, number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { Results } from "./payout-results.tsx";
import { BatchStatus } from "./payouts.tsx";
import { RewardsNav } from "./words.tsx";

type Item = Row<"/v1/payouts/{batch}/items">;
const route = getRouteApi("/rewards/payouts/$batch");

export function PayoutBatch() {
  const { batch } = route.useParams();
  const may = useMay();
  const found = useQuery(read("/v1/payouts/{batch}", { path: { batch }, query: { items: "none" } }));
  const file = useAct({
    run: (format: "standard" | "payroll") =>
      saveFile(
        `/v1/payouts/${batch}/file.csv${format === "payroll" ? "?format=payroll" : ""}`,
        `${batch}${format === "payroll" ? "-payroll" : ""}.csv`,
      ),
    changes: [],
    done: () => t("The file is saved. It holds where each wants the money: keep it as you keep a bank's."),
  });
  return (
    <Shown of={found}>
      {(data) => (
        <Page
          title={t("Payout of {sum}", { sum: money(data.total.amount, data.total.currency) })}
          under={{ label: t("Payouts"), to: "/rewards/payouts" }}
          acts={
            <Menu position="bottom-end">
              <Menu.Target>
                <Button variant="default" loading={file.isPending}>
                  {t("Fetch the file")}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => file.mutate("standard")}>{t("To pay from (CSV)")}</Menu.Item>
                <Menu.Item onClick={() => file.mutate("payroll")}>{t("For payroll (CSV)")}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          }
        >
          <RewardsNav />
          <Section>
            <SimpleGrid cols={{ base: 2, sm: 5 }}>
              <Figure label={t("Sum")} value={<Money of={data.total} />} />
              <Figure label={t("People")} value={number(data.payouts)} />
              <Figure label={t("Paid")} value={number(data.settled)} />
              <Figure label={t("Failed")} value={number(data.failed)} />
              <Figure label={t("Waiting")} value={number(data.payouts - data.settled - data.failed)} />
            </SimpleGrid>
            <Group mt="sm" gap="sm">
              <BatchStatus of={data} />
              <When at={data.created_at} exact />
            </Group>
          </Section>
          {data.status === "open" && may("payouts:write") && (
            <Results batch={batch} waiting={data.payouts - data.settled - data.failed} />
          )}
          <Items batch={batch} failed={data.failed} unit={data.total.currency} kind={data.kind} />
        </Page>
      )}
    </Shown>
  );
}

export function PayoutStatus({ of }: { of: Pick<Item, "state" | "error"> }) {
  if (of.state === "settled") return <Status tone="leaf" word={t("Paid")} />;
  if (of.state === "failed") return <Status tone="rust" word={t("Failed")} why={of.error ?? t("Available again.")} />;
  return <Status tone="amber" word={t("Waiting")} why={t("The result is not known yet.")} />;
}

function Items({ batch, failed, unit, kind }: { batch: string; failed: number; unit: string; kind: string }) {
  const { state } = route.useSearch();
  const may = useMay();
  const navigate = useNavigate();
  const items = useInfiniteQuery(
    pages("/v1/payouts/{batch}/items", { path: { batch }, query: { limit: 50, ...(state === undefined ? {} : { state }) } }),
  );
  const retry = failed > 0 && may("payouts:write");
  return (
    <Section
      title={t("Payouts")}
      text={failed > 0 ? t("What failed is available again: correct where it goes, and make a new batch for it.") : undefined}
      acts={
        retry && (
          <Button size="xs" variant="default" {...({ component: Link, to: "/rewards/payouts/new", search: { unit, kind } } as object)}>
            {t("Pay what failed again")}
          </Button>
        )
      }
    >
      <SegmentedControl
        mb="sm"
        size="xs"
        w="fit-content"
        maw="100%"
        aria-label={t("State")}
        value={state ?? "all"}
        onChange={(next) =>
          void navigate({
            to: "/rewards/payouts/$batch",
            params: { batch },
            search: { state: next === "all" ? undefined : (next as "settled") },
            replace: true,
          })
        }
        data={[
          { value: "all", label: t("All") },
          { value: "in_flight", label: t("Waiting") },
          { value: "settled", label: t("Paid") },
          { value: "failed", label: t("Failed") },
        ]}
      />
      <List<Item>
        of={items}
        label={t("Payouts")}
        keyOf={(row) => row.id}
        open={(row) => void navigate({ to: "/rewards/statements/$person", params: { person: row.person } })}
        columns={[
          { key: "person", label: t("Person"), cell: (row) => <Who id={row.person} link={false} /> },
          { key: "value", label: t("Amount"), end: true, cell: (row) => <Money of={row.value} /> },
          { key: "state", label: t("State"), cell: (row) => <PayoutStatus of={row} /> },
          { key: "reference", label: t("Reference"), wide: true, cell: (row) => row.reference ?? row.error ?? "" },
          { key: "at", label: t("Decided"), wide: true, cell: (row) => (row.decided_at === null ? "" : <When at={row.decided_at} />) },
        ]}
        empty={<EmptyState title={t("None of these")} />}
      />
    </Section>
  );
}

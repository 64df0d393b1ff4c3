/** Payout batches, and the way to the next one. */
import { Button, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useMay } from "../../app/me.ts";
import { type Row, pages } from "../../api/query.ts";
import { List } from "../../kit/list.tsx";
import { Page } from "../../kit/page.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { Money, Status, When } from "../../kit/values.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { RewardsNav, kindLabel } from "./words.tsx";

export type Batch = Row<"/v1/payouts">;

export function BatchStatus({ of }: { of: Pick<Batch, "status" | "failed" | "payouts" | "settled"> }) {
  if (of.status === "open") return <Status tone="amber" word={t("Waiting")} why={t("The results are not known yet.")} />;
  if (of.failed === 0) return <Status tone="leaf" word={t("Paid")} why={t("Every payout arrived.")} />;
  return (
    <Status
      tone="rust"
      word={t("{n} failed", { n: of.failed })}
      why={t("What failed is available again, and part of the next payout.")}
    />
  );
}

export function Payouts() {
  const may = useMay();
  const navigate = useNavigate();
  const batches = useInfiniteQuery(pages("/v1/payouts", { query: { limit: 50 } }));
  const begin = may("payouts:write") ? (
    <Button {...({ component: Link, to: "/rewards/payouts/new" } as object)}>{t("Pay out")}</Button>
  ) : undefined;
  return (
    <Page
      title={t("Payouts")}
      text={t("A batch takes what is available, you pay from its file, and its results close it. Nobody is paid twice.")}
      acts={begin}
    >
      <RewardsNav />
      <List<Batch>
        of={batches}
        label={t("Payouts")}
        keyOf={(row) => row.id}
        open={(row) => void navigate({ to: "/rewards/payouts/$batch", params: { batch: row.id } })}
        columns={[
          { key: "at", label: t("Made"), cell: (row) => <When at={row.created_at} /> },
          { key: "total", label: t("Sum"), end: true, cell: (row) => <Money of={row.total} /> },
          { key: "n", label: t("People"), end: true, wide: true, cell: (row) => number(row.payouts) },
          { key: "kind", label: t("What"), wide: true, cell: (row) => kindLabel(row.kind) },
          { key: "status", label: t("State"), cell: (row) => <BatchStatus of={row} /> },
          {
            key: "done",
            label: t("Results"),
            wide: true,
            cell: (row) => (
              <Text size="sm">{t("{done} of {all}", { done: number(row.settled + row.failed), all: number(row.payouts) })}</Text>
            ),
          },
        ]}
        empty={
          <EmptyState
            title={t("Nothing has been paid out yet")}
            text={t(
              "Choose a currency and a minimum, look at who gets what, and make a batch. No money moves by itself: you pay from the file.",
            )}
            act={begin}
          />
        }
      />
    </Page>
  );
}

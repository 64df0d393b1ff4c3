/** The catalogue: what may be had for points or credit, and what was taken. */
import { Button, Drawer, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { type Row, pages, read } from "../../api/query.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { List } from "../../kit/list.tsx";
import { Page, Section } from "../../kit/page.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { Money, Status, When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { money, number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { ItemForm } from "./item-form.tsx";
import { RewardsNav } from "./words.tsx";

export type Item = Row<"/v1/catalogue">;
type Redemption = Row<"/v1/redemptions">;
const route = getRouteApi("/rewards/catalogue");
const NEW = "new";

export function Catalogue() {
  const { item } = route.useSearch();
  const navigate = useNavigate();
  const may = useMay();
  const go = (key: string | undefined): void => void navigate({ to: "/rewards/catalogue", search: { item: key } });
  const items = useInfiniteQuery(pages("/v1/catalogue", { query: { limit: 50 } }));
  const begin = may("catalogue:write") ? <Button onClick={() => go(NEW)}>{t("Offer something")}</Button> : undefined;
  return (
    <Page
      title={t("Catalogue")}
      text={t("What people may take for their points or credit. What was taken keeps the price of its day.")}
      acts={begin}
    >
      <RewardsNav />
      <Section title={t("Items")}>
        <List<Item>
          of={items}
          label={t("Items")}
          keyOf={(row) => row.id}
          open={(row) => go(row.key)}
          columns={[
            { key: "name", label: t("Name"), cell: (row) => row.name },
            { key: "price", label: t("Price"), end: true, cell: (row) => <Money of={row.price} /> },
            {
              key: "stock",
              label: t("Left"),
              end: true,
              wide: true,
              cell: (row) => (row.stock === null ? t("no end") : number(row.stock)),
            },
            {
              key: "state",
              label: t("State"),
              cell: (row) =>
                !row.active ? (
                  <Status tone="gray" word={t("Hidden")} />
                ) : row.stock === 0 ? (
                  <Status tone="rust" word={t("Gone")} why={t("Nothing is left of it.")} />
                ) : row.stock !== null && row.stock < 5 ? (
                  <Status tone="amber" word={t("Low")} />
                ) : (
                  <Status tone="leaf" word={t("On offer")} />
                ),
            },
          ]}
          empty={
            <EmptyState
              title={t("Nothing is on offer")}
              text={t("Offer something for points: a mug, a month, a gift card. People see it in their portal.")}
              act={begin}
            />
          }
        />
      </Section>
      <Taken />
      <Drawer
        opened={item !== undefined}
        onClose={() => go(undefined)}
        position="right"
        title={item === NEW ? t("Offer something") : t("Change the item")}
        size="md"
      >
        {item === NEW ? (
          <ItemForm item={null} done={() => go(undefined)} />
        ) : (
          item !== undefined && <Change item={item} done={() => go(undefined)} />
        )}
      </Drawer>
    </Page>
  );
}

function Change({ item, done }: { item: string; done: () => void }) {
  const found = useQuery(read("/v1/catalogue/{item}", { path: { item } }));
  return <Shown of={found}>{(data) => <ItemForm item={data} done={done} />}</Shown>;
}

function Taken() {
  const may = useMay();
  const found = useInfiniteQuery(pages("/v1/redemptions", { query: { limit: 50 } }));
  return (
    <Section title={t("What was taken")}>
      <List<Redemption>
        of={found}
        label={t("Redemptions")}
        keyOf={(row) => row.id}
        columns={[
          { key: "person", label: t("Person"), cell: (row) => <Who id={row.person} /> },
          { key: "name", label: t("Item"), cell: (row) => row.name ?? <Text size="sm">{t("Spent elsewhere")}</Text> },
          { key: "value", label: t("Price"), end: true, cell: (row) => <Money of={row.value} /> },
          { key: "at", label: t("When"), wide: true, cell: (row) => <When at={row.at} /> },
          { key: "ref", label: t("Reference"), wide: true, cell: (row) => row.reference ?? "" },
          {
            key: "acts",
            label: t("Cancel"),
            cell: (row) =>
              row.cancelled_at !== null ? (
                <Status tone="rust" word={t("Taken back")} />
              ) : row.item !== null && may("redemptions:write") ? (
                <Cancel of={row} />
              ) : null,
          },
        ]}
        empty={<EmptyState title={t("Nothing was taken yet")} />}
      />
    </Section>
  );
}

function Cancel({ of }: { of: Redemption }) {
  const act = useAct({
    run: ({ reason }: { reason: string }) =>
      unwrap(api.POST("/v1/redemptions/{redemption}/cancel", { params: { path: { redemption: of.id } }, body: { reason } })),
    changes: ["/v1/redemptions", "/v1/catalogue", "/v1/ledger", "/v1/rewards", "/v1/people"],
    done: () => t("Cancelled: the price is back in the balance."),
  });
  return (
    <AskAct
      label={t("Cancel it")}
      reason
      consequence={t("{price} goes back into the balance, and one more is left of it.", {
        price: money(of.value.amount, of.value.currency),
      })}
      act={act}
      button={{ size: "xs" }}
    />
  );
}

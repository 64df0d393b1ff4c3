/** The ledger: accounts, an account's transactions, a transaction's two postings. */
import { Anchor, Button, Group, Modal, Select, SimpleGrid, Table, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, getRouteApi, useNavigate } from "@tanstack/react-router";
import { type Row, pages } from "../../api/query.ts";
import { List } from "../../kit/list.tsx";
import { Facts, Page, Section } from "../../kit/page.tsx";
import { PickPerson } from "../../kit/pick-person.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { Copyable, Money, When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";
import { ACCOUNT_KINDS, RewardsNav, accountLabel, kindLabel, moveLabel } from "./words.tsx";

type Account = Row<"/v1/ledger/accounts">;
type Transaction = Row<"/v1/ledger/transactions">;
type Search = { kind?: string; person?: string; account?: string; transaction?: string };
const route = getRouteApi("/rewards/ledger");

export function Ledger() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const go = (change: Partial<Search>): void => void navigate({ to: "/rewards/ledger", search: { ...search, ...change } });
  return (
    <Page
      title={t("Ledger")}
      text={t("Double entry: every amount is taken from one account and given to another, and nothing is ever changed or deleted.")}
    >
      <RewardsNav />
      {search.account === undefined ? (
        <Accounts search={search} go={go} />
      ) : (
        <Transactions account={search.account} search={search} go={go} />
      )}
    </Page>
  );
}

type PartProps = { search: Search; go: (change: Partial<Search>) => void };

function Owner({ id }: { id: string }) {
  return id.startsWith("per_") ? (
    <Who id={id} link={false} />
  ) : (
    <Text span>{id.startsWith("prg_") ? t("A program") : t("A company")}</Text>
  );
}

function Accounts({ search, go }: PartProps) {
  const { kind, person } = search;
  const accounts = useInfiniteQuery(
    pages("/v1/ledger/accounts", {
      query: { limit: 50, ...(kind === undefined ? {} : { kind }), ...(person === undefined ? {} : { person }) },
    }),
  );
  return (
    <Section title={t("Accounts")}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} mb="sm">
        <Select
          label={t("Kind")}
          placeholder={t("Any")}
          clearable
          value={kind ?? null}
          onChange={(next) => go({ kind: next ?? undefined })}
          data={ACCOUNT_KINDS.map((each) => ({ value: each, label: accountLabel(each) }))}
        />
        <PickPerson label={t("Person")} value={person ?? null} onChange={(next) => go({ person: next ?? undefined })} />
      </SimpleGrid>
      <List<Account>
        of={accounts}
        label={t("Accounts")}
        keyOf={(row) => row.id}
        open={(row) => go({ account: row.id })}
        columns={[
          { key: "owner", label: t("Whose"), cell: (row) => <Owner id={row.owner} /> },
          { key: "kind", label: t("Account"), cell: (row) => accountLabel(row.kind) },
          { key: "form", label: t("What"), wide: true, cell: (row) => kindLabel(row.form) },
          {
            key: "balance",
            label: t("Balance"),
            end: true,
            cell: (row) =>
              row.balance === null ? (
                <Text size="sm" c="dimmed">
                  {t("not kept")}
                </Text>
              ) : (
                <Money of={{ amount: row.balance, currency: row.unit }} />
              ),
          },
        ]}
        empty={
          <EmptyState title={t("No accounts like this")} text={t("An account appears with the first amount that is posted to it.")} />
        }
      />
      <Text size="xs" c="dimmed" mt="xs">
        {t("Accounts of programs keep no balance: their sum is in the trial balance of the latest verification.")}{" "}
        <Anchor size="xs" underline="always" {...({ component: Link, to: "/rewards/books" } as object)}>
          {t("Verify the books")}
        </Anchor>
      </Text>
    </Section>
  );
}

function Transactions({ account, search, go }: PartProps & { account: string }) {
  const found = useInfiniteQuery(pages("/v1/ledger/transactions", { query: { account, limit: 50 } }));
  const rows = found.data?.pages.flatMap((page) => page.data) ?? [];
  const own = rows[0]?.postings.find((posting) => posting.account === account);
  const opened = rows.find((row) => row.id === search.transaction);
  return (
    <Section
      title={own === undefined ? t("Transactions") : t("Transactions: {account}", { account: accountLabel(own.kind) })}
      text={own !== undefined && <Owner id={own.owner} />}
      acts={
        <Button size="xs" variant="default" onClick={() => go({ account: undefined, transaction: undefined })}>
          {t("All accounts")}
        </Button>
      }
    >
      <List<Transaction>
        of={found}
        label={t("Transactions")}
        keyOf={(row) => row.id}
        open={(row) => go({ transaction: row.id })}
        columns={[
          { key: "at", label: t("When"), cell: (row) => <When at={row.at} exact /> },
          { key: "kind", label: t("What"), cell: (row) => moveLabel(row.kind) },
          { key: "other", label: t("Other account"), wide: true, cell: (row) => <Other of={row} account={account} /> },
          {
            key: "amount",
            label: t("Amount"),
            end: true,
            cell: (row) => (
              <Money of={{ amount: row.postings.find((posting) => posting.account === account)?.amount ?? 0, currency: row.unit }} />
            ),
          },
        ]}
        empty={<EmptyState title={t("Nothing was posted to it")} />}
      />
      <Modal
        opened={opened !== undefined}
        onClose={() => go({ transaction: undefined })}
        title={opened && moveLabel(opened.kind)}
        size="lg"
      >
        {opened !== undefined && <OneTransaction of={opened} />}
      </Modal>
    </Section>
  );
}

function Other({ of, account }: { of: Transaction; account: string }) {
  const other = of.postings.find((posting) => posting.account !== account);
  if (other === undefined) return null;
  return (
    <Group gap={6} wrap="nowrap">
      {accountLabel(other.kind)} <Owner id={other.owner} />
    </Group>
  );
}

function OneTransaction({ of }: { of: Transaction }) {
  return (
    <>
      <Facts
        of={[
          [t("When"), <When key="a" at={of.at} exact />],
          [t("Id"), <Copyable key="i" value={of.id} />],
          [
            t("Reward"),
            of.reward === null ? null : (
              <Anchor key="r" size="sm" {...({ component: Link, to: "/rewards/$reward", params: { reward: of.reward } } as object)}>
                {t("See the reward")}
              </Anchor>
            ),
          ],
        ]}
      />
      <Table mt="sm" verticalSpacing="xs" aria-label={t("Postings")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("Account")}</Table.Th>
            <Table.Th>{t("Whose")}</Table.Th>
            <Table.Th ta="end">{t("Amount")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {of.postings.map((posting) => (
            <Table.Tr key={posting.account}>
              <Table.Td>{accountLabel(posting.kind)}</Table.Td>
              <Table.Td>
                <Owner id={posting.owner} />
              </Table.Td>
              <Table.Td ta="end">
                <Money of={{ amount: posting.amount, currency: of.unit }} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

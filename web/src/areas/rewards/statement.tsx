/** A person's statement for a span of time, to read, to print, to send. */
import { Button, Group, SimpleGrid, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useMe } from "../../app/me.ts";
import { read } from "../../api/query.ts";
import { Page, Section } from "../../kit/page.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { Money } from "../../kit/values.tsx";
import { useName } from "../../kit/who.tsx";
import { instant } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { PickDay, instantOfDay } from "./filters.tsx";
import { kindLabel, moveLabel } from "./words.tsx";

const route = getRouteApi("/rewards/statements/$person");
const yearBegins = (): string => `${new Date().getUTCFullYear()}-01-01`;

export function Statement() {
  const { person } = route.useParams();
  const { from = yearBegins(), to } = route.useSearch();
  const me = useMe();
  const navigate = useNavigate();
  const name = useName(person)?.name ?? "";
  const go = (change: { from?: string; to?: string }): void =>
    void navigate({ to: "/rewards/statements/$person", params: { person }, search: { from, to, ...change }, replace: true });
  const end = instantOfDay(to);
  const found = useQuery(
    read("/v1/people/{person}/statement", {
      path: { person },
      query: { from: instantOfDay(from) ?? `${yearBegins()}T00:00:00.000Z`, ...(end === undefined ? {} : { to: end }) },
    }),
  );
  return (
    <Page
      title={t("Statement of {name}", { name })}
      under={{ label: t("Payouts"), to: "/rewards/payouts" }}
      text={me.workspace.name}
      acts={
        <Button variant="default" onClick={() => print()} className="gv-no-print">
          {t("Print")}
        </Button>
      }
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} maw={480} className="gv-no-print">
        <PickDay label={t("From")} value={from} onChange={(next) => go({ from: next })} />
        <PickDay label={t("To, not counted itself")} value={to} onChange={(next) => go({ to: next })} />
      </SimpleGrid>
      <Shown of={found}>
        {(data) =>
          data.balances.length === 0 ? (
            <EmptyState title={t("Nothing came or went in this time")} />
          ) : (
            <>
              <Text size="sm">{t("{from} to {to}", { from: instant(data.from, "date"), to: instant(data.to, "date") })}</Text>
              {!data.complete && (
                <Text size="sm" c="rust">
                  {t("There is more than fits: choose a shorter time.")}
                </Text>
              )}
              {data.balances.map((balance) => (
                <Section
                  key={`${balance.kind}${balance.unit}`}
                  title={/^[A-Z]{3}$/.test(balance.unit) ? `${kindLabel(balance.kind)} · ${balance.unit}` : kindLabel(balance.kind)}
                >
                  <Lines of={balance} />
                </Section>
              ))}
            </>
          )
        }
      </Shown>
    </Page>
  );
}

type Balance = { unit: string; opening: number; closing: number; lines: { id: string; at: string; what: string; amount: number }[] };

function Lines({ of }: { of: Balance }) {
  const { unit } = of;
  return (
    <Table verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("When")}</Table.Th>
          <Table.Th>{t("What")}</Table.Th>
          <Table.Th ta="end">{t("Amount")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        <Bound label={t("Before")} amount={of.opening} unit={unit} />
        {of.lines.map((line) => (
          <Table.Tr key={line.id}>
            <Table.Td>{instant(line.at, "date")}</Table.Td>
            <Table.Td>{moveLabel(line.what)}</Table.Td>
            <Table.Td ta="end">
              <Money of={{ amount: line.amount, currency: unit }} />
            </Table.Td>
          </Table.Tr>
        ))}
        <Bound label={t("After")} amount={of.closing} unit={unit} />
      </Table.Tbody>
    </Table>
  );
}

function Bound({ label, amount, unit }: { label: string; amount: number; unit: string }) {
  return (
    <Table.Tr>
      <Table.Td />
      <Table.Td>
        <Text size="sm" fw={600}>
          {label}
        </Text>
      </Table.Td>
      <Table.Td ta="end">
        <Group justify="flex-end">
          <Text size="sm" fw={600} component="span">
            <Money of={{ amount, currency: unit }} />
          </Text>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

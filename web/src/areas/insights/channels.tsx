/** The programs beside other channels: what a customer cost in each. */
import { Table } from "@mantine/core";
import { DataTable } from "../../kit/data-table.tsx";
import { Section } from "../../kit/page.tsx";
import { money, number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import type { ReportAnswer } from "./answer.ts";

export function Channels({ of }: { of: NonNullable<ReportAnswer["channels"]> }) {
  if (of.length === 0) return null;
  const title = t("Beside other channels");
  return (
    <Section
      title={title}
      text={t("What you entered as spent elsewhere, and the rewards of your programs. Each currency stands by itself.")}
    >
      <DataTable
        label={title}
        minWidth={420}
        heads={[t("Channel"), { end: t("Spent") }, { end: t("Customers") }, { end: t("A customer cost") }]}
      >
        {of.map((row) => (
          <Table.Tr key={`${row.channel}|${row.currency}`}>
            <Table.Th scope="row" fw={row.channel === null ? 600 : 500} style={{ overflowWrap: "anywhere" }}>
              {row.channel ?? t("Your programs")}
            </Table.Th>
            <Table.Td ta="end" className="gv-number">
              {money(row.spend, row.currency)}
            </Table.Td>
            <Table.Td ta="end" className="gv-number">
              {row.customers === null ? t("not known") : number(row.customers)}
            </Table.Td>
            <Table.Td ta="end" className="gv-number">
              {row.cost_per_customer === null ? t("not known") : money(row.cost_per_customer, row.currency)}
            </Table.Td>
          </Table.Tr>
        ))}
      </DataTable>
    </Section>
  );
}

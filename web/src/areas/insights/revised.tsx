/** Days that were over when something about them came in late or was corrected: the past changed, and here it says how. */
import { Table } from "@mantine/core";
import { DataTable } from "../../kit/data-table.tsx";
import { Section } from "../../kit/page.tsx";
import { When } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";
import { dayName } from "../../words/format.ts";
import { amountOf } from "./names.ts";
import type { ReportAnswer } from "./answer.ts";

export function Revised({ of }: { of: ReportAnswer }) {
  if (of.revised.length === 0) return null;
  const title = t("What changed afterwards");
  const meanings = new Map(of.metrics.map((each) => [each.key, each]));
  return (
    <Section title={title} text={t("Something about these days came in late, or was corrected. The figures above are those of now.")}>
      <DataTable label={title} minWidth={480} heads={[t("Day"), t("Figure"), { end: t("It was") }, { end: t("It is") }, t("Since")]}>
        {of.revised.map((row) => {
          const meaning = meanings.get(row.metric);
          return (
            <Table.Tr key={`${row.day}|${row.metric}|${row.unit}|${row.program}`}>
              <Table.Td>{dayName(row.day)}</Table.Td>
              <Table.Td>{meaning?.name ?? row.metric}</Table.Td>
              <Table.Td ta="end" className="gv-number">
                {amountOf(row.was, row.unit, meaning?.unit)}
              </Table.Td>
              <Table.Td ta="end" className="gv-number">
                {amountOf(row.value, row.unit, meaning?.unit)}
              </Table.Td>
              <Table.Td>
                <When at={row.at} />
              </Table.Td>
            </Table.Tr>
          );
        })}
      </DataTable>
    </Section>
  );
}

/** What is bought together. */
import { Table, Text } from "@mantine/core";
import type { Answer } from "../../api/query.ts";
import { DataTable } from "../../kit/data-table.tsx";
import { Section } from "../../kit/page.tsx";
import { number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";

type Study = Answer<"/v1/reports/likely">;

export function Together({ of }: { of: Study }) {
  const title = t("Bought together");
  return (
    <Section title={title} text={t("What those who bought one thing have bought too, far more often than others: what to suggest next.")}>
      {of.together.length === 0 ? (
        <Text size="sm" c="dimmed">
          {of.together_reason?.message ?? t("No two things are bought together more often than by chance.")}
        </Text>
      ) : (
        <DataTable
          label={title}
          minWidth={560}
          heads={[t("Who bought"), t("bought too"), { end: t("Of them") }, { end: t("Times as often as others") }]}
          tight
        >
          {of.together.slice(0, 20).map((row) => (
            <Table.Tr key={`${row.product}|${row.next}`}>
              <Table.Th scope="row" fw={500} style={{ overflowWrap: "anywhere" }}>
                {row.product}
              </Table.Th>
              <Table.Td style={{ overflowWrap: "anywhere" }}>{row.next}</Table.Td>
              <Table.Td ta="end" className="gv-number">
                {t("{share} ({both} of {of})", { share: percent(row.share), both: number(row.both), of: number(row.of) })}
              </Table.Td>
              <Table.Td ta="end" className="gv-number">
                {number(row.lift, { maximumFractionDigits: 1 })}
                <Text size="xs" c="dimmed">
                  {t("at least {low}", { low: number(row.low_lift, { maximumFractionDigits: 1 }) })}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </DataTable>
      )}
    </Section>
  );
}

/** The same figures cut by something: a table, the largest groups first. */
import { Anchor, Table, Text } from "@mantine/core";
import { Section } from "../../kit/page.tsx";
import { Wide } from "../../kit/wide.tsx";
import { t } from "../../words/say.ts";
import { CUT_NAMES, type FigureOf, amountOf, groupName, valueOf } from "./names.ts";
import type { Go, ReportAnswer } from "./answer.ts";
import { CountedThen } from "./studied.tsx";

export function Groups({ of, go }: { of: ReportAnswer; go: Go }) {
  const by = of.by;
  const groups = of.groups ?? [];
  const title = by === null ? t("Groups") : t("By {what}", { what: CUT_NAMES[by]() });
  const shown = of.metrics.filter((metric) =>
    groups.some(({ figures }) => figures.some((figure) => figure.metric === metric.key && figure.value !== null)),
  );
  return (
    <Section title={title}>
      {of.groups_as_of !== null && <CountedThen at={of.groups_as_of} renewing={of.renewing} />}
      {shown.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t("Nothing in these days can be cut by this.")}
        </Text>
      ) : (
        <Wide minWidth={160 + 130 * shown.length} label={title}>
          <Table verticalSpacing="xs" aria-label={title}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{by === null ? t("Group") : CUT_NAMES[by]()}</Table.Th>
                {shown.map((metric) => (
                  <Table.Th key={metric.key} ta="end">
                    {metric.name}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {groups.map((group) => (
                <Table.Tr key={`${group.rest}|${group.key}`}>
                  <Table.Th scope="row" fw={500} style={{ overflowWrap: "anywhere" }}>
                    {groupName(by, group.key, group)}
                  </Table.Th>
                  {shown.map((metric) => (
                    <Table.Td key={metric.key} ta="end" className="gv-number">
                      <Cell
                        of={group.figures.filter((figure) => figure.metric === metric.key)}
                        unit={metric.unit}
                        open={(figure) => go({ rows: figure.metric, key: group.key })}
                      />
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
    </Section>
  );
}

/** Money in each of its currencies; a share with its interval below it. */
function Cell({ of, unit, open }: { of: FigureOf[]; unit: string; open: (figure: FigureOf) => void }) {
  return (
    <>
      {of.map((figure) => (
        <div key={figure.unit ?? ""}>
          {figure.rows !== null && figure.value !== null && figure.value !== 0 ? (
            <Anchor component="button" type="button" size="sm" c="inherit" onClick={() => open(figure)}>
              {valueOf(figure, unit)}
            </Anchor>
          ) : (
            <Text size="sm" c={figure.value === null ? "dimmed" : undefined}>
              {figure.value === null ? t("none") : valueOf(figure, unit)}
            </Text>
          )}
          {figure.low !== null && figure.high !== null && (
            <Text size="xs" c="dimmed">
              {t("{low} to {high}", { low: amountOf(figure.low, figure.unit, unit), high: amountOf(figure.high, figure.unit, unit) })}
            </Text>
          )}
        </div>
      ))}
    </>
  );
}

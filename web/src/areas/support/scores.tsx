/** How easy people find it, by month, with what was published meanwhile. */
import { Box, Group, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type Answer, read } from "../../api/query.ts";
import { Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { Wide } from "../../kit/wide.tsx";
import { list, monthName, number } from "../../words/format.ts";
import { t } from "../../words/say.ts";

type Scores = Answer<"/v1/feedback/scores">;
type Month = Scores["data"][number];
type Estimate = NonNullable<Month["mean"]>;

/** Nothing, before anybody has said it. */
export function ScoresByMonth() {
  const scores = useQuery(read("/v1/feedback/scores", { query: { months: 12 } }));
  if (scores.data !== undefined && scores.data.data.length === 0) return null;
  return (
    <Section
      title={t("How easy it was, by month")}
      text={t(
        "Asked in the portal after the first friend and the first that counted, at most once in 90 days. " +
          "The range holds the true value in 95 of 100 such months.",
      )}
    >
      <Shown of={scores}>{(data) => <Months of={data} />}</Shown>
    </Section>
  );
}

function Months({ of }: { of: Scores }) {
  const months = [...of.data].reverse();
  return (
    <Wide label={t("How easy it was, by month")} minWidth={520}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("Month")}</Table.Th>
            <Table.Th>{t("Answers")}</Table.Th>
            <Table.Th>{t("Mean, of 5")}</Table.Th>
            <Table.Th>{t("Very easy less hard")}</Table.Th>
            <Table.Th>{t("Published")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {months.map((month) => (
            <Table.Tr key={month.month}>
              <Table.Td style={{ whiteSpace: "nowrap" }}>{monthName(month.month)}</Table.Td>
              <Table.Td className="gv-number">{number(month.n)}</Table.Td>
              <Table.Td>{month.mean !== null && <Mean of={month.mean} />}</Table.Td>
              <Table.Td className="gv-number">{month.net !== null && <Range of={month.net} digits={0} />}</Table.Td>
              <Table.Td>
                <Text size="sm">
                  {list(
                    of.versions
                      .filter(({ at }) => at.startsWith(month.month))
                      .map(({ program, version }) => t("{program}, version {version}", { program, version })),
                  )}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

/** The value, its range in words, and both drawn on a scale from 1 to 5. */
function Mean({ of }: { of: Estimate }) {
  const at = (x: number): string => `${((x - 1) / 4) * 100}%`;
  return (
    <Group gap="sm" wrap="nowrap">
      <Range of={of} digits={1} />
      <Box pos="relative" w={90} h={10} aria-hidden style={{ borderInlineStart: LINE, borderInlineEnd: LINE, flexShrink: 0 }}>
        <Box
          pos="absolute"
          top={4}
          h={2}
          bg="var(--mantine-color-vine-3)"
          style={{ insetInlineStart: at(of.low), width: `${((of.high - of.low) / 4) * 100}%` }}
        />
        <Box
          pos="absolute"
          top={1}
          w={8}
          h={8}
          bg="var(--mantine-primary-color-filled)"
          style={{ insetInlineStart: `calc(${at(of.value)} - 4px)`, borderRadius: 4 }}
        />
      </Box>
    </Group>
  );
}

const LINE = "1px solid var(--mantine-color-dimmed)";

function Range({ of, digits }: { of: Estimate; digits: number }) {
  const said = (x: number): string => number(x, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return (
    <Text size="sm" className="gv-number" style={{ whiteSpace: "nowrap" }}>
      <strong>{said(of.value)}</strong>{" "}
      <Text span size="xs" c="dimmed">
        {t("{low} to {high}", { low: said(of.low), high: said(of.high) })}
      </Text>
    </Text>
  );
}

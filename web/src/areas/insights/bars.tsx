/** How often each count is there: bars with their figures beside them, so that the chart is its own table. */
import { Group, Progress, Table, Text } from "@mantine/core";
import { Wide } from "../../kit/wide.tsx";
import { number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";

/** Counts as they are to nine, then in steps, so that one who brought thousands is one row. */
const STEPS = [10, 20, 50, 100, 1_000, 10_000] as const;

export type Bar = { key: number; people: number };

/** Few rows however many counts there are. */
export function inSteps(of: readonly Bar[]): Bar[] {
  const startOf = (n: number): number => (n < STEPS[0] ? n : STEPS.findLast((each) => each <= n)!);
  const grouped = Map.groupBy(of, (each) => startOf(each.key));
  return [...grouped]
    .map(([key, list]) => ({ key, people: list.reduce((sum, each) => sum + each.people, 0) }))
    .toSorted((a, b) => a.key - b.key);
}

/** "3", "10 to 19", "10,000 or more". */
export function stepLabel(start: number): string {
  const at = STEPS.findIndex((each) => each === start);
  if (at < 0) return number(start);
  const next = STEPS[at + 1];
  if (next === undefined) return t("{low} or more", { low: number(start) });
  return t("{low} to {high}", { low: number(start), high: number(next - 1) });
}

type Props = { label: string; head: string; of: readonly Bar[]; name?: (key: number) => string };

export function Bars({ label, head, of, name = number }: Props) {
  const [all, most] = [of.reduce((sum, each) => sum + each.people, 0), Math.max(1, ...of.map((each) => each.people))];
  return (
    <Wide minWidth={280} label={label}>
      <Table verticalSpacing={4} aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{head}</Table.Th>
            <Table.Th ta="end">{t("People")}</Table.Th>
            <Table.Th w="50%">{t("Share")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {of.map((each) => (
            <Table.Tr key={each.key}>
              <Table.Th scope="row" fw={500}>
                {name(each.key)}
              </Table.Th>
              <Table.Td ta="end" className="gv-number">
                {number(each.people)}
              </Table.Td>
              <Table.Td>
                <Group gap="xs" wrap="nowrap">
                  <Progress value={(each.people / most) * 100} flex={1} color="vine" aria-hidden />
                  <Text size="xs" w={44} ta="end">
                    {percent(all === 0 ? 0 : each.people / all)}
                  </Text>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

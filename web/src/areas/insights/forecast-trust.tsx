/** How far a forecast is to be trusted: what it depends on, and what it would have said before. */
import { Box, Group, Stack, Table, Text } from "@mantine/core";
import { DataTable } from "../../kit/data-table.tsx";
import { Section } from "../../kit/page.tsx";
import { Status } from "../../kit/values.tsx";
import { number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { type ForecastAnswer, LEVERS, SERIES, amount, leverValue } from "./forecast-words.ts";

type Props = { of: ForecastAnswer; currency: string };

/** Each lever from its low to its high value, the strongest first: what is left changes by so much. */
export function Sensitivity({ of, currency }: Props) {
  const swings = of.sensitivity
    .filter(({ net_low: low, net_high: high }) => low !== high)
    .toSorted((a, b) => Math.abs(b.net_high - b.net_low) - Math.abs(a.net_high - a.net_low));
  if (swings.length === 0) return null;
  const title = t("What it depends on");
  const widest = Math.max(...swings.map(({ net_low: low, net_high: high }) => Math.abs(high - low)));
  return (
    <Section
      title={title}
      text={t("What is left at the end when one number is at its low or at its high value, and all others stay. The strongest first.")}
    >
      <DataTable
        label={title}
        minWidth={440}
        heads={[t("Number"), { end: t("Low, and what is left") }, { end: t("High, and what is left") }]}
      >
        {swings.map(({ lever, low, high, net_low: netLow, net_high: netHigh }) => (
          <Table.Tr key={lever}>
            <Table.Th scope="row" fw={500}>
              {LEVERS[lever].name()}
              <Box
                aria-hidden
                h={6}
                mt={4}
                maw={320}
                w={`${Math.max(1, (100 * Math.abs(netHigh - netLow)) / widest)}%`}
                style={{ borderRadius: 3, background: "var(--mantine-color-vine-5)" }}
              />
            </Table.Th>
            {[
              [low, netLow],
              [high, netHigh],
            ].map(([value = 0, net = 0], i) => (
              <Table.Td key={i} ta="end" className="gv-number">
                {leverValue(lever, value, currency)}
                <Text size="xs" c="dimmed">
                  {amount(net, true, currency)}
                </Text>
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </DataTable>
    </Section>
  );
}

/** Fitted on the first weeks, held against the rest: shown as it came out, good or bad. */
export function Hindcast({ of, currency }: Props) {
  const title = t("Would it have been right before?");
  const { hindcast } = of;
  if (hindcast === null)
    return (
      <Section title={title}>
        <Text size="sm">{of.missing["hindcast"]?.message ?? t("not known")}</Text>
      </Section>
    );
  const { fitted, checked } = hindcast;
  const inside = checked.filter((each) => each.inside).length;
  return (
    <Section
      title={title}
      text={t("From its first {fitted} weeks alone the following {rest} were forecast, and held against what happened.", {
        fitted: number(fitted),
        rest: number(of.counted - fitted),
      })}
    >
      <Stack gap="sm">
        <Text size="sm">
          {inside === 0
            ? t("None of the {n} figures lay in its interval: what came differed from the weeks before. Do not rely on this forecast.", {
                n: number(checked.length),
              })
            : inside === checked.length
              ? t("All {n} figures lay in their interval, which holds eight of ten futures.", { n: number(checked.length) })
              : t("{inside} of {n} figures lay in their interval, which holds eight of ten futures. Trust the others less.", {
                  inside: number(inside),
                  n: number(checked.length),
                })}
        </Text>
        <DataTable
          label={title}
          minWidth={640}
          heads={[
            t("Figure"),
            { end: t("It would have said") },
            { end: t("It was") },
            t("In the interval"),
            { end: t("Single weeks in theirs") },
          ]}
        >
          {checked.map(({ series, low, middle, high, actual, inside: isIn, coverage }) => (
            <Table.Tr key={series}>
              <Table.Th scope="row" fw={500}>
                {SERIES[series].name()}
              </Table.Th>
              <Table.Td ta="end" className="gv-number">
                {t("{low} to {high}", {
                  low: amount(low, SERIES[series].money, currency),
                  high: amount(high, SERIES[series].money, currency),
                })}
                <Text size="xs" c="dimmed">
                  {t("in the middle {middle}", { middle: amount(middle, SERIES[series].money, currency) })}
                </Text>
              </Table.Td>
              <Table.Td ta="end" className="gv-number">
                {amount(actual, SERIES[series].money, currency)}
              </Table.Td>
              <Table.Td>
                <Group gap={4}>
                  {isIn ? (
                    <Status tone="leaf" word={t("yes")} />
                  ) : (
                    <Status tone="rust" word={actual > high ? t("no, more came") : t("no, less came")} />
                  )}
                </Group>
              </Table.Td>
              <Table.Td ta="end" className="gv-number">
                {percent(coverage)}
              </Table.Td>
            </Table.Tr>
          ))}
        </DataTable>
      </Stack>
    </Section>
  );
}

/** Each figure of an arm against the control: its interval drawn against zero, and the table behind it. */
import { Badge, Box, Button, Group, Stack, Table, Text } from "@mantine/core";
import { useState } from "react";
import { DataTable } from "../../kit/data-table.tsx";
import { Section } from "../../kit/page.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { Charted } from "./charted.tsx";
import { type Experiment, METRICS, type Results, armName, between, chanceOf, change, metricValue } from "./experiment-words.ts";

type Compared = Results["compared"][number];
type Props = { of: Experiment; results: Results; arm: string };

export function Intervals({ of, results, arm }: Props) {
  const [asTable, setAsTable] = useState(false);
  const guarded = new Set(of.guardrails.map(({ metric }) => metric));
  const order = (metric: Compared["metric"]): number => (metric === of.metric ? 0 : guarded.has(metric) ? 1 : 2);
  const compared = results.compared.filter((each) => each.arm === arm).toSorted((a, b) => order(a.metric) - order(b.metric));
  const missing = results.missing.filter((each) => each.arm === arm);
  const name = armName(of, arm);
  const title = t("“{arm}” against the program as it is", { arm: name });
  return (
    <Section
      title={title}
      text={t(
        "Each line is where the true change lies; it holds however often you look. A line that crosses zero shows no difference yet.",
      )}
      acts={
        compared.length === 0 ? undefined : (
          <Button variant="default" className="gv-no-print" onClick={() => setAsTable(!asTable)}>
            {asTable ? t("As intervals") : t("As a table")}
          </Button>
        )
      }
    >
      {compared.length > 0 && (
        <>
          {!asTable && (
            <Charted
              title={title}
              lines={[of.name]}
              notes={[t("Each line is where the true change lies; it holds however often you look.")]}
              rows={() => [
                [t("Figure"), t("As it is"), t("This arm"), t("Change"), t("At least"), t("At most"), t("p at every look")],
                ...compared.map(({ metric, control, treatment, effect, sequential }) => [
                  METRICS[metric].name(),
                  ...[control, treatment, effect, sequential.low, sequential.high, sequential.p].map((each) => String(each ?? "")),
                ]),
              ]}
            >
              <Plot of={of} compared={compared} guarded={guarded} />
            </Charted>
          )}
          <Box className={asTable ? undefined : "gv-print-only"}>
            <Figures of={of} compared={compared} title={title} />
          </Box>
        </>
      )}
      <Stack gap={2} mt={compared.length > 0 ? "sm" : 0}>
        {missing.map(({ metric, reason }) => (
          <Text key={metric} size="sm" c="dimmed">
            {t("{figure}: {why}", { figure: METRICS[metric].name(), why: reason.message })}
          </Text>
        ))}
      </Stack>
    </Section>
  );
}

/** The widest change that is drawn: beyond, a line runs to the edge. */
const WIDEST = 2;

/** A scale that holds every bound, the same to both sides of zero. */
function reachOf(compared: readonly Compared[]): number {
  const bounds = compared.flatMap(({ sequential: { low, high }, effect }) => [low ?? effect, high ?? effect, effect].map(Math.abs));
  return Math.min(WIDEST, Math.max(0.05, ...bounds) * 1.1);
}

function Plot({ of, compared, guarded }: { of: Experiment; compared: readonly Compared[]; guarded: ReadonlySet<string> }) {
  const reach = reachOf(compared);
  return (
    <Stack gap="sm">
      {compared.map((each) => (
        <div key={each.metric} data-caption={`${METRICS[each.metric].name()} · ${toldOf(each)}`}>
          <Group gap={6}>
            <Text size="sm" fw={each.metric === of.metric ? 600 : 400}>
              {METRICS[each.metric].name()}
            </Text>
            {each.metric === of.metric && (
              <Badge size="sm" variant="light" tt="none">
                {t("decides")}
              </Badge>
            )}
            {guarded.has(each.metric) && (
              <Badge size="sm" variant="light" color="amber" tt="none">
                {t("guarded")}
              </Badge>
            )}
          </Group>
          <Bar of={each} reach={reach} />
          <Text size="xs" c="dimmed">
            {toldOf(each)}
          </Text>
        </div>
      ))}
      <Group justify="space-between" dir="ltr" aria-hidden>
        {[-reach, 0, reach].map((at) => (
          <Text key={at} size="xs" c="dimmed" className="gv-number">
            {change(at)}
          </Text>
        ))}
      </Group>
    </Stack>
  );
}

/** The chance that the arm is better, where less is better, too; never said to be certain. */
function betterBy({ metric, belief }: Compared): string {
  const chance = METRICS[metric].good === "up" ? belief.chance : 1 - belief.chance;
  if (chance > 0.999) return t("above {share}", { share: number(0.999, { style: "percent", maximumFractionDigits: 1 }) });
  if (chance < 0.001) return t("below {p}", { p: number(0.001, { style: "percent", maximumFractionDigits: 1 }) });
  return number(chance, { style: "percent", maximumFractionDigits: 1 });
}

/** What an interval says, in a sentence. */
function toldOf(of: Compared): string {
  const {
    metric,
    effect,
    sequential: { low, high },
  } = of;
  const isUp = METRICS[metric].good === "up";
  const above = low !== null && low > 0;
  const below = high !== null && high < 0;
  // Alone it would do; among so many figures it may be chance.
  const isOneOfMany = (above || below) && !of.shown;
  const values = { effect: change(effect), between: between(low, high), chance: betterBy(of) };
  if (isOneOfMany)
    return t("{effect}, {between}: among so many figures no difference is shown yet. Chance to be better: {chance}.", values);
  if (above || below)
    return above === isUp
      ? t("{effect}: better, {between}. Chance to be better: {chance}.", values)
      : t("{effect}: worse, {between}. Chance to be better: {chance}.", values);
  return t("{effect}, {between}: no difference is shown yet. Chance to be better: {chance}.", values);
}

/** From low to high, a dot at the estimate, a mark at zero. Numbers run from left to right in every language. */
function Bar({ of, reach }: { of: Compared; reach: number }) {
  const at = (value: number): number => (50 * (Math.min(reach, Math.max(-reach, value)) + reach)) / reach;
  const { low, high } = of.sequential;
  const [from, to] = [at(low ?? -reach), at(high ?? reach)];
  const isUp = METRICS[of.metric].good === "up";
  const color = !of.shown
    ? "gray"
    : low !== null && low > 0
      ? isUp
        ? "leaf"
        : "rust"
      : high !== null && high < 0
        ? isUp
          ? "rust"
          : "leaf"
        : "gray";
  return (
    <svg
      viewBox="0 0 100 6"
      width="100%"
      height="22"
      preserveAspectRatio="none"
      data-chart
      aria-hidden
      style={{ display: "block", direction: "ltr" }}
    >
      <line x1="50" x2="50" y1="0" y2="6" stroke="var(--mantine-color-dimmed)" strokeWidth="1" vectorEffect="non-scaling-stroke" />
      <line
        x1={from}
        x2={to}
        y1="3"
        y2="3"
        stroke={`var(--mantine-color-${color}-6)`}
        strokeWidth="4"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
      <line
        x1={at(of.effect)}
        x2={at(of.effect)}
        y1="0.8"
        y2="5.2"
        stroke="var(--mantine-color-text)"
        strokeWidth="3"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

function Figures({ of, compared, title }: { of: Experiment; compared: readonly Compared[]; title: string }) {
  const heads = [
    t("As it is"),
    t("This arm"),
    t("Change"),
    t("Interval at every look"),
    t("p at every look"),
    t("p, all figures together"),
    t("Interval at one look"),
    t("Chance to be better"),
  ];
  return (
    <DataTable label={title} minWidth={980} heads={[t("Figure"), ...heads.map((end) => ({ end }))]} tight>
      {compared.map((each) => (
        <Table.Tr key={each.metric}>
          <Table.Th scope="row" fw={500}>
            {METRICS[each.metric].name()}
          </Table.Th>
          {[
            metricValue(each.metric, each.control, of.currency),
            metricValue(each.metric, each.treatment, of.currency),
            change(each.effect),
            between(each.sequential.low, each.sequential.high),
            chanceOf(each.sequential.p),
            chanceOf(of.correction === "holm" ? each.holm : each.false_discovery),
            between(each.fixed.low, each.fixed.high),
            betterBy(each),
          ].map((value, i) => (
            <Table.Td key={heads[i]} ta="end" className="gv-number">
              {value}
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </DataTable>
  );
}

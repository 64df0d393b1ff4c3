/** The figures of a report, each with its interval, what it was before, what it means, and the way to its rows. */
import { ActionIcon, Anchor, Box, Group, Popover, SimpleGrid, Stack, Text } from "@mantine/core";
import { ArrowDown, ArrowRight, ArrowUp, Info } from "lucide-react";
import { Section } from "../../kit/page.tsx";
import { number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { type FigureOf, amountOf, valueOf } from "./names.ts";
import type { Go, ReportAnswer } from "./answer.ts";
import { NothingYet } from "./nothing.tsx";

type Meaning = ReportAnswer["metrics"][number];

export function Figures({ of, go }: { of: ReportAnswer; go: Go }) {
  if (of.figures.every((figure) => figure.value === null || figure.value === 0)) return <NothingYet />;
  const meanings = new Map(of.metrics.map((each) => [each.key, each]));
  return (
    <Section title={t("In these days")}>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 4 }} spacing="lg" verticalSpacing="lg">
        {of.figures.map((figure) => (
          <OneFigure key={`${figure.metric}|${figure.unit}`} of={figure} meaning={meanings.get(figure.metric)} go={go} />
        ))}
      </SimpleGrid>
    </Section>
  );
}

function OneFigure({ of, meaning, go }: { of: FigureOf; meaning: Meaning | undefined; go: Go }) {
  // Where the value does not say it by itself, and there may be one for each currency.
  const isBare = of.unit !== null && (of.value === null || meaning?.unit !== "money");
  const name = `${meaning?.name ?? of.metric}${isBare ? ` (${of.unit})` : ""}`;
  const value = valueOf(of, meaning?.unit);
  return (
    <Box style={{ minWidth: 0 }}>
      <Group gap={4} wrap="nowrap" align="center">
        <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
          {name}
        </Text>
        {meaning !== undefined && <Meant of={meaning} />}
      </Group>
      <Text
        size={of.value === null ? "sm" : "xl"}
        fw={of.value === null ? 400 : 600}
        className="gv-number"
        style={{ overflowWrap: "anywhere" }}
      >
        {of.value !== null && of.rows !== null && of.value !== 0 ? (
          <Anchor component="button" type="button" inherit c="inherit" onClick={() => go({ rows: of.metric, key: undefined })}>
            {value}
          </Anchor>
        ) : (
          value
        )}
      </Text>
      {of.low !== null && of.high !== null && (
        <Text size="xs" c="dimmed">
          <bdi>
            {t("between {low} and {high}", {
              low: amountOf(of.low, of.unit, meaning?.unit),
              high: amountOf(of.high, of.unit, meaning?.unit),
            })}
          </bdi>
          {of.above !== null && of.below !== null && (
            <>
              {" · "}
              <bdi>{t("{above} of {below}", { above: number(of.above), below: number(of.below) })}</bdi>
            </>
          )}
        </Text>
      )}
      <Before of={of} unit={meaning?.unit} />
    </Box>
  );
}

/** Against the period it is compared with: the value, and how far from it. */
function Before({ of, unit }: { of: FigureOf; unit: string | undefined }) {
  if (of.before === null || of.value === null) return null;
  const up = of.value - of.before;
  const Icon = up > 0 ? ArrowUp : up < 0 ? ArrowDown : ArrowRight;
  const before = amountOf(of.before, of.unit, unit);
  const change = unit === "share" || of.before === 0 ? null : percent(Math.abs(up) / Math.abs(of.before));
  const words =
    up === 0
      ? t("as before")
      : change === null
        ? t("before: {before}", { before })
        : up > 0
          ? t("{change} more than {before} before", { change, before })
          : t("{change} less than {before} before", { change, before });
  return (
    <Group gap={4} wrap="nowrap" align="flex-start">
      <Icon size={14} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
      <Text size="xs" c="dimmed">
        {words}
      </Text>
    </Group>
  );
}

/** What a figure means and how it is counted. */
function Meant({ of }: { of: Meaning }) {
  return (
    <Popover width={300} position="bottom" withArrow shadow="md">
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={t("What “{name}” means", { name: of.name })}>
          <Info size={14} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text size="sm">{of.definition}</Text>
          <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {of.formula}
          </Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

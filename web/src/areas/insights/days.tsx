/** One metric day by day: a line, and behind it the table. */
import { Button, Group, Select, Skeleton, Table, Text } from "@mantine/core";
import { Suspense, lazy, useState } from "react";
import { Section } from "../../kit/page.tsx";
import { Wide } from "../../kit/wide.tsx";
import { t } from "../../words/say.ts";
import { dayName, number } from "../../words/format.ts";
import { freshText, periodText } from "./asked.tsx";
import { Charted } from "./charted.tsx";
import { MarkList } from "./mark-list.tsx";
import { markText, useMarks } from "./marks.ts";
import { amountOf, plainAmount } from "./names.ts";
import type { Go, Point, ReportAnswer } from "./answer.ts";

const Line = lazy(() => import("./line.tsx"));
const DAY = 86_400_000;

/** Every day of the period: what is left out of the answer is a day without anything. */
export function pointsOf(of: ReportAnswer, metric: string, unit: string | null): Point[] {
  const known = new Map((of.series ?? []).filter((p) => p.metric === metric && p.unit === unit).map((p) => [p.day, p.value]));
  const points: Point[] = [];
  for (let at = Date.parse(of.period.from); at <= Date.parse(of.period.to) && points.length < 1_100; at += DAY) {
    const day = new Date(at).toISOString().slice(0, 10);
    points.push({ day, value: known.get(day) ?? 0 });
  }
  return points;
}

export function Days({ of, show, go }: { of: ReportAnswer; show: string; go: Go }) {
  const [asTable, setAsTable] = useState(false);
  const marks = useMarks(of);
  const happened = (day: string): string => (marks.find((mark) => mark.day === day)?.of ?? []).map(markText).join("; ");
  const series = of.series ?? [];
  const keys = [...new Set(series.map((point) => point.metric))];
  if (keys.length === 0) return null;
  const metric = of.metrics.find((each) => each.key === (keys.includes(show) ? show : keys[0]));
  if (metric === undefined) return null;
  const units = [...new Set(series.filter((point) => point.metric === metric.key).map((point) => point.unit))];
  const unit = units[0] ?? null;
  const points = pointsOf(of, metric.key, unit);
  const say = (value: number): string => amountOf(value, unit, metric.unit);
  const sum = points.reduce((all, point) => all + point.value, 0);
  const best = points.reduce((most, point) => (point.value > most.value ? point : most), points[0] ?? { day: "", value: 0 });
  const told = t("{name} day by day: {sum} in all, most on {day} with {most}.", {
    name: metric.name,
    sum: say(sum),
    day: dayName(best.day),
    most: say(best.value),
  });
  const choice = of.metrics.filter((each) => keys.includes(each.key)).map(({ key, name }) => ({ value: key, label: name }));
  return (
    <Section
      title={t("Day by day")}
      text={told}
      acts={
        <Group gap="xs">
          <Select
            aria-label={t("Shown")}
            data={choice}
            value={metric.key}
            onChange={(next) => go({ show: next ?? undefined })}
            allowDeselect={false}
          />
          <Button variant="default" onClick={() => setAsTable(!asTable)}>
            {asTable ? t("As a line") : t("As a table")}
          </Button>
        </Group>
      }
    >
      {units.length > 1 && (
        <Text size="sm" c="dimmed" mb="xs">
          {t("Shown in {unit}; the other currencies stand among the figures.", { unit: unit ?? "" })}
        </Text>
      )}
      {asTable ? (
        <Wide minWidth={marks.length > 0 ? 440 : 240} label={told}>
          <Table verticalSpacing={4} aria-label={told}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("Day")}</Table.Th>
                <Table.Th ta="end">{metric.name}</Table.Th>
                {marks.length > 0 && <Table.Th>{t("What happened")}</Table.Th>}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {points.toReversed().map((point) => (
                <Table.Tr key={point.day}>
                  <Table.Td>{dayName(point.day)}</Table.Td>
                  <Table.Td ta="end" className="gv-number">
                    {say(point.value)}
                  </Table.Td>
                  {marks.length > 0 && <Table.Td style={{ overflowWrap: "anywhere" }}>{happened(point.day)}</Table.Td>}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      ) : (
        <Charted
          title={metric.name}
          lines={[told, periodText(of), ...marks.map((mark) => `${number(mark.n)}: ${dayName(mark.day)} ${happened(mark.day)}`)]}
          notes={[metric.definition, ...freshText(of)]}
          rows={() => [
            [t("Day"), metric.name, t("Unit"), t("What happened")],
            ...points.map((point) => [point.day, plainAmount(point.value, unit), unit ?? "", happened(point.day)]),
          ]}
        >
          <div role="img" aria-label={told}>
            <Suspense fallback={<Skeleton h={240} />}>
              <Line points={points} name={metric.name} say={say} marks={marks} />
            </Suspense>
          </div>
        </Charted>
      )}
      <MarkList of={marks} day={of.period.to} program={of.program} />
    </Section>
  );
}

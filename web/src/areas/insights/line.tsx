/** The chart itself, in a chunk of its own: the library weighs 120 kB. */
import "@mantine/charts/styles.css";
import { LineChart } from "@mantine/charts";
import { dayName, number } from "../../words/format.ts";
import type { Point } from "./answer.ts";
import type { Mark } from "./marks.ts";

type Props = { points: Point[]; name: string; say: (value: number) => string; marks: readonly Mark[] };

export default function Line({ points, name, say, marks }: Props) {
  return (
    <LineChart
      h={240}
      data={points}
      dataKey="day"
      series={[{ name: "value", label: name, color: "vine.6" }]}
      valueFormatter={say}
      curveType="linear"
      withDots={points.length <= 31}
      referenceLines={marks.map(({ day, n }) => ({
        x: day,
        color: "gray.6",
        label: number(n),
        labelPosition: "insideTopRight" as const,
      }))}
      yAxisProps={{
        width: 72,
        domain: [0, "auto"],
        // Half a friend is nobody.
        allowDecimals: !points.every(({ value }) => Number.isInteger(value)),
      }}
      xAxisProps={{ minTickGap: 40, tickFormatter: (day: string) => dayName(day, true) }}
      tooltipProps={{ labelFormatter: (day) => (typeof day === "string" ? dayName(day) : "") }}
      lineChartProps={{ accessibilityLayer: false }}
    />
  );
}

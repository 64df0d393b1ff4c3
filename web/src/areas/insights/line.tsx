/** The chart itself, in a chunk of its own: the library weighs 120 kB. */
import "@mantine/charts/styles.css";
import { LineChart } from "@mantine/charts";
import { dayName } from "../../words/format.ts";
import type { Point } from "./answer.ts";

type Props = { points: Point[]; name: string; say: (value: number) => string };

export default function Line({ points, name, say }: Props) {
  return (
    <LineChart
      h={240}
      data={points}
      dataKey="day"
      series={[{ name: "value", label: name, color: "vine.6" }]}
      valueFormatter={say}
      curveType="linear"
      withDots={points.length <= 31}
      yAxisProps={{ width: 72, domain: [0, "auto"] }}
      xAxisProps={{ minTickGap: 40, tickFormatter: (day: string) => dayName(day, true) }}
      tooltipProps={{ labelFormatter: (day) => (typeof day === "string" ? dayName(day) : "") }}
      lineChartProps={{ accessibilityLayer: false }}
    />
  );
}

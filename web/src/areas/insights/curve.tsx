/** A curve with its interval as a band, and another beside it: a chunk of its own, as the library is heavy. */
import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";

export type CurvePoint = { at: string; value: number | null; low: number | null; high: number | null; beside?: number | null };
type Props = { points: CurvePoint[]; name: string; beside?: string; say: (value: number) => string };

const INK = "var(--mantine-color-dimmed)";
const tick = { fill: INK, fontSize: 12 };

export default function Curve({ points, name, beside, say }: Props) {
  const data = points.map((point) => ({ ...point, band: point.low === null || point.high === null ? null : [point.low, point.high] }));
  const isRtl = document.dir === "rtl";
  return (
    // The axis is drawn from left to right; what it says keeps its own direction.
    <div dir="ltr">
      <ResponsiveContainer width="100%" height={260}>
        <ComposedChart data={data} accessibilityLayer={false} margin={{ top: 8, right: 16, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--mantine-color-default-border)" strokeOpacity={0.6} />
          <XAxis dataKey="at" tick={tick} tickLine={false} axisLine={false} minTickGap={16} reversed={isRtl} />
          <YAxis
            tick={tick}
            tickLine={false}
            axisLine={false}
            width={64}
            tickFormatter={say}
            domain={[0, "auto"]}
            orientation={isRtl ? "right" : "left"}
          />
          <Tooltip
            wrapperStyle={{ direction: isRtl ? "rtl" : "ltr" }}
            formatter={(value: unknown) =>
              Array.isArray(value) ? value.map((each) => say(Number(each))).join(" – ") : say(Number(value))
            }
            contentStyle={{
              background: "var(--mantine-color-body)",
              border: "1px solid var(--mantine-color-default-border)",
              borderRadius: 8,
              fontSize: 13,
            }}
            labelStyle={{ color: "var(--mantine-color-text)" }}
            itemStyle={{ color: "var(--mantine-color-text)" }}
          />
          <Area dataKey="band" name="±" stroke="none" fill="var(--mantine-color-vine-5)" fillOpacity={0.2} isAnimationActive={false} />
          {beside !== undefined && (
            <Line
              dataKey="beside"
              name={beside}
              stroke={INK}
              strokeDasharray="4 4"
              strokeWidth={1.5}
              dot={false}
              isAnimationActive={false}
            />
          )}
          <Line
            dataKey="value"
            name={name}
            stroke="light-dark(var(--mantine-color-vine-6), var(--mantine-color-vine-3))"
            strokeWidth={2}
            dot={{ r: 3 }}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

/** A fan of futures: half of them in the inner band, nine of ten in the outer, the middle as a line. A chunk of its own. */
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { t } from "../../words/say.ts";

export type FanPoint = { at: string; outer: [number, number]; inner: [number, number]; middle: number };
type Props = { points: FanPoint[]; say: (value: number) => string };

const INK = "var(--mantine-color-dimmed)";
const tick = { fill: INK, fontSize: 12 };
const words = { color: "var(--mantine-color-text)" };

export default function Fan({ points, say }: Props) {
  const isRtl = document.dir === "rtl";
  const told = (value: unknown): string =>
    Array.isArray(value) ? t("{low} to {high}", { low: say(Number(value[0])), high: say(Number(value[1])) }) : say(Number(value));
  return (
    // The axis is drawn from left to right; what it says keeps its own direction.
    <div dir="ltr">
      <ResponsiveContainer width="100%" height={280}>
        <ComposedChart data={points} accessibilityLayer={false} margin={{ top: 8, right: 16, bottom: 0, left: 8 }}>
          <CartesianGrid vertical={false} stroke="var(--mantine-color-default-border)" />
          <XAxis dataKey="at" tick={tick} tickLine={false} axisLine={false} minTickGap={40} reversed={isRtl} />
          <YAxis tick={tick} tickLine={false} axisLine={false} width={80} tickFormatter={say} orientation={isRtl ? "right" : "left"} />
          <ReferenceLine y={0} stroke={INK} />
          <Tooltip
            formatter={told}
            wrapperStyle={{ direction: isRtl ? "rtl" : "ltr" }}
            contentStyle={{
              background: "var(--mantine-color-body)",
              border: "1px solid var(--mantine-color-default-border)",
              borderRadius: 8,
              fontSize: 13,
            }}
            labelStyle={words}
            itemStyle={words}
          />
          <Area
            dataKey="outer"
            name={t("Nine of ten futures")}
            stroke="none"
            fill="var(--mantine-color-vine-5)"
            fillOpacity={0.18}
            isAnimationActive={false}
          />
          <Area
            dataKey="inner"
            name={t("Every second future")}
            stroke="none"
            fill="var(--mantine-color-vine-5)"
            fillOpacity={0.28}
            isAnimationActive={false}
          />
          <Line
            dataKey="middle"
            name={t("Middle")}
            stroke="light-dark(var(--mantine-color-vine-6), var(--mantine-color-vine-3))"
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

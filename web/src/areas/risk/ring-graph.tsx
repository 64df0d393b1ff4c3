/** A group of accounts as a graph: accounts around, what they share in the middle of those who share it, referrals as arrows. */
import { Group, Text } from "@mantine/core";
import type { Answer } from "../../api/query.ts";
import { t } from "../../words/say.ts";
import { number } from "../../words/format.ts";
import { Charted } from "../insights/charted.tsx";

export type Ring = Answer<"/v1/reports/rings">["data"][number];
type Point = { x: number; y: number };

/** More would be a knot: the table has all of them. */
export const DRAWN = 40;
const SIZE = 420;
const [MIDDLE, OUTER] = [SIZE / 2, SIZE / 2 - 34];
const KINDS = ["device", "card", "address", "ip"] as const;

export const THING: Readonly<Record<string, () => string>> = {
  device: () => t("a device"),
  card: () => t("a card or account"),
  address: () => t("an address"),
  ip: () => t("a network"),
};
export const thingName = (kind: string): string => THING[kind]?.() ?? kind;

const MARKS: Readonly<Record<string, string>> = { device: "D", card: "C", address: "A", ip: "N" };
const COLOURS: Readonly<Record<string, string>> = {
  device: "var(--mantine-color-sky-6)",
  card: "var(--mantine-color-rust-6)",
  address: "var(--mantine-color-amber-6)",
  ip: "var(--mantine-color-leaf-7)",
};

function placesOf(count: number): Point[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count - Math.PI / 2;
    return { x: MIDDLE + OUTER * Math.cos(angle), y: MIDDLE + OUTER * Math.sin(angle) };
  });
}

/** In the middle of those who share it; things of the same accounts stand beside each other. */
function thingPlaces(things: Ring["things"], places: readonly Point[]): (Point & { kind: string; on: number[] })[] {
  const taken = new Map<string, number>();
  return things
    .map(({ kind, accounts }) => ({ kind, on: accounts.filter((at) => at < places.length) }))
    .filter(({ on }) => on.length > 1)
    .slice(0, 30)
    .map(({ kind, on }) => {
      const sum = on.reduce((all, at) => ({ x: all.x + places[at]!.x, y: all.y + places[at]!.y }), { x: 0, y: 0 });
      const nth = taken.get(on.join()) ?? 0;
      taken.set(on.join(), nth + 1);
      const aside = (nth % 2 === 0 ? 1 : -1) * Math.ceil(nth / 2) * 30;
      return { kind, on, x: sum.x / on.length + aside, y: sum.y / on.length + (nth > 4 ? 30 : 0) };
    });
}

const ringWords = (of: Ring): string =>
  [
    t("{accounts, plural, one {# account} other {# accounts}} that share {things, plural, one {# thing} other {# things}}.", {
      accounts: of.size,
      things: of.things.length,
    }),
    t("{referrals, plural, one {# referral} other {# referrals}} between them.", { referrals: of.referrals.length }),
  ].join(" ");

/** What one of them shares with others of the group. */
export const sharesOf = (of: Ring, at: number): string =>
  [...new Set(of.things.filter(({ accounts }) => accounts.includes(at)).map(({ kind }) => thingName(kind)))].join(", ");

type Props = { of: Ring; names: (account: string) => string };

/** The drawing with what it can be taken along as. */
export function RingGraph({ of, names }: Props) {
  const numbers = (): string => of.accounts.map((account, at) => `${number(at + 1)} ${names(account)}`).slice(0, DRAWN).join(" · ");
  const marks = KINDS.filter((kind) => of.things.some((thing) => thing.kind === kind)).map((kind) => `${MARKS[kind]} ${thingName(kind)}`);
  const cameBy = new Map(of.referrals.map(({ from, to }) => [to, from]));
  const rows = (): string[][] => [
    [t("No."), t("Id"), t("Who"), t("Shares"), t("Came by")],
    ...of.accounts.map((account, at) => {
      const by = cameBy.get(at);
      return [String(at + 1), account, names(account), sharesOf(of, at), by === undefined ? "" : String(by + 1)];
    }),
  ];
  return (
    <Charted
      title={t("{n, plural, one {# account} other {# accounts}}", { n: of.size })}
      lines={[ringWords(of), ...of.evidence.map((each) => each.message)]}
      notes={() => [marks.join(" · "), numbers()]}
      rows={rows}
    >
      <Drawing of={of} names={names} />
    </Charted>
  );
}

function Drawing({ of, names }: Props) {
  const places = placesOf(Math.min(DRAWN, of.accounts.length));
  const things = thingPlaces(of.things, places);
  const inside = of.referrals.filter(({ from, to }) => from < places.length && to < places.length);
  return (
    <div>
      <svg
        data-chart
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        role="img"
        aria-label={ringWords(of)}
        style={{ width: "100%", maxWidth: 520, direction: "ltr" }}
      >
        <defs>
          <marker id="gv-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
            <path d="M0 0 L8 4 L0 8 z" fill="var(--mantine-color-vine-5)" />
          </marker>
        </defs>
        {things.flatMap(({ x, y, on, kind }, i) =>
          on.map((at) => (
            <line
              key={`${i}-${at}`}
              x1={x}
              y1={y}
              x2={places[at]!.x}
              y2={places[at]!.y}
              stroke={COLOURS[kind] ?? "gray"}
              strokeOpacity={0.45}
            />
          )),
        )}
        {inside.map(({ from, to }) => (
          <Arrow key={`${from}-${to}`} from={places[from]!} to={places[to]!} />
        ))}
        {things.map(({ x, y, kind }, i) => (
          <g key={i}>
            <rect x={x - 10} y={y - 10} width={20} height={20} rx={4} fill={COLOURS[kind] ?? "gray"}>
              <title>{thingName(kind)}</title>
            </rect>
            <text x={x} y={y + 4} textAnchor="middle" fontSize={11} fontWeight={600} fill="#fff">
              {MARKS[kind] ?? "?"}
            </text>
          </g>
        ))}
        {places.map(({ x, y }, i) => (
          <g key={of.accounts[i]}>
            <circle cx={x} cy={y} r={11} fill="var(--mantine-color-vine-6)" stroke="var(--gv-card)" strokeWidth={2}>
              <title>{names(of.accounts[i]!)}</title>
            </circle>
            <text x={x} y={y + 4} textAnchor="middle" fontSize={10} fill="#fff">
              {number(i + 1)}
            </text>
          </g>
        ))}
      </svg>
      <Group gap="md">
        {KINDS.filter((kind) => of.things.some((thing) => thing.kind === kind)).map((kind) => (
          <Text key={kind} size="xs" c="dimmed">
            <b style={{ color: COLOURS[kind] }}>{MARKS[kind]}</b> {thingName(kind)}
          </Text>
        ))}
        {inside.length > 0 && (
          <Text size="xs" c="dimmed">
            <b>→</b> {t("recommended")}
          </Text>
        )}
      </Group>
    </div>
  );
}

/** Bent a little, so that it is told from what they share. */
function Arrow({ from, to }: { from: Point; to: Point }) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const long = Math.hypot(dx, dy) || 1;
  const bend = { x: (from.x + to.x) / 2 - (dy / long) * 28, y: (from.y + to.y) / 2 + (dx / long) * 28 };
  const back = Math.hypot(to.x - bend.x, to.y - bend.y) || 1;
  const end = { x: to.x - ((to.x - bend.x) / back) * 14, y: to.y - ((to.y - bend.y) / back) * 14 };
  return (
    <path
      d={`M${from.x} ${from.y} Q${bend.x} ${bend.y} ${end.x} ${end.y}`}
      fill="none"
      stroke="var(--mantine-color-vine-5)"
      strokeWidth={1.5}
      markerEnd="url(#gv-arrow)"
    />
  );
}

/** What came in by each door: against what is usual, sent again, refused and why, and day by day. */
import { Anchor, SimpleGrid, Stack, Table, Text } from "@mantine/core";
import { useState } from "react";
import type { Answer } from "../../api/query.ts";
import { DataTable, NumberCell } from "../../kit/data-table.tsx";
import { Figure, Section } from "../../kit/page.tsx";
import { dayName, number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";

export type Health = Answer<"/v1/reports/health">;
export type Said = { title: string; text: string; to: string; label: string };
type Door = Health["doors"][number];

/** What a door is called. */
export function doorName({ door, name }: { door: string; name: string | null }): string {
  const NAMES: Record<string, string> = {
    api: t("Your server"),
    browser: t("Browsers"),
    segment: t("Segment"),
    people: t("People, by the API or the console"),
    page: t("Hosted pages"),
    portal: t("Portal"),
    import: t("Imports"),
  };
  return name ?? NAMES[door] ?? door;
}

/** What is wrong with a door, what may be the cause, and where to look. */
export function saidOfDoor({ code, door, value, limit }: Health["alerts"][number], of: Health): Said {
  const found = of.doors.find((each) => each.door === door);
  const name = doorName({ door: door ?? "", name: found?.name ?? null });
  const to = found?.provider != null ? "/developers/sources" : "/developers/requests";
  const label = found?.provider != null ? t("See the sources") : t("See the calls");
  const shares = { name, value: percent(value), limit: percent(limit) };
  const why = found?.reasons[0]?.code;
  const told = ((): { title: string; text: string } => {
    if (code === "door_silent")
      return {
        title: t("Nothing comes from: {name}", { name }),
        text: t("Usually {limit} events come in that time. Look whether what sends them still runs and may still send.", {
          limit: number(limit),
        }),
      };
    if (code === "door_fewer")
      return {
        title: t("Much less than usual comes from: {name}", { name }),
        text: t("{value} in the last 24 hours; below {limit} is more than chance, also against this day of the weeks before.", {
          value: number(value),
          limit: number(limit),
        }),
      };
    if (code === "door_duplicates")
      return {
        title: t("More is sent twice than usual: {name}", { name }),
        text: t(
          "{value} of the last day's had come before; above {limit} is new. Nothing is paid twice, but something sends again and again.",
          shares,
        ),
      };
    return {
      title: t("More is refused than usual: {name}", { name }),
      text:
        why === undefined
          ? t("{value} of the last day's; above {limit} is new.", shares)
          : t("{value} of the last day's; above {limit} is new. Most often: {why}.", { ...shares, why }),
    };
  })();
  return { ...told, to, label };
}

const whole = { maximumFractionDigits: 0 };

export function Doors({ of: { doors } }: { of: Health }) {
  const [open, setOpen] = useState<string | null>(null);
  const title = t("By door, in the last 24 hours");
  if (doors.length === 0) return null;
  const shown = doors.find((each) => each.door === open);
  const toggle = (door: string): void => setOpen(open === door ? null : door);
  return (
    <Section
      title={title}
      text={t("What was sent here and what became of it. What comes twice, or about an order that another door has told, is paid once.")}
    >
      <DataTable
        label={title}
        minWidth={720}
        heads={[
          t("Door"),
          ...[t("Arrived"), t("Usually"), t("Sent again"), t("Told otherwise"), t("Order known"), t("Refused"), t("Late")].map((end) => ({
            end,
          })),
        ]}
        tight
      >
        {doors.map((door) => (
          <Table.Tr key={door.door}>
            <Table.Th scope="row" fw={500} style={{ overflowWrap: "anywhere" }}>
              <Anchor
                component="button"
                type="button"
                size="sm"
                ta="start"
                onClick={() => toggle(door.door)}
                aria-expanded={open === door.door}
              >
                <bdi>{doorName(door)}</bdi>
              </Anchor>
            </Table.Th>
            {cellsOf(door).map((cell, i) => (
              <NumberCell key={i}>{cell}</NumberCell>
            ))}
          </Table.Tr>
        ))}
      </DataTable>
      {shown !== undefined && <OneDoor of={shown} />}
    </Section>
  );
}

function cellsOf({ day: last, usual }: Door): string[] {
  const of = (n: number): string =>
    n === 0 ? number(0) : t("{n} ({share})", { n: number(n), share: percent(last.arrived === 0 ? 0 : n / last.arrived) });
  return [
    number(last.arrived),
    usual === null ? t("not known yet") : number(usual, whole),
    of(last.duplicates),
    of(last.retold),
    number(last.again),
    of(last.refused),
    number(last.late),
  ];
}

function OneDoor({ of }: { of: Door }) {
  const name = doorName(of);
  const title = t("{name}, day by day", { name });
  return (
    <Stack gap="xs" mt="md">
      <Text fw={600}>
        <bdi>{title}</bdi>
      </Text>
      {of.reasons.length > 0 && (
        <SimpleGrid cols={{ base: 2, md: 4 }}>
          {of.reasons.slice(0, 4).map(({ code, events }) => (
            <Figure key={code} label={t("Refused: {why}", { why: code })} value={number(events)} />
          ))}
        </SimpleGrid>
      )}
      <DataTable
        label={title}
        minWidth={560}
        heads={[
          t("Day"),
          ...[t("Arrived"), t("Accepted"), t("Sent again"), t("Told otherwise"), t("Refused"), t("Late")].map((end) => ({ end })),
        ]}
        tight
      >
        {of.days.toReversed().map((each) => (
          <Table.Tr key={each.day}>
            <Table.Th scope="row" fw={500}>
              {dayName(each.day, true)}
            </Table.Th>
            {[each.arrived, each.accepted, each.duplicates, each.retold, each.refused, each.late].map((n, i) => (
              <NumberCell key={i}>{number(n)}</NumberCell>
            ))}
          </Table.Tr>
        ))}
      </DataTable>
    </Stack>
  );
}

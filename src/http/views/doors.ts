/** What came in by each door: figures of the last day against what is usual, day by day, and what of it needs somebody. */
import { z } from "zod";
import { LATE_MS, arrivedOf, tellDoor } from "../../core/analytics/doors.ts";
import { wilson } from "../../core/analytics/interval.ts";
import { uuidOf } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import type { Client } from "../../store/db.ts";
import { type DoorDay, readDoorDays, readDoorNames, readDoorReasons, readDoorSpans, readListed } from "../../store/door-counts.ts";
import { day } from "../report-ask.ts";
import { instant } from "../schemas.ts";

const DAYS = 28;

const counts = {
  arrived: z.int().describe("Everything that was sent here: accepted, duplicates, retold and refused together."),
  accepted: z.int(),
  duplicates: z.int().describe("The same again: same id, same content; and deliveries of a shop that had come before."),
  retold: z.int().describe("An id that is taken, with other content: the first telling stands."),
  refused: z.int(),
  late: z.int().describe(`Of those accepted: more than ${LATE_MS / 3_600_000} hour after they happened. Of an import nothing is late.`),
  again: z.int().describe("Of those accepted: about an order that another event had told under another id. It pays once."),
};
const share = z
  .number()
  .nullable()
  .describe("Of what arrived in the seven days before. Null: nothing, or fewer than three days are known.");

const door = z
  .object({
    door: z.string().describe("api, browser, segment, people, page, portal, import; a connected shop by its id."),
    provider: z.string().nullable(),
    name: z.string().nullable().describe("A connected shop's."),
    day: z.object(counts).describe("The last 24 hours."),
    usual: z
      .number()
      .nullable()
      .describe("Arrived in 24 hours, on average over the seven days before. Null: fewer than three are known."),
    usual_duplicates: share,
    usual_refused: share,
    reasons: z.array(z.object({ code: z.string(), events: z.int() })).describe("Why the last day's were refused."),
    days: z.array(z.object({ day, ...counts })).describe(`${DAYS} days, of the workspace's zone; days without anything are left out.`),
  })
  .meta({ id: "TrackingDoor" });

export const listed = {
  listed: z.int().describe("Orders on the list."),
  missing: z.int().describe("Of those: no event told of them."),
  share: z.number(),
  low: z.number().describe("Wilson's interval."),
  high: z.number(),
};

/** A list of orders against what came. */
export const listedOf = ({ here, missing }: { here: number; missing: number }) => ({
  listed: here + missing,
  missing,
  ...wilson(missing, here + missing),
});

export const doorsView = {
  doors: z
    .array(door)
    .describe(
      "What was answered, counted in memory and written every few seconds: a server that is killed loses the counts of its last.",
    ),
  loss: z
    .object({ at: instant.describe("When a list of the shop's own orders was compared last, to a quarter of an hour."), ...listed })
    .nullable()
    .describe("Null: no list was compared in five weeks (POST /v1/reports/health/orders). What never came leaves no trace here."),
};

const dayOf = (each: DoorDay) => {
  const { accepted, duplicates, retold, refused, late, again } = each;
  return { day: each.day, arrived: arrivedOf(each), accepted, duplicates, retold, refused, late, again };
};

type DoorsAsk = { now: number; zone: string };

/** Every door by which something came in five weeks, the busiest first. */
export async function readDoors(workspaceId: string, db: Client, { now, zone }: DoorsAsk) {
  const { spans, known } = await readDoorSpans(workspaceId, db, now);
  const days = await readDoorDays(workspaceId, db, { now, zone, days: DAYS });
  const reasons = await readDoorReasons(workspaceId, db, now);
  const shops = await readDoorNames(workspaceId, db);
  const compared = await readListed(workspaceId, db);
  const names = [...new Set(spans.map((each) => each.door))];
  const told = names.map((name) => ({
    name,
    told: tellDoor(
      name,
      spans.filter((each) => each.door === name),
      known,
    ),
  }));
  const doors = told.map(({ name, told: one }) => {
    const shop = shops.get(uuidOf("src", name) ?? "");
    return {
      door: name,
      provider: shop?.provider ?? null,
      name: shop?.name ?? null,
      day: { arrived: arrivedOf(one.day), ...one.day },
      usual: one.usual,
      usual_duplicates: one.duplicateShare,
      usual_refused: one.refusedShare,
      reasons: reasons.filter((each) => each.door === name).map(({ code, events }) => ({ code, events })),
      days: days.filter((each) => each.door === name).map(dayOf),
    };
  });
  return {
    doors: doors.toSorted((a, b) => b.day.arrived - a.day.arrived || (a.door < b.door ? -1 : 1)),
    loss: compared === null ? null : { at: formatInstant(compared.at), ...listedOf(compared) },
    alerts: told.flatMap(({ name, told: one }) => one.alerts.map((alert) => ({ ...alert, door: name }))),
  };
}

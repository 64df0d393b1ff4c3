import { z } from "zod";
import { DIMENSIONS } from "../../core/analytics/metrics.ts";
import { dayNumber, dayText } from "../../core/analytics/report-period.ts";
import { externalId } from "../../core/id.ts";
import { UTC, compilePeriod, compileZone, formatInstant } from "../../core/time.ts";
import { createDays } from "../../flow/reports/days.ts";
import { Refusal, notFound } from "../../flow/refusal.ts";
import type { Client } from "../../store/db.ts";
import { DRILLED, type DrillRow, type SegmentOf, canDrill, drilledKind } from "../../store/report-drill.ts";
import { readSegment } from "../../store/segments.ts";
import { readDrillPage } from "../drill-page.ts";
import { endpoint } from "../endpoint.ts";
import { paging, uuidOrMissing } from "../listing.ts";
import { day, readDays, readPrograms, reportDays, reportPrograms } from "../report-ask.ts";
import { instant } from "../schemas.ts";

const PREFIX = { referral: "ref", reward: "rwd", visit: "tch", advocate: "per" } as const;
const row = z.object({
  id: z.string().describe("Of the referral, reward, visit or person; an order's own number."),
  kind: z.enum(DRILLED),
  day: day.nullable(),
  at: instant.nullable(),
  program: z.string(),
  person: z.string().describe("The friend, the recipient, or the advocate whose link was visited."),
  amount: z.int().nullable(),
  unit: z.string().nullable(),
});

export default endpoint({
  method: "GET",
  path: "/v1/reports/rows",
  tag: "Reports",
  permission: "reports:read",
  summary: "The rows behind a figure",
  description:
    "What a counted metric counts in the days, the latest first. A report's figures say where theirs are. A page may be short, or empty, " +
    "while `next` is there: of a rare group only some of the days were looked through yet (`searched`).",
  query: z.strictObject({
    metric: z.string().max(64),
    ...reportDays,
    ...reportPrograms,
    by: z.enum(DIMENSIONS).optional(),
    key: z.string().max(200).default("").describe("The group of `by`: also a segment's id, or a version's number."),
    ...paging,
  }),
  response: z
    .object({
      data: z.array(row),
      next: z.string().nullable(),
      searched: z.number().describe("How much of the days was looked through, from 0 to 1."),
    })
    .meta({ id: "ReportRows" }),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const kind = drilledKind(query.metric);
      if (kind === null) throw refuse("/metric", "No rows are counted for this metric: ask for one that its formula names.");
      if (query.by !== undefined && !canDrill(query.metric, query.by)) throw refuse("/by", "The metric cannot be cut by this.");
      if (query.by === "variant" && !VERSION.test(query.key)) throw refuse("/key", "A version is a number from 1 on.");
      const { days, zone, now } = await readDays(workspaceId, db, query);
      const programs = await readPrograms(workspaceId, db, query.program);
      const asked = {
        metric: query.metric,
        programs: programs.map((each) => each.id),
        ...days,
        by: query.by === "segment" ? null : (query.by ?? null),
        key: query.key,
        of: query.by === "segment" ? await segmentOf(workspaceId, db, { key: query.key, now }) : null,
        after: query.after === undefined ? null : cursorOf(query.after, kind),
        limit: query.limit,
        isById: kind === "reward" || kind === "visit",
      };
      const local = createDays(compilePeriod("day", compileZone(zone) ?? UTC));
      const { rows, after, searched } = await readDrillPage(workspaceId, db, { ask: asked, days: local });
      const names = new Map(programs.map((each) => [each.id, each.key]));
      return {
        data: rows.map((each) => ({
          id: kind === "order" ? each.id : externalId(PREFIX[kind], each.id),
          kind,
          day: each.day === null ? null : dayText(each.day),
          at: each.at === null ? null : formatInstant(each.at),
          program: names.get(each.program_id) ?? "",
          person: externalId("per", each.person_id),
          amount: each.amount,
          unit: each.unit,
        })),
        next: after === null ? null : nextOf(after),
        searched,
      };
    }),
});

const refuse = (pointer: string, message: string): Refusal =>
  new Refusal("validation_failed", message, { errors: [{ pointer, message, code: "invalid" }] });

/** A segment of advocates as they are now: no figure is kept by it. */
async function segmentOf(workspaceId: string, db: Client, { key, now }: { key: string; now: number }): Promise<SegmentOf> {
  const row = await readSegment(workspaceId, db, uuidOrMissing("seg", key, "segment"));
  if (row === null) throw notFound("segment");
  return { condition: row.filter, now };
}

/** Without one: rewards that were given for nobody's coming. */
const VERSION = /^([1-9]\d{0,8})?$/;
const nextOf = (last: Pick<DrillRow, "day" | "id">): string => `${last.day === null ? "" : dayText(last.day)}_${last.id}`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function cursorOf(after: string, kind: (typeof DRILLED)[number]): { day: number; id: string } {
  const cut = after.indexOf("_");
  const [text, id] = [after.slice(0, cut), after.slice(cut + 1)];
  const number = text === "" ? 0 : dayNumber(text);
  if (cut < 0 || number === null || (kind !== "order" && !UUID.test(id) && (id !== "" || text === "")))
    throw new Refusal("cursor_invalid", "Give `next` of the page before as `after`.", {
      errors: [{ pointer: "/after", message: "Not a cursor of this list.", code: "cursor_invalid" }],
    });
  return { day: number, id };
}

import { z } from "zod";
import { bonusHappenings } from "../../core/analytics/annotations.ts";
import { UTC, compilePeriod, compileZone } from "../../core/time.ts";
import { createDays } from "../../flow/reports/days.ts";
import { listAnnotations, readHappenings } from "../../store/annotations.ts";
import { endpoint } from "../endpoint.ts";
import { readDays, readPrograms, reportDays, reportPrograms } from "../report-ask.ts";
import { annotation, happeningView, noteView } from "../views/annotation.ts";

/** More than a time line can show. */
const MOST = 200;

export default endpoint({
  method: "GET",
  path: "/v1/annotations",
  tag: "Reports",
  permission: "reports:read",
  summary: "What stands on the time lines of reports: launches, versions, bonus windows, and what operators noted",
  description: `The latest ${MOST} of each, by day. With a program: its own, and notes about everything.`,
  query: z.strictObject({ ...reportDays, ...reportPrograms }),
  response: z.object({ data: z.array(annotation) }).meta({ id: "Annotations" }),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const { days, zone: name } = await readDays(workspaceId, db, query);
      const programs = await readPrograms(workspaceId, db, query.program);
      const zone = compileZone(name) ?? UTC;
      const { spanOf, dayOf } = createDays(compilePeriod("day", zone));
      const span = { from: spanOf(days.from).from, to: spanOf(days.to).to };
      const ask = { programs: programs.map((each) => each.id), limit: MOST };
      const notes = await listAnnotations(workspaceId, db, { ...ask, ...days });
      const happened = [...(await readHappenings(workspaceId, db, { ...ask, ...span })), ...bonusHappenings(programs, { ...span, zone })];
      const names = new Map(programs.map((each) => [each.id, each]));
      const all = [...notes.map((each) => noteView(each, names)), ...happened.map((each) => happeningView(each, names, dayOf))];
      return { data: all.toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1)) };
    }),
});

import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging, uuidOrMissing } from "../listing.ts";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import { listMeant } from "../../store/announcement-people.ts";
import { announcementOf } from "../lookup-announcement.ts";
import { instant } from "../schemas.ts";

const meant = z
  .object({
    person: z.string(),
    status: z.enum(["waiting", "asked", "held"]),
    reason: z.string().nullable().describe("Why she was not asked, or not by mail."),
    asked_at: instant.nullable(),
    clicked_at: instant.nullable(),
  })
  .meta({ id: "AnnouncementPerson" });

const at = (value: number | null): string | null => (value === null ? null : formatInstant(value));

export default endpoint({
  method: "GET",
  path: "/v1/announcements/:announcement/people",
  tag: "Announcements",
  permission: "messages:read",
  summary: "List who was asked, who waits, and who was not asked and why",
  params: z.object({ announcement: z.string() }),
  query: z.strictObject({ ...paging, status: z.enum(["waiting", "asked", "held"]).optional() }),
  response: listOf("AnnouncementPerson", meant),
  async handler({ params, query, read }) {
    const id = uuidOrMissing("anc", params.announcement, "announcement");
    await announcementOf(read, id);
    const { before: after, limit } = cursorOf("per", query);
    const rows = await read((workspaceId, db) =>
      listMeant(workspaceId, db, { announcement: id, after, limit, status: query.status ?? null }),
    );
    return pageOf(rows, query.limit, {
      view: ({ person_id, status, reason, asked_at, clicked_at }) => ({
        person: externalId("per", person_id),
        status,
        reason,
        asked_at: at(asked_at),
        clicked_at: at(clicked_at),
      }),
      cursor: ({ person }) => person,
    });
  },
});

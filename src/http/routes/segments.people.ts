import { z } from "zod";
import { notFound } from "../../flow/refusal.ts";
import { readPeople } from "../../store/people-find.ts";
import { listSegment, readSegment } from "../../store/segments.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging, uuidOrMissing } from "../listing.ts";
import { person, personView } from "../views/person.ts";

export default endpoint({
  method: "GET",
  path: "/v1/segments/:segment/people",
  tag: "Segments",
  permission: "people:read",
  summary: "List the people of a segment",
  params: z.object({ segment: z.string() }),
  query: z.strictObject(paging),
  response: listOf("Person", person),
  async handler({ params, query, caller, services, read }) {
    await services.people.freshProfiles(caller.workspaceId);
    return await read(async (workspaceId, db) => {
      const row = await readSegment(workspaceId, db, uuidOrMissing("seg", params.segment, "segment"));
      if (row === null) throw notFound("segment");
      const now = await workspaceNow(workspaceId, db);
      const ids = await listSegment(workspaceId, db, { condition: row.filter, now, ...cursorOf("per", query) });
      return pageOf(await readPeople(workspaceId, db, ids), query.limit, { view: personView, cursor: (view) => view.id });
    });
  },
});

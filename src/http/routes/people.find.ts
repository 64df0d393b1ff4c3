import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { segmentFilter } from "../../core/segment.ts";
import { endpoint } from "../endpoint.ts";
import { listOf } from "../listing.ts";
import { foundIn } from "../people-found.ts";
import { instantInput } from "../schemas.ts";
import { foundPerson, foundView } from "../views/segment.ts";

export default endpoint({
  method: "POST",
  path: "/v1/people/find",
  tag: "People",
  permission: "people:read",
  summary: "Find people, with what is known of them at a glance",
  description:
    "All that is given must hold. `text` is a beginning of a name, a last name, an e-mail address or your own id, or a whole `per_...`; " +
    "it finds at most 500. A POST, so that no name lands in a log. " +
    "Who becomes known while pages are read comes before the first of them; " +
    "while `catching_up` is true on any page, some who are known may be on none, and the list is read again. By score, those whose score " +
    "moves meanwhile may be missed or come twice: for everybody once, sort by newest, or `GET /v1/people`.",
  body: z
    .strictObject({
      text: z.string().max(320).optional(),
      program: z.string().max(64).optional().describe("Takes part in it."),
      joined_since: instantInput.optional(),
      country: z.string().min(1).max(64).optional(),
      segment: z.string().optional(),
      filter: segmentFilter.optional().describe("As a segment's."),
      sort: z.enum(["newest", "score"]).default("newest"),
      limit: z.number().int().min(1).max(200).default(50),
      after: z.string().max(64).optional().describe("`next` of the page before."),
    })
    .meta({ id: "PeopleQuestion" }),
  response: listOf("FoundPerson", foundPerson)
    .extend({
      catching_up: z.boolean().describe("What is known of some people is still being put together: they are not in the list yet."),
    })
    .meta({ id: "FoundPersonList" }),
  idempotent: false,
  async handler({ body, caller, services, read }) {
    const isBehind = await services.people.freshProfiles(caller.workspaceId);
    const { rows, people, more } = await read((workspaceId, db) => foundIn(workspaceId, db, body));
    const data = rows.flatMap((brief) => {
      const row = people.get(brief.id);
      return row === undefined ? [] : [foundView(row, brief)];
    });
    const last = rows.at(-1);
    const next = more && last !== undefined ? `${last.rank}:${externalId("per", last.id)}` : null;
    return { data, next, catching_up: isBehind };
  },
});

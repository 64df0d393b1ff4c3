import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { readShown } from "../../store/pages.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson } from "../lookup.ts";
import { shown } from "../views/page.ts";

export default endpoint({
  method: "PUT",
  path: "/v1/people/:person/shown",
  tag: "People",
  permission: "people:write",
  member: { params: "person" },
  summary: "Choose what a person shows of herself",
  description: "Her name and picture on landing pages, as she chose them. Without a choice a friend reads that somebody recommends.",
  bodyLimit: 131_072,
  params: z.object({ person: z.string() }),
  body: z
    .strictObject({
      name: z.string().max(200).nullable().default(null).describe("As friends read it; null: none."),
      picture: z
        .string()
        .max(120_000)
        .nullable()
        .optional()
        .describe("A PNG, JPEG or WebP of at most 64 kB in base64; null takes it away; left out, it stays."),
    })
    .meta({ id: "ShownWish" }),
  response: shown,
  async handler({ params, body, caller, services, read }) {
    const personId = await read((workspaceId, db) => findPerson(workspaceId, db, params.person));
    await services.pages.setShown(byOf(caller), { personId, name: body.name, picture: body.picture });
    const row = await read((workspaceId, db) => readShown(workspaceId, db, personId));
    return { person: externalId("per", personId), name: row?.name ?? null, has_picture: row?.picture_at != null };
  },
});

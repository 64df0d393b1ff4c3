import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { findPersonIfGiven } from "../lookup.ts";

export default endpoint({
  method: "POST",
  path: "/v1/announcements/:announcement/preview",
  tag: "Announcements",
  permission: "messages:read",
  summary: "See an announcement as somebody would get it",
  params: z.object({ announcement: z.string() }),
  body: z.strictObject({
    locale: z.string().max(35).default("").describe("A language; the reader's where it is left out."),
    person: z.string().max(300).optional().describe("As her; as somebody of whom nothing is known where it is left out."),
  }),
  response: z
    .object({
      subject: z.string(),
      title: z.string(),
      paragraphs: z.array(z.string()),
      action: z.string().nullable(),
      html: z.string(),
      text: z.string(),
    })
    .meta({ id: "AnnouncementPreview" }),
  idempotent: false,
  async handler({ params, body, caller, services, read, request }) {
    const id = uuidOrMissing("anc", params.announcement, "announcement");
    const person = await read((workspaceId, db) => findPersonIfGiven(workspaceId, db, body.person));
    const { publicUrl } = request.server.gv;
    const seen = await services.announcements.preview(caller.workspaceId, { id, locale: body.locale, person, publicUrl });
    return { ...seen, paragraphs: [...seen.paragraphs] };
  },
});

import { z } from "zod";
import { disclosureIn, shareLocale, shareTexts } from "../../core/messages/share-text.ts";
import { endpoint } from "../endpoint.ts";
import { findSharer } from "../lookup-sharer.ts";

const texts = z
  .object({
    program: z.string(),
    locale: z.string().nullable(),
    link: z.string(),
    code: z.string(),
    disclosure: z.string(),
    texts: z.array(z.object({ name: z.string(), subject: z.string().nullable(), text: z.string() })),
  })
  .meta({ id: "ShareTexts" });

export default endpoint({
  method: "GET",
  path: "/v1/advocates/:person/share-texts",
  tag: "Advocates",
  permission: "advocates:read",
  summary: "Texts that an advocate can send",
  description: "Each with her link and with what she gets for it: both are always there.",
  params: z.object({ person: z.string() }),
  query: z.strictObject({
    program: z.string().max(64),
    locale: z.string().max(35).optional(),
    share: z.string().max(40).optional().describe("shr_...: with that share's own link."),
  }),
  response: texts,
  handler: ({ params, query, read, request }) =>
    read(async (workspaceId, db) => {
      const wanted = { person: params.person, program: query.program, share: query.share, context: request.server.gv };
      const { program, link } = await findSharer(workspaceId, db, wanted);
      const locale = shareLocale(program, query.locale ?? null);
      const disclosure = disclosureIn(program, locale);
      const words = { link: link.url, code: link.code, disclosure };
      const shown = locale === null ? [] : shareTexts(program, locale, words);
      return { program: program.key, locale, link: link.url, code: link.code, disclosure, texts: shown };
    }),
});

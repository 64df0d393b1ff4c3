import { z } from "zod";
import type { Overrides } from "../../core/words.ts";
import { LANGUAGE_TAGS, SECTIONS, textLines } from "../../core/words/own-texts.ts";
import { readWorkspace } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { textLine } from "../views/own-text.ts";

export default endpoint({
  method: "GET",
  path: "/v1/texts",
  tag: "Content",
  permission: "settings:read",
  summary: "List the texts that people read, with your own",
  description: "Every text of a section, or of all, in one language: ICU messages. All at once; there are about 1,500.",
  query: z.strictObject({ language: z.enum(LANGUAGE_TAGS).default("en"), section: z.enum(SECTIONS).optional() }),
  response: z.object({ language: z.enum(LANGUAGE_TAGS), data: z.array(textLine) }).meta({ id: "TextList" }),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const own = ((await readWorkspace(workspaceId, db))!.settings["words"] ?? {}) as Overrides;
      const sections = query.section === undefined ? SECTIONS : [query.section];
      return { language: query.language, data: textLines(query.language, sections, own) };
    }),
});

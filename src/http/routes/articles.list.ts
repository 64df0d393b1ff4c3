import { z } from "zod";
import { LANGUAGE_TAGS } from "../../core/words/own-texts.ts";
import { listArticles } from "../../store/articles.ts";
import { endpoint } from "../endpoint.ts";
import { article, articleView } from "../views/article.ts";

export default endpoint({
  method: "GET",
  path: "/v1/articles",
  tag: "Content",
  permission: "programs:read",
  summary: "List help articles",
  description: "All of them at once (500 at most), by language, in the order in which they are shown.",
  query: z.strictObject({
    language: z.enum(LANGUAGE_TAGS).optional(),
    program: z.string().max(64).optional().describe("Those that this program shows."),
    published: z.stringbool().optional(),
  }),
  response: z.object({ data: z.array(article) }).meta({ id: "ArticleList" }),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const { language = null, program = null, published = null } = query;
      return { data: (await listArticles(workspaceId, db, { language, program, published })).map(articleView) };
    }),
});

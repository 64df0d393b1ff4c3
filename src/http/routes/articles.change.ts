import { z } from "zod";
import { readArticle } from "../../store/articles.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { article, articleFields, articleView } from "../views/article.ts";

export default endpoint({
  method: "PATCH",
  path: "/v1/articles/:article",
  tag: "Content",
  permission: "programs:write",
  summary: "Change a help article",
  description: "What is left out stays as it is.",
  params: z.object({ article: z.string() }),
  body: z.strictObject(articleFields).partial().meta({ id: "ArticleChange" }),
  response: article,
  async handler({ params, body, caller, services, read }) {
    const id = uuidOrMissing("art", params.article, "article");
    const wish = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    await services.content.changeArticle(byOf(caller), { id, wish });
    return articleView((await read((workspaceId, db) => readArticle(workspaceId, db, id)))!);
  },
});

import { z } from "zod";
import { readArticle } from "../../store/articles.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { article, articleFields, articleView } from "../views/article.ts";

export default endpoint({
  method: "POST",
  path: "/v1/articles",
  tag: "Content",
  permission: "programs:write",
  summary: "Write a help article",
  description: "Shown under Learn in the portal once it is published.",
  body: z
    .strictObject({
      ...articleFields,
      program: articleFields.program.default(null),
      position: articleFields.position.default(0),
      published: articleFields.published.default(false),
    })
    .meta({ id: "ArticleWish" }),
  response: article,
  status: 201,
  async handler({ body, caller, services, read }) {
    const id = await services.content.createArticle(byOf(caller), body);
    return articleView((await read((workspaceId, db) => readArticle(workspaceId, db, id)))!);
  },
});

import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "DELETE",
  path: "/v1/articles/:article",
  tag: "Content",
  permission: "programs:write",
  summary: "Remove a help article",
  params: z.object({ article: z.string() }),
  response: z.object({ removed: z.literal(true) }).meta({ id: "ArticleRemoved" }),
  async handler({ params, caller, services }) {
    await services.content.removeArticle(byOf(caller), uuidOrMissing("art", params.article, "article"));
    return { removed: true as const };
  },
});

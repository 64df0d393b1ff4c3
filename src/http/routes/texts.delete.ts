import { z } from "zod";
import { LANGUAGE_TAGS } from "../../core/words/own-texts.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "DELETE",
  path: "/v1/texts/:key",
  tag: "Content",
  permission: "settings:write",
  summary: "Go back to our text",
  params: z.object({ key: z.string().max(200) }),
  query: z.strictObject({ language: z.enum(LANGUAGE_TAGS).optional().describe("Left out: your own text for every language.") }),
  response: z.object({ removed: z.literal(true) }).meta({ id: "OwnTextRemoved" }),
  async handler({ params, query, caller, services }) {
    await services.content.changeText(byOf(caller), { key: params.key, language: query.language ?? null, text: null });
    return { removed: true as const };
  },
});

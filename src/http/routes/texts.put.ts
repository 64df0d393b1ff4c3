import { z } from "zod";
import { LANGUAGE_TAGS } from "../../core/words/own-texts.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "PUT",
  path: "/v1/texts/:key",
  tag: "Content",
  permission: "settings:write",
  summary: "Say a text in your own words",
  description: "An ICU message with the values that ours has. Only this text changes, whoever changes others meanwhile.",
  params: z.object({ key: z.string().max(200).describe('"portal.share.title".') }),
  body: z
    .strictObject({
      text: z.string().min(1).max(2_000),
      language: z.enum(LANGUAGE_TAGS).nullable().default(null).describe("Null: in every language."),
    })
    .meta({ id: "OwnTextWish" }),
  response: z.object({ key: z.string(), language: z.enum(LANGUAGE_TAGS).nullable(), text: z.string() }).meta({ id: "OwnText" }),
  async handler({ params, body, caller, services }) {
    await services.content.changeText(byOf(caller), { key: params.key, language: body.language, text: body.text });
    return { key: params.key, language: body.language, text: body.text };
  },
});

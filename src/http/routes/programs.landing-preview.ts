import { z } from "zod";
import { brand } from "../../core/brand.ts";
import { definition } from "../../core/program.ts";
import { Refusal } from "../../flow/refusal.ts";
import { endpoint } from "../endpoint.ts";
import { previewLanding } from "../landing-preview.ts";
import { readerLocale } from "../reader.ts";

export default endpoint({
  method: "POST",
  path: "/v1/programs/:program/landing/preview",
  tag: "Programs",
  permission: "programs:read",
  idempotent: false,
  summary: "Draw the landing page of a draft",
  description: "The definition given, or the draft, else what is live, as HTML with a made-up recommender. Nothing is counted.",
  params: z.object({ program: z.string() }),
  body: z
    .strictObject({
      definition: definition.optional(),
      locale: z.string().max(35).optional(),
      variant: z.string().max(32).optional().describe("The key of a variant; the page itself when left out."),
      brand: brand.optional().describe("In place of the one in the settings."),
      name: z.string().max(200).nullable().default("Anna").describe("Who recommends; null: somebody without a name."),
    })
    .meta({ id: "LandingPreviewWish" })
    .optional(),
  response: z
    .object({ html: z.string(), policy: z.string().describe("The Content-Security-Policy that the page is sent with.") })
    .meta({ id: "LandingPreview" }),
  async handler({ params, body, read, request }) {
    const locale = readerLocale(body?.locale, request.headers["accept-language"]);
    const wish = {
      definition: body?.definition,
      brand: body?.brand,
      locale,
      variant: body?.variant ?? "",
      name: body === undefined ? "Anna" : body.name,
    };
    try {
      return await read((workspaceId, db) => previewLanding(workspaceId, db, { program: params.program, wish, app: request.server }));
    } catch (error) {
      // Liquid's own words say the line and what is wrong there; they hold nothing but the template.
      if (!(error instanceof Error) || !/Liquid|Tokenization|Parse|Render|template/i.test(error.name + error.message)) throw error;
      const message = error.message.split("\n")[0]!;
      throw new Refusal("validation_failed", message, {
        errors: [{ pointer: "/pages/landing/template", message, code: "template_invalid" }],
      });
    }
  },
});

import { z } from "zod";
import { brand as brandSchema } from "../../core/brand.ts";
import { overrideProblems } from "../../core/words/overrides.ts";
import { houseOf } from "../../flow/mail-draft.ts";
import { readMailWorkspace } from "../../flow/mail-facts.ts";
import { notFound } from "../../flow/refusal.ts";
import { endpoint } from "../endpoint.ts";
import { letterWords, mailKind } from "../views/mail.ts";

export default endpoint({
  method: "POST",
  path: "/v1/mail/preview",
  tag: "Messages",
  permission: "messages:read",
  idempotent: false,
  summary: "Draw a mail of a kind, with made-up values",
  description: "In the workspace's brand and words, or in those given here. Nothing is sent or kept.",
  body: z
    .strictObject({
      kind: mailKind,
      locale: z
        .string()
        .regex(/^[a-zA-Z-]{2,35}$/, "A language such as de or pt-BR.")
        .default("en"),
      brand: brandSchema.optional().describe("In place of the one in the settings."),
      words: z
        .record(z.string().max(200), z.string())
        .superRefine((own, ctx) => {
          for (const { key, message } of overrideProblems(own)) ctx.addIssue({ code: "custom", path: [key], message });
        })
        .default({})
        .describe("Own texts that are not saved yet, by key as in the settings."),
      letter: letterWords.optional().describe("What an operator writes herself, with the kind `personal_thanks`."),
    })
    .meta({ id: "MailPreviewWish" }),
  response: z.object({ subject: z.string(), html: z.string(), text: z.string() }).meta({ id: "MailPreview" }),
  async handler({ body, read, services }) {
    const { kind, locale, brand, words, letter } = body;
    const workspace = await read(readMailWorkspace);
    if (workspace === null) throw notFound("workspace");
    const house = houseOf(brand === undefined ? workspace : { ...workspace, brand, business: brand.name ?? workspace.business });
    const own = letter === undefined || kind !== "personal_thanks" ? {} : { own: `${letter.subject}\n\n${letter.text}` };
    return await services.mail.preview({ kind, locale, zone: workspace.zone, house, words: { ...workspace.words, ...words }, ...own });
  },
});

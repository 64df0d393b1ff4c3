/** The product's texts beside a business's own, as the API shows them. */
import { z } from "zod";
import { SECTIONS } from "../../core/words/own-texts.ts";

export const textLine = z
  .object({
    key: z.string(),
    section: z.enum(SECTIONS),
    english: z.string(),
    text: z.string().nullable().describe("Ours in this language; null where it is missing, and English is said."),
    own: z.string().nullable().describe("The business's own for this language."),
    own_everywhere: z.string().nullable().describe("The business's own for every language."),
  })
  .meta({ id: "TextLine" });

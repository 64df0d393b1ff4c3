/** Help articles as the API shows them. */
import { z } from "zod";
import { LANGUAGE_TAGS } from "../../core/words/own-texts.ts";
import { externalId } from "../../core/id.ts";
import { isOneLine } from "../../core/text.ts";
import { formatInstant } from "../../core/time.ts";
import type { ArticleRow } from "../../store/articles.ts";
import { instant } from "../schemas.ts";

export const articleFields = {
  title: z.string().trim().min(1).max(200).refine(isOneLine, { message: "One line, without control characters." }),
  text: z.string().trim().min(1).max(20_000).describe("Plain text; an empty line parts paragraphs."),
  language: z.enum(LANGUAGE_TAGS),
  program: z.string().max(64).nullable().describe("Null: shown in every program."),
  position: z.int().min(0).max(10_000).describe("Lower comes first."),
  published: z.boolean(),
};

export const article = z.object({ id: z.string(), ...articleFields, changed_at: instant }).meta({ id: "Article" });

export function articleView(row: ArticleRow): z.input<typeof article> {
  return { ...row, id: externalId("art", row.id), language: row.language as "en", changed_at: formatInstant(row.changed_at) };
}

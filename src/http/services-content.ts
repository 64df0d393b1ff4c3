/** What http needs from flow for a business's own texts. Part of `Services`. */
import type { ArticleWish } from "../flow/articles.ts";
import type { By } from "../flow/by.ts";
import type { TextWish } from "../flow/own-texts.ts";

export type ContentServices = {
  createArticle(by: By, wish: ArticleWish): Promise<string>;
  changeArticle(by: By, input: { id: string; wish: Partial<ArticleWish> }): Promise<void>;
  removeArticle(by: By, id: string): Promise<void>;
  /** Sets one own text, or takes it out. Refuses `validation_failed` for what is no message. */
  changeText(by: By, wish: TextWish): Promise<void>;
};

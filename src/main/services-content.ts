/** The services of a business's own texts, each a flow with its parts handed in. */
import { changeArticle, createArticle, removeArticle } from "../flow/articles.ts";
import type { ChangeParts } from "../flow/change.ts";
import { changeOwnText } from "../flow/own-texts.ts";
import type { ContentServices } from "../http/services-content.ts";

export function contentServices(parts: ChangeParts): ContentServices {
  return {
    createArticle: (by, wish) => createArticle(parts, by, wish),
    changeArticle: (by, input) => changeArticle(parts, by, input),
    removeArticle: (by, id) => removeArticle(parts, by, id),
    changeText: (by, wish) => changeOwnText(parts, by, wish),
  };
}

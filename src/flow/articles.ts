/** Help articles: written, changed and removed by those who run the workspace. */
import { externalId } from "../core/id.ts";
import * as store from "../store/articles.ts";
import { readProgram } from "../store/programs.ts";
import { workspaceNow } from "../store/workspaces.ts";
import type { Client } from "../store/db.ts";
import type { By } from "./by.ts";
import { type ChangeParts, change } from "./change.ts";
import { notFound, Refusal } from "./refusal.ts";

export type ArticleWish = Omit<store.ArticleRow, "id" | "changed_at">;

/** All of them are read at once, by the portal too. */
const MOST = 500;

/** @returns its id. Refuses `conflict` beyond 500 articles. */
export async function createArticle(parts: ChangeParts, by: By, wish: ArticleWish): Promise<string> {
  return await change(parts, by, async (db) => {
    if ((await store.countArticles(by.workspaceId, db)) >= MOST)
      throw new Refusal("conflict", `There are ${MOST} articles already: remove some first.`);
    const id = parts.ids.uuid();
    await write(by, db, { id, ...wish });
    return { result: id, deed: { action: "article.created", target: externalId("art", id), detail: { language: wish.language } } };
  });
}

/** Changes what is given; what is left out stays. */
export async function changeArticle(parts: ChangeParts, by: By, input: { id: string; wish: Partial<ArticleWish> }): Promise<void> {
  const { id, wish } = input;
  await change(parts, by, async (db) => {
    const row = await store.readArticle(by.workspaceId, db, id);
    if (row === null) throw notFound("article");
    await write(by, db, { ...row, ...wish });
    return {
      result: undefined,
      deed: { action: "article.changed", target: externalId("art", id), detail: { fields: Object.keys(wish) } },
    };
  });
}

export async function removeArticle(parts: ChangeParts, by: By, id: string): Promise<void> {
  await change(parts, by, async (db) => {
    if (!(await store.deleteArticle(by.workspaceId, db, id))) throw notFound("article");
    return { result: undefined, deed: { action: "article.removed", target: externalId("art", id) } };
  });
}

async function write(by: By, db: Client, article: Omit<store.ArticleRow, "changed_at">): Promise<void> {
  const { program } = article;
  if (program !== null && (await readProgram(by.workspaceId, db, program)) === null) throw notFound("program");
  await store.putArticle(by.workspaceId, db, { ...article, changed_at: await workspaceNow(by.workspaceId, db) });
}

/** Help that a business writes for those who recommend it. A bounded number: they are read by people. */
import type { Client } from "./db.ts";

export type ArticleRow = {
  id: string;
  program: string | null;
  language: string;
  title: string;
  text: string;
  position: number;
  published: boolean;
  changed_at: number;
};

const COLUMNS = "id, program, language, title, text, position, published, changed_at";

export async function readArticle(workspaceId: string, db: Client, id: string): Promise<ArticleRow | null> {
  const { rows } = await db.query<ArticleRow>(`select ${COLUMNS} from article where workspace_id = $1 and id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

export type ArticleFilter = { language: string | null; program: string | null; published: boolean | null };

/** In the order in which they are shown. */
export async function listArticles(workspaceId: string, db: Client, filter: ArticleFilter): Promise<ArticleRow[]> {
  const { rows } = await db.query<ArticleRow>(
    `select ${COLUMNS} from article
      where workspace_id = $1 and ($2::text is null or language = $2) and ($3::text is null or program is null or program = $3)
        and ($4::boolean is null or published = $4)
      order by language, position, id`,
    [workspaceId, filter.language, filter.program, filter.published],
  );
  return rows;
}

export async function countArticles(workspaceId: string, db: Client): Promise<number> {
  const { rows } = await db.query<{ n: number }>("select count(*)::int as n from article where workspace_id = $1", [workspaceId]);
  return rows[0]!.n;
}

/** Stores it; of one that is there, everything but its id is replaced. */
export async function putArticle(workspaceId: string, db: Client, a: ArticleRow): Promise<void> {
  await db.query(
    `insert into article (workspace_id, ${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (workspace_id, id) do update set program = excluded.program, language = excluded.language, title = excluded.title,
           text = excluded.text, position = excluded.position, published = excluded.published, changed_at = excluded.changed_at`,
    [workspaceId, a.id, a.program, a.language, a.title, a.text, a.position, a.published, a.changed_at],
  );
}

/** True where it was there. */
export async function deleteArticle(workspaceId: string, db: Client, id: string): Promise<boolean> {
  const { rowCount } = await db.query("delete from article where workspace_id = $1 and id = $2", [workspaceId, id]);
  return rowCount === 1;
}

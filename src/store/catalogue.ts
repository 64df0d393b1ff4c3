/** The catalogue: what may be had for points or credit. Stock is counted down behind the writer lock. */
import type { Client } from "./db.ts";

export type ItemRow = {
  id: string;
  key: string;
  name: string;
  description: string;
  program_id: string | null;
  program: string | null;
  level: string | null;
  form: string;
  unit: string;
  price: number;
  stock: number | null;
  per_person: number | null;
  active: boolean;
  created_at: number;
};

const ITEM = `
  select i.id, i.key, i.name, i.description, i.program_id, p.key as program, i.level, i.form, i.unit, i.price, i.stock, i.per_person,
         i.active, i.created_at
    from catalogue_item i left join program p on p.workspace_id = i.workspace_id and p.id = i.program_id
   where i.workspace_id = $1`;

/** An item by its key, or null. */
export async function readItem(workspaceId: string, db: Client, key: string): Promise<ItemRow | null> {
  const { rows } = await db.query<ItemRow>(`${ITEM} and i.key = $2`, [workspaceId, key]);
  return rows[0] ?? null;
}

/** Items, newest first. */
export async function listItems(
  workspaceId: string,
  db: Client,
  filter: { before: string | null; limit: number; active: boolean | null },
): Promise<ItemRow[]> {
  const { rows } = await db.query<ItemRow>(
    `${ITEM} and ($2::uuid is null or i.id < $2) and ($3::boolean is null or i.active = $3) order by i.id desc limit $4`,
    [workspaceId, filter.before, filter.active, filter.limit],
  );
  return rows;
}

export type ItemWish = Omit<ItemRow, "program">;

/** Makes an item or changes all of it but its id and birth. */
export async function saveItem(workspaceId: string, db: Client, w: ItemWish): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `insert into catalogue_item (workspace_id, id, key, name, description, program_id, level, form, unit, price, stock, per_person,
        active, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         on conflict (workspace_id, key) do update set name = excluded.name, description = excluded.description,
            program_id = excluded.program_id, level = excluded.level, form = excluded.form, unit = excluded.unit,
            price = excluded.price, stock = excluded.stock, per_person = excluded.per_person, active = excluded.active
     returning id`,
    [
      workspaceId,
      w.id,
      w.key,
      w.name,
      w.description,
      w.program_id,
      w.level,
      w.form,
      w.unit,
      w.price,
      w.stock,
      w.per_person,
      w.active,
      w.created_at,
    ],
  );
  return rows[0]!.id;
}

/** Takes one of a limited stock (`by` -1) or puts it back (1). False when none is left; unlimited stock is never touched. */
export async function moveStock(workspaceId: string, db: Client, of: { item: string; by: number }): Promise<boolean> {
  const { rowCount } = await db.query(
    `update catalogue_item set stock = stock + $3 where workspace_id = $1 and id = $2 and (stock is null or stock + $3 >= 0)`,
    [workspaceId, of.item, of.by],
  );
  return rowCount === 1;
}

/** How many of an item these people have, cancelled ones left out. */
export async function countTaken(workspaceId: string, db: Client, of: { item: string; people: readonly string[] }): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `select count(*) as n from redemption
      where workspace_id = $1 and item_id = $2 and person_id = any($3::uuid[]) and cancelled_at is null`,
    [workspaceId, of.item, of.people],
  );
  return rows[0]?.n ?? 0;
}

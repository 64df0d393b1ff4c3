/** Companies as a batch reads and writes them. */
import type { Book, CompanyRow } from "../core/book.ts";
import { plain, quoted } from "./arrays.ts";
import type { Client } from "./db.ts";
import type { PersonRecord } from "./settle-load.ts";
import { rows } from "./settle-rows.ts";
import { type Statement, insertRows } from "./settle-statement.ts";

export type CompanyRecord = { id: string; external_id: string; first_order_at: number | null; first_order_client: string | null };

/** Companies by the business's own ids, or by ours. */
export async function loadCompanies(
  client: Client,
  ws: string,
  by: { externals: readonly string[]; ids: readonly string[] },
): Promise<CompanyRecord[]> {
  const columns = "id, external_id, first_order_at, first_order_client";
  return rows(client, "load_companies", {
    text: `select ${columns} from company where workspace_id = $1 and external_id = any($2::text[])
      union select ${columns} from company where workspace_id = $1 and id = any($3::uuid[])`,
    values: [ws, quoted(by.externals), plain(by.ids)],
  });
}

/** Everybody who belongs to these companies and was not merged into somebody else. */
export async function loadColleagues(client: Client, ws: string, companies: readonly string[]): Promise<PersonRecord[]> {
  return rows(client, "load_colleagues", {
    text: `select p.id, p.has_user_id, p.company_id, p.merged_into, p.created_at, p.state, p.erased_at is not null as erased
      from person p where p.workspace_id = $1 and p.company_id = any($2::uuid[]) and p.merged_into is null`,
    values: [ws, plain(companies)],
  });
}

export function companyRow(r: CompanyRecord): CompanyRow {
  const first = r.first_order_at === null ? null : { at: r.first_order_at, client: r.first_order_client ?? "" };
  return { id: r.id, external: r.external_id, first, dirty: false };
}

/**
 * New companies, and first purchases that moved. One that an operator made at the same moment under the same external id but
 * another id of ours aborts the batch, which is then tried again and finds it.
 */
export function companies(book: Book): Statement | undefined {
  const list = [...book.companies.values()].filter((c) => c.dirty);
  if (list.length === 0) return undefined;
  return insertRows(
    "company",
    [
      ["id", "uuid", list.map((c) => c.id)],
      ["external_id", "text", list.map((c) => c.external)],
      ["first_order_at", "bigint", list.map((c) => c.first?.at)],
      ["first_order_client", "text", list.map((c) => c.first?.client)],
    ],
    ` on conflict (workspace_id, id) do update set first_order_at = excluded.first_order_at,
      first_order_client = excluded.first_order_client`,
  );
}

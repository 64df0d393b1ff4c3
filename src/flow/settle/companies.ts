/**
 * Companies, for programs whose friends must be new customers of theirs. Who belongs to which is part of a person's fold (the
 * last fact that names one); a company's first purchase is the earliest of its people's. When it moves, colleagues bound by it
 * are folded again in the same batch, so that it does not matter whose purchase arrived first.
 */
import type { Book, CompanyRow, Folding } from "../../core/book.ts";
import { compareKeys } from "../../core/facts.ts";
import type { Saved } from "../../core/state.ts";
import type { Client } from "../../store/db.ts";
import { companyRow, loadColleagues, loadCompanies } from "../../store/companies.ts";
import { foldFriends, savedOf } from "./hold-people.ts";
import { addPerson } from "./load-batch.ts";

type Key = { at: number; client: string };

/** Loads the companies that the batch's people belong to and that are not in the book yet. Nothing is asked when there are none. */
export async function readCompanies(client: Client, book: Book): Promise<void> {
  const missing = new Set<string>();
  for (const p of book.people.values()) if (p.company !== null && !book.companies.has(p.company)) missing.add(p.company);
  if (missing.size === 0) return;
  for (const c of await loadCompanies(client, book.workspace, { externals: [], ids: [...missing] })) layCompany(book, companyRow(c));
}

export function layCompany(book: Book, row: CompanyRow): void {
  if (book.companies.has(row.id)) return;
  book.companies.set(row.id, row);
  book.companyIds.set(row.external, row.id);
}

/** The company's first purchase as a binding of this person sees it: her own is no reason against her. */
export function companyFirstOf(book: Book, folding: Folding): Key | undefined {
  const company = book.people.get(folding.person)?.company;
  const first = company == null ? null : book.companies.get(company)?.first;
  const own = folding.state;
  if (first == null || (own !== undefined && own.oa === first.at && own.oc === first.client)) return undefined;
  return first;
}

/**
 * Takes over what the folds just stepped say about companies. @returns the foldings whose bindings saw another first purchase
 * than there is now: they must be stepped again.
 */
export async function settleCompanies(client: Client, book: Book, stepped: readonly Folding[]): Promise<Folding[]> {
  const touched = new Set<string>();
  for (const folding of stepped) follow(book, folding, touched);
  if (touched.size === 0) return [];
  await readCompanies(client, book);
  const moved: string[] = [];
  for (const id of touched) {
    const company = book.companies.get(id);
    if (company === undefined) continue;
    const first = needsAll(book, company, stepped) ? await firstOfAll(client, book, id) : firstOfThese(book, company);
    if (sameKey(first, company.first)) continue;
    company.first = first;
    company.dirty = true;
    moved.push(id);
  }
  if (!book.world.byCompany) return [];
  if (moved.length > 0) await foldColleagues(client, book, moved);
  return [...book.foldings.values()].filter((f) => f.state !== undefined && !f.held && !sameKey(companyFirstOf(book, f), f.companyFirst));
}

/** The person's row follows her fold; what she was and what she is are both looked at. */
function follow(book: Book, folding: Folding, touched: Set<string>): void {
  const row = book.people.get(folding.person);
  const company = folding.state?.co ?? null;
  if (row === undefined || folding.held) return;
  if (row.company !== null) touched.add(row.company);
  for (const id of row.absorbed) {
    const left = book.people.get(id)?.company;
    if (left != null) touched.add(left);
  }
  if (company !== null) touched.add(company);
  if (row.company === company) return;
  row.company = company;
  row.dirty = true;
}

/**
 * True when the first purchase was somebody's whose fold says otherwise now (she left, or the fact is gone): the next one must be
 * found.
 */
function needsAll(book: Book, company: CompanyRow, stepped: readonly Folding[]): boolean {
  if (company.first === null) return false;
  const { at, client } = company.first;
  for (const folding of stepped) {
    const row = book.people.get(folding.person);
    const now = folding.state;
    if (now?.co === company.id && now.oa === at && now.oc === client) continue;
    for (const id of [folding.person, ...(row?.absorbed ?? [])]) {
      const before = savedOf(book.people.get(id)?.stateText ?? "");
      if (before?.co === company.id && before.oa === at && before.oc === client) return true;
    }
  }
  return false;
}

function firstOfThese(book: Book, company: CompanyRow): Key | null {
  let first = company.first;
  for (const f of book.foldings.values()) first = earlier(first, f.state, company.id);
  return first;
}

async function firstOfAll(client: Client, book: Book, company: string): Promise<Key | null> {
  let first: Key | null = null;
  for (const p of await loadColleagues(client, book.workspace, [company])) {
    // Whoever this batch merged into somebody else is folded with her, and not stored so yet.
    if (book.people.get(p.id)?.mergedInto != null || book.foldings.get(p.id)?.state !== undefined) continue;
    first = earlier(first, savedOf(p.state), company);
  }
  for (const f of book.foldings.values()) first = earlier(first, f.state, company);
  return first;
}

function earlier(first: Key | null, state: Saved | undefined, company: string): Key | null {
  if (state?.co !== company || state.oa === undefined) return first;
  const key = { at: state.oa, client: state.oc ?? "" };
  return first === null || compareKeys(key.at, key.client, first.at, first.client) < 0 ? key : first;
}

async function foldColleagues(client: Client, book: Book, companies: readonly string[]): Promise<void> {
  const found = await loadColleagues(client, book.workspace, companies);
  for (const p of found) addPerson(book, p);
  const others = found.map((p) => p.id).filter((id) => book.people.get(id)?.mergedInto === null && !book.foldings.has(id));
  foldFriends(book, others);
}

function sameKey(a: Key | null | undefined, b: Key | null | undefined): boolean {
  return a?.at === b?.at && a?.client === b?.client;
}

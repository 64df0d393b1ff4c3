/** The reads of a batch: what the drafts name (first wait), and what full folds and standings need beyond that. */
import { canonical } from "../../core/attribution/resolve.ts";
import { type Book, type Folding, referralKey, standingKey } from "../../core/book.ts";
import type { Draft } from "../../core/ingest/normalise.ts";
import { parseId } from "../../core/id.ts";
import type { Fact, FactType } from "../../core/facts.ts";
import { type Reward, grantKey } from "../../core/reward.ts";
import type { Client } from "../../store/db.ts";
import { together } from "../../store/round.ts";
import { type CompanyRecord, companyRow, loadCompanies } from "../../store/companies.ts";
import * as load from "../../store/settle-load.ts";
import * as again from "../../store/settle-load-rewards.ts";
import type { Touched } from "./claim-rewards.ts";
import { layReferrals, stageIndex } from "./lay-referrals.ts";

export type FirstReads = {
  stored: load.StoredRow[];
  identities: load.IdentityRecord[];
  orders: load.OrderRecord[];
  links: load.LinkRecord[];
  people: load.PersonRecord[];
  companies: CompanyRecord[];
};

/** Sends the first reads; they wait behind the writer lock on the same connection. */
export function readFirst(client: Client, ws: string, drafts: readonly Draft[]): Promise<FirstReads> {
  const identities = new Map(drafts.flatMap((d) => d.identities).map((i) => [`${i.kind}:${i.value}`, i]));
  const orders = new Set(drafts.map((d) => d.order?.id ?? d.correction?.id).filter((id) => id !== undefined));
  const codes = new Set(drafts.flatMap((d) => (d.code === undefined ? d.coupons : [d.code, ...d.coupons])));
  const clicks = new Set(drafts.map((d) => d.click?.link).filter((id) => id !== undefined));
  const people = new Set(
    drafts.map((d) => (d.personId === undefined ? undefined : parseId(d.personId)?.uuid)).filter((id) => id !== undefined),
  );
  // The person whom an operator merges into another is named by a fact's basis.
  for (const d of drafts) if (d.type === "merged" && d.basis !== undefined) people.add(d.basis);
  const externals = new Set(drafts.map((d) => d.event.person?.company).filter((id) => id !== undefined));
  const list = [...identities.values()];
  const none = Promise.resolve([]);
  const asked = together(client, () => [
    load.loadStored(client, ws, [...new Set(drafts.map((d) => d.client))]),
    list.length === 0 ? none : load.loadIdentities(client, ws, { kinds: list.map((i) => i.kind), values: list.map((i) => i.value) }),
    orders.size === 0 ? none : load.loadOrders(client, ws, [...orders]),
    codes.size + clicks.size === 0 ? none : load.loadLinks(client, ws, { codes: [...codes], ids: [...clicks] }),
    people.size === 0 ? none : load.loadPeople(client, ws, [...people]),
    externals.size === 0 ? none : loadCompanies(client, ws, { externals: [...externals], ids: [] }),
  ] as const);
  return Promise.all(asked).then(([stored, found, orderRows, links, peopleRows, companies]) => ({
    stored,
    identities: found,
    orders: orderRows,
    links,
    people: peopleRows,
    companies,
  }));
}

/** Lays the first reads into the book. */
export function fillBook(book: Book, reads: FirstReads): void {
  for (const s of reads.stored) book.stored.set(s.client_id, { id: s.id, hash: s.hash, outcome: s.outcome });
  for (const i of reads.identities) {
    addPerson(book, i);
    book.identities.set(`${i.kind}:${i.value}`, i.id);
  }
  for (const o of reads.orders) {
    if (o.id !== null) addPerson(book, o);
    book.orders.set(o.order_id, load.orderRow(o));
  }
  for (const p of reads.people) addPerson(book, p);
  for (const c of reads.companies) {
    book.companies.set(c.id, companyRow(c));
    book.companyIds.set(c.external_id, c.id);
  }
  for (const l of reads.links) {
    const row = {
      id: l.id,
      program: l.program_id,
      person: l.person_id,
      code: l.code,
      codeKey: l.code_key,
      kind: l.kind,
      disabledAt: l.disabled_at,
      advocateStatus: l.status,
      email: l.email,
    };
    if (l.merged_into !== null) book.canonicalOf.set(l.person_id, l.merged_into);
    book.linksByCode.set(l.code_key, row);
    book.linksById.set(l.id, row);
  }
}

export function addPerson(book: Book, r: load.PersonRecord): void {
  if (book.people.has(r.id)) return;
  book.people.set(r.id, load.personRow(r));
  if (r.merged_into !== null) book.canonicalOf.set(r.id, r.merged_into);
}

/** Who stands for people that were named by an id of before a merge. Nothing is asked when nobody was. */
export async function readSurvivors(client: Client, book: Book): Promise<void> {
  const named = [...book.people.values()].filter((p) => p.mergedInto !== null).map((p) => p.mergedInto as string);
  if (named.length > 0) await readPeople(client, book, named);
}

/** Loads everything that full folds need: facts, corrections, rewards, referrals, people behind them. */
export async function readForFolds(client: Client, book: Book, foldings: readonly Folding[]): Promise<void> {
  if (foldings.length === 0) return;
  const ws = book.workspace;
  const ids = foldings.map((f) => f.person);
  const absorbedRows = await load.loadAbsorbed(client, ws, ids);
  for (const a of absorbedRows) book.canonicalOf.set(a.id, a.merged_into);
  const everyone = [...new Set([...ids, ...absorbedRows.map((a) => a.id), ...book.merges.map((m) => m.from)])];
  const orderIds = foldings.flatMap((f) => f.entries.map((e) => e.fact.order?.id).filter((id) => id !== undefined));
  const unknown = everyone.filter((id) => !book.people.has(id));
  const [facts, corrections, rewards, referrals, people] = await Promise.all([
    load.loadFacts(client, ws, everyone),
    load.loadCorrections(client, ws, orderIds),
    again.loadFriendRewards(client, ws, everyone),
    again.loadReferrals(client, ws, everyone),
    load.loadPeople(client, ws, unknown),
  ]);
  for (const p of people) addPerson(book, p);
  await readOrderOwners(client, book, facts);
  layFacts(book, facts, corrections);
  for (const r of rewards) addTo(book.friendRewards, canonical(book, r.friend ?? r.recipient), known(book, r));
  layReferrals(book, referrals);
}

async function readOrderOwners(client: Client, book: Book, facts: readonly load.FactRecord[]): Promise<void> {
  const ids = new Set(
    facts.map((f) => f.body.order?.id ?? f.body.correction?.id).filter((id) => id !== undefined && !book.orders.has(id)),
  );
  if (ids.size === 0) return;
  for (const o of await load.loadOrders(client, book.workspace, [...(ids as Set<string>)])) {
    if (o.id !== null) addPerson(book, o);
    if (!book.orders.has(o.order_id)) book.orders.set(o.order_id, load.orderRow(o));
  }
}

function layFacts(book: Book, facts: readonly load.FactRecord[], corrections: readonly (load.FactRecord & { order_id: string })[]): void {
  const fresh = new Set(book.entries.map((e) => e.client));
  const seen = new Map<string, Set<string>>();
  const give = (person: string, f: load.FactRecord) => {
    const folding = book.foldings.get(person);
    if (folding === undefined || !folding.full || fresh.has(f.client_id) || f.status === "withdrawn") return;
    const mine = seen.get(person) ?? new Set();
    if (mine.has(f.client_id)) return;
    seen.set(person, mine.add(f.client_id));
    const fact: Fact = { ...(f.body as Fact), id: f.id, client: f.client_id, person: f.person_id, at: f.at, type: f.type as FactType };
    folding.facts.push(fact);
    if (f.status === "failed") folding.bad.add(fact.client);
    else if (f.status === "parked") folding.parked.set(fact.client, fact);
  };
  // A correction is folded with whoever owns its order now, which may have changed hands since it came.
  for (const f of facts) {
    const owner = book.orders.get(f.body.correction?.id ?? "")?.person ?? f.person_id;
    if (owner !== null) give(canonical(book, owner), f);
  }
  for (const c of corrections) {
    const owner = book.orders.get(c.order_id)?.person;
    if (owner != null) give(canonical(book, owner), c);
  }
}

/** One object a grant, however often it is loaded. */
export function known(book: Book, reward: Reward): Reward {
  const key = grantKey(reward);
  const earlier = book.rewards.get(key);
  if (earlier) return earlier;
  book.rewards.set(key, reward);
  book.loaded.set(reward.id, { ...reward });
  return reward;
}

function addTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

/** Loads the rows of touched standings that are not in the book yet. */
export async function readStandings(client: Client, book: Book, touched: readonly Touched[]): Promise<void> {
  const missing = touched.filter((t) => !book.standings.has(standingKey(t.program.id, t.owner, t.period)));
  if (missing.length === 0) return;
  for (const s of await again.loadStandings(client, book.workspace, keysOf(missing)))
    book.standings.set(standingKey(s.program, s.owner, s.period), s);
}

/** Loads all rewards and qualified referrals of standings that must be folded again. */
export async function readForStandings(client: Client, book: Book, touched: readonly Touched[]): Promise<void> {
  if (touched.length === 0) return;
  const of = keysOf(touched);
  const [rewards, referrals] = await Promise.all([
    again.loadStandingRewards(client, book.workspace, of),
    again.loadStandingReferrals(client, book.workspace, of),
  ]);
  for (const r of rewards) addTo(book.standingRewards, standingKey(r.program, r.recipient, r.period), known(book, r));
  for (const r of referrals) {
    // A row that is only frozen or ranked again is written with its stage, too.
    r.ref.s = stageIndex(book, r);
    const key = referralKey(r.program, r.friend);
    const row = book.referrals.get(key) ?? r;
    if (row === r) book.referrals.set(key, r);
    else if (row.ranked) Object.assign(row, { rankAt: r.rankAt, rankClient: r.rankClient });
    if (row.period !== null) addTo(book.standingReferrals, standingKey(row.program, row.ref.a, row.period), row);
  }
}

/** Loads the threshold grants of standings that are only stepped. */
export async function readThresholds(client: Client, book: Book, touched: readonly Touched[]): Promise<void> {
  if (touched.length === 0) return;
  for (const r of await again.loadThresholds(client, book.workspace, keysOf(touched))) known(book, r);
}

function keysOf(touched: readonly Touched[]): { programs: string[]; owners: string[]; periods: string[] } {
  return { programs: touched.map((t) => t.program.id), owners: touched.map((t) => t.owner), periods: touched.map((t) => t.period) };
}

/** Loads budgets not in the book yet. */
export async function readBudgets(
  client: Client,
  book: Book,
  needed: readonly { program: string; key: string; period: string }[],
): Promise<void> {
  const missing = needed.filter((n) => !book.budgets.has(`${n.program}|${n.key}|${n.period}`));
  if (missing.length === 0) return;
  const found = await again.loadBudgets(client, book.workspace, {
    programs: missing.map((n) => n.program),
    keys: missing.map((n) => n.key),
    periods: missing.map((n) => n.period),
  });
  for (const b of found) book.budgets.set(`${b.program}|${b.key}|${b.period}`, b);
}

/** Loads the recruiters above these advocates; who has none is remembered as having none. */
export async function readUplines(client: Client, book: Book, missing: readonly { program: string; person: string }[]): Promise<void> {
  for (const r of await again.loadUplines(client, book.workspace, {
    programs: missing.map((m) => m.program),
    people: missing.map((m) => m.person),
  })) {
    const key = referralKey(r.program_id, r.friend_id);
    if (!book.uplines.has(key)) book.uplines.set(key, r.advocate_id);
  }
  for (const m of missing)
    if (!book.uplines.has(referralKey(m.program, m.person))) book.uplines.set(referralKey(m.program, m.person), null);
}

export type GrantKey = { program: string; rule: string; basis: string; recipient: string };

/** Loads rewards by their business keys, those that are not in the book yet. */
export async function readGrants(client: Client, book: Book, keys: readonly GrantKey[]): Promise<void> {
  const missing = keys.filter((k) => !book.rewards.has(grantKey(k)));
  if (missing.length === 0) return;
  const of = {
    programs: missing.map((k) => k.program),
    rules: missing.map((k) => k.rule),
    bases: missing.map((k) => k.basis),
    recipients: missing.map((k) => k.recipient),
  };
  for (const r of await again.loadGrants(client, book.workspace, of)) known(book, r);
}

/** Loads derived rewards whose parent existed before. */
export async function readDerived(
  client: Client,
  book: Book,
  of: { programs: string[]; rules: string[]; bases: string[] },
): Promise<void> {
  for (const r of await again.loadDerived(client, book.workspace, of)) addTo(book.derived, `${r.program}|${r.basis}`, known(book, r));
}

/** Friends of these advocates. */
export async function readFriendsOf(client: Client, book: Book, advocates: readonly string[]): Promise<string[]> {
  const found = await again.loadFriendsOf(client, book.workspace, advocates);
  await readPeople(client, book, found);
  return found.map((id) => canonical(book, id));
}

/** Loads these people, and whoever they were merged into. */
export async function readPeople(client: Client, book: Book, ids: readonly string[]): Promise<void> {
  for (let unknown = ids.filter((id) => !book.people.has(id)); unknown.length > 0; ) {
    const found = await load.loadPeople(client, book.workspace, unknown);
    for (const p of found) addPerson(book, p);
    unknown = found.map((p) => p.merged_into).filter((id) => id !== null && !book.people.has(id)) as string[];
  }
}

/** What is known of the people named in the batch, when some program's condition asks about a person. */
export async function readAttributes(client: Client, book: Book): Promise<void> {
  if (![...book.world.recorded].some((field) => field.startsWith("person.")) || book.people.size === 0) return;
  for (const r of await load.loadAttributes(client, book.workspace, [...book.people.keys()])) {
    const person = book.people.get(r.person_id);
    if (person && r.attributes) person.attributes = r.attributes;
  }
}

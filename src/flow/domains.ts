/** A business's own names for links and pages. One counts when its DNS holds the token that only its owner was told. */
import * as store from "../store/domains.ts";
import { type Pool, inWorkspace } from "../store/db.ts";
import { announceLinks } from "../store/links-read.ts";
import { workspaceNow } from "../store/workspaces.ts";
import type { By } from "./by.ts";
import { type ChangeParts, change } from "./change.ts";
import type { DnsText, Log } from "./ports.ts";
import { Refusal, notFound } from "./refusal.ts";

export type DomainParts = ChangeParts & { dns: DnsText; log: Log };

const MOST = 20;
const TOKEN_BYTES = 16;
const NAME = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** A host name as DNS has it, in letters of ASCII; null for what is none (an address, a port, a single word). */
export function hostName(text: string): string | null {
  const url = URL.parse(`https://${text.trim()}`);
  if (url === null || url.host !== url.hostname || url.pathname !== "/" || url.username !== "" || url.search !== "") return null;
  return NAME.test(url.hostname) ? url.hostname : null;
}

/** Where the token must stand. */
export function recordOf(domain: string): string {
  return `_grapevine.${domain}`;
}

/** Notes a domain, not verified yet. `own`: the name we are reached by ourselves, which is nobody's. */
export async function addDomain(parts: DomainParts, by: By, wish: { domain: string; own: string }): Promise<string> {
  const domain = hostName(wish.domain);
  if (domain === null || domain === wish.own) {
    const message = 'A host name of your own such as "refer.shop.example", without https:// and port.';
    throw new Refusal("validation_failed", message, { errors: [{ pointer: "/domain", message, code: "domain_invalid" }] });
  }
  return await change(parts, by, async (db) => {
    const known = await store.listDomains(by.workspaceId, db);
    if (known.some((each) => each.domain === domain)) return { result: domain, deed: null };
    if (known.length >= MOST) throw new Refusal("conflict", `At most ${MOST} domains: remove one first.`);
    const token = `grapevine-${Buffer.from(parts.ids.bytes(TOKEN_BYTES)).toString("hex")}`;
    await store.insertDomain(by.workspaceId, db, { domain, token, at: await workspaceNow(by.workspaceId, db) });
    return { result: domain, deed: { action: "domain.added", target: "workspace", detail: { domain } } };
  });
}

/** Looks at the DNS. Refuses `conflict` with what is missing, and where another workspace has it. */
export async function verifyDomain(parts: DomainParts, by: By, domain: string): Promise<void> {
  const row = await inWorkspace(parts.pool, by.workspaceId, (db) => store.readDomain(by.workspaceId, db, domain));
  if (row === null) throw notFound("domain");
  const found = await parts.dns.txt(recordOf(domain));
  const verified = found.includes(row.token);
  await change(parts, by, async (db) => {
    const at = await workspaceNow(by.workspaceId, db);
    await store.markChecked(by.workspaceId, db, { domain, at, verified });
    if (verified && !(await store.enterDomain(by.workspaceId, db, domain)))
      throw new Refusal("conflict", "Another workspace of this installation has the domain: remove it there first.");
    await announceLinks(by.workspaceId, db, null);
    return { result: undefined, deed: { action: "domain.checked", target: "workspace", detail: { domain, verified } } };
  });
  if (!verified) {
    throw new Refusal(
      "conflict",
      `${found.length === 0 ? "There is no such record yet" : "The record says something else"}: ` +
        `set TXT ${recordOf(domain)} to ${row.token}. A change may take an hour to be seen.`,
    );
  }
}

/** Ends a domain: links and pages are not answered under it any more. */
export async function removeDomain(parts: DomainParts, by: By, domain: string): Promise<void> {
  await change(parts, by, async (db) => {
    if (!(await store.deleteDomain(by.workspaceId, db, domain))) throw notFound("domain");
    await announceLinks(by.workspaceId, db, null);
    return { result: undefined, deed: { action: "domain.removed", target: "workspace", detail: { domain } } };
  });
}

export type Home = { domain: string; workspaceId: string; slug: string };

/** Which verified domain is whose, in memory: few, and asked with every request that comes by another name than ours. */
export type Hosts = {
  /** By a Host header as it came; null for a name that is nobody's. */
  find(host: string): Home | null;
  any(): boolean;
  /** Reads them anew; what cannot be read stays as it was. */
  refresh(): Promise<void>;
};

export function createHosts(parts: { pool: Pool; log: Log; monotonic: () => number }): Hosts {
  const { pool, log, monotonic } = parts;
  let known = new Map<string, Home>();
  let readAt = -Infinity;
  const refresh = async (): Promise<void> => {
    readAt = monotonic();
    try {
      const rows = await store.readHosts(pool);
      known = new Map(rows.map((row) => [row.domain, { domain: row.domain, workspaceId: row.workspace_id, slug: row.slug }]));
    } catch (error) {
      log.warn("Domains cannot be read; those in memory go on.", { error: (error as Error).message });
    }
  };
  return {
    refresh,
    any: () => known.size > 0,
    find(host) {
      // Changes are announced; a minute is what holds while the announcements cannot be heard.
      if (monotonic() - readAt > 60_000) void refresh();
      return known.get(bare(host)) ?? null;
    },
  };
}

function bare(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, "").replace(/\.$/, "");
}

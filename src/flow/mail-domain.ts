/** Looks at the DNS of the domain that a workspace's mails are from. */
import { type DomainReport, domainNames, judgeDomain } from "../core/messages/mail-domain.ts";
import { type Pool, inWorkspace } from "../store/db.ts";
import { readMailWorkspace } from "./mail-facts.ts";
import type { DnsText } from "./ports.ts";
import { notFound } from "./refusal.ts";

/** `from`: the installation's address, for workspaces without one of their own; null where none is set. */
export type MailDomainParts = { pool: Pool; dns: DnsText; from: string | null };

/** Null when the workspace has no sender: no address of its own, and none of the installation. */
export async function checkMailDomain(parts: MailDomainParts, workspaceId: string): Promise<DomainReport | null> {
  const workspace = await inWorkspace(parts.pool, workspaceId, (db) => readMailWorkspace(workspaceId, db));
  if (workspace === null) throw notFound("workspace");
  const address = workspace.mail.from_address ?? parts.from;
  if (address === null) return null;
  const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  const selector = workspace.mail.dkim_selector ?? null;
  const names = domainNames(domain, selector);
  const [spf, dkim, ...dmarcs] = await Promise.all([
    parts.dns.txt(names.spf),
    names.dkim === null ? [] : parts.dns.txt(names.dkim),
    ...names.dmarc.map((name) => parts.dns.txt(name)),
  ]);
  const dmarc = dmarcs.find((each) => each.length > 0) ?? [];
  return judgeDomain({ domain, selector, spf, dkim, dmarc });
}

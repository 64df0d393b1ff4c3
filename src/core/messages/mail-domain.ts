/** Whether other mail servers can believe mail from a domain: SPF, DKIM and DMARC as its DNS says them, each with what to do. */

export type DomainFinding = { state: "ok" | "weak" | "missing" | "broken" | "unknown"; record: string | null; remedy: string | null };
export type DomainReport = { domain: string; spf: DomainFinding; dkim: DomainFinding; dmarc: DomainFinding };
export type DomainRecords = {
  domain: string;
  selector: string | null;
  spf: readonly string[];
  dkim: readonly string[];
  dmarc: readonly string[];
};

/** Names that are asked for TXT records; DMARC falls back on the domain above. */
export function domainNames(domain: string, selector: string | null): { spf: string; dkim: string | null; dmarc: string[] } {
  const parts = domain.split(".");
  const above = parts.length > 2 ? [`_dmarc.${parts.slice(-2).join(".")}`] : [];
  return { spf: domain, dkim: selector === null ? null : `${selector}._domainkey.${domain}`, dmarc: [`_dmarc.${domain}`, ...above] };
}

export function judgeDomain(of: DomainRecords): DomainReport {
  return { domain: of.domain, spf: spfOf(of), dkim: dkimOf(of), dmarc: dmarcOf(of) };
}

const ok = (record: string): DomainFinding => ({ state: "ok", record, remedy: null });

function spfOf({ domain, spf }: DomainRecords): DomainFinding {
  const found = spf.filter((each) => /^v=spf1(\s|$)/i.test(each));
  const [record = null] = found;
  if (record === null)
    return { state: "missing", record, remedy: `Add a TXT record at ${domain} such as "v=spf1 include:<your mail provider> -all".` };
  if (found.length > 1)
    return {
      state: "broken",
      record,
      remedy: `${domain} has ${found.length} SPF records, and two are as good as none: join them into one.`,
    };
  const end = /(?:^|\s)([+?~-]?)all(?:\s|$)/i.exec(record);
  if (end === null && !/\sredirect=/i.test(record))
    return { state: "weak", record, remedy: "End the record with -all or ~all, so that other servers are not allowed by silence." };
  if (end !== null && (end[1] === "+" || end[1] === "" || end[1] === "?"))
    return { state: "weak", record, remedy: `The record allows every server: end it with -all or ~all instead of ${end[1]}all.` };
  return ok(record);
}

function dkimOf({ domain, selector, dkim }: DomainRecords): DomainFinding {
  if (selector === null)
    return {
      state: "unknown",
      record: null,
      remedy: "Set mail.dkim_selector in the settings to the selector that your mail server signs with.",
    };
  const record = dkim.find((each) => /(^|;)\s*p=/i.test(each)) ?? null;
  if (record === null)
    return {
      state: "missing",
      record,
      remedy: `Add the TXT record that your mail server gives you at ${selector}._domainkey.${domain}.`,
    };
  const key = /(?:^|;)\s*p=([^;]*)/i.exec(record)?.[1]?.replace(/\s/g, "") ?? "";
  if (key === "") return { state: "broken", record, remedy: "The key was revoked (p= is empty): let your mail server make a new one." };
  if (/k=ed25519/i.test(record) || key.length >= 300) return ok(record);
  return { state: "weak", record, remedy: "The key is shorter than 2,048 bits: let your mail server make a longer one." };
}

function dmarcOf({ domain, dmarc }: DomainRecords): DomainFinding {
  const record = dmarc.find((each) => /^v=DMARC1(\s|;|$)/i.test(each)) ?? null;
  if (record === null)
    return {
      state: "missing",
      record,
      remedy: `Add a TXT record at _dmarc.${domain}: "v=DMARC1; p=none; rua=mailto:<you>" to begin with.`,
    };
  const policy = /(?:^|;)\s*p=\s*([a-z]+)/i.exec(record)?.[1]?.toLowerCase();
  if (policy === "quarantine" || policy === "reject") return ok(record);
  if (policy === "none")
    return { state: "weak", record, remedy: "It only watches (p=none). When its reports look right, move on to p=quarantine." };
  return { state: "broken", record, remedy: "It has no policy: add p=none, p=quarantine or p=reject." };
}

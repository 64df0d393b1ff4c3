/** Domains that look like a large mail provider's and are not: typing errors, and letters that stand in for others. */

const PROVIDERS = [
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "hotmail.com",
  "live.com",
  "yahoo.com",
  "icloud.com",
  "proton.me",
  "protonmail.com",
  "gmx.de",
  "gmx.net",
  "web.de",
  "t-online.de",
  "aol.com",
  "qq.com",
  "163.com",
  "orange.fr",
  "libero.it",
];
const KNOWN: ReadonlySet<string> = new Set(PROVIDERS);
/** Shorter names have real neighbours: gmx.de and gmx.at, web.de and we.de. */
const SHORTEST = 8;

/** The provider that a domain pretends to be, or null. Domains of other countries under the same name (yahoo.fr) pretend nothing. */
export function lookalikeOf(domain: string): string | null {
  if (KNOWN.has(domain)) return null;
  const plain = domain.replaceAll("0", "o").replaceAll("1", "l").replaceAll("rn", "m").replaceAll("vv", "w");
  for (const provider of PROVIDERS) {
    if (plain === provider) return provider;
    if (provider.length < SHORTEST) continue;
    // The same name under another country's ending is its own; under a cut-off one it is not.
    if (nameOf(provider) === nameOf(domain) ? isCutOff(domain, provider) : isOneSlip(domain, provider)) return provider;
  }
  return null;
}

const isCutOff = (domain: string, provider: string): boolean => domain.endsWith(".co") && `${domain}m` === provider;
const nameOf = (domain: string): string => domain.slice(0, domain.indexOf("."));

/** One letter more, less or other, or two neighbours swapped. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  if (a.length === b.length) {
    if (a.slice(i + 1) === b.slice(i + 1)) return true;
    return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  }
  return a.length > b.length ? a.slice(i + 1) === b.slice(i) : a.slice(i) === b.slice(i + 1);
}

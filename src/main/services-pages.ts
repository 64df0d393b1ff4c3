/** Pages that friends meet: each service a flow with its parts handed in. */
import { createDnsText } from "../adapters/dns-text.ts";
import type { ChangeParts } from "../flow/change.ts";
import { addDomain, removeDomain, verifyDomain } from "../flow/domains.ts";
import { claimOffer } from "../flow/pages-claim.ts";
import { setShown } from "../flow/pages-shown.ts";
import type { DnsText, EventDoor, Hashes, Log } from "../flow/ports.ts";
import type { PageServices } from "../http/services-pages.ts";

/** `dns`: asked of the system when left out. */
type PageParts = ChangeParts & { hashes: Hashes; log: Log; dns?: DnsText };

export function pageServices(given: PageParts, events: EventDoor): PageServices {
  const parts = { ...given, dns: given.dns ?? createDnsText() };
  return {
    claimOffer: (wish) => claimOffer({ hashes: parts.hashes, events }, wish),
    setShown: (by, wish) => setShown(parts, by, wish),
    addDomain: (by, wish) => addDomain(parts, by, wish),
    verifyDomain: (by, domain) => verifyDomain(parts, by, domain),
    removeDomain: (by, domain) => removeDomain(parts, by, domain),
  };
}

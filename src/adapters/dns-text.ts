/** TXT records, asked of the system's resolver. */
import { Resolver } from "node:dns/promises";
import type { DnsText } from "../flow/ports.ts";

/** Answers an empty list where there is no record or no answer within a few seconds. `servers`: other resolvers than the system's. */
export function createDnsText(servers?: readonly string[]): DnsText {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  if (servers !== undefined) resolver.setServers(servers);
  return {
    async txt(name) {
      try {
        return (await resolver.resolveTxt(name)).map((parts) => parts.join(""));
      } catch {
        return [];
      }
    },
  };
}

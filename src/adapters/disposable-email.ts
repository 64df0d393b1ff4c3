/** Domains of throw-away mail, from the list that `disposable-email-domains-js` carries. */
import { disposableEmailBlocklistSet } from "disposable-email-domains-js";

/** Says of a domain whether it, or one above it, is on the list. The list is read when it is first asked: 5,000 names and more. */
export function createDisposableEmail(): (domain: string) => boolean {
  let list: ReadonlySet<string> | undefined;
  return (domain) => {
    list ??= disposableEmailBlocklistSet();
    for (let at = domain; at.includes("."); at = at.slice(at.indexOf(".") + 1)) if (list.has(at)) return true;
    return false;
  };
}

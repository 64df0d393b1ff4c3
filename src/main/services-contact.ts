/** The services of consent, terms and suppression, each a flow with its parts handed in. */
import { type ContactParts, findSuppression, liftSuppression, recordConsent, suppress } from "../flow/consents.ts";
import { acceptTerms } from "../flow/terms.ts";
import type { ContactServices } from "../http/services-contact.ts";

export function contactServices(parts: ContactParts): ContactServices {
  return {
    recordConsent: (by, wish) => recordConsent(parts, by, wish),
    acceptTerms: (by, wish) => acceptTerms(parts, by, wish),
    suppress: (by, wish) => suppress(parts, by, wish),
    liftSuppression: (by, id) => liftSuppression(parts, by, id),
    findSuppression: (by, ask) => findSuppression(parts, by, ask),
  };
}

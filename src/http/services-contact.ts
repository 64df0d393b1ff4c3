/** What the routes of consent, terms and suppression ask of flow. */
import type { Channel, SuppressionReason, TermsState } from "../core/consent.ts";
import type { By } from "../flow/by.ts";
import type { SuppressionRow } from "../store/suppressions.ts";

/** A person by her id, or an address; exactly one of them. */
export type Whom = { personId: string | null; email: string | null; phone: string | null };

export type ContactServices = {
  recordConsent(
    by: By,
    wish: {
      personId: string;
      purpose: string;
      channel: Channel;
      granted: boolean;
      wording: string;
      source: string;
      at: number | null;
      proof: { ip?: string; user_agent?: string };
    },
  ): Promise<{ id: string }>;
  acceptTerms(
    by: By,
    wish: { programId: string; personId: string; terms: number | null; language: string; source: string },
  ): Promise<{ terms: number; state: TermsState }>;
  suppress(by: By, wish: Whom & { channel: Channel; reason: SuppressionReason; source: string }): Promise<{ id: string }>;
  liftSuppression(by: By, id: string): Promise<void>;
  findSuppression(by: By, ask: Whom & { channel: Channel }): Promise<SuppressionRow | null>;
};

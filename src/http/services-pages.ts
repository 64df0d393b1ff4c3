/** What http needs from flow for pages that friends meet. Part of `Services`. */
import type { By } from "../flow/by.ts";
import type { ClaimWish } from "../flow/pages-claim.ts";
import type { ShownWish } from "../flow/pages-shown.ts";

export type PageServices = {
  /** False for what is no e-mail address. The same claim again changes nothing. */
  claimOffer(wish: ClaimWish): Promise<boolean>;
  /** What a person shows of herself to friends. Refuses `validation_failed` for what is no picture. */
  setShown(by: By, wish: ShownWish): Promise<void>;

  /** A domain of the business's own, to be verified; gives its name as DNS has it. Refuses `validation_failed`. */
  addDomain(by: By, wish: { domain: string; own: string }): Promise<string>;
  /** Looks at its DNS. Refuses `conflict` with what is missing, or where another workspace has it. */
  verifyDomain(by: By, domain: string): Promise<void>;
  removeDomain(by: By, domain: string): Promise<void>;
};

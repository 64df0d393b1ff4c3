/** What http needs from flow about risk and licences. */
import type { By } from "../flow/by.ts";

type Kind = "email_domain" | "person" | "device" | "payment" | "address" | "ip_range";

export type RiskServices = {
  /** What waits goes on. Refuses `conflict` for a review that was refused. */
  approve(by: By, wish: { reviewId: string; note: string | null }): Promise<void>;
  /** What waits is denied and the referral rejected; also one that was let through. */
  refuse(by: By, wish: { reviewId: string; note: string | null }): Promise<void>;
  /** Each as by itself; what cannot be decided is told of and stops nothing. */
  decideMany(
    by: By,
    wish: { decision: "approve" | "refuse"; reviews: readonly string[]; note: string | null },
  ): Promise<{ done: string[]; refused: { id: string; code: "not_found" | "decided_otherwise" }[] }>;
  addListed(
    by: By,
    wish: { list: "allow" | "block"; kind: Kind; value: string; note: string | null; expiresAt: number | null },
  ): Promise<{ id: string }>;
  removeListed(by: By, id: string): Promise<void>;
  addLicence(
    by: By,
    wish: { personId: string; kind: string; region: string; number: string; validFrom: number; validUntil: number },
  ): Promise<{ id: string }>;
  checkLicence(by: By, wish: { licenceId: string; status: "checked" | "refused" }): Promise<void>;
};

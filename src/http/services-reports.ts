/** What http needs from flow for reports. Part of `Services`. */
import type { By } from "../flow/by.ts";
import type { Compared } from "../flow/reports/compare-orders.ts";
import type { LookAtStudy } from "../flow/studies/kept.ts";

export type ReportServices = {
  /** Brings figures up to date for a short while, so that what somebody is about to read holds what just happened. */
  fresh(workspaceId: string): Promise<void>;
  /** Statistics that may take seconds, kept: what was worked out before is answered at once, and worked out anew meanwhile. */
  look: LookAtStudy;
  /** Which orders of a shop's own list no event told of. */
  compareOrders(by: By, orders: readonly string[]): Promise<Compared>;
};

/** Who stands at the till, where, and what the page shows. */
import type { WorkspaceRow } from "../store/workspaces.ts";
import type { CouponVerdict } from "./services.ts";

/** Who stands at the till: a key of the till's scope, or an operator. */
export type Clerk = { workspaceId: string; actor: string; permissions: ReadonlySet<string> | "all"; byKey: boolean };
export type TillPlace = { workspaceId: string; workspace: WorkspaceRow; here: string };

export type TillState = { clerk: Clerk | null } & (
  | { step: "key"; wrongKey?: boolean }
  | { step: "code"; missing?: boolean; stopped?: boolean }
  | { step: "verdict"; code: string; verdict: CouponVerdict; done: boolean; badTotal?: boolean }
);
/** The currency that a coupon speaks of; null where it takes a share of any. */
export function currencyOf(verdict: CouponVerdict): string | null {
  const { amount, minimum_order: minimum } = (verdict.terms ?? {}) as { amount?: string; minimum_order?: string };
  return (amount ?? minimum)?.split(" ")[1] ?? null;
}

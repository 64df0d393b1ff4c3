/** A till's key: one of the workspace whose scope lets it redeem, and that was not revoked. */
import { externalId } from "../core/id.ts";
import type { KeyDoor, KeyHolder } from "./key-door.ts";

/** The key's holder, or null where it does not open this workspace's till. A publishable key stands in every page: it opens none. */
export async function acceptKey(keys: KeyDoor, of: { key: string; workspaceId: string }): Promise<KeyHolder | null> {
  if (!/^gv_(live|test)_[\w-]{1,200}$/.test(of.key)) return null;
  const holder = await keys.holderOf(of.key);
  if (holder === null || holder.revoked || holder.workspaceId !== of.workspaceId || holder.kind === "publishable") return null;
  const { permissions } = holder;
  return permissions === "all" || (permissions.has("coupons:redeem") && permissions.has("coupons:validate")) ? holder : null;
}

export function keyHolder(holder: KeyHolder): { workspaceId: string; actor: string; permissions: ReadonlySet<string> | "all" } {
  return { workspaceId: holder.workspaceId, actor: externalId("key", holder.id), permissions: holder.permissions };
}

/** What the routes of people's own side ask of flow. */
import type { By } from "../flow/by.ts";
import type { PortalDoor } from "../flow/portal-door.ts";
import type { TokenWish } from "../flow/portal-keys.ts";

export type PortalServices = {
  door: PortalDoor;
  createKey(by: By, name: string): Promise<{ id: string; secret: string }>;
  revokeKey(by: By, id: string): Promise<void>;
  mintToken(by: By, wish: TokenWish): Promise<{ token: string; expiresAt: number }>;
};

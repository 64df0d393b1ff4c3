/** What the routes about operators ask of flow, where more is needed than the server itself has. */
import type { Role } from "../core/roles.ts";
import type { By } from "../flow/by.ts";

export type OperatorServices = {
  /** Writes to the address; an earlier invitation of it is over. Refuses `conflict` in a sandbox. */
  invite(by: By, wish: { email: string; role: Role }): Promise<string>;
};

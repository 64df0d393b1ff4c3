/** Who came with a session, and where she is. */
import type { Role } from "../core/roles.ts";
import type { AccountSession } from "../store/account-sessions.ts";
import type { OperatorRow } from "../store/operators.ts";

/** Somebody in one of her workspaces. `home` is the live one of a sandbox. */
export type Entered = {
  workspaceId: string;
  sandbox: boolean;
  home: string;
  role: Role;
  operator: OperatorRow | null;
  account: AccountSession | null;
  /** The workspace is closed: she may read, and bring it back. */
  closed: boolean;
};

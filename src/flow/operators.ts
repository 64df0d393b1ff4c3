/** Who may do what in a workspace: operators, their roles, and that there is always an owner. */
import { externalId } from "../core/id.ts";
import type { Role } from "../core/roles.ts";
import type { Client } from "../store/db.ts";
import * as store from "../store/operators.ts";
import { readWorkspace } from "../store/workspaces.ts";
import type { By } from "./by.ts";
import { type ChangeParts, change } from "./change.ts";
import type { Accounts } from "./ports.ts";
import { notFound, Refusal } from "./refusal.ts";

export type NewOperator = { name: string; email: string; password: string; role: Role };

/** An account and what it may do here. Refuses `conflict` where the address has an account: such a person is invited. */
export async function addOperator(parts: ChangeParts & { accounts: Accounts }, by: By, wish: NewOperator): Promise<string> {
  await refuseSandbox(parts, by);
  const made = await parts.accounts.create(wish);
  if (made === null) throw new Refusal("conflict", "There is an account of this e-mail address already. Invite her instead.");
  return await change(parts, by, async (db) => {
    const id = await insert(parts, db, { by, userId: made.userId, role: wish.role });
    return { result: id, deed: { action: "operator.added", target: externalId("opr", id), detail: { role: wish.role } } };
  });
}

/** Makes an account an operator, in the caller's transaction. Refuses `conflict` where it is one. */
export async function insert(parts: Pick<ChangeParts, "ids">, db: Client, of: { by: By; userId: string; role: Role }): Promise<string> {
  const id = parts.ids.uuid();
  if (!(await store.insertOperator(of.by.workspaceId, db, { id, userId: of.userId, role: of.role })))
    throw new Refusal("conflict", "This account works in the workspace already.");
  return id;
}

/** Another role, or out of work for a while. Refuses `conflict` for the last owner. */
export async function changeOperator(parts: ChangeParts, by: By, wish: { id: string; role?: Role; disabled?: boolean }): Promise<void> {
  await change(parts, by, async (db) => {
    const owners = await store.lockOwners(by.workspaceId, db);
    const operator = await store.readOperator(by.workspaceId, db, wish.id);
    if (operator === null) throw notFound("operator");
    const role = wish.role ?? operator.role;
    const disabled = wish.disabled ?? operator.disabled_at !== null;
    if (role !== "owner" || disabled) keepAnOwner(owners, wish.id);
    await store.updateOperator(by.workspaceId, db, { id: wish.id, role, disabled });
    const isSame = role === operator.role && disabled === (operator.disabled_at !== null);
    const detail = { from: operator.role, to: role, disabled };
    return { result: undefined, deed: isSame ? null : { action: "operator.changed", target: externalId("opr", wish.id), detail } };
  });
}

/** Her account stays; here she is nobody any more. Refuses `conflict` for the last owner. */
export async function removeOperator(parts: ChangeParts, by: By, id: string): Promise<void> {
  await change(parts, by, async (db) => {
    const owners = await store.lockOwners(by.workspaceId, db);
    const operator = await store.readOperator(by.workspaceId, db, id);
    if (operator === null) throw notFound("operator");
    keepAnOwner(owners, id);
    await store.deleteOperator(by.workspaceId, db, { id, userId: operator.user_id });
    return { result: undefined, deed: { action: "operator.removed", target: externalId("opr", id), detail: { role: operator.role } } };
  });
}

/** A sandbox is its workspace's operators' playground; who they are is decided in the workspace itself. */
export async function refuseSandbox(parts: ChangeParts, by: By): Promise<void> {
  const isSandbox = await change(parts, by, async (db) => ({
    result: (await readWorkspace(by.workspaceId, db))?.sandbox ?? false,
    deed: null,
  }));
  if (isSandbox) throw new Refusal("conflict", "Operators belong to the workspace itself, and may all use its sandbox.");
}

function keepAnOwner(owners: readonly string[], id: string): void {
  if (owners.length === 1 && owners[0] === id)
    throw new Refusal("conflict", "This is the last owner. Make somebody else an owner first.");
}

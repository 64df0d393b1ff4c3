/** Whom a command acts on, and as whom. */
import type { By } from "../flow/by.ts";
import { findWorkspace } from "../store/workspace-create.ts";
import type { App } from "./app.ts";
import { CommandFailed } from "./args.ts";

/** Who acts when a command does; goes to the audit log. */
export function byCommand(workspaceId: string): By {
  return { workspaceId, actor: "cli", requestId: "cli", idempotencyKey: null };
}

/** The id of a workspace. Throws CommandFailed when there is none of that slug. */
export async function workspaceOf(app: App, slug: string): Promise<string> {
  const found = await findWorkspace(app.pool, slug);
  if (found === null) throw new CommandFailed(`There is no workspace "${slug}".`, "not_found");
  return found.workspace_id;
}

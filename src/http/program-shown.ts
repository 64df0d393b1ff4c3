/** A program as the API answers it: with what the linter says, and what only the workspace's own things tell. */
import type { z } from "zod";
import { audienceFindings } from "../flow/audience.ts";
import type { Client } from "../store/db.ts";
import { findProgram } from "./lookup.ts";
import type { Services } from "./services.ts";
import { type program, programView } from "./views/program.ts";

export async function showProgram(
  workspaceId: string,
  db: Client,
  { key, lint }: { key: string; lint: Services["lint"] },
): Promise<z.input<typeof program>> {
  const row = await findProgram(workspaceId, db, key);
  const view = programView(row, lint);
  return { ...view, findings: [...(await audienceFindings(workspaceId, db, row.draft ?? row.live)), ...view.findings] };
}

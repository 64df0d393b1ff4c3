/** The workspace's settings as the API shows them. */
import { z } from "zod";
import { formatInstant } from "../../core/time.ts";
import type { WorkspaceRow } from "../../store/workspaces.ts";
import { instant } from "../schemas.ts";

export const settings = z
  .object({
    slug: z.string(),
    name: z.string(),
    zone: z.string().describe("Months and days are those of this zone."),
    sandbox: z.boolean(),
    created_at: instant,
    settings: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "Settings" });

export function settingsView(row: WorkspaceRow): z.input<typeof settings> {
  return {
    slug: row.slug,
    name: row.name,
    zone: row.zone,
    sandbox: row.sandbox,
    created_at: formatInstant(row.created_at),
    settings: row.settings,
  };
}

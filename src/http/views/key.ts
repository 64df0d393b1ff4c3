/** API keys as the API shows them: never a secret one itself. */
import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import type { KeyRow } from "../../store/access.ts";
import { instant } from "../schemas.ts";

export const key = z
  .object({
    id: z.string(),
    kind: z.enum(["secret", "publishable", "test"]),
    name: z.string(),
    hint: z.string().describe("How it begins and ends."),
    key: z.string().nullable().describe("The key itself where it is publishable; null where it is secret."),
    scopes: z.array(z.string()),
    created_at: instant,
    last_used_at: instant.nullable().describe("To the minute."),
    revoked_at: instant.nullable(),
  })
  .meta({ id: "Key" });

export function keyView(row: KeyRow): z.input<typeof key> {
  const instantOrNull = (at: number | null): string | null => (at === null ? null : formatInstant(at));
  return {
    id: externalId("key", row.id),
    kind: row.kind,
    name: row.name,
    hint: `${row.prefix}...${row.last4}`,
    key: row.shown,
    scopes: row.scopes,
    created_at: formatInstant(row.created_at),
    last_used_at: instantOrNull(row.last_used_at),
    revoked_at: instantOrNull(row.revoked_at),
  };
}

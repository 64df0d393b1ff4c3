/** Imports and their progress as the API shows them. */
import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import type { ImportRow } from "../../store/imports.ts";
import { instant } from "../schemas.ts";

export const importScope = z
  .object({
    id: z.string(),
    kind: z.string(),
    source: z.string(),
    status: z.enum(["open", "closed", "cancelled"]),
    rows: z.int(),
    bytes: z.int(),
    accepted: z.int(),
    refused: z.int(),
    opened_at: instant,
    closed_at: instant.nullable(),
  })
  .meta({ id: "Import" });

export function importView(row: ImportRow): z.input<typeof importScope> {
  return {
    id: externalId("imp", row.id),
    kind: row.kind,
    source: row.source,
    status: row.status,
    rows: row.row_number,
    bytes: row.byte_offset,
    accepted: row.accepted,
    refused: row.refused,
    opened_at: formatInstant(row.opened_at),
    closed_at: row.closed_at === null ? null : formatInstant(row.closed_at),
  };
}

/** Programs as the API shows them. */
import { z } from "zod";
import { externalId } from "../../core/id.ts";
import type { ProgramDefinition } from "../../core/program.ts";
import { formatInstant } from "../../core/time.ts";
import type { ProgramRow, VersionRow } from "../../store/programs.ts";
import { instant } from "../schemas.ts";
import type { Finding } from "../services.ts";

export const finding = z
  .object({ severity: z.enum(["error", "warning"]), code: z.string(), pointer: z.string(), message: z.string() })
  .meta({ id: "Finding" });

const document = z.record(z.string(), z.unknown()).describe("A program definition; its schema is at /schemas/program.json.");

export const program = z
  .object({
    id: z.string(),
    key: z.string(),
    status: z.enum(["draft", "live", "paused", "ended"]),
    version: z.int().nullable().describe("The newest published version."),
    definition: document.nullable().describe("The newest published definition."),
    draft: document.nullable(),
    findings: z.array(finding).describe("What the linter says of the draft, or without one of what is live."),
    created_at: instant,
  })
  .meta({ id: "Program" });

export function programView(row: ProgramRow, lint: (definition: ProgramDefinition) => Finding[]): z.input<typeof program> {
  const judged = (row.draft ?? row.live) as ProgramDefinition | null;
  return {
    id: externalId("prg", row.id),
    key: row.key,
    status: row.status,
    version: row.version === 0 ? null : row.version,
    definition: row.live,
    draft: row.draft,
    findings: judged === null ? [] : lint(judged),
    created_at: formatInstant(row.created_at),
  };
}

export const version = z
  .object({
    version: z.int(),
    definition: document,
    effective_from: instant,
    applies_to: z.string(),
    published_at: instant,
  })
  .meta({ id: "ProgramVersion" });

export function versionView(row: VersionRow): z.input<typeof version> {
  return {
    version: row.version,
    definition: row.definition,
    effective_from: formatInstant(row.effective_from),
    applies_to: row.applies_to,
    published_at: formatInstant(row.published_at),
  };
}

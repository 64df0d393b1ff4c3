/** Programs as the API shows them. */
import { z } from "zod";
import { externalId } from "../../core/id.ts";
import type { ProgramDefinition } from "../../core/program.ts";
import { formatInstant } from "../../core/time.ts";
import type { ProgramRow, VersionRow } from "../../store/programs.ts";
import { instant, sentence } from "../schemas.ts";
import type { Finding } from "../services.ts";

const step = z.union([
  z.object({ op: z.enum(["add", "replace"]), path: z.string(), value: z.unknown() }),
  z.object({ op: z.literal("remove"), path: z.string() }),
]);

export const finding = z
  .object({
    severity: z.enum(["error", "warning"]),
    code: z.string(),
    pointer: z.string(),
    message: sentence,
    remedy: z
      .object({ title: sentence, patch: z.array(step).describe("JSON Patch (RFC 6902) on the definition.") })
      .optional()
      .describe("What mends it, where that is certain."),
  })
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
    revision: z.int().describe("Of the draft: counts up each time it is saved. PUT takes it back as `revision`."),
    saved: z.object({ at: instant, by: z.string() }).nullable().describe("Who saved the draft, and when."),
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
    revision: row.draft_revision,
    saved: row.draft_by === null || row.draft_at === null ? null : { at: formatInstant(row.draft_at), by: row.draft_by },
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
    experiment: z.string().nullable().describe("The experiment that published it, for one of its arms."),
    arm: z.string().nullable(),
  })
  .meta({ id: "ProgramVersion" });

export function versionView(row: VersionRow): z.input<typeof version> {
  return {
    version: row.version,
    definition: row.definition,
    effective_from: formatInstant(row.effective_from),
    applies_to: row.applies_to,
    published_at: formatInstant(row.published_at),
    experiment: row.experiment === null ? null : externalId("xpm", row.experiment),
    arm: row.arm,
  };
}

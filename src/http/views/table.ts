/** Tables that come in pieces: how they would be understood, and what became of their rows. */
import { z } from "zod";
import { type MappingInput, mapping as mappingSchema } from "../../core/ingest/mapping.ts";
import { Refusal } from "../../flow/refusal.ts";
import { fieldErrors } from "../endpoint.ts";
import { fieldError, sentence } from "../schemas.ts";

export const delimiter = z.enum([",", ";", "\t"]);
export const mappingDocument = z
  .record(z.string(), z.unknown())
  .describe("Which column fills which field, as in the mapping file of `grapevine import`.")
  .meta({ id: "TableMapping" });

export const tableWish = z
  .strictObject({ header: z.array(z.string().max(1000)).min(1).max(1000), delimiter, mapping: mappingDocument })
  .meta({ id: "TableWrite" });

/** A mapping as somebody sent it. Refuses `validation_failed` with what is wrong in it. */
export function mappingIn(document: Record<string, unknown>): MappingInput {
  const parsed = mappingSchema.safeParse(document);
  if (parsed.success) return document as MappingInput;
  throw new Refusal("validation_failed", "The mapping is not one: see errors.", { errors: fieldErrors(parsed.error.issues, "/mapping") });
}

export const tablePreview = z
  .object({
    delimiter,
    header: z.array(z.string()),
    refused_header: z.string().describe("The first line of a file of refused rows."),
    begins: z.int().describe("Bytes before the first row."),
    row: z.int().describe("The number of the first row."),
    kind: z.enum(["people", "orders"]),
    mapping: mappingDocument,
    problems: z.array(sentence).describe("Why the mapping does not fit the table."),
    rows: z.array(
      z.object({
        row: z.int(),
        cells: z.array(z.string()),
        event: z.record(z.string(), z.unknown()).nullable(),
        error: fieldError.nullable(),
      }),
    ),
    looked: z.int().describe("Rows looked at."),
    errors: z.array(z.object({ ...fieldError.shape, rows: z.int() })).describe("What is wrong in them, the most frequent first."),
  })
  .meta({ id: "TablePreview" });

export const rowsTaken = z
  .object({
    used: z.int().describe("Bytes read: the next piece begins behind them."),
    next_row: z.int(),
    accepted: z.int().describe("Duplicates too."),
    duplicates: z.int().describe("Had come before: nothing was done twice."),
    refused: z.array(
      z.object({
        row: z.int(),
        ...fieldError.shape,
        line: z.string().describe("The row with its number and why, for a CSV file that no spreadsheet runs."),
      }),
    ),
  })
  .meta({ id: "RowsTaken" });

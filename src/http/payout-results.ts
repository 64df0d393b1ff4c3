/** Results of a payout batch, from JSON or from the batch's own CSV file filled in. */
import { z } from "zod";
import { uuidOf } from "../core/id.ts";
import { csvEnd, csvPush, csvStart, csvUnprotect } from "../core/ingest/csv.ts";
import { Refusal } from "../flow/refusal.ts";
import { fieldErrors } from "./endpoint.ts";
import type { PayoutResult } from "./services.ts";

const MAX_RESULTS = 100_000;

export const payoutResults = z
  .strictObject({
    results: z
      .array(
        z.strictObject({
          payout: z.string().regex(/^pay_[0-9a-f]{32}$/, "A payout id (pay_...)."),
          state: z.enum(["settled", "failed"]),
          reference: z.string().max(200).nullable().default(null),
          error: z.string().max(500).nullable().default(null),
        }),
      )
      .min(1)
      .max(MAX_RESULTS),
  })
  .meta({ id: "PayoutResults" });

/** Checks every row before any is taken: a file is right or it is sent back with its lines. */
export function readResults(body: unknown): PayoutResult[] {
  const parsed = payoutResults.safeParse(Buffer.isBuffer(body) ? { results: rowsOf(body) } : body);
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error.issues);
    throw new Refusal("validation_failed", `${errors.length} of the results cannot be read; none was taken.`, { errors });
  }
  return parsed.data.results.map(({ payout, ...rest }) => ({ payoutId: uuidOf("pay", payout)!, ...rest }));
}

/** Lines whose state is empty are still on their way and say nothing. */
function rowsOf(body: Buffer): Record<string, unknown>[] {
  const state = csvStart();
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw new Refusal("encoding_invalid", "Save the file as UTF-8.");
  }
  const [head, ...rows] = [...csvPush(state, text), ...csvEnd(state)];
  const columns = new Map((head?.cells ?? []).map((name, i) => [name.trim().toLowerCase(), i]));
  for (const needed of ["payout", "state"]) {
    if (!columns.has(needed))
      throw new Refusal("validation_failed", `The file has no column "${needed}": keep the header of the batch's file.`);
  }
  return rows.flatMap(({ cells }) => {
    const cell = (name: string): string => csvUnprotect(cells[columns.get(name) ?? -1] ?? "").trim();
    if (cell("state") === "") return [];
    return [{ payout: cell("payout"), state: cell("state"), reference: cell("reference") || null, error: cell("error") || null }];
  });
}

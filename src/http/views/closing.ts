/** Whether a workspace is closed, and until when it can be brought back. */
import { z } from "zod";
import { formatInstant } from "../../core/time.ts";
import type { Closing } from "../../store/closing.ts";
import { instant } from "../schemas.ts";

export const closing = z
  .object({ closed_at: instant, erase_at: instant.describe("Until then it can be brought back.") })
  .meta({ id: "Closing" });

export function closingView(row: Closing | null): z.input<typeof closing> | null {
  return row === null ? null : { closed_at: formatInstant(row.closed_at), erase_at: formatInstant(row.erase_at) };
}

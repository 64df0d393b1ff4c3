import { parseInstant } from "../time.ts";

/** An instant as messages carry it: epoch milliseconds, or the wire's form. Null for anything else. */
export function instantOf(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string") return null;
  const parsed = parseInstant(value);
  return typeof parsed === "number" ? parsed : null;
}

/** A request that is understood and answered with "no": thrown by flows and routes, shown as problem+json by http. */
import type { ErrorCode } from "../core/errors.ts";
import type { FieldError } from "../core/event.ts";

export type RefusalOptions = {
  /** A JSON pointer, message and code for every bad field. */
  errors?: FieldError[];
  /** Seconds after which the same request may succeed: becomes `Retry-After`. */
  retryAfter?: number;
};

/** `detail` says what to do instead, in one sentence, without personal data. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly code: ErrorCode;
  readonly detail: string;
  readonly options: RefusalOptions;

  constructor(code: ErrorCode, detail: string, options: RefusalOptions = {}) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
    this.options = options;
  }
}

/** The one 404: the same for what is missing, what is another workspace's, and an id that is none. */
export function notFound(what: string): Refusal {
  return new Refusal("not_found", `There is no such ${what} in this workspace.`);
}

/** Null where it is refused. */
export async function orNone<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

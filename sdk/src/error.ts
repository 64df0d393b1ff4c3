/** What a server says when it says no (RFC 9457), as an error that can be caught and read. */

/** One wrong field: a JSON pointer into the request, a message with the remedy, and a code. */
export type FieldError = { pointer: string; message: string; code: string };

export type Problem = {
  type: string; title: string; status: number;
  /** From a published closed list: the thing to branch on. */
  code: string;
  detail?: string; errors?: FieldError[]; request_id?: string; doc_url?: string;
};

/** A refused or failed request. `code` is `network_error` or `timeout` when no server answered, with status 0. */
export class GrapevineError extends Error {
  override name = "GrapevineError";
  readonly status: number;
  readonly code: string;
  readonly problem: Problem;
  /** How often the request was sent. */
  readonly attempts: number;

  constructor(problem: Problem, attempts: number, cause?: unknown) {
    super(messageOf(problem), { cause });
    this.status = problem.status;
    this.code = problem.code;
    this.problem = problem;
    this.attempts = attempts;
  }
}

/** The detail, and the bad fields where they say more. */
function messageOf(problem: Problem): string {
  const says = problem.detail ?? problem.title;
  const fields = (problem.errors ?? []).map((each) => `${each.pointer}: ${each.message}`).join("; ");
  return fields === "" ? says : `${says} (${fields})`;
}

/** The problem in a response; one is made up for answers that are none (a proxy's HTML page). */
export function problemOf(response: Response, body: unknown): Problem {
  const given = typeof body === "object" && body !== null ? (body as Partial<Problem>) : {};
  return {
    ...given,
    type: given.type ?? "about:blank", title: given.title ?? `The server answered ${response.status}.`, status: response.status,
    code: given.code ?? `http_${response.status}`,
  };
}

/**
 * The published, closed list of error codes. A client may branch on `code`; `title` and `detail` are for people. Every
 * answer with a status of 400 or more is made of one of these, in one place (http/problem.ts). An error of an event that
 * is refused inside a batch carries a code of the same list.
 */
type Entry = { status: number; title: string };

export const ERRORS = {
  // The request could not be read.
  json_invalid: { status: 400, title: "The body is not valid JSON." },
  encoding_invalid: { status: 400, title: "The body is not UTF-8." },
  nesting_too_deep: { status: 400, title: "The body is nested too deeply." },
  key_forbidden: { status: 400, title: "The body has a key that is never allowed." },
  hook_refused: { status: 400, title: "The webhook's signature is not valid or too old." },
  body_missing: { status: 400, title: "The request has no body." },
  request_malformed: { status: 400, title: "The request is malformed." },
  cursor_invalid: { status: 400, title: "The cursor is not one that a list gave." },
  idempotency_key_invalid: { status: 400, title: "The Idempotency-Key cannot be used." },
  key_in_query: { status: 400, title: "API keys do not belong in a URL." },
  request_timeout: { status: 408, title: "The request took too long to arrive." },
  body_too_large: { status: 413, title: "The body is too large." },
  uri_too_long: { status: 414, title: "The address is too long." },
  media_type_unsupported: { status: 415, title: "The content type is not understood." },
  headers_too_large: { status: 431, title: "The headers are too large." },
  // Who asks, and what they may.
  unauthenticated: { status: 401, title: "No credentials were sent." },
  key_invalid: { status: 401, title: "The API key is not valid." },
  token_invalid: { status: 401, title: "The token is not valid." },
  session_invalid: { status: 401, title: "The session has ended." },
  code_wrong: { status: 422, title: "The code is not right." },
  link_invalid: { status: 401, title: "The sign-in link is used or too old." },
  signature_invalid: { status: 401, title: "The webhook's signature is not valid." },
  cross_site: { status: 403, title: "The request came from another site." },
  key_kind_refused: { status: 403, title: "This kind of key may not do this." },
  scope_missing: { status: 403, title: "The key lacks a permission." },
  sandbox_only: { status: 403, title: "Only the sandbox can do this." },
  not_found: { status: 404, title: "There is nothing here." },
  method_not_allowed: { status: 405, title: "The method is not allowed here." },
  rate_limited: { status: 429, title: "Too many requests." },
  // The request was read, and says something that cannot be.
  validation_failed: { status: 422, title: "Some fields are not valid." },
  too_many_events: { status: 422, title: "There are too many events in one request." },
  event_invalid: { status: 422, title: "The event is not valid." },
  event_refused: { status: 422, title: "The event was refused." },
  event_conflict: { status: 409, title: "An event with this id and other content is stored." },
  occurred_at_in_future: { status: 422, title: "The event lies in the future." },
  occurred_at_too_old: { status: 422, title: "The event is older than a live event may be." },
  currency_unknown: { status: 422, title: "The currency is unknown." },
  currency_mismatch: { status: 422, title: "The currency is not the order's." },
  person_missing: { status: 422, title: "The event names no person." },
  order_missing: { status: 422, title: "The event names no order." },
  program_unknown: { status: 422, title: "There is no program of that key." },
  import_not_open: { status: 409, title: "The import is not open." },
  // The state of things says no.
  conflict: { status: 409, title: "The state of the resource does not allow this." },
  idempotency_conflict: { status: 409, title: "The Idempotency-Key was used with another request." },
  idempotency_in_progress: { status: 409, title: "A request with this Idempotency-Key is still running." },
  program_has_errors: { status: 409, title: "The program's draft has errors." },
  draft_changed: { status: 409, title: "Somebody else has changed the draft." },
  program_not_live: { status: 409, title: "The program is not live." },
  code_taken: { status: 409, title: "The code is taken." },
  insufficient_balance: { status: 409, title: "The balance is too small." },
  second_person_needed: { status: 409, title: "A second operator has to agree." },
  budget_exhausted: { status: 409, title: "The budget is spent." },
  beyond_exact: { status: 409, title: "A sum is too large to be told exactly." },
  lead_limit_reached: { status: 409, title: "The company owes too many leads to receive another." },
  merge_refused: { status: 409, title: "These two people cannot be one." },
  source_disabled: { status: 410, title: "The source is disabled." },
  person_erased: { status: 410, title: "The person was erased." },
  // The server cannot, for now.
  internal: { status: 500, title: "Something went wrong on the server." },
  overloaded: { status: 503, title: "The server has more work than it can take." },
  unavailable: { status: 503, title: "The database cannot be reached." },
  not_ready: { status: 503, title: "The server is not ready." },
} as const satisfies Record<string, Entry>;

export type ErrorCode = keyof typeof ERRORS;

/** Every code, in the order of the catalogue. */
export const ERROR_CODES = Object.keys(ERRORS) as ErrorCode[];

/** True for a code of the list; narrows what another layer reported as text. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code);
}

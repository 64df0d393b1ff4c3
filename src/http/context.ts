/** What every route can reach: the parts that main hands to the server, and who is asking. */
import type { Steps } from "../flow/by.ts";
import type { Accounts, Ids, Log } from "../flow/ports.ts";
import type { Client, Pool } from "../store/db.ts";
import type { CouponGuesses } from "./coupon-guesses.ts";
import type { Entered } from "./entered.ts";
import type { Guesses } from "./guesses.ts";
import type { KeyDoor } from "./key-door.ts";
import type { Limiter } from "./limiter.ts";
import type { Metrics } from "./metrics.ts";
import type { RefusedCalls } from "./refused-calls.ts";
import type { Permission } from "./permissions.ts";
import type { Services } from "./services.ts";
import type { Streams } from "./streams.ts";

/** Who asks. `actor` and `requestId` go to the audit log; `idempotencyKey` lets a flow derive ids that a repeat will hit again. */
export type Caller = {
  workspaceId: string;
  sandbox: boolean;
  kind: "secret" | "publishable" | "test" | "session" | "member";
  /** `key_...`, `opr_...` for an operator (`operator`: by the printed link), or `per_...` for a person on her own side. */
  actor: string;
  permissions: ReadonlySet<Permission> | "all";
  requestId: string;
  idempotencyKey: string | null;
  /** Of `kind` member: who she is, and the program that she came for. */
  member?: { personId: string; programKey: string | null };
  /** Of `kind` session: the live workspace that she is in, or whose sandbox she is in. */
  session?: Pick<Entered, "home" | "role" | "operator" | "account">;
  steps?: Steps;
};

export type HttpContext = {
  services: Services;
  pool: Pool;
  log: Log;
  ids: Ids;
  /** Null where nobody can have an account: then only the printed link lets an operator in. */
  accounts: Accounts | null;
  keys: KeyDoor;
  limiter: Limiter;
  couponGuesses: CouponGuesses;
  /** Codes that were asked for at the public offer and lead nowhere, by address. */
  offerGuesses: Guesses;
  metrics: Metrics;
  /** The request log: only what was refused or failed. */
  refused: RefusedCalls;
  /** Answers that stay open. */
  streams: Streams;
  /** The server is being closed: what is in flight is still answered. */
  isClosing: boolean;
  /** Origin and path prefix that people reach us by, without a slash at the end. */
  publicUrl: string;
  secure: boolean;
  version: string;
};

/** A read inside one workspace: the client's transaction sees nothing else. */
export type Read = <T>(work: (workspaceId: string, db: Client) => Promise<T>) => Promise<T>;

declare module "fastify" {
  interface FastifyInstance {
    gv: HttpContext;
  }
  interface FastifyRequest {
    caller: Caller | null;
    /** The W3C trace id when the caller sent one: log lines carry it. */
    traceId: string | null;
  }
}

/** Who makes a change: goes to the audit row that is written in the change's own transaction. */
export type By = {
  workspaceId: string;
  /** `key_...` or `operator`. */
  actor: string;
  requestId: string;
  /** The caller's Idempotency-Key: a flow may derive ids from it, so that a repeat after a crash hits the same rows. */
  idempotencyKey: string | null;
  /** How far a request under a key has come: the same object through all of it (flow/done-before.ts). */
  steps?: Steps;
};

/** `secret`: what it made is shown once, and no result of it is kept. */
export type Steps = { workspaceId: string; key: string; next: number; secret: boolean };

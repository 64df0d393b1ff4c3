/** The engine without HTTP, on a real database: for tests of the settle path itself. */
import crypto from "node:crypto";
import { createHashes } from "../../src/adapters/hashes.ts";
import { createIds } from "../../src/adapters/ids.ts";
import type { EventInput, EventOutcome } from "../../src/core/event.ts";
import type { ProgramDefinition } from "../../src/core/program.ts";
import { type Batcher, createBatcher } from "../../src/flow/batcher.ts";
import type { By } from "../../src/flow/by.ts";
import { type DoorTally, createDoorTally } from "../../src/flow/door-tally.ts";
import { createWorkspace } from "../../src/flow/create-workspace.ts";
import { joinAdvocate } from "../../src/flow/join-advocate.ts";
import { createWorlds } from "../../src/flow/load-world.ts";
import { draftProgram } from "../../src/flow/operate.ts";
import { publishProgram } from "../../src/flow/publish-program.ts";
import { inWorkspace } from "../../src/store/db.ts";
import { SETTLE_SETTINGS } from "../../src/store/settle-transaction.ts";
import { readProgram } from "../../src/store/programs.ts";
import { type TestDatabase, createTestDatabase } from "./database.ts";

const CODE = "select code from link where workspace_id = $1 and person_id = $2 and program_id = $3 order by id desc limit 1";
const silent = { info() {}, warn() {}, error() {} };

export type Engine = {
  database: TestDatabase;
  batcher: Batcher;
  /** What came by which door: written when it is flushed, or after some seconds. */
  tally: DoorTally;
  workspace: string;
  sandbox: string;
  by: By;
  secret: Buffer;
  /** A second process on the same database. */
  another(): Batcher;
  send(events: EventInput | EventInput[], workspace?: string): Promise<EventOutcome[]>;
  publish(definition: ProgramDefinition, options?: { workspace?: string; from?: number }): Promise<string>;
  join(program: string, person: Record<string, unknown>, workspace?: string): Promise<{ personId: string; code: string }>;
  /** Rows as owner: row-level security is not in the way of looking. */
  rows<T = Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]>;
  close(): Promise<void>;
};

export async function createEngine(): Promise<Engine> {
  const database = await createTestDatabase();
  const pool = database.pool();
  const ids = createIds();
  const secret = crypto.randomBytes(32);
  const hashes = createHashes(secret);
  const mac = (message: Uint8Array) => crypto.createHmac("sha256", secret).update(message).digest();
  const tally = createDoorTally({ pool, log: silent });
  const make = () =>
    createBatcher({ pool: database.pool({ max: 4, settings: SETTLE_SETTINGS }), hashes, worlds: createWorlds(), mac, log: silent, tally });
  const batcher = make();
  const made = await createWorkspace({ pool, ids }, { slug: `w-${crypto.randomBytes(4).toString("hex")}` });
  const by: By = { workspaceId: made.workspaceId, actor: "test", requestId: "test", idempotencyKey: null };
  const at = (workspace?: string): By => ({ ...by, workspaceId: workspace ?? made.workspaceId });
  const parts = { pool, ids, batcher };
  return {
    database,
    batcher,
    tally,
    workspace: made.workspaceId,
    sandbox: made.sandboxId,
    by,
    secret,
    another: make,
    send: (events, workspace) => batcher.submit(workspace ?? made.workspaceId, (Array.isArray(events) ? events : [events]) as never),
    async publish(definition, options = {}) {
      const who = at(options.workspace);
      await draftProgram(parts, who, { definition, revision: null });
      const program = await inWorkspace(pool, who.workspaceId, (db) => readProgram(who.workspaceId, db, definition.key));
      if (options.from !== undefined)
        await database.ownerPool.query("insert into import (workspace_id, id, kind, opened_at) values ($1, $2, 'test', 0)", [
          who.workspaceId,
          ids.uuid(),
        ]);
      await publishProgram(parts, who, { programId: program!.id, effectiveFrom: options.from ?? null, appliesTo: "new_referrals" });
      if (options.from !== undefined)
        await database.ownerPool.query("update import set status = 'closed' where workspace_id = $1", [who.workspaceId]);
      return program!.id;
    },
    async join(program, person, workspace) {
      const who = at(workspace);
      const { personId, programId } = await joinAdvocate(parts, who, { program, person });
      // One statement as owner: some tests join thousands, and a page of links is five.
      const { rows } = await database.ownerPool.query<{ code: string }>(CODE, [who.workspaceId, personId, programId]);
      return { personId, code: rows[0]!.code };
    },
    rows: async <T>(text: string, values?: unknown[]) => (await database.ownerPool.query(text, values)).rows as T[],
    async close() {
      await batcher.close();
      await database.drop();
    },
  };
}

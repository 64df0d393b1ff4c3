/** The job queue's own schema. The owner makes and migrates it here; the processes run pg-boss with `migrate: false`. */
import type pg from "pg";
import { getConstructionPlans, getMigrationPlans } from "pg-boss";
import manifest from "pg-boss/package.json" with { type: "json" };

export const JOBS_SCHEMA = "jobs";

/** The queue schema's version that the installed pg-boss wants (43 with 12.35.0). */
export const JOBS_VERSION: number = manifest.pgboss.schema;

/**
 * Makes or migrates the queue's schema with pg-boss's printed plans: each is one transaction with a lock of its own, and
 * its index builds run inline instead of waiting for a background worker that the runtime role could not be.
 * Throws when the schema is newer than the installed pg-boss.
 */
export async function migrateJobs(client: pg.Client, onStep?: (text: string) => void): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass($1) is not null as there", [`${JOBS_SCHEMA}.version`]);
  if (!rows[0]?.there) {
    onStep?.(`job queue ${JOBS_VERSION}`);
    await client.query(getConstructionPlans(JOBS_SCHEMA));
    return;
  }
  const found = await client.query<{ version: number }>(`select version from ${JOBS_SCHEMA}.version`);
  const version = Number(found.rows[0]?.version);
  if (version > JOBS_VERSION) {
    throw new Error(
      `The job queue's schema is version ${version}, and this Grapevine's pg-boss knows ${JOBS_VERSION}. ` +
        "Start the newer Grapevine that made it.",
    );
  }
  if (version === JOBS_VERSION) return;
  onStep?.(`job queue ${version} to ${JOBS_VERSION}`);
  await client.query(getMigrationPlans(JOBS_SCHEMA, version));
}

/** Workspaces made directly on the database of a running product (the API makes one at the first start only). */
import { createIds } from "../../adapters/ids.ts";
import { createWorkspace } from "../../flow/create-workspace.ts";
import { openPool } from "../../store/db.ts";
import { installationSecret, readConfig } from "../config.ts";
import { startDatabase } from "../database.ts";

/** @returns the secret keys, in order. */
export async function createWorkspaceFor(folder: string, count: number): Promise<string[]> {
  const config = readConfig({ GRAPEVINE_DATA: folder });
  const database = await startDatabase({ dataDir: folder, secret: installationSecret(config) });
  const pool = openPool(database.runtimeUrl, { max: 2 });
  const ids = createIds();
  const keys: string[] = [];
  try {
    for (let i = 0; i < count; i++) keys.push((await createWorkspace({ pool, ids }, { slug: `bench-${i}` })).secretKey);
  } finally {
    await pool.end();
    await database.stop();
  }
  return keys;
}

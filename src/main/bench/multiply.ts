/** Fills a bench's store by multiplying what was really settled in it. */
import { multiplyRows, readSize } from "../../store/bench-multiply.ts";
import { installationSecret, readConfig } from "../config.ts";
import { startDatabase } from "../database.ts";

/** @returns how many facts are stored then, and the size of the database. */
export async function multiplyStore(
  folder: string,
  ask: { facts: number; note: (text: string) => void },
): Promise<{ facts: number; bytes: number }> {
  const database = await startDatabase({ dataDir: folder, secret: installationSecret(readConfig({ GRAPEVINE_DATA: folder })) });
  try {
    return await multiplyRows(database.ownerUrl, ask);
  } finally {
    await database.stop();
  }
}

/** How many facts an installation has stored, in all its workspaces, and the size of its database. */
export async function sizeOf(folder: string): Promise<{ facts: number; bytes: number }> {
  const database = await startDatabase({ dataDir: folder, secret: installationSecret(readConfig({ GRAPEVINE_DATA: folder })) });
  try {
    return await readSize(database.ownerUrl);
  } finally {
    await database.stop();
  }
}

/** Builds what browsers load, as prestart does, so that a test that is run by itself sees today's sources. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const BUILD = fileURLToPath(new URL("../../scripts/build.mjs", import.meta.url));

let isBuilt = false;

/** @throws with what the build said. Does nothing when all is fresh; looked at once a worker. */
export function buildWidget(): void {
  if (isBuilt) return;
  const { status, stderr, stdout } = spawnSync(process.execPath, [BUILD, "--quiet"], { encoding: "utf8" });
  if (status !== 0) throw new Error(`The widget was not built:\n${stdout}${stderr}`);
  isBuilt = true;
}

/**
 * A process that runs a database as the product does, for tests that kill it: node test/support/start-database.ts <folder> [flags as JSON].
 * Prints one JSON line when ready. On SIGINT it finishes some work (a query after 300 ms), prints a line, stops and ends.
 */
import { startDatabase } from "../../src/main/database.ts";
import { refusalOf } from "../../src/store/roles.ts";

const [dataDir = "", flags = "{}"] = process.argv.slice(2);
const say = (value: object): void => { process.stdout.write(`${JSON.stringify(value)}\n`); };
const database = await startDatabase({ dataDir, flags: JSON.parse(flags) as Record<string, string>, onEvent: say });
const alive = setInterval(() => undefined, 1_000);
process.once("SIGINT", () => {
  setTimeout(() => {
    void refusalOf(database.runtimeUrl).then(async (refusal) => {
      say({ stillAnswers: refusal === null });
      await database.stop();
      clearInterval(alive);
      say({ stopped: true });
    });
  }, 300);
});
// Last, because the test may send its signal as soon as it reads this.
say({ ready: true, origin: database.origin, pid: database.pid(), ownerUrl: database.ownerUrl, runtimeUrl: database.runtimeUrl });

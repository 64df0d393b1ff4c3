/**
 * A process that settles events: node test/support/settle-process.ts <database url> <secret as hex> [clock off by ms]. It is told
 * batches by IPC and answers each with its outcomes, so that a test can have several processes write to one workspace at once, and
 * processes whose clocks are wrong.
 */
import crypto from "node:crypto";
import { createHashes } from "../../src/adapters/hashes.ts";
import { createBatcher } from "../../src/flow/batcher.ts";
import { createWorlds } from "../../src/flow/load-world.ts";
import { openPool } from "../../src/store/db.ts";
import { SETTLE_SETTINGS } from "../../src/store/settle-transaction.ts";
import type { SettleAnswer, SettleWish } from "./settle-door.ts";

const [url = "", secretHex = "", offBy = "0"] = process.argv.slice(2);
const trueNow = Date.now;
const OffDate = class extends Date {
  constructor(...args: unknown[]) {
    super(...((args.length === 0 ? [trueNow() + Number(offBy)] : args) as []));
  }
  static override now = (): number => trueNow() + Number(offBy);
};
if (offBy !== "0") globalThis.Date = OffDate as DateConstructor;
const secret = Buffer.from(secretHex, "hex");
const pool = openPool(url, { max: 2, settings: SETTLE_SETTINGS, name: "grapevine settle process" });
const batcher = createBatcher({
  pool,
  hashes: createHashes(secret),
  worlds: createWorlds(),
  log: { info() {}, warn() {}, error() {} },
  mac: (message) => crypto.createHmac("sha256", secret).update(message).digest(),
});

process.on("message", (wish: SettleWish) => {
  const answer = (rest: Omit<SettleAnswer, "number">): void => void process.send?.({ number: wish.number, ...rest });
  batcher.submit(wish.workspace, wish.events, { importId: "test" }).then(
    (outcomes) => answer({ outcomes: outcomes.map((o) => o.status) }),
    (error: unknown) => answer({ outcomes: [], error: String(error) }),
  );
});
process.on("disconnect", () => {
  void batcher.close().then(() => pool.end()).then(() => process.exit(0));
});
process.send?.({ number: -1, outcomes: [] } satisfies SettleAnswer);

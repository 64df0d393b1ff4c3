/** A log for what may be said every second while something is down: the first time at once, then every so often, with how often. */
import type { Log } from "../flow/ports.ts";

const EVERY_MS = 10_000;
/** Different messages remembered; they are few unless they carry ids. */
const KEPT = 100;

export function calmLog(log: Log, everyMs: number = EVERY_MS): Log {
  const said = new Map<string, { at: number; unsaid: number }>();
  const calm =
    (level: "info" | "warn" | "error"): Log["info"] =>
    (message, fields) => {
      const key = `${level} ${message} ${String(fields?.["error"] ?? "")}`;
      const now = performance.now();
      const last = said.get(key);
      if (last !== undefined && now - last.at < everyMs) return void last.unsaid++;
      said.delete(key);
      said.set(key, { at: now, unsaid: 0 });
      if (said.size > KEPT) said.delete(said.keys().next().value as string);
      log[level](message, last === undefined || last.unsaid === 0 ? fields : { ...fields, repeated: last.unsaid });
    };
  return { info: calm("info"), warn: calm("warn"), error: calm("error") };
}

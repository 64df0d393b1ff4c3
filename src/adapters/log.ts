/** Log lines as JSON, one a line, on a stream. Callers never pass personal data or secrets. */
import type { Log } from "../flow/ports.ts";

export type LogLevel = "info" | "warn" | "error" | "silent";
export type LogSink = { write(line: string): unknown };

const RANK: Record<LogLevel, number> = { info: 0, warn: 1, error: 2, silent: 3 };

/** Lines of `level` and above go to `sink`. `now` is epoch milliseconds. JSON escapes line breaks, so a value cannot forge a line. */
export function createLog(sink: LogSink, level: LogLevel = "info", now: () => number = Date.now): Log {
  const write = (at: LogLevel, message: string, fields?: Record<string, unknown>): void => {
    if (RANK[at] < RANK[level]) return;
    sink.write(`${JSON.stringify({ time: new Date(now()).toISOString(), level: at, message, ...fields })}\n`);
  };
  return {
    info: (message, fields) => write("info", message, fields),
    warn: (message, fields) => write("warn", message, fields),
    error: (message, fields) => write("error", message, fields),
  };
}

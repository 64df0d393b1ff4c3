/** The frame of a command that needs the database: open, work, close. */
import { settings } from "./app.ts";
import type { App } from "./app.ts";
import { CommandFailed } from "./args.ts";

/** Opens the parts for one command and closes them whatever happens. Ctrl-C ends the work and closes too. */
export async function withApp<T>(work: (app: App, signal: AbortSignal) => Promise<T>): Promise<T> {
  const config = settings();
  const { openApp } = await import("./compose.ts");
  const stop = new AbortController();
  const onSignal = (): void => stop.abort(new CommandFailed("Stopped.", "stopped"));
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  const app = await openApp({ config, role: "command" });
  try {
    return await work(app, stop.signal);
  } finally {
    await app.close();
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
}

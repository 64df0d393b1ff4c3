import type { Command } from "../args.ts";
import { type App, type OpenOptions, settings, untilStopped } from "../app.ts";
import { isAnswering, leave, sayStarted } from "../processes.ts";

/**
 * Starts the whole of Grapevine: database, HTTP, background work, in one process or in several (GRAPEVINE_PROCESSES). What a person sees on
 * the first start (sign-in link, keys, a first curl) is said by welcome.ts.
 */
export const command: Command = {
  options: {
    "no-work": { type: "boolean", help: "Answer requests only; run `grapevine work` elsewhere." },
    "no-welcome": { type: "boolean", help: "Do not create a first workspace when there is none." },
  },
  examples: ["grapevine serve", "PORT=8080 DATABASE_URL=postgres://owner:secret@db:5432/grapevine grapevine serve --no-work"],
  about: "Settings come from the environment: PORT, HOST, GRAPEVINE_DATA, DATABASE_URL, PUBLIC_URL, TRUST_PROXY, LOG_LEVEL,\n"
    + "GRAPEVINE_SECRET, GRAPEVINE_PROCESSES; SMTP_URL and MAIL_FROM to send mail (MAIL_SANDBOX=send: that of sandboxes too).",
  async run({ values, out }) {
    const stopped = untilStopped();
    const { openApp } = await import("../compose.ts");
    if (isAnswering()) return await answer(openApp, stopped);
    const config = settings();
    if (config.dataDirNote !== null) out.note(config.dataDirNote);
    const app = await openApp({ config, role: "serve" });
    try {
      const url = await app.listen();
      if (values["no-work"] !== true) await app.work();
      const welcome = values["no-welcome"] === true ? undefined : await (await import("../welcome.ts")).welcome(app, url);
      out.result({ url, ...welcome?.value }, welcome?.text ?? `Grapevine answers at ${url}`);
      out.note(`Stopping (${await stopped}).`);
    } finally {
      await app.close();
    }
  },
};

/** One of several processes: it answers requests and nothing else. Who started it says what there is to say. */
async function answer(openApp: (options: OpenOptions) => Promise<App>, stopped: Promise<unknown>): Promise<void> {
  let app: App | undefined;
  try {
    app = await openApp({ config: settings(), role: "serve" });
    await sayStarted({ url: await app.listen() });
    await stopped;
  } catch (error) {
    await sayStarted({ failed: error instanceof Error ? error.message : String(error) });
    throw error;
  } finally {
    await app?.close();
    leave();
  }
}

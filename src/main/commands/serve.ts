import type { Command } from "../args.ts";
import { settings, untilStopped } from "../app.ts";

/**
 * Starts the whole of Grapevine in one process: database, HTTP, background work. What a person sees on the first start (sign-in link,
 * keys, a first curl) is said by flow/first-start through `app.welcome`.
 */
export const command: Command = {
  options: {
    "no-work": { type: "boolean", help: "Answer requests only; run `grapevine work` elsewhere." },
    "no-welcome": { type: "boolean", help: "Do not create a first workspace when there is none." },
  },
  examples: ["grapevine serve", "PORT=8080 DATABASE_URL=postgres://owner:secret@db:5432/grapevine grapevine serve --no-work"],
  about: "Settings come from the environment: PORT, HOST, GRAPEVINE_DATA, DATABASE_URL, PUBLIC_URL, TRUST_PROXY, LOG_LEVEL,\n"
    + "GRAPEVINE_SECRET; SMTP_URL and MAIL_FROM to send mail (MAIL_SANDBOX=send: that of sandboxes too).",
  async run({ values, out }) {
    const stopped = untilStopped();
    const { openApp } = await import("../compose.ts");
    const app = await openApp({ config: settings(), role: "serve" });
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

import type { Command } from "../args.ts";
import { settings, untilStopped } from "../app.ts";

/** Background work without HTTP, for an installation of several processes. */
export const command: Command = {
  options: {},
  examples: ["DATABASE_URL=postgres://owner:secret@db:5432/grapevine grapevine work"],
  async run({ out }) {
    const stopped = untilStopped();
    const { openApp } = await import("../compose.ts");
    const app = await openApp({ config: settings(), role: "work" });
    try {
      await app.work();
      out.result({ working: true }, "Working. Ctrl-C stops after the job in hand.");
      out.note(`Stopping (${await stopped}).`);
    } finally {
      await app.close();
    }
  },
};

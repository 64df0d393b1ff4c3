/** What sends mail on a test engine: the real renderer, and a mailer that speaks to a real SMTP server. */
import { createIds } from "../../src/adapters/ids.ts";
import { createHashes } from "../../src/adapters/hashes.ts";
import { createMailer } from "../../src/adapters/smtp.ts";
import { createVoices } from "../../src/flow/mail-draft.ts";
import type { MailParts } from "../../src/flow/mail-send.ts";
import type { Mailer } from "../../src/flow/ports.ts";
import { readKept } from "../../src/http/report-extras.ts";
import type { Engine } from "./engine.ts";
import { silentLog } from "./job-plan.ts";
import { outside } from "./outside.ts";

/** Short waits, so that a server that hangs is found out within a test. */
export const QUICK = { connect: 1_000, greeting: 1_000, socket: 1_000 };

export function mailParts(e: Engine, smtp: string | Mailer, publicUrl = "https://refer.shop.example"): MailParts {
  const { cipher, mailMac: mac, mailRenderer: renderer } = outside(e.secret);
  return {
    pool: e.database.pool(),
    ids: createIds(),
    hashes: createHashes(e.secret),
    cipher,
    log: silentLog,
    mac,
    renderer,
    mailer: typeof smtp === "string" ? createMailer({ url: smtp, timeouts: QUICK }) : smtp,
    voices: createVoices(),
    reports: readKept,
    publicUrl,
    rules: { from: { name: null, address: "hello@shop.example" }, sandboxes: true },
  };
}

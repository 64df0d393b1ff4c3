/** The worker's thread: parts of its own, the flows, the jobs. Started by work.ts; src/jobs/watch.ts watches over it. */
import os from "node:os";
import { setTimeout } from "node:timers/promises";
import { systemClock } from "../adapters/clock.ts";
import { createMailer } from "../adapters/smtp.ts";
import { signWebhook } from "../adapters/webhook-sign.ts";
import { cleanUp } from "../flow/clean-up.ts";
import { eraseClosed } from "../flow/closing.ts";
import { createConsumers } from "../flow/consumers.ts";
import { deliverWebhooks } from "../flow/deliver-webhooks.ts";
import { dispatchOutbox } from "../flow/dispatch-outbox.ts";
import { nextWorkspaces, planWorkspace } from "../flow/plan-work.ts";
import { createVoices } from "../flow/mail-draft.ts";
import { type MailParts, sendMail } from "../flow/mail-send.ts";
import { bringProfiles } from "../flow/profiles.ts";
import { bringReports } from "../flow/reports/bring.ts";
import { renewStudies } from "../flow/studies/renew.ts";
import { resettleRequested } from "../flow/resettle.ts";
import { sweepWorkspace } from "../flow/sweep.ts";
import { createTurns } from "../flow/turns.ts";
import { readKept } from "../http/report-extras.ts";
import { askOfStudy, usualStudies } from "../http/study-renewals.ts";
import { createJobWorker } from "../jobs/handlers.ts";
import type { JobFlows } from "../jobs/registry.ts";
import { runWatched } from "../jobs/watched.ts";
import { openParts } from "./parts.ts";
import type { MailConfig } from "./config.ts";
import type { Parts } from "./services.ts";
import type { WorkData } from "./work.ts";

await runWatched<WorkData>(async ({ runtimeUrl, secret, outgoingAllow, mail, publicUrl }, hooks) => {
  const closers: (() => Promise<unknown> | unknown)[] = [];
  // A dozen runs at once (registry.ts), four of them walking through workspaces side by side; webhooks hold none while they are out.
  const { parts } = openParts({
    runtimeUrl,
    secret: Buffer.from(secret, "hex"),
    log: hooks.log,
    closers,
    name: "grapevine work",
    connections: 12,
    batches: 2,
    outgoingAllow,
  });
  const sending = mail === null ? null : mailParts(parts, { mail, publicUrl, closers });
  const worker = createJobWorker({ url: runtimeUrl, ...hooks, flows: flowsOf(parts, sending) });
  return {
    worker,
    async close() {
      for (const end of closers.reverse()) await end();
    },
  };
});

/** A workspace that has much to catch up with goes on with the next run. */
const PROFILES_MS = 30_000;
const REPORTS_MS = 30_000;
const REPORT_PAGES = 10;
/** Who follows what happens leaves half of the processors to those who wait for an answer, and most of the rest while many come. */
const turns = createTurns(Math.max(1, Math.floor(os.availableParallelism() / 2)), {
  monotonic: systemClock.monotonic,
  // Cut short, it ends like any other.
  sleep: (ms, signal) => setTimeout(ms, undefined, { signal }).catch(() => undefined),
});

type MailOptions = { mail: MailConfig; publicUrl: string; closers: (() => Promise<unknown> | unknown)[] };

function mailParts(parts: Parts, { mail, publicUrl, closers }: MailOptions): MailParts {
  const mailer = createMailer({ url: mail.smtpUrl });
  closers.push(() => mailer.close());
  const { mailMac: mac, mailRenderer: renderer } = parts;
  const own = { mac, renderer, mailer, publicUrl, reports: readKept, voices: createVoices() };
  return { ...parts, ...own, rules: { from: mail.from, sandboxes: mail.sandboxes } };
}

function flowsOf(parts: Parts, mail: MailParts | null): JobFlows {
  const consumers = createConsumers(parts);
  const told = { ...parts, consumers, mail: mail !== null };
  return {
    nextWorkspaces: (page) => nextWorkspaces(parts, page),
    planWorkspace: (id) => planWorkspace(told, id),
    dispatchOutbox: (id, signal) => dispatchOutbox(told, id, signal),
    sweepWorkspace: (id) => sweepWorkspace(parts, id),
    async resettle(id, signal) {
      try {
        await resettleRequested({ ...parts, pool: parts.settlePool }, id, { signal });
        return { more: false };
      } catch (error) {
        // It ends with the signal's reason when it was asked to come to an end.
        if (signal.aborted) return { more: true };
        throw error;
      }
    },
    deliverWebhooks: (id, ask) => deliverWebhooks({ ...parts, sign: signWebhook }, id, ask),
    sendMail: async (id, signal) => (mail === null ? { more: false, down: false } : await sendMail(mail, id, { signal })),
    bringProfiles: (id, signal) => bringProfiles(parts, id, { forMs: PROFILES_MS, signal, turns }),
    bringReports: (id, signal) => bringReports(parts, id, { forMs: REPORTS_MS, signal, pages: REPORT_PAGES, turns }),
    renewStudies: (id, signal) => renewStudies({ ...parts, askOf: askOfStudy, usual: usualStudies }, id, signal),
    cleanUp: (id, signal) => cleanUp(told, id, signal),
    eraseClosed: (signal) => eraseClosed(parts, signal),
  };
}

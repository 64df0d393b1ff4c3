import type { DeadLetter, JobQueue, QueueCount } from "../../jobs/queue.ts";
import type { Jobs } from "../../jobs/registry.ts";
import { CommandFailed, EXIT_FAILED, EXIT_OK, UsageError, list } from "../args.ts";
import type { Command } from "../args.ts";
import { withApp } from "../with-app.ts";

/** What the workers have to do, and what failed every time it was tried: those wait here for 90 days for somebody to send them back. */
export const command: Command = {
  options: {
    retry: { type: "string", value: "id", multiple: true, help: "Send these dead jobs back, with all their tries." },
    "retry-all": { type: "boolean", help: "Send every dead job back." },
  },
  examples: ["grapevine jobs", "grapevine jobs --retry-all", "grapevine jobs --json"],
  about: "Exit code 1 says that something is dead: a check for whoever watches over the installation.",
  async run({ values, out }) {
    const wanted = list(values, "retry");
    const all = values["retry-all"] === true;
    if (all && wanted.length > 0) throw new UsageError("--retry and --retry-all do not go together.");
    const report = await withApp(async (app) => {
      const queue = await app.queue();
      const sent = await retry(queue, { wanted, all });
      return { sent, queues: await queue.counts(), dead: await queue.deadLetters() };
    });
    const lines = [...report.sent.map((id) => `Sent back: ${id}`), ...queueLines(report.queues), ...deadLines(report.dead)];
    out.result(report, lines.join("\n"));
    return report.dead.length === 0 ? EXIT_OK : EXIT_FAILED;
  },
};

async function retry(queue: JobQueue<Jobs>, of: { wanted: readonly string[]; all: boolean }): Promise<string[]> {
  const known = (await queue.deadLetters()).map((letter) => letter.id);
  const stranger = of.wanted.find((id) => !known.includes(id));
  if (stranger !== undefined) throw new CommandFailed(`There is no dead job ${stranger}.`, "not_found");
  const sent: string[] = [];
  for (const id of of.all ? known : of.wanted) if (await queue.retry(id)) sent.push(id);
  return sent;
}

function queueLines(queues: readonly QueueCount[]): string[] {
  const width = Math.max(...queues.map(({ name }) => name.length));
  return queues.map((each) => `${each.name.padEnd(width)}  ${each.waiting} waiting, ${each.running} running, ${each.later} for later`);
}

function deadLines(dead: readonly DeadLetter[]): string[] {
  if (dead.length === 0) return ["Nothing has failed for good."];
  return dead.flatMap(({ id, job, tries, diedAt, error, payload }) => [
    `DEAD  ${id}  ${job} after ${tries} tries, ${new Date(diedAt).toISOString()}: ${error.message}`,
    `      ${JSON.stringify(payload)}`,
  ]);
}

import fs from "node:fs";
import { createHash } from "node:crypto";
import { currencyDecimals } from "../../core/currency.ts";
import { DAY } from "../../core/time.ts";
import { createWorkspace } from "../../flow/create-workspace.ts";
import { closeImport, openImport } from "../../flow/imports.ts";
import { demoProgram } from "../../flow/synthetic/demo-program.ts";
import { fillWorkspace } from "../../flow/synthetic/fill.ts";
import type { FillReport } from "../../flow/synthetic/fill.ts";
import { syntheticWorld } from "../../flow/synthetic/world.ts";
import type { WorldOptions } from "../../flow/synthetic/world.ts";
import { EXIT_FAILED, EXIT_OK, UsageError, instant, text, whole } from "../args.ts";
import type { Call, Command, Values } from "../args.ts";
import { refusing } from "../app.ts";
import type { App } from "../app.ts";
import { loadDefinition } from "../definition-file.ts";
import { publishDefinition } from "../preset-program.ts";
import { startProgress } from "../progress.ts";
import { withApp } from "../with-app.ts";
import { byCommand } from "../workspace.ts";

const BANNER = "Synthetic data: nobody here exists, and nobody is paid.";

/** A shop from a seed, in a workspace of its own that says that it is synthetic. */
export const command: Command = {
  options: {
    people: { type: "string", value: "n", help: "Customers over the whole story; 2,000 by default (about 10,000 events)." },
    months: { type: "string", value: "n", help: "Length of the story; 12 by default." },
    seed: { type: "string", value: "n", help: "The same seed gives the same shop; 1 by default." },
    until: { type: "string", value: "date", help: "Where the story ends (not included); today by default." },
    workspace: { type: "string", value: "slug", help: "Name of the new workspace; demo by default." },
    currency: { type: "string", value: "code", help: "EUR by default." },
    program: { type: "string", value: "file", help: "Run this definition instead of the built-in one." },
    out: { type: "string", value: "file", help: "Only write the stream as lines of JSON, with its SHA-256; no database." },
  },
  examples: [
    "grapevine demo --people 2000 --months 12 --seed 7",
    "grapevine demo --people 2000000 --seed 1 --until 2026-01-01 --out events.jsonl --json",
  ],
  async run(call) {
    const options = worldOf(call.values);
    const file = text(call.values, "out");
    return file === undefined ? await fill(call, options) : writeStream(call, { options, file });
  },
};

function worldOf(values: Values): WorldOptions {
  const currency = text(values, "currency") ?? "EUR";
  if (currencyDecimals(currency) !== 2) throw new UsageError(`--currency takes a code with two decimals such as EUR, not "${currency}".`);
  const until = instant(values, "until") ?? Math.floor(Date.now() / DAY) * DAY;
  if (until % DAY !== 0) throw new UsageError("--until takes a date: the story ends at a midnight.");
  const people = whole(values, "people", { min: 1, max: 20_000_000, fallback: 2000 });
  const months = whole(values, "months", { min: 1, max: 120, fallback: 12 });
  return { people, months, seed: whole(values, "seed", { min: 0, max: 4_294_967_295, fallback: 1 }), until, currency };
}

function writeStream({ out }: Call, to: { options: WorldOptions; file: string }): number {
  const descriptor = fs.openSync(to.file, "w");
  const hash = createHash("sha256");
  let items = 0;
  let held: string[] = [];
  const flush = (): void => {
    const piece = held.join("");
    hash.update(piece);
    fs.writeSync(descriptor, piece);
    held = [];
  };
  for (const item of syntheticWorld(to.options)) {
    held.push(`${JSON.stringify(item)}\n`);
    items++;
    if (held.length === 1000) flush();
  }
  flush();
  fs.closeSync(descriptor);
  const sha256 = hash.digest("hex");
  out.result({ items, sha256, file: to.file, synthetic: true }, `${items} items in ${to.file}\nsha256 ${sha256}`);
  return EXIT_OK;
}

async function fill({ values, out }: Call, options: WorldOptions): Promise<number> {
  const slug = text(values, "workspace") ?? "demo";
  const file = text(values, "program");
  const document = file === undefined ? demoProgram(options.currency ?? "EUR") : await loadDefinition(file);
  return await withApp(async (app, signal) => {
    const settings = { synthetic: true, banner: BANNER };
    const made = await refusing(createWorkspace(app.parts, { slug, name: "Demo shop (synthetic data)", settings }));
    const report = await refusing(story(app, { workspaceId: made.workspaceId, document, options, signal }));
    const value = {
      workspace: made.slug, synthetic: true, url: app.url, program: document.key, ...report,
      secret_key: made.secretKey, publishable_key: made.publishableKey, test_key: made.testKey,
      sign_in_link: `${app.url}/sign-in/${made.signInToken}`,
    };
    out.result(value, [
      `${report.events} synthetic events and ${report.advocates} advocates are in the workspace "${made.slug}".`,
      `Of the events ${report.duplicates} came twice, ${report.parked} wait for their order, ${report.refused} were refused.`, "",
      `  secret   ${made.secretKey}`, `  sign in  ${value.sign_in_link}`,
    ].join("\n"));
    return signal.aborted ? EXIT_FAILED : EXIT_OK;
  });
}

type Story = { workspaceId: string; document: Awaited<ReturnType<typeof loadDefinition>>; options: WorldOptions; signal: AbortSignal };

/** Program, advocates and events inside an import's scope; it is closed also when the story was cut short. */
async function story(app: App, { workspaceId, document, options, signal }: Story): Promise<FillReport> {
  const by = byCommand(workspaceId);
  const importId = await openImport(app.parts, by, { kind: "demo", source: `synthetic shop, seed ${options.seed}` });
  const start = options.until - (options.months + 1) * 31 * DAY;
  const programId = await publishDefinition(app, { workspaceId, document, effectiveFrom: start });
  const progress = startProgress({ label: "Shop", total: Math.round(options.people * 5.2), unit: "events" });
  try {
    const wish = { programId, programKey: document.key, importId, items: syntheticWorld(options), signal };
    return await fillWorkspace({ ...app.parts, events: app.services.events }, by, { ...wish, onProgress: (done) => progress.update(done) });
  } finally {
    progress.end();
    await closeImport(app.parts, by, { id: importId });
  }
}

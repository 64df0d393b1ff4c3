import path from "node:path";
import type { ImportReport, ImportRun } from "../../flow/import-run.ts";
import { EXIT_FAILED, EXIT_OK, UsageError, need, text } from "../args.ts";
import type { Command, Values } from "../args.ts";
import { refusing } from "../app.ts";
import { fileSource, refusedFile } from "../csv-files.ts";
import { MAPPING_OPTIONS, readMapping } from "../mapping-file.ts";
import { startProgress } from "../progress.ts";
import { withApp } from "../with-app.ts";
import { byCommand, workspaceOf } from "../workspace.ts";

/** A CSV file as events. Every row is accepted or refused with a reason; reading a file twice adds nothing. */
export const command: Command = {
  words: [{ name: "file", help: "The CSV file; the first line names its columns." }],
  options: {
    workspace: { type: "string", value: "slug", help: "The workspace. Needed." },
    sandbox: { type: "boolean", help: "Into the workspace's sandbox." },
    ...MAPPING_OPTIONS,
    delimiter: { type: "string", value: "sign", help: "The column separator: , ; or tab. Found by itself." },
    encoding: { type: "string", value: "name", help: "utf-8 (default), windows-1252, utf-16le, ..." },
    refused: { type: "string", value: "file", help: "Where refused rows are written; <file>.refused.csv in this folder by default." },
    resume: { type: "boolean", help: "Go on where an unfinished import of this file stopped." },
    restart: { type: "boolean", help: "Cancel the unfinished import and begin at the first row." },
  },
  examples: [
    "grapevine import orders.csv --workspace acme --currency EUR \\",
    "    --map id=order-{no},order.id=no,order.total=total,occurred_at=date,person.user_id=customer",
    "grapevine import online_retail_invoices.csv --workspace acme --preset online-retail --refused refused.csv --json",
    "grapevine import orders.csv --workspace acme --mapping mapping.json --resume",
  ],
  async run({ values, words, out }) {
    if (values.resume === true && values.restart === true) throw new UsageError("Give --resume or --restart, not both.");
    const run = runOf(values, words[0] ?? "");
    const slug = need(values, "workspace");
    const report = await withApp(async (app, signal) => {
      const workspaceId = await workspaceOf(app, values.sandbox === true ? `${slug}-sandbox` : slug);
      const { importEvents } = await import("../../flow/import-events.ts");
      const progress = startProgress({ label: "Importing", total: run.source.size, unit: "bytes" });
      const onProgress: ImportRun["onProgress"] = ({ bytes, accepted, refused }) => {
        progress.update(bytes, `${accepted} accepted, ${refused} refused`);
      };
      try {
        const parts = { ...app.parts, door: app.services.events };
        return await refusing(importEvents(parts, byCommand(workspaceId), { ...run, signal, onProgress }));
      } finally {
        progress.end();
      }
    });
    out.result(shown(report), reportText(report, run));
    return report.status === "closed" ? EXIT_OK : EXIT_FAILED;
  },
};

type Run = ImportRun & { refusedPath: string };

function runOf(values: Values, file: string): Run {
  const delimiter = text(values, "delimiter")?.replace(/^(\\t|tab)$/i, "\t");
  if (delimiter !== undefined && delimiter !== "," && delimiter !== ";" && delimiter !== "\t") {
    throw new UsageError(`--delimiter takes , ; or tab, not "${delimiter}".`);
  }
  const refusedPath = text(values, "refused") ?? `${path.basename(file).replace(/\.csv$/i, "")}.refused.csv`;
  return {
    source: fileSource(file, text(values, "encoding") ?? "utf-8"), mapping: readMapping(values), delimiter, refusedPath,
    refused: refusedFile(refusedPath), resumption: values.resume === true ? "resume" : values.restart === true ? "restart" : "refuse",
  };
}

/** The report as --json prints it. */
function shown(report: ImportReport): Record<string, unknown> {
  const { importId, ...rest } = report;
  return { import: importId, ...rest };
}

function reportText(report: ImportReport, run: Run): string {
  const counts = Object.entries(report.reasons).sort(([, a], [, b]) => b - a);
  const reasons = counts.map(([code, count]) => `  ${String(count).padStart(9)}  ${code}`);
  return [
    `${report.rows} rows: ${report.accepted} accepted, ${report.refused} refused.`,
    ...(report.duplicates > 0 ? [`${report.duplicates} of the accepted were known already.`] : []),
    ...(report.parked > 0 ? [`${report.parked} refunds wait for their purchase.`] : []),
    ...(reasons.length > 0 ? ["Refused because of:", ...reasons, `The refused rows are in ${run.refusedPath}.`] : []),
    ...(report.status === "open" ? ["Stopped before the end. Go on with the same command and --resume."] : []),
  ].join("\n");
}


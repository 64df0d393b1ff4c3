import { UsageError, list, text, whole } from "../args.ts";
import type { Command } from "../args.ts";

/** The table of budgets, each line beside a bare baseline measured in the same run. */
export const command: Command = {
  options: {
    only: { type: "string", value: "names", multiple: true, help: "Only these lines of the table." },
    repeats: { type: "string", value: "n", help: "Alternations of baseline and ours; 5 by default." },
    events: { type: "string", value: "n", help: "Events stored for the large-store line; 10,000,000 by default." },
    store: { type: "string", value: "folder", help: "Large store: this data folder as it is. It is written to." },
    key: { type: "string", value: "key", help: "A secret key of that installation." },
    seed: { type: "string", value: "n", help: "Seed of the synthetic shop; 1 by default." },
    out: { type: "string", value: "file", help: "Also write the table as Markdown." },
  },
  examples: ["npm run bench -- --json", "grapevine bench --only redirect,single --repeats 3"],
  async run({ values, out }) {
    const [folder, key] = [text(values, "store"), text(values, "key")];
    if ((folder === undefined) !== (key === undefined)) throw new UsageError("--store and --key go together.");
    const { runBench } = await import("../bench/run.ts");
    const report = await runBench({
      only: list(values, "only"),
      repeats: whole(values, "repeats", { min: 1, max: 50, fallback: 5 }),
      events: whole(values, "events", { min: 1_000, max: 100_000_000, fallback: 10_000_000 }),
      ...(folder === undefined || key === undefined ? {} : { store: { folder, key } }),
      seed: whole(values, "seed", { min: 0, max: 4_294_967_295, fallback: 1 }),
      file: text(values, "out"),
      note: out.note,
    });
    out.result(report, report.table);
    return report.ok ? 0 : 1;
  },
};

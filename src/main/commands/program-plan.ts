import { EXIT_FAILED, EXIT_OK, UsageError, instant } from "../args.ts";
import type { Command } from "../args.ts";
import { formatInstant } from "../../core/time.ts";
import { loadDefinition } from "../definition-file.ts";
import { planLines } from "../findings.ts";
import { REMOTE_OPTIONS, asking, remoteClient } from "../remote.ts";

/** What pushing and publishing would change; nothing is written. Exit code 1 when the linter has errors. */
export const command: Command = {
  words: [{ name: "file", help: "The definition: .json, or .ts with a default export." }],
  options: {
    ...REMOTE_OPTIONS,
    from: { type: "string", value: "date", help: "Also say what the past from here on would have cost." },
    to: { type: "string", value: "date", help: "Where that past ends; needs --from." },
  },
  examples: [
    "GRAPEVINE_KEY=gv_live_... grapevine program plan programs/friends.ts",
    "grapevine program plan friends.json --from 2026-01-01 --to 2026-07-01",
  ],
  async run({ values, words, out }) {
    const client = remoteClient(values);
    const from = instant(values, "from");
    const to = instant(values, "to");
    if ((from === undefined) !== (to === undefined)) throw new UsageError("--from and --to come together.");
    const definition = await loadDefinition(words[0] ?? "");
    const backtest = from === undefined || to === undefined ? {} : { backtest: { from: formatInstant(from), to: formatInstant(to) } };
    const plan = await asking(client.programs.plan(definition.key, { definition: definition as never, ...backtest }));
    out.result(plan, planLines(plan).join("\n"));
    return plan.findings.some((finding) => finding.severity === "error") ? EXIT_FAILED : EXIT_OK;
  },
};

import { instant, need } from "../args.ts";
import type { Command } from "../args.ts";
import { loadDefinition } from "../definition-file.ts";
import { currencyDecimals } from "../../core/currency.ts";
import { type Money, formatMoney } from "../../core/money.ts";
import { startProgress } from "../progress.ts";
import { withApp } from "../with-app.ts";

/** Streams the stored facts through a draft: what it would have cost, who would have won, what was really posted. */
export const command: Command = {
  options: {
    workspace: { type: "string", value: "slug", help: "The workspace whose facts are read. Needed." },
    program: { type: "string", value: "file", help: "The definition to try (.ts or .json). Needed." },
    from: { type: "string", value: "date", help: "First day or instant; the first fact by default." },
    to: { type: "string", value: "date", help: "The instant at which the past ends (not included); now by default." },
  },
  examples: ["grapevine backtest --workspace acme --program friends.ts --from 2026-01-01 --to 2026-07-01 --json"],
  async run({ values, out }) {
    const slug = need(values, "workspace");
    const definition = await loadDefinition(need(values, "program"));
    const from = instant(values, "from");
    const to = instant(values, "to");
    const report = await withApp(async (app, signal) => {
      const { backtestWorkspace } = await import("../../flow/backtest.ts");
      const bar = { label: "Backtest", total: 0, unit: "facts" };
      const progress = startProgress(bar);
      try {
        const onProgress = (done: number, of: number): void => {
          bar.total = of;
          progress.update(done);
        };
        return await backtestWorkspace(app, { slug, definition, from, to, signal, onProgress });
      } finally {
        progress.end();
      }
    });
    const lines = report.rules.map(
      (rule) => `  ${rule.rule}: ${rule.rewards} ${rule.rewards === 1 ? "reward" : "rewards"}, ${amounts(rule.cost)}`,
    );
    lines.push(`  difference to what was posted: ${amounts(report.difference)}`);
    const { cap_reached: capped, budget_exhausted: spent } = report.limits;
    if (capped + spent > 0) lines.push(`  limits: ${capped} capped, ${spent} beyond a budget`);
    lines.push(...report.winners.slice(0, 3).map((w) => `  ${w.person} would have ${amounts([w.amount])}`), ...report.notes);
    out.result(report, [`${report.facts} facts under ${definition.key}:`, ...lines].join("\n"));
  },
};

/** Money with its decimals, everything else as a number and its unit. */
function amounts(list: readonly Money[]): string {
  return (
    list.map((m) => (currencyDecimals(m.currency) === undefined ? `${m.amount} ${m.currency}` : formatMoney(m))).join(", ") || "nothing"
  );
}

import { EXIT_FAILED, EXIT_OK, UsageError, instant, text } from "../args.ts";
import type { Command } from "../args.ts";
import { formatInstant } from "../../core/time.ts";
import { loadDefinition } from "../definition-file.ts";
import { findingLines } from "../findings.ts";
import { REMOTE_OPTIONS, asking, remoteClient } from "../remote.ts";
import type { ProgramSource } from "../remote.ts";

/** Saves the draft and, if asked, publishes it. Linter errors stop the publishing, not the saving. */
export const command: Command = {
  words: [{ name: "file", help: "The definition: .json, or .ts with a default export." }],
  options: {
    ...REMOTE_OPTIONS,
    publish: { type: "boolean", help: "Make it live." },
    "effective-from": { type: "string", value: "date", help: "When it takes effect; now by default, never the past." },
    "applies-to": { type: "string", value: "whom", help: "new_referrals (default) or open_referrals." },
  },
  examples: ["GRAPEVINE_KEY=gv_live_... grapevine program push programs/friends.ts --publish"],
  async run({ values, words, out }) {
    const appliesTo = text(values, "applies-to") ?? "new_referrals";
    if (appliesTo !== "new_referrals" && appliesTo !== "open_referrals") {
      throw new UsageError(`--applies-to takes new_referrals or open_referrals, not "${appliesTo}".`);
    }
    const from = instant(values, "effective-from");
    const client = remoteClient(values);
    const definition = await loadDefinition(words[0] ?? "");
    const { key } = definition;
    const saved = await asking(client.programs.put(key, definition as ProgramSource));
    const findings = saved.findings ?? [];
    const lines = findingLines(findings);
    if (values.publish !== true) {
      out.result({ program: saved }, [...lines, `${key}: the draft is saved. Publish it with --publish.`].join("\n"));
      return EXIT_OK;
    }
    if (findings.some((finding) => finding.severity === "error")) {
      const refusal = [...lines, `${key}: the draft is saved, and not published because of its errors.`].join("\n");
      out.result({ program: saved, published: false }, refusal);
      return EXIT_FAILED;
    }
    const wish = { applies_to: appliesTo, ...(from === undefined ? {} : { effective_from: formatInstant(from) }) } as const;
    const live = await asking(client.programs.publish(key, wish));
    out.result({ program: live, published: true }, [...lines, `${key}: version ${live.version} is published.`].join("\n"));
    return EXIT_OK;
  },
};

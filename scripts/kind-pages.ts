/**
 * The pages docs/kinds/<key>.md: the upper part is written by hand for the person who runs such a program, the lower part is made from
 * the preset itself, so that they cannot disagree. Written and checked for drift by scripts/openapi.ts.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { presets } from "../presets/index.ts";
import { definition } from "../src/core/program.ts";
import { describeProgram, describeRules } from "../src/core/rules/describe.ts";

const MARK = "<!-- Below: made from the preset by scripts/openapi.ts. Do not edit. -->";
/** Characters of the hand-written part: less is a heading, not a page. */
const LEAST = 1_200;

/** Each page as it should be, by its path. A page without its hand-written part is named in `missing`. */
export function kindPages(root: string): { pages: Map<string, string>; missing: string[] } {
  const pages = new Map<string, string>();
  const missing: string[] = [];
  for (const preset of presets) {
    const file = `docs/kinds/${preset.key}.md`;
    const path = join(root, file);
    const [written = ""] = existsSync(path) ? readFileSync(path, "utf8").split(MARK) : [];
    if (written.trim().length < LEAST) missing.push(file);
    pages.set(file, `${written.trimEnd()}\n\n${MARK}\n\n${made(preset.key)}`);
  }
  return { pages, missing };
}

function made(key: string): string {
  const preset = presets.find((p) => p.key === key);
  const program = definition.parse(preset);
  const rules = describeRules(program).map(
    (r) => `| \`${r.key}\` | ${cell(r.when)} | ${cell(r.gives)} | ${cell(r.to)} | ${cell(r.terms)} |`,
  );
  const table = ["| rule | when | gives | to | terms |", "|---|---|---|---|---|", ...rules];
  return [
    "## What the preset says",
    program.description ?? program.name,
    describeProgram(program)
      .map((line) => `- ${line}`)
      .join("\n"),
    rules.length === 0 ? "It has no rewards." : table.join("\n"),
    "## What people are told",
    program.disclosure["en"] === undefined
      ? "Nobody is rewarded, so there is nothing to disclose."
      : `Disclosure in every text: "${program.disclosure["en"]}"`,
    `Channels: ${program.share.channels.join(", ") || "none"}. Languages: ${Object.keys(program.terms).join(", ")}.`,
    "The terms as they come (have yours checked):",
    (program.terms["en"] ?? "")
      .split("\n")
      .map((line) => `> ${line}`)
      .join("\n"),
    "## Start from it",
    [
      "```sh",
      `curl -X PUT "$URL/v1/programs/${key}" -H "authorization: Bearer $KEY" \\`,
      `  -H 'content-type: application/json' -d '{ "preset": "${key}" }'`,
      `curl -X POST "$URL/v1/programs/${key}/publish" -H "authorization: Bearer $KEY"`,
      "```",
    ].join("\n"),
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/, "\n");
}

const cell = (text: string): string => text.replaceAll("|", "\\|");

/** A violation of every tidy rule, of strict typing and of knip's rules. */
import type { Files, Seed } from "./tree.ts";

/** In two halves, so that this file obeys the rule whose violations it holds. */
const marks = [`TO${"DO"}`, `FIX${"ME"}`, `XX${"X"}`];
const suppressions = [
  `// oxlint-${"disable-next-line"} no-var`, `// @ts-${"ignore"}`, `// @ts-${"expect-error"} for now`, `/* eslint-${"disable"} */`,
];

const sow = (rule: string, file: string, rest: { text: string; says: string }): Seed =>
  ({ rule: `tidy/${rule}`, file, says: rest.says, files: { [file]: rest.text } });

/** A violation that consists in a file's absence: nothing is written, and the clean tree's file is taken away. */
const missing = (rule: string, file: string, says: string): Seed => ({ rule: `tidy/${rule}`, file, says, files: { [file]: "" } });

/** The rules that read one file. */
const fileSeeds: Seed[] = [
  sow("line-length", "src/flow/wide.ts", { text: `// ${"a".repeat(138)}\nexport {};\n`, says: "longer than 140" }),
  sow("line-length", "src/store/migrations/0002-wide.sql", { text: `-- ${"a".repeat(138)}\n`, says: "longer than 140" }),
  sow("line-length", "scripts/wide.ts", { text: `// ${"a".repeat(138)}\nexport {};\n`, says: "longer than 140" }),
  ...marks.map((mark, index) => sow("no-leftovers", `src/flow/mark-${index}.ts`, {
    text: `// ${mark}: later\nexport {};\n`, says: "do it now",
  })),
  sow("no-leftovers", "src/store/migrations/0003-mark.sql", { text: `-- ${marks[0]} index\n`, says: "do it now" }),
  ...suppressions.map((line, index) => sow("no-suppressions", `src/flow/quiet-${index}.ts`, {
    text: `${line}\nexport const a = 1;\n`, says: "mend the code",
  })),
  sow("one-route-a-file", "src/http/routes/none.get.ts", { text: "export const a = 1;\n", says: "has 0 default exports" }),
  sow("one-route-a-file", "src/http/routes/two.get.ts", { text: "export default 1;\nexport default 2;\n", says: "has 2 default exports" }),
  sow("one-route-a-file", "src/http/routes/createEvent.ts", { text: "export default 1;\n", says: "<resource>.<verb>.ts" }),
  sow("tests-sit-beside", "src/flow/nobody.test.ts", { text: "export {};\n", says: "beside no file" }),
  sow("presets-are-tested", "presets/affiliate.ts", { text: "export default 1;\n", says: "write test/kinds/affiliate.test.ts" }),
  sow("presets-are-tested", "test/kinds/contest.test.ts", { text: "export {};\n", says: "write presets/contest.ts" }),
  sow("migrations-are-numbered", "src/store/migrations/0009-gap.sql", { text: "select 1;\n", says: "without gap" }),
  sow("migrations-are-numbered", "src/store/migrations/later.sql", { text: "select 1;\n", says: "NNNN-what-changes.sql" }),
];

const record = (...parts: string[]): string => `# A choice\n\n${parts.map((part) => `## ${part}\n`).join("\n")}`;

/** The rules that read Markdown. */
const paperSeeds: Seed[] = [
  sow("one-title", "docs/two.md", { text: "# One\n\n# Two\n", says: "has 2 first-level headings" }),
  sow("one-title", "docs/none.md", { text: "Text\n", says: "has 0 first-level headings" }),
  sow("links-lead-somewhere", "docs/path.md", { text: "# A\n\nSee [b](b.md).\n", says: "docs/b.md, which is not there" }),
  sow("links-lead-somewhere", "docs/anchor.md", { text: "# A\n\nSee [b](../GLOSSARY.md#nowhere).\n", says: "no such heading" }),
  sow("links-lead-somewhere", "docs/picture.md", { text: "# A\n\n![b](b.png)\n", says: "docs/b.png, which is not there" }),
  sow("changelog-is-pending", "CHANGELOG.md", { text: "# Changelog\n\n## 0.1.0\n", says: "## Pending" }),
  missing("papers-are-there", "SECURITY.md", "every newcomer looks for it"),
  missing("papers-are-there", "LICENSE", "every newcomer looks for it"),
  {
    rule: "tidy/examples-explain-themselves", file: "examples/silent", says: "has no README.md",
    files: { "examples/silent/run.ts": "export {};\n" },
  },
  sow("decisions-are-numbered", "docs/decisions/0003-gap.md", {
    text: record("Context", "Decision", "Alternatives", "Consequences"), says: "should be number 0002",
  }),
  sow("decisions-are-numbered", "docs/decisions/note.md", { text: "# A note\n", says: "NNNN-what-was-decided.md" }),
  sow("decisions-are-whole", "docs/decisions/0001-a-choice.md", {
    text: record("Context", "Decision"), says: "lacks Alternatives, Consequences",
  }),
];

/** Everything that check-tidy forbids. */
export const TIDY_SEEDS: readonly Seed[] = [...fileSeeds, ...paperSeeds];

/** The nearest thing to each violation that is allowed. */
export const ALLOWED_TIDY: Files = {
  "src/flow/edge.ts": `// ${"a".repeat(137)}\nexport {};\n`,
  "src/core/no-currency.ts": `export const NONE = "XX${"X"}";\nexport const todos = 1;\n`,
  "src/flow/settle.test.ts": `// @ts-${"expect-error"} the point of the test\nexport const a: string = 1;\n`,
  "src/flow/settle.refund.test.ts": "export {};\n",
  "src/adapters/adapters.test.ts": "export {};\n",
  "src/http/routes/index.ts": "export {};\n",
  "docs/fences.md": [
    "# A", "", "```sh", "# not a heading, [not a link](nowhere.md)", "```", "",
    "And `[nor](this)`. [Out](https://example.com) [Root](/app) [self](#a) [up](..)", "",
  ].join("\n"),
  "data/left.md": "not a page of ours\n",
};

/** Strictness that tsconfig.json promises: the error TypeScript must give for each file. */
export const TYPE_SEEDS: readonly { code: string; file: string; text: string }[] = [
  { code: "TS1294", file: "src/core/enum.ts", text: "export enum A { B }\n" },
  { code: "TS1484", file: "src/core/import-type.ts", text: `import { Currency } from "./money.ts";\n\nexport const a: Currency = "a";\n` },
  { code: "TS2322", file: "src/core/index.ts", text: "export const a = (b: string[]): string => b[0];\n" },
  { code: "TS7006", file: "src/core/implicit.ts", text: "export const a = (b) => [b];\n" },
  { code: "TS2835", file: "src/core/ending.ts", text: `export * from "./money";\n` },
  { code: "TS2322", file: "presets/typed.ts", text: "export const a: string = 1;\n" },
  { code: "TS2322", file: "sdk/src/typed.ts", text: "export const a: string = 1;\n" },
  { code: "TS2322", file: "test/typed.ts", text: "export const a: string = 1;\n" },
  { code: "TS2322", file: "scripts/typed.ts", text: "export const a: string = 1;\n" },
];

/** What knip must name in its output, and the files that hold it. */
export const UNUSED_SEEDS: { names: string[]; files: Files } = {
  names: ["src/flow/unused-file.ts", "unusedExport"],
  files: {
    "src/flow/unused-file.ts": "export const a = 1;\n",
    "src/core/ingest/stage.ts": `import { USD } from "../money.ts";\n\nexport const value = USD.length;\nexport const unusedExport = 1;\n`,
  },
};

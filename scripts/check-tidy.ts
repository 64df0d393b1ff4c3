/**
 * Rules of the house that no other tool checks. Each is one function from the tree to its findings, and each message
 * names the remedy. Rules about Markdown are in check-tidy-papers.ts.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding, Report } from "./check-files.ts";
import { finish, listFiles, rootArgument } from "./check-files.ts";
import type { TidyRule, Tree } from "./check-tidy-tree.ts";
import { findNumbering } from "./check-tidy-tree.ts";
import { paperRules } from "./check-tidy-papers.ts";

const LINE_LENGTH = 140;
const CODE = /\.(ts|tsx|js|mjs|cjs|sql)$/;
/** Written by a tool, so its lines are not for reading. */
const GENERATED = /\.gen\.ts$/;
/** Spelled in two halves, so that this file passes its own rule. */
const LEFTOVER = new RegExp(`(?<!["'\`\\w])(TO${"DO"}|FIX${"ME"}|XX${"X"})(?!["'\`\\w])`);
const SUPPRESSION = new RegExp(`(oxlint|eslint)-${"disable"}|@ts-${"ignore"}|@ts-${"nocheck"}|@ts-${"expect-error"}`);

interface LineRule {
  files: RegExp;
  rule: string;
  isBad: (line: string) => boolean;
  message: string;
}

/** One finding for each line that `isBad`. */
function findLines(tree: Tree, options: LineRule): Finding[] {
  const { files, rule, isBad, message } = options;
  return tree.files.filter((file) => files.test(file) && !GENERATED.test(file)).flatMap((file) =>
    tree.read(file).split("\n").flatMap((text, index) => (isBad(text) ? [{ file, line: index + 1, rule, message }] : [])));
}

const lineLength: TidyRule = (tree) => findLines(tree, {
  files: CODE, rule: "tidy/line-length", isBad: (line) => line.length > LINE_LENGTH,
  message: `longer than ${LINE_LENGTH} characters: break the line, or name a part of it.`,
});

const noLeftovers: TidyRule = (tree) => findLines(tree, {
  files: /\.(ts|tsx|js|mjs|cjs|sql|liquid|yml|css)$/, rule: "tidy/no-leftovers", isBad: (line) => LEFTOVER.test(line),
  message: "a note to self was left: do it now, or open an issue and say in a sentence what is missing and why.",
});

/** In tests a type error may be the subject; in src a silenced check is a broken one. */
const noSuppressions: TidyRule = (tree) => findLines(tree, {
  files: /^src\/(?!.*\.test\.ts$)/, rule: "tidy/no-suppressions", isBad: (line) => SUPPRESSION.test(line),
  message: "a check is silenced: mend the code, or change the rule for everyone in its config with the reason beside it.",
});

/** `src/http/routes/events.create.ts` is one endpoint: its name is the map of the API. index.ts is the list of them all. */
const oneRouteAFile: TidyRule = (tree) => tree.files
  .filter((file) => /^src\/http\/routes\/(?!index\.ts$)[^/]+\.ts$/.test(file) && !file.endsWith(".test.ts"))
  .flatMap((file) => {
    const rule = "tidy/one-route-a-file";
    const count = tree.read(file).match(/^export default\b/gm)?.length ?? 0;
    if (count !== 1) return [{ file, rule, message: `has ${count} default exports: a route file exports its one endpoint by default.` }];
    if (/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*\.ts$/.test(file.slice("src/http/routes/".length))) return [];
    return [{ file, rule, message: "is named otherwise: call it <resource>.<verb>.ts, for example events.create.ts." }];
  });

/** Scenarios that belong to no one preset: what its document may become, and several kinds in one program. */
const ACROSS_KINDS = new Set(["mixed", "variants"]);

/** Every kind of referral system that is promised is played through once, and nothing is played that is not promised. */
const presetsAreTested: TidyRule = (tree) => {
  const keys = (pattern: RegExp): string[] => tree.files.flatMap((file) => pattern.exec(file)?.[1] ?? []);
  const presets = keys(/^presets\/([\w-]+)\.ts$/).filter((key) => key !== "index");
  const tests = keys(/^test\/kinds\/([\w-]+)\.test\.ts$/);
  const rule = "tidy/presets-are-tested";
  const untested = presets.filter((key) => !tests.includes(key));
  const unpromised = tests.filter((key) => !presets.includes(key) && !ACROSS_KINDS.has(key));
  return [
    ...untested.map((key) => ({ file: `presets/${key}.ts`, rule, message: `has no scenario: write test/kinds/${key}.test.ts.` })),
    ...unpromised.map((key) => ({
      file: `test/kinds/${key}.test.ts`, rule, message: `plays a kind without a preset: write presets/${key}.ts.`,
    })),
  ];
};

/** A test is found beside its subject: `a.test.ts` or `a.case.test.ts` beside `a.ts`. */
const testsSitBeside: TidyRule = (tree) => tree.files
  .filter((file) => /^src\/(core|store|flow|http)\/.*\.test\.ts$/.test(file))
  .filter((file) => {
    const words = file.slice(0, -".test.ts".length).split(".");
    return !words.some((_, index) => tree.files.includes(`${words.slice(0, index + 1).join(".")}.ts`));
  })
  .map((file) => ({
    file, rule: "tidy/tests-sit-beside",
    message: "lies beside no file of its name: rename it after its subject, or move it to test/.",
  }));

const migrationsAreNumbered: TidyRule = (tree) => findNumbering(tree.files, {
  folder: "src/store/migrations/", name: /^(\d{4})-[a-z0-9-]+\.sql$/, rule: "tidy/migrations-are-numbered", form: "NNNN-what-changes.sql",
});

const RULES: readonly TidyRule[] = [
  lineLength, noLeftovers, noSuppressions, oneRouteAFile, presetsAreTested, testsSitBeside, migrationsAreNumbered, ...paperRules,
];

/** Runs every tidy rule over the tree at `root`. */
export function checkTidy(root: string): Report {
  const texts = new Map<string, string>();
  const tree: Tree = {
    files: listFiles(root),
    read(file) {
      const text = texts.get(file) ?? readFileSync(join(root, file), "utf8");
      texts.set(file, text);
      return text;
    },
  };
  return { findings: RULES.flatMap((rule) => rule(tree)), looked: `${RULES.length} rules over ${tree.files.length} files` };
}

if (import.meta.main) finish(checkTidy(rootArgument()));

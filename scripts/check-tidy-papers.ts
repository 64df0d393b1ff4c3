/** The tidy rules about Markdown: papers stay true because a machine reads them too. */
import { posix } from "node:path";
import type { Finding } from "./check-files.ts";
import type { TidyRule, Tree } from "./check-tidy-tree.ts";
import { findNumbering } from "./check-tidy-tree.ts";

/** The sections of a decision record, in order. */
const DECISION_PARTS = ["Context", "Decision", "Alternatives", "Consequences"];

/** The papers that a newcomer looks for by name. */
const PAPERS = [
  "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "GLOSSARY.md", "CHANGELOG.md", "SECURITY.md", "LICENSE",
];

const markdown = (tree: Tree): string[] => tree.files.filter((file) => file.endsWith(".md"));

/** The lines of a page with code blanked out, so that a `# comment` in a shell example is no heading. */
function proseLines(text: string): string[] {
  let fenced = false;
  return text.split("\n").map((line) => {
    if (/^\s*(```|~~~)/.test(line)) {
      fenced = !fenced;
      return "";
    }
    return fenced ? "" : line.replace(/`[^`]*`/g, (code) => " ".repeat(code.length));
  });
}

const headings = (text: string): string[] =>
  proseLines(text).flatMap((line, index) => (/^#{1,6}\s/.test(line) ? [text.split("\n")[index]?.replace(/^#+\s+/, "").trim() ?? ""] : []));

/** The anchor that GitHub gives a heading: lower case, spaces to hyphens, punctuation away. */
const anchorOf = (heading: string): string =>
  heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "").trim().replace(/\s/g, "-");

const oneTitle: TidyRule = (tree) => markdown(tree).flatMap((file): Finding[] => {
  const count = proseLines(tree.read(file)).filter((line) => /^#\s/.test(line)).length;
  if (count === 1) return [];
  return [{ file, rule: "tidy/one-title", message: `has ${count} first-level headings: a page has one, lower the others to ##.` }];
});

/** Why `target` of a link in `file` leads nowhere, or undefined when it leads somewhere. */
function brokenLink(tree: Tree, file: string, target: string): string | undefined {
  const [path = "", anchor] = target.split("#");
  const goal = path === "" ? file : posix.normalize(posix.join(posix.dirname(file), decodeURI(path))).replace(/\/$/, "");
  if (!tree.files.includes(goal)) {
    const isFolder = goal === "." || tree.files.some((known) => known.startsWith(`${goal}/`));
    return isFolder ? undefined : `leads to ${goal}, which is not there: mend the path or write the page.`;
  }
  if (anchor === undefined || !goal.endsWith(".md")) return undefined;
  const known = headings(tree.read(goal)).map(anchorOf);
  return known.includes(anchor) ? undefined : `leads to #${anchor}, but ${goal} has no such heading: mend the link.`;
}

const linksLeadSomewhere: TidyRule = (tree) => markdown(tree).flatMap((file) =>
  proseLines(tree.read(file)).flatMap((line, index) =>
    [...line.matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)/g)].flatMap((match): Finding[] => {
      const target = match[1] ?? "";
      if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(target)) return [];
      const why = brokenLink(tree, file, target);
      if (why === undefined) return [];
      return [{ file, line: index + 1, rule: "tidy/links-lead-somewhere", message: `[...](${target}) ${why}` }];
    })));

/** A release is cut by renaming the heading; while it says Pending there is something unreleased. */
const changelogIsPending: TidyRule = (tree) => {
  const file = "CHANGELOG.md";
  if (tree.files.includes(file) && headings(tree.read(file)).includes("Pending")) return [];
  const message = 'has no "## Pending" heading: add it and say there what changes for a user.';
  return [{ file, rule: "tidy/changelog-is-pending", message }];
};

const papersAreThere: TidyRule = (tree) => PAPERS.filter((paper) => !tree.files.includes(paper))
  .map((file) => ({ file, rule: "tidy/papers-are-there", message: "is missing: every newcomer looks for it. Write it." }));

const examplesExplainThemselves: TidyRule = (tree) => {
  const names = new Set(tree.files.flatMap((file) => /^examples\/([^/]+)\//.exec(file)?.[1] ?? []));
  return [...names].filter((name) => !tree.files.includes(`examples/${name}/README.md`)).map((name) => ({
    file: `examples/${name}`, rule: "tidy/examples-explain-themselves", message: "has no README.md: say what it shows and how to run it.",
  }));
};

const decisionsAreNumbered: TidyRule = (tree) => findNumbering(tree.files.filter((file) => file !== "docs/decisions/README.md"), {
  folder: "docs/decisions/", name: /^(\d{4})-[a-z0-9-]+\.md$/, rule: "tidy/decisions-are-numbered", form: "NNNN-what-was-decided.md",
});

const decisionsAreWhole: TidyRule = (tree) => {
  const records = markdown(tree).filter((file) => /^docs\/decisions\/\d/.test(file));
  return records.flatMap((file): Finding[] => {
    const parts = headings(tree.read(file));
    const missing = DECISION_PARTS.filter((part) => !parts.includes(part));
    if (missing.length === 0) return [];
    const message = `lacks ${missing.join(", ")}: a record has ${DECISION_PARTS.join(", ")}.`;
    return [{ file, rule: "tidy/decisions-are-whole", message }];
  });
};

export const paperRules: readonly TidyRule[] = [
  oneTitle, linksLeadSomewhere, changelogIsPending, papersAreThere, examplesExplainThemselves, decisionsAreNumbered, decisionsAreWhole,
];

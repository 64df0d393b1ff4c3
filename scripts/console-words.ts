/**
 * Collects what the console says: every text of a `t("...")` in web/src. Says what a language lacks or has too much.
 *
 *   node scripts/console-words.ts            a line a language
 *   node scripts/console-words.ts --lacks=de the texts that German lacks, as JSON
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const SOURCES = fileURLToPath(new URL("../web/src/", import.meta.url));
const WORDS = join(SOURCES, "words");

export type Collected = {
  /** English texts, each once, in the order of the alphabet. */
  texts: string[];
  /** Calls whose text cannot be read from the source: `file:line`. */
  unreadable: string[];
};

/** Reads all sources of the console. */
export function collectTexts(): Collected {
  const texts = new Set<string>();
  const unreadable: string[] = [];
  for (const entry of readdirSync(SOURCES, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "t") read(node);
      ts.forEachChild(node, visit);
    };
    const read = (call: ts.CallExpression): void => {
      const found = call.arguments[0] === undefined ? [] : textsOf(call.arguments[0]);
      found.forEach((each) => texts.add(each));
      if (found.length > 0) return;
      const { line } = source.getLineAndCharacterOfPosition(call.getStart());
      unreadable.push(`${file.slice(SOURCES.length)}:${line + 1}`);
    };
    visit(source);
  }
  return { texts: [...texts].sort(), unreadable };
}

/** "a" -> a; wide ? "a" : "b" -> a, b; anything else -> nothing. */
function textsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [textsOf(node.left), textsOf(node.right)];
    return left.length === 1 && right.length === 1 ? [left[0]! + right[0]!] : [];
  }
  if (!ts.isConditionalExpression(node)) return [];
  const [yes, no] = [textsOf(node.whenTrue), textsOf(node.whenFalse)];
  return yes.length > 0 && no.length > 0 ? [...yes, ...no] : [];
}

/** What a language has: English to its own; empty where there is no file. */
export function wordsOf(language: string): Record<string, string> {
  const file = join(WORDS, `${language}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string>) : {};
}

/** The languages that have a file. */
export function consoleLanguages(): string[] {
  return readdirSync(WORDS)
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length))
    .sort();
}

if (import.meta.main) {
  const { texts, unreadable } = collectTexts();
  const asked = process.argv.find((each) => each.startsWith("--lacks="))?.slice("--lacks=".length);
  const lacks = (language: string): string[] => {
    const words = wordsOf(language);
    return texts.filter((each) => words[each] === undefined);
  };
  if (asked !== undefined) console.log(JSON.stringify(lacks(asked), null, 1));
  else {
    console.log(`${texts.length} texts`);
    for (const language of consoleLanguages()) {
      const unused = Object.keys(wordsOf(language)).filter((each) => !texts.includes(each));
      console.log(`${language}: ${lacks(language).length} lacking, ${unused.length} that nobody says any more`);
    }
    if (unreadable.length > 0) console.log(`Texts that cannot be collected:\n  ${unreadable.join("\n  ")}`);
  }
}

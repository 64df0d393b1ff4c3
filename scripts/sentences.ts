/**
 * Collects the sentences that the server says to operators: refusals, findings, reasons, advice, presets. English is the key of
 * `src/core/words/sentences/<language>.json`; what stands between braces is filled in.
 *
 *   node scripts/sentences.ts            a line a language
 *   node scripts/sentences.ts --lacks=de the sentences that German lacks, as JSON
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { presets } from "../presets/index.ts";

const SOURCES = fileURLToPath(new URL("../src/", import.meta.url));
const WORDS = join(SOURCES, "core/words/sentences");

/** Rooms whose sentences reach an operator. The others speak to whoever starts the process, and to the log. */
const ROOMS = /^(core|flow|http)\/|^adapters\/safe-fetch\.ts$/;
/** Files that speak to somebody else: to developers, to friends, or in the words of words/<language>. */
const OTHERS = new RegExp(
  [
    String.raw`^http/(examples|templates)/|^http/(docs|openapi|landing|association|mailbox|auth-pages|portal-page|redirect|guesses)`,
    String.raw`^http/(segment|acting)\.ts$`,
    String.raw`^core/(rules/(describe|state-words)|ingest/mapping)\.ts$|^core/analytics/`,
    String.raw`^flow/(backtest|verify|synthetic)|\.test\.ts$`,
  ].join("|"),
);
/** Calls and fields whose text is documentation, or thrown where only a log reads it. */
const UNSAID =
  /(^|\.)(describe|put|Error|RangeError|TypeError|Overloaded|log\.\w+|gauge|counter|histogram|raise|send|meta|CommitUnknown|super)$/;
const UNSAID_FIELDS = new Set(["description", "summary", "about", "unplayed", "note", "hint", "reason"]);

/** Files that say figures: what they are called, how they are counted, and why there is none. */
const FIGURES = /^core\/(analytics\/|experiment\.ts$)|^flow\/(experiment-plan|experiment-results|forecast-program|studies\/.*)\.ts$/;

/** Files that say parts of a sentence, which others finish. */
const PARTS = /^core\/(money|instant|messages\/kinds|ingest\/(cell|map-row))\.ts$/;

/** Whether a text is a sentence: it begins like one and ends like one. */
const SENTENCE = /^(["“`A-Z{0-9].*\s.*[.?]|["“`A-Z0-9].*[.?:] \{\w+\})$/s;
/** Whether a text is part of one: some words, the first without a capital, and no full stop. */
const PART = /^["a-z{].*\s\S+\s\S/s;

export type Sentences = {
  /** English, as messages: literal braces are quoted, what is filled in has a name. */
  texts: string[];
  /** `file:line` of each, for whoever translates. */
  places: Map<string, string>;
};

/** Reads all sources of the server. */
export function collectSentences(): Sentences {
  const places = new Map<string, string>();
  for (const entry of readdirSync(SOURCES, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(SOURCES.length);
    const isFigures = FIGURES.test(name) && !name.endsWith(".test.ts");
    if (!entry.isFile() || !entry.name.endsWith(".ts") || !ROOMS.test(name) || (OTHERS.test(name) && !isFigures)) continue;
    const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
    const found = (text: string, at: ts.Node): void => {
      if (!places.has(text)) places.set(text, `${name}:${source.getLineAndCharacterOfPosition(at.getStart()).line + 1}`);
    };
    if (isFigures) visitFigures(source, found);
    if (OTHERS.test(name)) continue;
    visit(source, { found, isPart: PARTS.test(name), isRemedy: name === "core/rules/lint-remedy.ts" });
  }
  for (const { key, name, description = "" } of presets)
    for (const text of [name, description]) if (text !== "") places.set(text, `presets/${key}.ts`);
  return { texts: [...places.keys()].sort(), places };
}

type In = { found: (text: string, at: ts.Node) => void; isPart: boolean; isRemedy: boolean };

function visit(node: ts.Node, file: In): void {
  if (ts.isImportDeclaration(node) || isUnsaid(node)) return;
  if (ts.isCallExpression(node) && isSay(node)) {
    for (const each of node.arguments.slice(0, 1)) plainTexts(each).forEach((text) => file.found(text, node));
    return;
  }
  if (isText(node)) {
    for (const text of messagesOf(node)) if (SENTENCE.test(text) || isOther(node, text, file)) file.found(text, node);
    return;
  }
  ts.forEachChild(node, (child) => visit(child, file));
}

type Found = In["found"];

/**
 * What a metric is called and how it is counted, reasons with their sentences, and what stands in those:
 * `none("too_few", { what: "weeks" })`.
 */
function visitFigures(node: ts.Node, found: Found): void {
  if (ts.isVariableDeclaration(node) && /^(LACKS|DECISION_REASONS|EVIDENCE)$/.test(node.name.getText())) {
    literalsIn(node, (each) => found(each.text, each));
    return;
  }
  if (ts.isVariableDeclaration(node) && /\bwhat\b/.test(node.name.getText())) literalsIn(node, (each) => found(each.text, each));
  else if (ts.isPropertyAssignment(node) && /^(name|title|formula|definition|what|because|group)$/.test(node.name.getText()))
    sayAll(node.initializer, found);
  else if (ts.isCallExpression(node) && /^(finite|within)$/.test(node.expression.getText()))
    for (const each of node.arguments) sayAll(each, found);
  else if (ts.isCallExpression(node) && /^(count|money|share|shareAfter|each)$/.test(node.expression.getText()))
    for (const words of node.arguments.slice(-1))
      if (ts.isArrayLiteralExpression(words)) words.elements.slice(1).forEach((e) => sayAll(e, found));
  ts.forEachChild(node, (child) => visitFigures(child, found));
}

/** A formula of keys alone is the same in every language. */
const KEYS_ALONE = /^[({]?\w+\}?( [-/] \{?\w+[)}]?)+$/;

function sayAll(node: ts.Expression, found: Found): void {
  if (isText(node)) for (const text of messagesOf(node)) if (/[a-z]/.test(text) && !KEYS_ALONE.test(text)) found(text, node);
}

function literalsIn(node: ts.Node, take: (each: ts.StringLiteralLike) => void): void {
  if (ts.isStringLiteralLike(node)) take(node);
  else ts.forEachChild(node, (child) => literalsIn(child, take));
}

/** What is said and is no whole sentence: a button's title, and what stands in the middle of another sentence. */
function isOther(node: Text, text: string, { isPart, isRemedy }: In): boolean {
  if (isPart) return PART.test(text) || /^[a-z]+ [\w-]+$/.test(text);
  if (!isRemedy) return false;
  if (ts.isCallExpression(node.parent)) return node.parent.arguments[0] === node && node.parent.expression.getText() === "append";
  const { parent } = ts.isConditionalExpression(node.parent) ? node.parent : node;
  return ts.isPropertyAssignment(parent) && parent.name.getText() === "title";
}

/** `say("...")`, `speaker.say("...")`: a message as it stands. */
function isSay({ expression }: ts.CallExpression): boolean {
  return /(^|\.)(say|speak)$/.test(expression.getText()) && !expression.getText().endsWith("words.say");
}

function plainTexts(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return /\s/.test(node.text) ? [node.text] : [];
  if (ts.isConditionalExpression(node)) return [...plainTexts(node.whenTrue), ...plainTexts(node.whenFalse)];
  return [];
}

function isUnsaid(node: ts.Node): boolean {
  if (ts.isCallExpression(node)) return UNSAID.test(node.expression.getText().replaceAll(/\s+/g, "")) && !isText(node.expression);
  if (ts.isNewExpression(node)) return UNSAID.test(node.expression.getText());
  return ts.isPropertyAssignment(node) && UNSAID_FIELDS.has(node.name.getText());
}

type Text = ts.StringLiteralLike | ts.TemplateExpression | ts.BinaryExpression;

function isText(node: ts.Node): node is Text {
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return true;
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken && (isText(node.left) || isText(node.right));
}

/** The messages that a text can become: an alternative between two literals is two messages. */
function messagesOf(node: Text): string[] {
  const names: string[] = [];
  return [...new Set(alternatives(node, names))];
}

function alternatives(node: ts.Expression, names: string[]): string[] {
  if (ts.isParenthesizedExpression(node)) return alternatives(node.expression, names);
  if (ts.isStringLiteralLike(node)) return [quoted(node.text)];
  if (ts.isBinaryExpression(node) && isText(node)) return joined(alternatives(node.left, names), alternatives(node.right, names));
  if (ts.isTemplateExpression(node)) {
    return node.templateSpans.reduce(
      (sofar, span) => joined(joined(sofar, alternatives(span.expression, names)), [quoted(span.literal.text)]),
      [quoted(node.head.text)],
    );
  }
  if (ts.isConditionalExpression(node) && isText(node.whenTrue) && isText(node.whenFalse))
    return [...alternatives(node.whenTrue, names), ...alternatives(node.whenFalse, names)];
  return [`{${nameOf(node, names)}}`];
}

const joined = (left: string[], right: string[]): string[] => left.flatMap((a) => right.map((b) => a + b));

/** Braces that are text stand between straight quotes. */
const quoted = (text: string): string => text.replaceAll(/[{}](?:[^'{}]*[{}])*/g, "'$&'");

/** `names.join(", ")` -> names; `row.status` -> status; a second one of the same name gets a number. */
function nameOf(node: ts.Expression, names: string[]): string {
  let at: ts.Expression = node;
  for (;;) {
    if (ts.isCallExpression(at) && ts.isPropertyAccessExpression(at.expression)) {
      const inner = at.expression.expression;
      at = ts.isIdentifier(inner) && inner.text === "Object" && at.arguments[0] !== undefined ? at.arguments[0] : inner;
    } else if (ts.isCallExpression(at)) at = at.arguments[0] ?? at.expression;
    else if (ts.isArrayLiteralExpression(at) && at.elements[0] !== undefined) at = at.elements[0];
    else if (ts.isSpreadElement(at) || ts.isParenthesizedExpression(at) || ts.isNonNullExpression(at)) at = at.expression;
    else if (ts.isBinaryExpression(at)) at = at.left;
    else if (ts.isElementAccessExpression(at)) at = at.expression;
    else break;
  }
  const last = ts.isPropertyAccessExpression(at) ? at.name.text : ts.isIdentifier(at) ? at.text : "value";
  const name = last.toLowerCase();
  const before = names.filter((each) => each === name).length;
  names.push(name);
  return before === 0 ? name : `${name}${before + 1}`;
}

/** What a language has: English to its own. */
export function sentencesOf(language: string): Record<string, string> {
  return JSON.parse(readFileSync(join(WORDS, `${language}.json`), "utf8")) as Record<string, string>;
}

/** The languages that have a file. */
export const sentenceLanguages = (): string[] =>
  readdirSync(WORDS)
    .map((name) => name.slice(0, -".json".length))
    .sort();

if (import.meta.main) {
  const { texts, places } = collectSentences();
  const asked = process.argv.find((each) => each.startsWith("--lacks="))?.slice("--lacks=".length);
  const lacks = (language: string): string[] => texts.filter((each) => sentencesOf(language)[each] === undefined);
  if (asked !== undefined) console.log(JSON.stringify(lacks(asked), null, 1));
  else if (process.argv.includes("--places")) for (const each of texts) console.log(`${places.get(each)}\t${each}`);
  else {
    console.log(`${texts.length} sentences`);
    for (const language of sentenceLanguages()) {
      const unused = Object.keys(sentencesOf(language)).filter((each) => !texts.includes(each));
      console.log(`${language}: ${lacks(language).length} lacking, ${unused.length} that nobody says any more`);
    }
  }
}

/**
 * Command lines as data: a command lists its options, its words and an example; parsing, help and refusal follow from the list.
 * Exit codes are part of the interface: 0 it worked, 1 it failed, 2 it was called wrongly.
 */
import { parseArgs } from "node:util";
import { parseInstant } from "../core/time.ts";

export const EXIT_OK = 0;
export const EXIT_FAILED = 1;
export const EXIT_USAGE = 2;

/** The command was called wrongly: exit code 2, the message and where to read more. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** The command did not do what it should, for a reason that the user can act on: exit code 1 without a stack. */
export class CommandFailed extends Error {
  override name = "CommandFailed";
  readonly code: string;
  readonly detail: unknown;
  constructor(message: string, code = "failed", detail?: unknown) {
    super(message);
    this.code = code;
    this.detail = detail;
  }
}

export type Option = {
  type: "string" | "boolean";
  /** What it does, one line. */
  help: string;
  /** The word that stands for the value in the help: `--zone <name>`. */
  value?: string;
  /** May be given several times; the values come as a list. */
  multiple?: boolean;
  short?: string;
};

export type Word = { name: string; help: string; optional?: boolean };

export type Values = { [name: string]: string | boolean | (string | boolean)[] | undefined };

/** What a command gets: its options and words, parsed, and the ways to speak. */
export type Call = { values: Values; words: string[]; out: Output };

export type Command = {
  /** The words after the options, in order. */
  words?: readonly Word[];
  options: Readonly<Record<string, Option>>;
  /** At least one line that can be typed as it stands. */
  examples: readonly string[];
  /** A paragraph for the help; may be left out. */
  about?: string;
  /** Returns the exit code; nothing means 0. */
  run(call: Call): Promise<number | void>;
};

/** Where a command speaks. `result` is the one thing that goes to standard output. */
export type Output = {
  json: boolean;
  /** The answer: with --json the value as one JSON document, else the text. */
  result(value: unknown, text: string): void;
  /** For the reader's eyes only (progress, hints): standard error, silent with --json. */
  note(text: string): void;
};

/** Options that every command has. */
export const COMMON: Readonly<Record<string, Option>> = {
  help: { type: "boolean", short: "h", help: "Show this text." },
  json: { type: "boolean", help: "Print one JSON document instead of words." },
};

/**
 * Reads `argv` (without node, script and command name) for a command.
 * Throws UsageError on an unknown option, a missing value, and too few or too many words.
 */
export function parseCommand(command: Command, argv: readonly string[]): { values: Values; words: string[] } {
  const options = { ...command.options, ...COMMON };
  const config: Record<string, { type: "string" | "boolean"; multiple?: boolean; short?: string }> = {};
  for (const [name, option] of Object.entries(options)) {
    config[name] = { type: option.type, multiple: option.multiple ?? false };
    if (option.short !== undefined) config[name].short = option.short;
  }
  const { values, positionals } = parseOrRefuse(argv, config);
  if (values.help === true) return { values, words: positionals };
  const words = command.words ?? [];
  const needed = words.filter((word) => word.optional !== true);
  if (positionals.length < needed.length) throw new UsageError(`Missing: <${needed[positionals.length]?.name ?? "argument"}>.`);
  if (positionals.length > words.length) throw new UsageError(`Unexpected: ${positionals.slice(words.length).join(" ")}.`);
  return { values, words: positionals };
}

function parseOrRefuse(argv: readonly string[], options: NonNullable<Parameters<typeof parseArgs>[0]>["options"]) {
  try {
    return parseArgs({ args: [...argv], options: options ?? {}, allowPositionals: true, strict: true });
  } catch (error) {
    // Node says what is wrong in its first sentence and then how to quote a word that begins with a dash.
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError((message.split(". To specify")[0] ?? message).replace(/\.?$/, "."));
  }
}

/** The help of one command: usage, options in a column, examples. `name` is what the user types (`program check`). */
export function helpText(name: string, command: Command, summary: string): string {
  const words = (command.words ?? []).map((word) => (word.optional === true ? `[${word.name}]` : `<${word.name}>`));
  const options = { ...command.options, ...COMMON };
  const rows: [string, string][] = Object.entries(options).map(([key, option]) => [optionLabel(key, option), option.help]);
  const wordRows: [string, string][] = (command.words ?? []).map((word) => [`<${word.name}>`, word.help]);
  const width = Math.max(...[...rows, ...wordRows].map(([label]) => label.length));
  const column = (list: [string, string][]): string => list.map(([label, help]) => `  ${label.padEnd(width)}  ${help}`).join("\n");
  return [
    `${summary}\n`,
    `Usage: ${["grapevine", name, ...words, "[options]"].join(" ")}\n`,
    ...(command.about === undefined ? [] : [`${command.about}\n`]),
    ...(wordRows.length === 0 ? [] : [`${column(wordRows)}\n`]),
    `Options:\n${column(rows)}\n`,
    `Example:\n${command.examples.map((line) => `  ${line}`).join("\n")}`,
  ].join("\n");
}

function optionLabel(key: string, option: Option): string {
  const long = option.type === "string" ? `--${key} <${option.value ?? "text"}>` : `--${key}`;
  return option.short === undefined ? long : `-${option.short}, ${long}`;
}

/** The value of a text option, or undefined when it was not given. */
export function text(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

/** The values of an option that may be repeated; commas separate too. */
export function list(values: Values, name: string): string[] {
  const value = values[name];
  if (!Array.isArray(value)) return [];
  return value.flatMap((part) => (typeof part === "string" ? part.split(",") : [])).filter((part) => part !== "");
}

/** A whole number within bounds, or `fallback` when it was not given. Throws UsageError on anything else. */
export function whole(values: Values, name: string, bounds: { min: number; max: number; fallback: number }): number {
  const given = text(values, name);
  if (given === undefined) return bounds.fallback;
  // 1_000_000 and 1e6 are refused: a typing error in a count of people makes a long night.
  const value = /^\d{1,16}$/.test(given) ? Number(given) : Number.NaN;
  if (!(value >= bounds.min && value <= bounds.max)) {
    throw new UsageError(`--${name} takes a whole number from ${bounds.min} to ${bounds.max}, not "${given}".`);
  }
  return value;
}

/** An instant (epoch ms) from a date (its midnight in UTC) or RFC 3339; undefined when it was not given. */
export function instant(values: Values, name: string): number | undefined {
  const given = text(values, name);
  if (given === undefined) return undefined;
  const at = parseInstant(/^\d{4}-\d{2}-\d{2}$/.test(given) ? `${given}T00:00:00Z` : given);
  if (typeof at === "number") return at;
  throw new UsageError(`--${name} takes a date such as 2026-01-01 or an instant such as 2026-01-01T10:00:00Z, not "${given}".`);
}

/** A text option that must be given. */
export function need(values: Values, name: string): string {
  const value = text(values, name);
  if (value === undefined || value === "") throw new UsageError(`--${name} is needed.`);
  return value;
}

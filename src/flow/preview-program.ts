/** A definition that is saved nowhere, as everybody would see it: what the linter says, the words of both sides, and what it costs. */
import { cleaned } from "../core/page.ts";
import { type Program, type ProgramDefinition, definition } from "../core/program.ts";
import { type How, howWords, worthWords } from "../core/rules/how-words.ts";
import { lintProgram } from "../core/rules/lint.ts";
import { lintValues } from "../core/rules/lint-values.ts";
import { type Advised, withRemedies } from "../core/rules/lint-remedy.ts";
import { UTC, compileZone } from "../core/time.ts";
import { type Example, exampleOf, spendOf } from "./program-example.ts";
import { voiceOf } from "./voices.ts";

export type PreviewAsk = {
  definition: unknown;
  workspace: { id: string; zone: string; settings: Record<string, unknown> };
  locale: string;
  /** Of the friend in the example. */
  spend: string | undefined;
  friends: number;
  now: number;
};
export type RuleWords = { key: string; text: string; detail: string };
export type ProgramPreview = { findings: Advised[]; words: (How & { rules: RuleWords[] }) | null; example: Example | null };

/** What the linter says, each finding with its remedy where one is certain. */
export function adviseOn(document: ProgramDefinition): Advised[] {
  return withRemedies(document, lintProgram(document));
}

/** Words and example are there as soon as every value can be read; what is foolish beyond that does not keep them away. */
export function previewProgram(ask: PreviewAsk): Omit<ProgramPreview, "findings"> & { findings: Advised[] | null } {
  const parsed = definition.safeParse(ask.definition);
  if (!parsed.success) return { findings: null, words: null, example: null };
  const document = ask.definition as ProgramDefinition;
  const findings = adviseOn(document);
  if (lintValues(parsed.data).length > 0 || findings.some((each) => each.code === "cannot_compile"))
    return { findings, words: null, example: null };
  return { findings, words: wordsOf(ask, parsed.data), example: example(ask, document) };
}

function wordsOf(ask: PreviewAsk, document: Program): NonNullable<ProgramPreview["words"]> {
  const program = cleaned(document);
  const { id: workspaceId, settings } = ask.workspace;
  const zone = program.zone ?? ask.workspace.zone;
  const say = {
    voice: voiceOf({ workspaceId, settings, locale: ask.locale, zone }),
    program,
    zone: compileZone(zone) ?? UTC,
    now: ask.now,
  };
  const rules = program.rewards.map((rule) => ({ key: rule.key, ...worthWords(say, rule) }));
  return { ...howWords(say), rules };
}

function example(ask: PreviewAsk, document: ProgramDefinition): Example {
  const spend = ask.spend === undefined ? null : spendOf(ask.spend);
  return exampleOf({ definition: document, spend, friends: ask.friends, now: ask.now, zone: ask.workspace.zone });
}

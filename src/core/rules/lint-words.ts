/** Lint rules about words: what people must be told before they take part, and names that clash. */
import type { Program } from "../program.ts";
import { type Finding, error, placedRules, warning } from "./lint-finding.ts";

/** An invitation on LinkedIn holds 300 characters; a longer one is cut off, with the link at its end. */
const NOTE_LIMIT = 300;

export function lintWords(program: Program): Finding[] {
  return [
    ...terms(program),
    ...disclosure(program),
    ...freeEntry(program),
    ...shareTexts(program),
    ...duplicates(program),
    ...empty(program),
  ];
}

const hasText = (texts: Record<string, string>) => Object.values(texts).some((text) => text.trim() !== "");
const rewardsSharing = (program: Program) => program.rewards.some((rule) => rule.to !== "friend");

function terms(program: Program): Finding[] {
  if (hasText(program.terms)) return [];
  return [error("terms_missing", "/terms", 'People must be able to read what they agree to. Add the terms: "terms": { "en": "..." }.')];
}

/** Who is paid to recommend says so; a program that gives the advocate nothing has nothing to disclose. */
function disclosure(program: Program): Finding[] {
  if (hasText(program.disclosure) || !rewardsSharing(program)) return [];
  const message =
    "An advocate who gets something for sharing must say so (US: 16 CFR 255; EU: Directive 2005/29/EC). " +
    'Add it: "disclosure": { "en": "I get ... if you order through my link." }.';
  return [error("disclosure_missing", "/disclosure", message)];
}

/** Chance, prize and consideration together are a lottery: one of them must go, and it is the consideration. */
function freeEntry(program: Program): Finding[] {
  const rules = placedRules(program);
  const draws = program.kind === "contest" || rules.some((r) => r.form === "entries");
  const free = rules.some(({ rule, form }) => form === "entries" && rule.to === "advocate" && costsNothing(rule.when));
  if (!draws || free) return [];
  const message =
    "A draw that can only be entered by buying or selling is a lottery. Add a way in that costs nothing: " +
    '{ "key": "free-entry", "when": { "activity": "free_entry" }, "give": { "entries": 1 } }.';
  return [error("contest_without_free_entry", "/rewards", message)];
}

function costsNothing(when: Program["rewards"][number]["when"]): boolean {
  return "joined" in when || ("activity" in when && when.activity === "free_entry" && when.where === undefined);
}

/** Languages that share texts speak must have terms and disclosure too; texts carry the link and what the advocate gets. */
function shareTexts(program: Program): Finding[] {
  return Object.entries(program.share.messages).flatMap(([language, texts]) => [
    ...languageOf(program, language),
    ...Object.entries(texts).flatMap(([name, text]) => shareText(program, `/share/messages/${language}/${name}`, text)),
  ]);
}

function languageOf(program: Program, language: string): Finding[] {
  const missing = [];
  if (hasText(program.terms) && !program.terms[language]?.trim()) missing.push("terms");
  if (rewardsSharing(program) && hasText(program.disclosure) && !program.disclosure[language]?.trim()) missing.push("disclosure");
  return missing.map((what) =>
    warning(
      "language_incomplete",
      `/share/messages/${language}`,
      `Friends are addressed in "${language}", but the ${what} is not there in it. Add ${what}.${language}.`,
    ),
  );
}

function shareText(program: Program, at: string, text: string): Finding[] {
  if (at.endsWith("_subject")) return [];
  const found: Finding[] = [];
  if (!text.includes("{link}")) {
    found.push(warning("share_text_without_link", at, "The text has no {link}: friends would have nowhere to go. Add it."));
  }
  if (rewardsSharing(program) && !text.includes("{disclosure}")) {
    found.push(error("share_text_without_disclosure", at, "The text must say what the advocate gets (US: 16 CFR 255). Add {disclosure}."));
  }
  if (at.endsWith("/linkedin_note") && text.length > NOTE_LIMIT) {
    const message = `LinkedIn cuts a note after ${NOTE_LIMIT} characters; this has ${text.length}. Shorten it.`;
    found.push(warning("share_text_too_long", at, message));
  }
  return found;
}

function duplicates(program: Program): Finding[] {
  const lists: [string, string[]][] = [
    ["/stages", program.stages.map((s) => (typeof s === "string" ? s : s.key))],
    ["/rewards", program.rewards.map((r) => r.key)],
    ["/bonuses", program.bonuses.map((b) => b.key)],
  ];
  return lists.flatMap(([at, keys]) =>
    keys.flatMap((key, i) => {
      if (keys.indexOf(key) === i) return [];
      return [error("duplicate_key", `${at}/${i}`, `"${key}" is there twice; only one would be found. Give this one another key.`)];
    }),
  );
}

function empty(program: Program): Finding[] {
  if (program.rewards.length > 0 || program.kind === "pipeline") return [];
  return [warning("no_rewards", "/rewards", "Nobody gets anything. That can be meant; if not, add a reward.")];
}

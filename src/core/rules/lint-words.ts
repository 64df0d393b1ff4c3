/** Lint rules about words: what people must be told before they take part, and names that clash. */
import type { Program } from "../program.ts";
import { type Finding, error, placedRules, warning } from "./lint-finding.ts";

/** An invitation on LinkedIn holds 300 characters; a longer one is cut off, with the link at its end. */
const NOTE_LIMIT = 300;

export function lintWords(program: Program): Finding[] {
  return [...terms(program), ...disclosure(program), ...freeEntry(program), ...shareTexts(program), ...duplicates(program), ...empty(program)];
}

const hasText = (texts: Record<string, string>) => Object.values(texts).some((text) => text.trim() !== "");

function terms(program: Program): Finding[] {
  if (hasText(program.terms)) return [];
  return [error("terms_missing", "/terms", 'People must be able to read what they agree to. Add the terms: "terms": { "en": "..." }.')];
}

/** Who is paid to recommend says so; a program that gives the advocate nothing has nothing to disclose. */
function disclosure(program: Program): Finding[] {
  if (hasText(program.disclosure) || !program.rewards.some((rule) => rule.to !== "friend")) return [];
  const message = 'An advocate who is rewarded must say so when she shares (FTC 16 CFR 255, UCPD). Add it: "disclosure": { "en": "I get ..." }.';
  return [error("disclosure_missing", "/disclosure", message)];
}

/** Chance, prize and consideration together are a lottery: one of them must go, and it is the consideration. */
function freeEntry(program: Program): Finding[] {
  const rules = placedRules(program);
  const draws = program.kind === "contest" || rules.some((r) => r.form === "entries");
  const free = rules.some(({ rule, form }) => form === "entries" && rule.to === "advocate"
    && ("joined" in rule.when || ("activity" in rule.when && rule.when.activity === "free_entry" && rule.when.where === undefined)));
  if (!draws || free) return [];
  return [error("contest_without_free_entry", "/rewards", "A draw that can only be entered by buying or selling is a lottery. Add a way in that costs nothing: "
    + '{ "key": "free-entry", "when": { "activity": "free_entry" }, "give": { "entries": 1 } }.')];
}

/** Languages that share texts speak must have terms and disclosure too; texts carry the link and what the advocate gets. */
function shareTexts(program: Program): Finding[] {
  const found: Finding[] = [];
  const rewarded = program.rewards.some((rule) => rule.to !== "friend");
  for (const [language, texts] of Object.entries(program.share.messages)) {
    const at = `/share/messages/${language}`;
    if (hasText(program.terms) && !program.terms[language]?.trim()) {
      found.push(warning("language_incomplete", at, `Friends are addressed in "${language}", but the terms are not in it. Add terms.${language}.`));
    }
    if (rewarded && hasText(program.disclosure) && !program.disclosure[language]?.trim()) {
      found.push(warning("language_incomplete", at, `Friends are addressed in "${language}", but the disclosure is not in it. Add disclosure.${language}.`));
    }
    for (const [name, text] of Object.entries(texts)) {
      if (name.endsWith("_subject")) continue;
      if (!text.includes("{link}")) found.push(warning("share_text_without_link", `${at}/${name}`, "The text has no {link}: friends would have nowhere to go. Add it."));
      if (rewarded && !text.includes("{disclosure}")) {
        found.push(warning("share_text_without_disclosure", `${at}/${name}`, "The text does not say what the advocate gets. Add {disclosure}."));
      }
      if (name === "linkedin_note" && text.length > NOTE_LIMIT) {
        found.push(warning("share_text_too_long", `${at}/${name}`, `LinkedIn cuts a note after ${NOTE_LIMIT} characters; this has ${text.length}. Shorten it.`));
      }
    }
  }
  return found;
}

function duplicates(program: Program): Finding[] {
  const lists: [string, string[]][] = [
    ["/stages", program.stages.map((s) => (typeof s === "string" ? s : s.key))],
    ["/rewards", program.rewards.map((r) => r.key)],
    ["/bonuses", program.bonuses.map((b) => b.key)],
  ];
  return lists.flatMap(([at, keys]) => keys.flatMap((key, i) =>
    keys.indexOf(key) === i ? [] : [error("duplicate_key", `${at}/${i}`, `"${key}" is there twice; only one would be found. Give this one another key.`)]));
}

function empty(program: Program): Finding[] {
  if (program.rewards.length > 0 || program.kind === "pipeline") return [];
  return [warning("no_rewards", "/rewards", "Nobody gets anything. That can be meant; if not, add a reward.")];
}

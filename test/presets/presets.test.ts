import { expect, test } from "vitest";
import { presets } from "../../presets/index.ts";
import { KINDS, definition } from "../../src/core/program.ts";
import { lintProgram } from "../../src/core/rules/lint.ts";

const LANGUAGES = ["en", "de"];
/** As long as a link on a business's own domain with a channel is likely to be. */
const LINK = "https://refer.a-rather-long-shop-name.example/r/7KQ2MXW4TB?utm_source=linkedin";

test("there are the seventeen kinds, each once, under its own key, with words of its own", () => {
  expect(presets.map((p) => p.key).sort()).toEqual([...KINDS].sort());
  expect(presets).toHaveLength(17);
  for (const p of presets) expect(p.kind).toBe(p.key);
  for (const words of ["name", "description"] as const) expect(new Set(presets.map((p) => p[words])).size).toBe(17);
  for (const language of LANGUAGES) expect(new Set(presets.map((p) => p.terms?.[language])).size).toBe(17);
});

test.each(presets.map((p) => [p.key, p] as const))("%s: valid, without linter errors, and plain data", (_key, preset) => {
  expect(lintProgram(preset).filter((f) => f.severity === "error")).toEqual([]);
  // What is sent, stored and pulled again is the same document.
  expect(JSON.parse(JSON.stringify(preset))).toEqual(preset);
  const full = definition.parse(preset);
  expect(definition.parse(JSON.parse(JSON.stringify(full)))).toEqual(full);
});

test.each(presets.map((p) => [p.key, p] as const))("%s: terms, disclosure and share texts in every language", (_key, preset) => {
  for (const language of LANGUAGES) {
    expect(preset.terms?.[language]?.length).toBeGreaterThan(500);
    expect(Object.keys(preset.terms ?? {}).sort()).toEqual([...LANGUAGES].sort());
    const disclosure = preset.disclosure?.[language] ?? "";
    // In the first person, like somebody who tells a friend.
    expect(disclosure).toMatch(/^(I (get|earn)|Ich (bekomme|erhalte)) .*\.$/);
    const texts = preset.share?.messages?.[language] ?? {};
    expect(Object.keys(texts)).toEqual(["message", "email_subject", "email", "linkedin_post", "linkedin_message", "linkedin_note"]);
    // A translation, not the English text again.
    if (language !== "en") for (const [name, text] of Object.entries(texts)) expect(text).not.toBe(preset.share?.messages?.["en"]?.[name]);
    for (const [name, text] of Object.entries(texts)) {
      const shown = text.replaceAll("{link}", LINK).replaceAll("{disclosure}", disclosure);
      expect(shown).not.toMatch(/[{}]/);
      if (name === "email_subject") continue;
      expect(shown).toContain(LINK);
      expect(shown).toContain(disclosure);
    }
    const note = (texts.linkedin_note ?? "").replaceAll("{link}", LINK).replaceAll("{disclosure}", disclosure);
    expect([...note].length).toBeLessThanOrEqual(300);
  }
});

test.each(presets.map((p) => [p.key, p] as const))("%s without terms is refused: the check is not blind", (_key, preset) => {
  expect(lintProgram({ ...preset, terms: {} }).map((f) => f.code)).toContain("terms_missing");
});

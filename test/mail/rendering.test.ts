/** Every mail in every language: it is said, it is drawn, it is valid MJML, and nobody's text can do anything in it. */
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { compileMjml, layoutSource, mailLayouts } from "../../scripts/mail-layout.ts";
import { createLiquid, createMailRenderer } from "../../src/adapters/mail-render.ts";
import { refusalOf } from "../../src/adapters/smtp.ts";
import { MESSAGE_KINDS, type MessageKind } from "../../src/core/messages/kinds.ts";
import { type MailDraft, composeMail } from "../../src/core/messages/mail-compose.ts";
import { plainText } from "../../src/core/messages/mail-content.ts";
import type { MailContent } from "../../src/core/messages/mail-content.ts";
import { SAMPLE_HOUSE, sampleDraft } from "../../src/core/messages/mail-samples.ts";
import { cleanText } from "../../src/core/messages/mail-values.ts";
import { formats } from "../../src/core/words/format.ts";
import type { Voice } from "../../src/core/words/voice.ts";
import { LANGUAGES, type Language, createWords } from "../../src/core/words.ts";
import { BUNDLES } from "../../src/core/words/index.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const languages = Object.keys(LANGUAGES) as Language[];
const renderer = createMailRenderer();
/** Made once a language, as the product does (flow/voices.ts). */
const written = new Map(languages.map((language) => [language, formats(language, "Europe/London")]));
const voiceOf = (language: Language, overrides = {}): Voice => ({
  words: createWords(language, overrides),
  formats: written.get(language)!,
});
const letterOf = (content: MailContent) => ({
  from: { name: content.brand.name, address: "a@shop.example" },
  replyTo: null,
  to: "b@shop.example",
  subject: content.subject,
  html: "",
  text: "",
  messageId: "x@shop.example",
  headers: {},
});

test("every kind has its words, and no words are for a kind that is none", () => {
  const kinds = new Set(Object.keys(BUNDLES.en.mail).map((key) => key.split(".")[0]));
  for (const kind of MESSAGE_KINDS)
    for (const part of ["subject", "title", "text"]) expect(BUNDLES.en.mail).toHaveProperty([`${kind}.${part}`]);
  const frame = new Set(["greeting", "frame", "week", "stop", "choose"]);
  expect([...kinds].filter((kind) => !frame.has(kind!) && !MESSAGE_KINDS.includes(kind as MessageKind))).toEqual([]);
});

describe.each(languages)("%s", (language) => {
  const voice = voiceOf(language);
  test.each(MESSAGE_KINDS)("%s is said and drawn, in HTML and in plain text, with its links", async (kind) => {
    const draft = sampleDraft(kind, voice);
    const content = composeMail(draft);
    const html = await renderer.render(content);
    const text = plainText(content);
    expect(content.subject.length).toBeGreaterThan(3);
    expect(content.subject.length).toBeLessThan(110);
    expect(html).toContain(`dir="${voice.words.dir}"`);
    expect(html).toContain(`lang="${voice.formats.locale}"`);
    // What was not filled in, or filled in with nothing.
    const unfilled = /.{0,40}(\{\{|\{%|%\w+%|\bnone\b|undefined|\bnull\b|\[object|NaN).{0,40}/;
    const seen = html.replace(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->|style="[^"]*"/g, "");
    for (const shown of [seen, text, content.subject]) expect(unfilled.exec(shown)?.[0]).toBeUndefined();
    if (content.action !== null) for (const shown of [html, text]) expect(shown).toContain(content.action.url);
    if (draft.unsubscribe !== null) for (const shown of [html, text]) expect(shown).toContain(draft.unsubscribe);
    expect(text).toContain("12 Quay Street");
    expect(text).not.toMatch(/<[a-z]|&#?\w+;/i);
    // Nothing is fetched by opening it, and nothing runs.
    expect(/.{0,40}(<script|<link|@import|<img|url\(|onload|javascript:).{0,40}/i.exec(html)?.[0]).toBeUndefined();
    expect(refusalOf(letterOf(content))).toBeNull();
  });
});

test("what is filled in is what MJML makes of the layout", async () => {
  for (const [file, html] of await mailLayouts(ROOT)) expect(fs.readFileSync(path.join(ROOT, file), "utf8")).toBe(html);
});

test("filled in first, the layout is valid MJML for every kind and language, and gives the same mail", async () => {
  const liquid = await createLiquid();
  for (const language of languages) {
    const voice = voiceOf(language);
    const source = layoutSource(voice.words.dir, ROOT);
    const kinds =
      BUNDLES[language] === BUNDLES.en || Object.keys(BUNDLES[language]!.mail).length > 0 ? MESSAGE_KINDS : MESSAGE_KINDS.slice(0, 3);
    for (const kind of kinds) {
      const content = composeMail(sampleDraft(kind, voice));
      const html = await compileMjml(String(await liquid.parseAndRender(source, content)));
      const wordsIn = (of: string): string => of.replace(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->|<[^>]*>|\s+/g, "");
      expect(wordsIn(html)).toBe(wordsIn(await renderer.render(content)));
    }
  }
}, 120_000);

const HOSTILE = [
  "{{7*7}}",
  "{% raw %}",
  "{% include '/etc/passwd' %}",
  "{% for i in (1..100000000) %}x{% endfor %}",
  "{friend, plural}",
  "{0}",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '"><svg/onload=alert(1)>',
  "</title><script>alert(1)</script>",
  '<mj-include path="/etc/passwd"/>',
  "]]><!--",
  "-->",
  "a\r\nBcc: victim@shop.example",
  "a\nSubject: other",
  "\u202Egnp.exe",
  "\u2066x\u2069",
  "a\u2028b",
  "\u0000\u0007",
  "%dir%",
  "#0a0a01",
  "x".repeat(5_000),
  "👩‍👩‍👧‍👦".repeat(200),
  "عربي with latin",
  "",
];

test.each(HOSTILE)("a text that somebody wrote stays text in every place of every mail: %j", async (hostile) => {
  for (const language of ["en", "de", "ar"] as const) {
    for (const kind of MESSAGE_KINDS) {
      const changed = {
        business: hostile,
        program: hostile,
        friend: hostile,
        thing: hostile,
        stage: hostile,
        note: hostile,
        level: hostile,
        reason: hostile,
      };
      const house = { ...SAMPLE_HOUSE, business: cleanText(hostile) || "Shop", imprint: [hostile] };
      const content = composeMail({ ...sampleDraft(kind, voiceOf(language), { house, changed }), notes: [cleanText(hostile)] });
      const html = await renderer.render(content);
      expect(html).not.toMatch(/<script|<svg|<img|<mj-/i);
      expect(html.match(/onerror|onload/g)?.length ?? 0).toBe(html.match(/(onerror|onload)=alert\(1\)&gt;/g)?.length ?? 0);
      expect(html).not.toContain("49 ");
      expect(html).not.toContain("root:");
      expect(refusalOf(letterOf(content))).toBeNull();
      expect(content.subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      expect(html).not.toMatch(/[\u202a-\u202e]/u);
    }
  }
});

test("a business's own text takes the place of ours; one that cannot be said does not keep the mail from going out", () => {
  const own = voiceOf("en", { "mail.reward_available.title": "Ka-ching: {amount}" });
  expect(composeMail(sampleDraft("reward_available", own)).title).toBe("Ka-ching: €20.00");
  for (const broken of ["{amount", "{nobody}", "{amount, plural}", "{{amount}}"]) {
    const content = composeMail(sampleDraft("reward_available", voiceOf("en", { "mail.reward_available.title": broken })));
    expect(content.title).toBe("Yours now: €20.00");
  }
});

test("a thousand mails are drawn in seconds, also on a busy machine", async () => {
  const draft: MailDraft = sampleDraft("reward_granted", voiceOf("en"));
  await renderer.render(composeMail(draft));
  const began = performance.now();
  for (let n = 0; n < 1_000; n++) await renderer.render(composeMail(draft));
  const ms = performance.now() - began;
  console.log(`mail: ${(ms / 1_000).toFixed(2)} ms a mail`);
  expect(ms).toBeLessThan(40_000);
});

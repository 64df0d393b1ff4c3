import { expect, test } from "vitest";
import { definition } from "../program.ts";
import { GOOD } from "../../../test/support/good-program.ts";
import { disclosureIn, fillShareText, shareLocale } from "./share-text.ts";

const words = { link: "https://x.example/r/ABC", code: "ABC", disclosure: "I get $& and $1 for it." };

test("link and disclosure are there whatever the text leaves out, once each, and dollar signs mean nothing", () => {
  expect(fillShareText("Look: {link} ({code}) {disclosure}", words)).toBe("Look: https://x.example/r/ABC (ABC) I get $& and $1 for it.");
  expect(fillShareText("Look", words)).toBe("Look\nhttps://x.example/r/ABC\nI get $& and $1 for it.");
  expect(fillShareText("{link}", { ...words, disclosure: "" })).toBe("https://x.example/r/ABC");
});

test("the language asked for, else its language, else English, else what there is", () => {
  const program = definition.parse({
    ...GOOD,
    share: { messages: { de: { message: "{link}" }, en: { message: "{link}" } } },
    disclosure: { en: "I get 5.", de: " " },
  });
  expect(["de", "de-AT", "fr", null].map((asked) => shareLocale(program, asked))).toEqual(["de", "de", "en", "en"]);
  expect(shareLocale({ ...program, share: { ...program.share, messages: { fr: {} } } }, "de")).toBe("fr");
  // Better in English than not at all.
  expect(disclosureIn(program, "de")).toBe("I get 5.");
  expect(disclosureIn({ ...program, disclosure: { it: "Ricevo 5." } }, "de")).toBe("Ricevo 5.");
});

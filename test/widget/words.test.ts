/** The portal and its words agree: no text is asked for that is not there, and none is there that nobody asks for. */
import fs from "node:fs";
import { expect, test } from "vitest";
import { LANGUAGES, createWords } from "../../src/core/words.ts";
import { FEATURES } from "../../src/core/features.ts";
import { BUILT_IN } from "../../widget/src/portal/built-in.ts";
import { LANGUAGES as SHOWN } from "../../widget/src/portal/languages.ts";

const SOURCE = new URL("../../widget/src/", import.meta.url);
const sources = fs
  .readdirSync(SOURCE, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith(".ts"));
const code = sources.map((name) => fs.readFileSync(new URL(name, SOURCE), "utf8")).join("\n");
const words = createWords("en").section("portal");

/** Keys that are put together of two parts: the beginning, and what may follow. Codes and field errors are the server's own. */
const MADE = [
  /^embed\./,
  /^nav\.\w+$/,
  /^list\.\w+\.(title|text|empty)$/,
  /^unit\.\w+$/,
  /^code\.\w+$/,
  /^field\.\w+$/,
  /^stage\.(done|next|later)$/,
  /^trouble\.\w+\.(title|text)$/,
  /^join\.\w+(\.(title|text))?$/,
  /^program\.(paused|ended)\.(title|text)$/,
  /^payout\.(bank|paypal|other)$/,
  /^settings\.digest\.\w+$/,
  /^ask\.(title|score)\.\w+$/,
  /^\w+\.sent\.(title|text)$/,
];
const written = new Set([...code.matchAll(/["`]([a-z_]+(?:\.[a-z_]+)*)["`]/g)].map(([, key]) => key!));
/** A text of the server's own page. */
const ELSEWHERE = new Set(["frame.no_script"]);

test("every text that the portal asks for is there", () => {
  const asked = [...code.matchAll(/say\(\s*"(\w+\.[\w.]+)"/g)].map(([, key]) => key!);
  expect(asked.length).toBeGreaterThan(100);
  expect(asked.filter((key) => words[key] === undefined)).toEqual([]);
});

test("no text is there that nobody asks for", () => {
  const unused = Object.keys(words).filter((key) => !written.has(key) && !ELSEWHERE.has(key) && !MADE.some((made) => made.test(key)));
  expect(unused).toEqual([]);
});

test("what is built in for the first moment says the same as the words, and the languages are the server's", () => {
  for (const [key, text] of Object.entries(BUILT_IN)) {
    if (!key.startsWith("trouble.slow_down")) expect([key, words[key]]).toEqual([key, text]);
  }
  expect(SHOWN).toEqual(LANGUAGES);
});

test("every feature that a program can have has a place in the portal", () => {
  // A reward that may be chosen brings its choices along, wherever it stands.
  const places = FEATURES.filter(
    (feature) => !new RegExp(`["\\s]${feature}["\\s:,]`).test(code.replace(/export type Feature[^;]+;/, "")),
  );
  expect(places.filter((feature) => feature !== "choice")).toEqual([]);
});

/** How one reader is spoken to: her words, and her way of writing numbers and days. */
import type { Words } from "../words.ts";
import type { Formats } from "./format.ts";

export type Voice = { words: Words; formats: Formats };

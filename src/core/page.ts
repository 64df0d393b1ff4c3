/**
 * A landing page as data: the program's blocks with the words of one language, ready for a template. What differs from visitor to visitor
 * (the name, the code, where the button leads) is a slot, filled in when the page is sent, so that one rendering serves everybody.
 */
import type { LandingBlock, LandingPage, PageText } from "./program-pages.ts";
import type { Program } from "./program.ts";
import { capital } from "./text.ts";
import type { WordKey, Words } from "./words.ts";

/** What is filled in for each visitor. `face` and `own` are HTML of ours, the others are text. `action`: our form, the same for all. */
export type Slot = "name" | "face" | "code" | "click" | "go" | "claim" | "here" | "terms" | "url" | "now" | "typed" | "own" | "action";

/** Letters of Unicode's private use, which no text of a business may hold (`cleaned`): a slot cannot be forged. */
const OPEN = "\uE000";
const CLOSE = "\uE001";

/** A slot's place in a text. */
export function slot(name: Slot): string {
  return OPEN + name + CLOSE;
}
export const SLOT_PATTERN = /\uE000([a-z]+)\uE001/g;

/** A document without letters of private use. */
export function cleaned<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replace(/[\uE000-\uF8FF]/g, "")) as T;
}

/** A text in a language: itself, the language without its region, English, whichever there is. */
export function pageText(text: PageText | undefined, language: string): string | null {
  if (text === undefined || typeof text === "string") return text ?? null;
  const base = language.split("-")[0]!;
  return text[language] ?? text[base] ?? text["en"] ?? Object.values(text)[0] ?? null;
}

/** Which of a program's versions of the page a link shows: the same one each time. `n`: any number that belongs to the link. */
export function variantOf(page: LandingPage, n: number): { key: string; body: Pick<LandingPage, "blocks" | "template" | "css"> } {
  const choices = [{ key: "", body: page as Pick<LandingPage, "blocks" | "template" | "css"> }];
  for (const variant of page.variants) choices.push({ key: variant.key, body: variant });
  return choices[n % choices.length]!;
}

export type Piece = { text: string; detail: string };
/**
 * What a program promises, in words made from its rules. `short`: the friend's part in a few words; null: she gets nothing. `sells`:
 * whoever comes buys something.
 */
export type OfferWords = { short: string | null; friend: Piece[]; advocate: Piece[]; sells: boolean };
export type Proof = { body: string; rating: number | null; shown_as: string | null };

export type PageInput = {
  program: Program;
  page: LandingPage;
  blocks: readonly LandingBlock[];
  business: string;
  words: Words;
  offer: OfferWords;
  proof: readonly Proof[];
  /** A number as the reader writes it. */
  number: (n: number) => string;
  /** False: nobody recommends, it is the program's public page. */
  personal: boolean;
};

const STARS = 5;
const DEFAULT_BLOCKS: readonly LandingBlock[] = [
  { block: "hero" },
  { block: "offer" },
  { block: "action" },
  { block: "steps" },
  { block: "proof", most: 3 },
  { block: "faq" },
];

/** The blocks of a page, its own or the usual ones. A page always has an action: without one nobody could take the offer. */
export function blocksOf(body: Pick<LandingPage, "blocks">): readonly LandingBlock[] {
  const blocks = body.blocks ?? DEFAULT_BLOCKS;
  return blocks.some((each) => each.block === "action") ? blocks : [...blocks, { block: "action" }];
}

/** The title of the page and of its preview. */
export function titleOf(input: PageInput): string {
  const { words, offer, business, personal } = input;
  const own = pageText(input.page.title, words.language);
  if (own !== null) return own;
  const values = { name: slot("name"), business, offer: offer.short ?? "" };
  if (personal) return words.say(offer.short === null ? "page.title" : "page.title.offer", values);
  return words.say(offer.short === null ? "page.title.public.plain" : "page.title.public", values);
}

export function descriptionOf(input: PageInput): string {
  const own = pageText(input.page.description, input.words.language);
  const [first] = input.offer.friend;
  return own ?? (first === undefined ? input.program.name : `${first.text}. ${first.detail}`.trim());
}

type Disclosing = Pick<PageInput, "words" | "offer" | "business" | "personal"> & { name?: string };

/** What is said of the recommender's own reward: always something, whatever the business writes. `name`: a slot when left out. */
export function disclosureOf(of: Disclosing, list: (items: string[]) => string): string {
  const { words, offer, business, personal, name = slot("name") } = of;
  const values = { name, business, gets: list(offer.advocate.map((each) => each.text)) };
  if (!personal) return words.say("page.disclosure.plain", values);
  return words.say(offer.advocate.length === 0 ? "page.disclosure.none" : "page.disclosure.gets", values);
}

/** Every block with its words. */
export function blockViews(input: PageInput): Record<string, unknown>[] {
  return input.blocks.map((block) => ({ block: block.block, ...viewOf(block, input) }));
}

function viewOf(block: LandingBlock, input: PageInput): Record<string, unknown> {
  const { words, offer, business } = input;
  const own = (text: PageText | undefined): string | null => pageText(text, words.language);
  switch (block.block) {
    case "hero": {
      const who = input.personal ? words.say("page.who", { name: slot("name"), business }) : business;
      const title = words.say(offer.short === null ? "page.hero.plain" : "page.hero.offer", { offer: offer.short ?? "", business });
      return { title: own(block.title) ?? capital(title), text: own(block.text), image: block.image, who };
    }
    case "offer":
      return { title: own(block.title) ?? words.say("page.offer.title"), text: own(block.text), items: offer.friend };
    case "steps":
      return { title: own(block.title) ?? words.say("page.steps.title"), items: block.items?.map(own) ?? stepsOf(input) };
    case "proof":
      return { title: own(block.title) ?? words.say("page.proof.title"), ...proofOf(input, block.most) };
    case "faq": {
      const items = block.items?.map((each) => ({ question: own(each.question), answer: own(each.answer) }));
      return { title: own(block.title) ?? words.say("page.faq.title"), items: items ?? faqOf(input) };
    }
    case "text":
      return { title: own(block.title), lines: (own(block.text) ?? "").split(/\n+/) };
    case "image":
      return { src: block.src, alt: own(block.alt) };
    case "video":
      return { url: block.url, title: own(block.title) };
    default:
      return {};
  }
}

function stepsOf({ page, words, business, personal, offer }: PageInput): string[] {
  const by = personal ? page.claim.by : "code";
  const goes = offer.short === null ? ("page.steps.plain.2" as const) : ("page.steps.code.2" as const);
  const keys =
    by === "email"
      ? (["page.steps.email.1", "page.steps.email.2"] as const)
      : (["page.steps.code.1", ...(personal ? [goes] : [])] as const);
  const buy = offer.short === null ? ("page.steps.plain.buy" as const) : ("page.steps.buy" as const);
  return [...keys, ...(offer.sells ? [buy] : [])].map((key) => words.say(key, { business, code: slot("code") }));
}

/** What a friend asks before she goes on. */
function faqOf({ page, program, words, business, personal, offer }: PageInput): { question: string; answer: string }[] {
  const say = (question: WordKey, answer: WordKey): { question: string; answer: string } => {
    const values = { business, name: slot("name"), code: slot("code") };
    return { question: words.say(question, values), answer: words.say(answer, values) };
  };
  return [
    ...(offer.short === null ? [] : [say("page.faq.who.q", `page.faq.who.${program.friends.who}`)]),
    ...(personal ? [say("page.faq.tell.q", "page.faq.tell.a")] : []),
    ...(personal && page.claim.by === "email" ? [say("page.faq.mail.q", "page.consent")] : []),
    ...(personal && offer.short !== null ? [say("page.faq.code.q", "page.faq.code.a")] : []),
  ];
}

function proofOf({ proof, words, number }: PageInput, most: number): Record<string, unknown> {
  const rated = proof.flatMap((each) => (each.rating === null ? [] : [each.rating]));
  // Ratings go to five or to ten, as the business asks for them.
  const scale = { words, number, of: rated.some((n) => n > STARS) ? 2 * STARS : STARS };
  const items = proof
    .slice(0, most)
    .map((each) => ({
      text: each.body,
      by: each.shown_as ?? words.say("page.proof.somebody"),
      rating: each.rating === null ? null : ratingOf(scale, each.rating),
    }));
  if (rated.length < 2) return { items, rating: null };
  const average = Math.round((rated.reduce((sum, n) => sum + n, 0) / rated.length) * 10) / 10;
  const text = words.say("page.proof.average", { rating: number(average), most: scale.of, count: rated.length });
  return { items, rating: { ...ratingOf(scale, average), text } };
}

function ratingOf(
  { words, number, of }: { words: Words; number: PageInput["number"]; of: number },
  rating: number,
): { stars: string; text: string } {
  const full = Math.max(0, Math.min(STARS, Math.floor((rating / of) * STARS)));
  return {
    stars: "★".repeat(full) + "☆".repeat(STARS - full),
    text: words.say("page.proof.rating", { rating: number(rating), most: of }),
  };
}

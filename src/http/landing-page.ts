/** A program's landing page in one language, rendered once for everybody and kept for as long as nothing that it shows has changed. */
import { brandTokens, brand as brandSchema } from "../core/brand.ts";
import type { Brand } from "../core/brand.ts";
import { blocksOf, blockViews, descriptionOf, disclosureOf, pageText, slot, titleOf, variantOf } from "../core/page.ts";
import type { PageInput, Slot } from "../core/page.ts";
import type { LandingPage } from "../core/program-pages.ts";
import { offerEnd } from "../core/rules/offer-end.ts";
import { createWords, LANGUAGES } from "../core/words.ts";
import type { Language, Overrides, Words } from "../core/words.ts";
import type { Voice } from "../core/words/voice.ts";
import type { PageSource } from "../flow/pages.ts";
import { cutPage, originsOf, PAGE_SCRIPT, policyOf, renderOurs, renderTheirs, styleOf } from "./landing-render.ts";
import type { RenderedPage } from "./landing-render.ts";
import { offerOf, readerVoice } from "./landing-offer.ts";

/** What one rendering is for. `state` is what the action part says; `public`: nobody recommends. */
export type PageAsk = {
  language: Language;
  locale: string;
  variant: number;
  personal: boolean;
  /** The blocks, whatever template there is. */
  plain?: boolean;
  /** Told when the template could not be drawn. */
  failed?: (error: Error) => void;
  /** The workspace's instant, for what is over by then. */
  now: number;
  state: "open" | "over" | "over_sent" | "wrong_email" | "done" | "busy";
};
/** Where a page is and what stands beside it; absolute addresses, except what `base` begins. */
export type PagePlace = { publicUrl: string; base: string };

const SLOT_NAMES: readonly Slot[] = [
  "name",
  "face",
  "code",
  "click",
  "go",
  "claim",
  "here",
  "terms",
  "url",
  "now",
  "typed",
  "own",
  "action",
];
const SLOTS = Object.fromEntries(SLOT_NAMES.map((name) => [name, slot(name)])) as Record<Slot, string>;
const MOST_RENDERED = 60;

const rendered = new WeakMap<PageSource, Map<string, RenderedPage>>();
const undrawable = new WeakSet<PageSource>();

/** What a program shows whose definition says nothing of a landing page. */
const USUAL: LandingPage = { enabled: true, variants: [], claim: { by: "code", event: "lead" } };

/** The landing page of a source: the usual one where the definition says nothing; undefined where it is switched off. */
export function landingOf(source: PageSource): LandingPage | undefined {
  const page = source.program.pages.landing ?? USUAL;
  return page.enabled ? page : undefined;
}

/** Whether the offer has ended at an instant. */
export function isOver(source: PageSource, now: number): boolean {
  const end = offerEnd(source.program, source.zone);
  return end !== null && now >= end;
}

/** The page, from memory or made now. A source that has changed is another object, so nothing old is ever found. */
export function pageFor(source: PageSource, ask: PageAsk, place: PagePlace): RenderedPage {
  let pages = rendered.get(source);
  if (pages === undefined) rendered.set(source, (pages = new Map()));
  // What is over is left out of the words: an hour late at most.
  const hour = Math.floor(ask.now / 3_600_000);
  const key = `${ask.locale}|${hour}|${ask.variant}|${ask.personal}|${ask.state}|${place.publicUrl}|${place.base}`;
  let page = pages.get(key);
  if (page === undefined) {
    if (pages.size >= MOST_RENDERED) pages.delete(pages.keys().next().value!);
    pages.set(key, (page = renderOrPlain(source, ask, place)));
  }
  return page;
}

/** A friend gets a page whatever a business's template does: where it cannot be drawn, the blocks are shown. */
function renderOrPlain(source: PageSource, ask: PageAsk, place: PagePlace): RenderedPage {
  // Drawn in vain once: a template that takes its whole time is not tried for every language that somebody thinks of.
  if (undrawable.has(source)) return renderPage(source, { ...ask, plain: true }, place);
  try {
    return renderPage(source, ask, place);
  } catch (error) {
    undrawable.add(source);
    ask.failed?.(error as Error);
    return renderPage(source, { ...ask, plain: true }, place);
  }
}

/** The brand of a workspace; a setting that is none is left out. */
export function brandOf(source: Pick<PageSource, "settings" | "name">): Partial<Brand> & { name: string } {
  const parsed = brandSchema.safeParse(source.settings["brand"] ?? {});
  const brand: Partial<Brand> = parsed.success ? parsed.data : {};
  return { ...brand, name: brand.name ?? source.name };
}

/** The words of a workspace in a language, its own texts first. */
export function wordsOf(source: Pick<PageSource, "settings">, language: Language): Words {
  const own = source.settings["words"];
  return createWords(language, typeof own === "object" && own !== null ? (own as Overrides) : {});
}

/** Renders without keeping: for drafts. */
export function renderPage(source: PageSource, ask: PageAsk, place: PagePlace): RenderedPage {
  const page = source.program.pages.landing ?? USUAL;
  const chosen = variantOf(page, ask.variant).body;
  const body = ask.plain === true ? { blocks: chosen.blocks } : chosen;
  const voice = readerVoice(source, ask.locale);
  const { words } = voice;
  const brand = brandOf(source);
  const isOpen = ask.state !== "done" && !ask.state.startsWith("over");
  // How to take the offer is said to those who still can.
  const blocks = blocksOf(body).filter((each) => isOpen || each.block !== "steps" || each.items !== undefined);
  const { personal } = ask;
  const promised = offerOf(source, voice, ask.now);
  // What is over is promised no more.
  const offer = ask.state.startsWith("over") ? { ...promised, short: null, friend: [] } : promised;
  const input: PageInput = {
    program: source.program,
    page,
    blocks,
    business: brand.name,
    words,
    offer,
    proof: source.proof,
    personal,
    number: voice.formats.number,
  };
  const ends = endsOf(source, voice);
  const left = ask.state.startsWith("over") ? null : ends;
  const style = styleOf(brandTokens(brand)) + (body.template === undefined ? "" : (body.css ?? ""));
  const scripted = body.template === undefined;
  const shared = {
    slot: SLOTS,
    language: ask.language,
    dir: words.dir,
    business: { name: brand.name, logo: brand.logo_url },
    ends: left,
  };
  const action = renderOurs("action", {
    ...shared,
    ...actionOf(page, ask, { words, brand: brand.name, ends, blocks, plain: offer.short === null }),
  });
  const data = { ...shared, ...headOf(source, input, { ask, place }), blocks: blockViews(input) };
  const custom = body.template === undefined ? null : renderTheirs(body.template, { ...data, offer, action: SLOTS.action });
  const privacy = page.privacy_url ?? brand.privacy_url;
  const html = renderOurs("landing", {
    ...data,
    style,
    scripted,
    personal,
    action,
    custom: custom?.replaceAll(SLOTS.action, () => action),
    w: wordsFor(words, ["skip", "terms", "privacy", "help", "language", "powered"]),
    disclosure: disclosureOf(input, (items) => voice.formats.list(items)),
    urls: { ...data.urls, privacy },
    support: brand.support_email,
    powered: brand.powered_by ?? true,
  });
  const images = originsOf([brand.logo_url, ...blocks.map((each) => ("image" in each ? each.image : "src" in each ? each.src : null))]);
  const policy = policyOf({ style, script: scripted, images: custom === null ? images : [...images, "https:"] });
  return cutPage(html, policy);
}

type Ends = { iso: string; date: string; before: string; after: string; text: string; over: string; overSent: string };

/** The end of the offer: a plain date in the workspace's zone, which a script tells again in the reader's own. */
function endsOf(source: PageSource, { words, formats }: Voice): Ends | null {
  const end = offerEnd(source.program, source.zone);
  if (end === null) return null;
  const date = formats.dateTime(end - 1);
  const [before = "", after = ""] = words.say("page.ends", { date: "\u0000" }).split("\u0000");
  const say = (key: "page.ends" | "page.ended" | "page.ended.sent"): string => words.say(key, { date });
  const iso = new Date(end).toISOString();
  return { iso, date, before, after, text: say("page.ends"), over: say("page.ended"), overSent: say("page.ended.sent") };
}

type ActionParts = { words: Words; brand: string; ends: Ends | null; blocks: PageInput["blocks"]; plain: boolean };

function actionOf(page: LandingPage, ask: PageAsk, { words, brand, ends, blocks, plain }: ActionParts): Record<string, unknown> {
  const by = ask.personal ? page.claim.by : "code";
  const block = blocks.find((each) => each.block === "action");
  const own = block?.block === "action" ? pageText(block.label, words.language) : null;
  return {
    by,
    personal: ask.personal,
    done: ask.state === "done",
    label: own ?? words.say(plain && by === "code" ? "page.action.shop" : `page.action.${by}`, { business: brand }),
    over: ask.state === "over" ? ends?.over : ask.state === "over_sent" ? ends?.overSent : null,
    error:
      ask.state === "wrong_email" ? words.say("page.email.wrong") : ask.state === "busy" ? words.say("page.busy", { minutes: 15 }) : null,
    w: {
      ...wordsFor(words, ["email", "code", "done.title", "done.text", "done.code"]),
      consent: words.say("page.consent", { business: brand }),
      shop: words.say("page.action.shop", { business: brand }),
    },
  };
}

function headOf(
  source: PageSource,
  input: PageInput,
  at: { ask: PageAsk; place: PagePlace },
): Record<string, unknown> & { urls: object } {
  const { ask, place } = at;
  const own = ask.personal ? SLOTS.here : `${place.base}/o/${source.slug}/${source.program.key}`;
  const absolute = ask.personal ? SLOTS.url : `${place.publicUrl}/o/${source.slug}/${source.program.key}`;
  const languages = languagesOf(input).map((tag) => ({
    tag,
    name: LANGUAGES[tag],
    url: `${absolute}?locale=${tag}`,
    here: ask.personal ? `${own}?locale=${tag}&gv_click=${SLOTS.click}` : `${own}?locale=${tag}`,
  }));
  return {
    title: titleOf(input),
    description: descriptionOf(input),
    languages,
    og_locale: ask.language.replace("-", "_"),
    urls: {
      canonical: absolute,
      image: `${place.publicUrl}/og/${source.slug}/${source.program.key}.png?locale=${ask.language}&v=${source.version}`,
      script: `${place.base}/l/page.js?v=${PAGE_SCRIPT.version}`,
      terms: Object.keys(source.program.terms).length === 0 ? null : `${own}${ask.personal ? "/terms" : "/terms"}?locale=${ask.language}`,
    },
  };
}

/** Languages that a page is offered in: those that the business wrote texts in, and English, of those we speak. */
function languagesOf({ program }: PageInput): Language[] {
  const written = new Set([...Object.keys(program.share.messages), ...Object.keys(program.terms), ...Object.keys(program.disclosure)]);
  return (Object.keys(LANGUAGES) as Language[]).filter((tag) => written.has(tag) || (tag === "en" && written.size === 0));
}

function wordsFor(words: Words, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [key.replaceAll(".", "_"), words.say(`page.${key}`)]));
}

/** A page of words alone, in the looks of the business. `body` is HTML already. */
export function plainPage(
  source: Pick<PageSource, "settings" | "name">,
  language: Language,
  of: { title: string; body: string; script?: string },
): { html: string; policy: string } {
  const brand = brandOf(source);
  const style = styleOf(brandTokens(brand));
  const { dir } = wordsOf(source, language);
  const { title, body, script } = of;
  const data = { style, dir, language, title, body, script, business: { name: brand.name, logo: brand.logo_url } };
  return {
    html: renderOurs("plain", data),
    policy: policyOf({ style, script: script !== undefined, images: originsOf([brand.logo_url]) }),
  };
}

/** The blocks of a landing page: what each is, and one to begin with. */
import { t } from "../../words/say.ts";
import type { PageText } from "./page-text.tsx";

export type Block = { block: BlockKind } & Record<string, unknown>;
/** What a page or a version of it is made of: blocks, or HTML of one's own in their place. */
export type Body = { blocks?: Block[]; template?: string; css?: string };
export type LandingPage = Body & { variants?: ({ key: string } & Body)[] } & Record<string, unknown>;
export type BlockKind = "hero" | "offer" | "steps" | "proof" | "faq" | "text" | "image" | "video" | "countdown" | "action";

export const USUAL: Block[] = (["hero", "offer", "action", "steps", "proof", "faq"] as const).map((block) => ({ block }));
export const MOST_BLOCKS = 30;

type Sort = { kind: BlockKind; label: string; what: string; begin: Record<string, unknown> };

/** In the order of the menu. */
export function blockSorts(): Sort[] {
  return [
    { kind: "hero", label: t("Opening"), what: t("Who recommends, and the headline."), begin: {} },
    { kind: "offer", label: t("Offer"), what: t("What the friend gets, from the rules."), begin: {} },
    { kind: "action", label: t("Button"), what: t("Takes the offer."), begin: {} },
    { kind: "steps", label: t("Steps"), what: t("How it works."), begin: {} },
    { kind: "proof", label: t("Proof"), what: t("Approved testimonials and their ratings."), begin: { most: 3 } },
    { kind: "faq", label: t("Questions"), what: t("Made from the rules, or your own."), begin: {} },
    { kind: "text", label: t("Text"), what: t("A heading and paragraphs."), begin: { text: t("Write something here.") } },
    { kind: "image", label: t("Picture"), what: t("From an https address."), begin: { src: "https://", alt: t("What it shows") } },
    {
      kind: "video",
      label: t("Video"),
      what: t("A link that opens it; nothing is loaded before."),
      begin: { url: "https://", title: t("Watch the video") },
    },
    { kind: "countdown", label: t("End of the offer"), what: t("Its date, where the offer has an end."), begin: {} },
  ];
}

export const sortOf = (kind: string): Sort => blockSorts().find((each) => each.kind === kind) ?? blockSorts()[6]!;

/** One line of what is in it, for its head. */
export function summaryOf(block: Block, language: string): string {
  const text = (value: unknown): string => {
    if (typeof value === "string") return value;
    const all = (value ?? {}) as Record<string, string>;
    return all[language] ?? Object.values(all)[0] ?? "";
  };
  const own = text(block["title"] as PageText) || text(block["label"]) || text(block["text"]) || text(block["src"]) || text(block["url"]);
  return own === "" ? sortOf(block.block).what : own.slice(0, 80);
}

/** Moves one from a place to another. */
export function moved<T>(all: readonly T[], from: number, to: number): T[] {
  const next = [...all];
  const [one] = next.splice(from, 1);
  next.splice(Math.max(0, Math.min(to, next.length)), 0, one!);
  return next;
}

/** Draws the picture that stands beside a link in a message or post: words as paths by satori, the paths as PNG by resvg. */
import fs from "node:fs";
import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import satori from "satori";
import type { OfferPicture } from "../flow/ports.ts";

const WIDTH = 1200;
/** The height that networks crop to. */
const HEIGHT = 627;
const MARGIN = 72;
/** More letters would not be read in a preview. */
const LONGEST_TITLE = 90;
const LONGEST_NAME = 40;

type Font = { name: string; data: Buffer; weight: 400 | 700; style: "normal" };
type Node = { type: string; props: { style: Record<string, string | number>; children?: unknown } };

const require = createRequire(import.meta.url);
const loaded = new Map<string, Font[]>();

/** Fonts of a package's script, read when first needed: Japanese and Chinese are 1.5 MB each. */
function font(name: string, pack: string, script: string): Font[] {
  let fonts = loaded.get(`${pack} ${script}`);
  if (fonts === undefined) {
    // resvg draws nothing from a .woff, and satori reads no .woff2: this is what works together.
    fonts = ([400, 700] as const).map((weight) => ({
      name,
      weight,
      style: "normal",
      data: fs.readFileSync(require.resolve(`@fontsource/${pack}/files/${pack}-${script}-${weight}-normal.woff`)),
    }));
    loaded.set(`${pack} ${script}`, fonts);
  }
  return fonts;
}

function fontsFor(text: string, language: string): Font[] {
  const fonts = [...font("Inter", "inter", "latin"), ...font("Inter Ext", "inter", "latin-ext")];
  if (/\p{Script=Cyrillic}/u.test(text)) fonts.push(...font("Inter Cyrillic", "inter", "cyrillic"));
  if (/\p{Script=Greek}/u.test(text)) fonts.push(...font("Inter Greek", "inter", "greek"));
  if (/\p{Script=Arabic}/u.test(text)) fonts.push(...font("Arabic", "noto-sans-arabic", "arabic"));
  if (/\p{Script=Hebrew}/u.test(text)) fonts.push(...font("Hebrew", "noto-sans-hebrew", "hebrew"));
  const isKana = /\p{Script=Hiragana}|\p{Script=Katakana}/u.test(text);
  if (isKana || (/\p{Script=Han}/u.test(text) && !language.startsWith("zh"))) fonts.push(...font("Japanese", "noto-sans-jp", "japanese"));
  else if (/\p{Script=Han}/u.test(text)) fonts.push(...font("Chinese", "noto-sans-sc", "chinese-simplified"));
  return fonts;
}

/** Text that can be drawn: one line, no marks of direction, no pictographs (no font of ours has them), not too long. */
export function drawable(text: string, most: number): string {
  const plain = text
    .normalize("NFC")
    .replace(/[\p{Extended_Pictographic}\u{1F1E6}-\u{1F1FF}]|\uFE0F|\u200D/gu, "")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  const letters = [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(plain)].map((each) => each.segment);
  return letters.length <= most
    ? plain
    : `${letters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}

function block(style: Record<string, string | number>, children: unknown): Node {
  return { type: "div", props: { style: { display: "flex", ...style }, children } };
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/**
 * The words of a line from right to left. satori orders the letters of a word and nothing more: where a Latin name or a number stands among
 * Arabic words, it puts the runs in the wrong places. So each word is a box, and words of the other direction that follow one another share
 * one.
 */
function fromTheRight(text: string): Node {
  const runs: string[] = [];
  let wasOther = false;
  for (const word of text.split(" ")) {
    const isOther = !RIGHT_TO_LEFT.test(word);
    if (isOther && wasOther) runs.push(`${runs.pop() ?? ""} ${word}`);
    else runs.push(word);
    wasOther = isOther;
  }
  return block(
    { flexDirection: "row-reverse", flexWrap: "wrap", alignItems: "baseline", columnGap: "0.28em", maxWidth: WIDTH - 2 * MARGIN },
    runs.map((each) => block({}, each)),
  );
}

/** A PNG of 1200 by 627. */
export async function drawOffer(of: OfferPicture): Promise<Uint8Array> {
  const title = drawable(of.title, LONGEST_TITLE);
  const name = drawable(of.business, LONGEST_NAME);
  const line = drawable(of.line, LONGEST_TITLE);
  const fonts = fontsFor(`${title}${name}${line}`, of.language);
  const size = title.length > 60 ? 64 : title.length > 30 ? 80 : 104;
  const side = of.dir === "rtl" ? "flex-end" : "flex-start";
  const textAlign = of.dir === "rtl" ? "right" : "left";
  const family = [...new Set(fonts.map((each) => each.name))].join(", ");
  const inner = WIDTH - 2 * MARGIN;
  const row = (style: Record<string, string | number>, text: string): Node => {
    const words = of.dir === "rtl" ? fromTheRight(text) : block({ textAlign, maxWidth: inner }, text);
    return block({ position: "absolute", left: MARGIN, width: inner, justifyContent: side, ...style }, words);
  };
  const one = { overflow: "hidden", whiteSpace: "nowrap", textOverflow: "ellipsis" };
  const tree = block({ width: WIDTH, height: HEIGHT, backgroundColor: of.paper, color: of.ink, fontFamily: family }, [
    row({ top: 64, height: 60, fontSize: 40, fontWeight: 700, color: of.primary, ...one }, name),
    row(
      { top: 140, height: 340, alignItems: "center", fontSize: size, fontWeight: 700, lineHeight: 1.2, wordBreak: "break-word" },
      title,
    ),
    row({ top: 510, height: 54, fontSize: 34, ...one }, line),
    block({ position: "absolute", left: 0, top: HEIGHT - 16, width: WIDTH, height: 16, backgroundColor: of.primary }, ""),
  ]);
  const svg = await satori(tree as never, { width: WIDTH, height: HEIGHT, fonts });
  return new Resvg(svg, { font: { loadSystemFonts: false }, fitTo: { mode: "original" } }).render().asPng();
}

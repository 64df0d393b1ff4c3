/**
 * A business's brand, and what becomes of its colours on pages, in mails and in the widget: a guard moves a colour towards black or white
 * until it can be read (WCAG AA, 4.5 to 1), whatever was given. Names of the tokens are those of the style sheets.
 */
import { z } from "zod";
import { isOneLine } from "./text.ts";

const colour = z.string().regex(/^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/, 'A colour as "#5b2a6e".');
const web = z.url({ protocol: /^https$/ }).max(2000);
/** A small picture itself, about 25 kB: it travels with every page. No SVG, which is a document and not a picture. */
const picture = z
  .string()
  .max(34_000, "At most 25 kB.")
  .regex(/^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/, "A PNG, JPEG or WebP picture as a data address.");

export const brand = z
  .strictObject({
    name: z
      .string()
      .min(1)
      .max(120)
      .refine(isOneLine, { message: "One line, without control characters." })
      .optional()
      .describe("As people know the business; the workspace's name when left out."),
    logo_url: z
      .union([web, picture])
      .optional()
      .describe(
        "An https address, or the picture itself (data:image/png;base64,...; 25 kB). Mails show the name in place of the latter.",
      ),
    primary: colour.optional(),
    on_primary: colour.optional(),
    paper: colour.optional(),
    ink: colour.optional(),
    font: z
      .string()
      .regex(/^[A-Za-z0-9 _,-]{1,120}$/, "Names of fonts with commas between them, without quotes.")
      .optional(),
    radius: z.number().int().min(0).max(32).optional().describe("Of corners, in pixels."),
    support_email: z.email().max(254).optional(),
    privacy_url: web.optional(),
    powered_by: z.boolean().default(true).describe('Whether a small "Powered by Grapevine" is shown.'),
  })
  .meta({ id: "Brand" });

export type Brand = z.output<typeof brand>;
type Rgb = readonly [number, number, number];
export type BrandTokens = { light: Record<string, string>; dark: Record<string, string> };

/** Ours, from the look of the product; a business's own take their place. */
const LIGHT = { paper: "#fbfaf7", ink: "#1f1a24", muted: "#5f5866", primary: "#5b2a6e" };
const DARK = { paper: "#151217", ink: "#f3f0ea", muted: "#b3abb9" };
/** Money in, waiting, refused, information. */
const MEANING = { leaf: "#2f7d4f", amber: "#9a6200", rust: "#b03a2e", sky: "#2a6f97" };
const AA = 4.5;
/** How much of its own colour a badge's ground may hold while the colour can still be read on it. */
export const TINT = 0.12;
const STEPS = 50;

/**
 * CSS custom properties for a brand, for light and for dark. Every text colour can be read on `--gv-paper`; `--gv-on-primary` on
 * `--gv-primary`, `--gv-on-brand` on `--gv-brand` (the colour as it was given: for filled areas), and leaf, amber, rust and sky also on
 * a 12 % tint of themselves.
 */
export function brandTokens(of: Partial<Brand>): BrandTokens {
  const base = {
    "--gv-radius": `${of.radius ?? 8}px`,
    "--gv-font": `${of.font === undefined ? "" : `${quoted(of.font)}, `}"Inter", system-ui, sans-serif`,
  };
  const primary = rgb(of.primary ?? LIGHT.primary);
  const onPrimary = of.on_primary === undefined ? undefined : rgb(of.on_primary);
  const light = scheme({
    paper: rgb(of.paper ?? LIGHT.paper),
    ink: rgb(of.ink ?? LIGHT.ink),
    muted: rgb(LIGHT.muted),
    primary,
    onPrimary,
  });
  // A business whose paper is dark already is dark in both.
  const isDark = of.paper !== undefined && luminance(rgb(of.paper)) < 0.1;
  const dark = scheme({
    paper: isDark ? rgb(of.paper ?? DARK.paper) : rgb(DARK.paper),
    ink: isDark && of.ink !== undefined ? rgb(of.ink) : rgb(DARK.ink),
    muted: rgb(DARK.muted),
    primary,
    onPrimary,
  });
  return { light: { ...light, ...base }, dark: { ...dark, ...base } };
}

type Given = { paper: Rgb; ink: Rgb; muted: Rgb; primary: Rgb; onPrimary: Rgb | undefined };

function scheme({ paper, ink, muted, primary, onPrimary }: Given): Record<string, string> {
  const text = readable(primary, [paper]);
  const inkSeen = readable(ink, [paper]);
  const meanings = Object.entries(MEANING).map(([name, given]) => [`--gv-${name}`, hex(readableOnTint(rgb(given), paper))]);
  return {
    "--gv-primary": hex(text),
    "--gv-on-primary": hex(readable(onPrimary ?? nearestOf(text), [text])),
    "--gv-brand": hex(primary),
    "--gv-on-brand": hex(readable(onPrimary ?? nearestOf(primary), [primary])),
    "--gv-paper": hex(paper),
    "--gv-ink": hex(inkSeen),
    "--gv-muted": hex(readable(muted, [paper])),
    "--gv-line": hex(mix(paper, inkSeen, 0.16)),
    ...(Object.fromEntries(meanings) as Record<string, string>),
  };
}

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

function nearestOf(ground: Rgb): Rgb {
  return contrast(WHITE, ground) >= AA ? WHITE : BLACK;
}

/** The colour, or the first on its way to black or white (the shorter way) that can be read on all grounds. */
function readable(given: Rgb, grounds: readonly Rgb[]): Rgb {
  for (let step = 0; step <= STEPS; step++)
    for (const end of [BLACK, WHITE]) {
      const tried = mix(given, end, step / STEPS);
      if (grounds.every((ground) => contrast(tried, ground) >= AA)) return tried;
    }
  // One of the two can always be read on one ground: the worst is a grey of 4.58 to both.
  return grounds.every((ground) => contrast(BLACK, ground) >= contrast(WHITE, ground)) ? BLACK : WHITE;
}

function readableOnTint(given: Rgb, paper: Rgb): Rgb {
  for (let step = 0; step <= STEPS; step++)
    for (const end of [BLACK, WHITE]) {
      const tried = mix(given, end, step / STEPS);
      if ([paper, mix(paper, tried, TINT)].every((ground) => contrast(tried, ground) >= AA)) return tried;
    }
  return readable(given, [paper]);
}

/** `#rrggbb` of two colours mixed: `part` of the second. For the ground of a badge. */
export function tint(paper: string, of: string, part: number = TINT): string {
  return hex(mix(rgb(paper), rgb(of), part));
}

/** WCAG's contrast of two `#rrggbb`: 1 to 21. */
export function contrastOf(one: string, other: string): number {
  return contrast(rgb(one), rgb(other));
}

function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(of: Rgb): number {
  const [r, g, b] = of.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function mix(one: Rgb, other: Rgb, part: number): Rgb {
  return one.map((value, i) => Math.round(value + ((other[i] ?? 0) - value) * part)) as unknown as Rgb;
}

function rgb(text: string): Rgb {
  const digits = text.slice(1);
  const full = digits.length === 3 ? [...digits].map((each) => each + each).join("") : digits;
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16)) as unknown as Rgb;
}

function hex(of: Rgb): string {
  return `#${of.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** Names with quotes, so that "Open Sans 2" is one; generic families as they are. */
function quoted(font: string): string {
  const names = font
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
  return names.map((name) => (/^(serif|sans-serif|monospace|system-ui)$/.test(name) ? name : `"${name}"`)).join(", ");
}

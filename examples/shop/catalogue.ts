/** What the shop sells. Pictures are drawn here, so that nothing is loaded from anywhere. */
import { type Html, raw } from "./html.ts";

export type Product = { slug: string; name: string; origin: string; note: string; price: number; hue: number };

/** Prices in cents. */
export const CURRENCY = "EUR";
export const PRODUCTS: readonly Product[] = [
  {
    slug: "first-flush",
    name: "First Flush",
    origin: "Darjeeling, 2026",
    note: "Green apple, meadow, a dry finish.",
    price: 1850,
    hue: 96,
  },
  { slug: "smoke-house", name: "Smoke House", origin: "Wuyi", note: "Pine smoke, plum, long.", price: 1490, hue: 18 },
  {
    slug: "night-garden",
    name: "Night Garden",
    origin: "Fujian",
    note: "White tea with jasmine picked after dusk.",
    price: 2240,
    hue: 264,
  },
  { slug: "harbour", name: "Harbour", origin: "Assam and Ceylon", note: "Strong, malty, takes milk.", price: 1190, hue: 205 },
  { slug: "orchard", name: "Orchard", origin: "Herbs, no caffeine", note: "Apple, verbena, a little mint.", price: 980, hue: 130 },
  { slug: "tasting-box", name: "Tasting Box", origin: "All five", note: "Twenty grams of each, with notes.", price: 3900, hue: 42 },
];

export function productOf(slug: string): Product | undefined {
  return PRODUCTS.find((each) => each.slug === slug);
}

/** 1850 is "€18.50". */
export function money(cents: number): string {
  return new Intl.NumberFormat("en-IE", { style: "currency", currency: CURRENCY }).format(cents / 100);
}

/** A tin with a label, in the product's own colour. */
export function tin({ name, hue }: Product): Html {
  const [body, lid, label] = [`hsl(${hue} 28% 42%)`, `hsl(${hue} 30% 30%)`, "hsl(40 44% 95%)"];
  return raw(`<svg viewBox="0 0 200 200" role="img" aria-label="A tin of ${name}">
<rect width="200" height="200" fill="hsl(${hue} 30% 92%)"/>
<ellipse cx="100" cy="172" rx="62" ry="8" fill="#0001"/><rect x="48" y="58" width="104" height="112" rx="10" fill="${body}"/>
<rect x="44" y="42" width="112" height="24" rx="8" fill="${lid}"/><rect x="48" y="92" width="104" height="48" fill="${label}"/>
<g fill="${body}"><path d="M100 102c-14 4-18 16-12 26 12 0 20-10 12-26Z"/>
<path d="M100 102c14 4 18 16 12 26-12 0-20-10-12-26Z"/></g></svg>`);
}

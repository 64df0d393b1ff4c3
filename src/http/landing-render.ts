/**
 * Pages for friends as HTML: Liquid over data, our templates or a business's own. Everything is escaped on the way out, a business's HTML
 * is sanitised after it was rendered, and what differs from visitor to visitor is filled in last, escaped, where a slot stands.
 */
import crypto from "node:crypto";
import fs from "node:fs";
import { Liquid } from "liquidjs";
import type { LiquidOptions, Template } from "liquidjs";
import { SLOT_PATTERN } from "../core/page.ts";
import type { Slot } from "../core/page.ts";
import { escapeHtml } from "./html.ts";
import { sanitised } from "./landing-sanitise.ts";

/** A page for everybody: `parts[0] slots[0] parts[1] slots[1] ... parts[n]`. */
export type RenderedPage = { parts: readonly string[]; slots: readonly Slot[]; policy: string };
/** `face` is HTML of ours; all others are text. */
export type Fillings = Record<Exclude<Slot, "action">, string>;

/** What a business's template may cost: letters, milliseconds, letters made. Ours may take what they need when a machine is busy. */
const LIMITS = { parseLimit: 200_000, renderLimit: 200, memoryLimit: 1_000_000 };
const LONGEST = 200_000;

const folder = new URL("./templates/", import.meta.url);
const read = (name: string): string => fs.readFileSync(new URL(name, folder), "utf8");

/** Text only: no file is ever read, nothing inherited is seen, dates are the page's business. */
const SAFE: LiquidOptions = {
  outputEscape: "escape",
  ownPropertyOnly: true,
  strictFilters: true,
  templates: {},
  relativeReference: false,
  dynamicPartials: false,
  cache: false,
};
const engine = new Liquid(SAFE);
const strangers = new Liquid({ ...SAFE, ...LIMITS });
const ours = new Map<string, Template[]>();

/** One of our own templates with its data. `raw` in it marks HTML that was made here. */
export function renderOurs(name: string, data: object): string {
  let template = ours.get(name);
  if (template === undefined) ours.set(name, (template = engine.parse(read(`${name}.liquid`))));
  return engine.renderSync(template, data) as string;
}

/** The style sheet of our pages with a brand's custom properties, and its hash for the policy. */
export function styleOf(tokens: { light: Record<string, string>; dark: Record<string, string> }): string {
  const list = (of: Record<string, string>): string =>
    Object.entries(of)
      .map(([name, value]) => `${name}:${value}`)
      .join(";");
  const dark = `@media (prefers-color-scheme:dark){:root{${list(tokens.dark)}}}`;
  return `:root{${list(tokens.light)}}${dark}${sheet}`.replaceAll("<", "");
}
const sheet = read("landing.css").replace(/\n+/g, "");

/**
 * A business's own template. Throws where it does not parse, calls what is not there, or costs more than the limits.
 */
export function renderTheirs(template: string, data: object): string {
  const html = strangers.parseAndRenderSync(template, data) as string;
  if (html.length > LONGEST) throw new Error("The template makes more than 200,000 letters.");
  return sanitised(html);
}

/** Cuts a rendered page at its slots. */
export function cutPage(html: string, policy: string): RenderedPage {
  const parts: string[] = [];
  const slots: Slot[] = [];
  let from = 0;
  for (const found of html.matchAll(SLOT_PATTERN)) {
    parts.push(html.slice(from, found.index));
    slots.push(found[1] as Slot);
    from = found.index + found[0].length;
  }
  parts.push(html.slice(from));
  return { parts, slots, policy };
}

/** The small script of our pages. Its address changes with it, so that a browser may keep it. */
export const PAGE_SCRIPT = scriptOf("landing.js");
/** That of the till. */
export const TILL_SCRIPT = scriptOf("till.js");

function scriptOf(name: string): { text: string; version: string } {
  const text = read(name);
  return { text, version: crypto.hash("sha256", text, "hex").slice(0, 10) };
}

/** The page of one visitor. */
export function fillPage(page: RenderedPage, fillings: Fillings): string {
  let html = page.parts[0] ?? "";
  for (const [i, name] of page.slots.entries()) {
    const value = name === "action" ? "" : fillings[name];
    html += (name === "face" || name === "own" ? value : escapeHtml(value)) + (page.parts[i + 1] ?? "");
  }
  return html;
}

/** The policy of a page: its own style by hash, pictures from where its blocks have them, forms to us. */
export function policyOf(of: { style: string; script: boolean; images: readonly string[] }): string {
  const hash = crypto.createHash("sha256").update(of.style).digest("base64");
  return [
    "default-src 'none'",
    `script-src ${of.script ? "'self'" : "'none'"}`,
    `style-src 'sha256-${hash}'`,
    `img-src 'self' data:${of.images.map((each) => ` ${each}`).join("")}`,
    // Nothing on the page asks for anything. Lighthouse does, from inside it: for our robots.txt.
    "connect-src 'self'",
    // A form's redirect is judged too: after a claim it leads to a page of ours.
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Origins of the pictures on a page, https only. */
export function originsOf(urls: readonly (string | null | undefined)[]): string[] {
  const origins = urls.map((each) => URL.parse(each ?? "")).filter((url) => url?.protocol === "https:");
  return [...new Set(origins.map((url) => url!.origin))];
}

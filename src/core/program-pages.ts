/** A program's pages: what a friend sees who follows a link. Part of core/program.ts. */
import { z } from "zod";
import { instant } from "./program-rule.ts";

/** One text for all languages, or one for each. */
const text = (most: number) =>
  z.union([z.string().min(1).max(most), z.record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), z.string().max(most))]);
const webUrl = z.url({ protocol: /^https?$/ }).max(2000);
const imageUrl = z.url({ protocol: /^https$/ }).max(2000);

const block = z.union([
  z.strictObject({ block: z.literal("hero"), title: text(120).optional(), text: text(500).optional(), image: imageUrl.optional() }),
  z.strictObject({ block: z.literal("offer"), title: text(120).optional(), text: text(1000).optional() }),
  z.strictObject({ block: z.literal("steps"), title: text(120).optional(), items: z.array(text(300)).min(1).max(8).optional() }),
  z.strictObject({ block: z.literal("proof"), title: text(120).optional(), most: z.int().min(1).max(12).default(3) }),
  z.strictObject({
    block: z.literal("faq"),
    title: text(120).optional(),
    items: z
      .array(z.strictObject({ question: text(300), answer: text(2000) }))
      .min(1)
      .max(20)
      .optional(),
  }),
  z.strictObject({ block: z.literal("text"), title: text(120).optional(), text: text(4000) }),
  z.strictObject({ block: z.literal("image"), src: imageUrl, alt: text(300) }),
  z.strictObject({ block: z.literal("video"), url: webUrl, title: text(120) }),
  z.strictObject({ block: z.literal("countdown") }),
  z.strictObject({ block: z.literal("action"), label: text(80).optional() }),
]);

/** CSS of a business's own: what loads something, leaves the sheet or runs something is refused, not mended. */
const css = z
  .string()
  .max(20_000)
  .refine((value) => !/url\s*\(|image-set\s*\(|@import|@font-face|expression\s*\(|behavior\s*:|-moz-binding|[\\<]/i.test(value), {
    message: "CSS may not contain url(, image-set(, @import, @font-face, expression(, a backslash or <: upload pictures as image blocks.",
  });

const body = {
  blocks: z.array(block).min(1).max(30).optional().describe("In their order. Left out: hero, offer, action, steps, proof, faq."),
  template: z
    .string()
    .max(64_000)
    .optional()
    .describe("Liquid and HTML of your own in place of the blocks; sanitised, nothing in it runs."),
  css: css.optional().describe("For the template."),
};

const landing = z.strictObject({
  enabled: z.boolean().default(true),
  ...body,
  variants: z
    .array(z.strictObject({ key: z.string().regex(/^[a-z0-9_-]{1,32}$/), ...body }))
    .max(5)
    .default([])
    .describe("Other versions of the page: each link always shows the same one."),
  claim: z
    .strictObject({
      by: z
        .enum(["code", "email"])
        .default("code")
        .describe("code: the button leads on with the code. email: an address is asked first."),
      event: z
        .enum(["lead", "signup"])
        .default("lead")
        .describe("What an address that was given becomes: a rule may give a coupon for it."),
    })
    .prefault({}),
  ends_at: instant.optional().describe("When the offer to friends ends. Shown as a date; a claim after it is told so."),
  title: text(120).optional().describe("Of the browser's tab, the preview and search results."),
  description: text(300).optional(),
  privacy_url: webUrl.optional(),
});

/** Rooms of the portal in the order of its menu. Those that people need to see what they are owed and to leave are always there. */
export const PORTAL_ROOMS = [
  "share",
  "claim",
  "deals",
  "vacancies",
  "leads",
  "requests",
  "slips",
  "cases",
  "deliverables",
  "shares",
  "gatherings",
  "referrals",
  "rewards",
  "catalogue",
  "standing",
  "how",
  "learn",
  "name_claim",
  "retro_claim",
  "testimonial",
  "help",
  "settings",
] as const;
const room = z.enum(PORTAL_ROOMS);
/** Terms and rules, what one is owed, the way to ask and the way out stay. */
const HIDEABLE = PORTAL_ROOMS.filter((each) => !["rewards", "how", "help", "settings"].includes(each)) as [Room, ...Room[]];
type Room = z.output<typeof room>;

const portal = z.strictObject({
  order: z
    .array(room)
    .max(PORTAL_ROOMS.length)
    .refine((rooms) => new Set(rooms).size === rooms.length, { message: "Each once." })
    .default([])
    .describe("Rooms that come first in the portal's menu, in this order; the others follow as usual."),
  hidden: z.array(z.enum(HIDEABLE)).max(HIDEABLE.length).default([]).describe("Rooms that this program's portal leaves out."),
});

export const pages = z.strictObject({ landing: landing.optional(), portal: portal.optional() }).prefault({});

export type LandingPage = z.output<typeof landing>;
export type LandingBlock = z.output<typeof block>;
export type PageText = z.output<ReturnType<typeof text>>;

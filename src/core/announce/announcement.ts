/**
 * What is written to people on purpose: an announcement that goes once to an audience, or an ask that goes to whoever has just had a good
 * moment. The document as an operator writes it.
 */
import { z } from "zod";
import { isCleanText } from "../event.ts";

const said = (max: number) =>
  z.string().min(1).max(max).refine(isCleanText, { message: "Must be Unicode text without control characters." });
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time of day such as "21:00".');

/** One language's words, with places: `{name}`, `{product}`... `{name|there}` says what stands where it is unknown. */
export const announcementText = z
  .strictObject({
    subject: said(200),
    title: said(200).optional().describe("The subject, where it is left out."),
    text: said(5_000).describe("An empty line begins a paragraph."),
    action: said(60).optional().describe("What the button says."),
  })
  .meta({ id: "AnnouncementText" });

export const announcementTexts = z
  .record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'A language such as "de" or "pt-BR".'), announcementText)
  .refine((texts) => Object.keys(texts).length > 0 && Object.keys(texts).length <= 20, { message: "Between 1 and 20 languages." });

export const audience = z
  .strictObject({
    program: z.string().max(64).optional().describe("Its advocates; with a segment those of both. Both may be left out of an ask only."),
    segment: z.string().max(64).optional(),
  })
  .meta({ id: "Audience" });

/** A good moment. `nth` counts her purchases; a survey's answer is 9 or 10 of 10 unless `at_least` says less. */
export const moment = z
  .discriminatedUnion("on", [
    z.strictObject({
      on: z.literal("purchase"),
      nth: z.number().int().min(1).max(100).default(1),
      delay_hours: z.number().int().min(0).max(8_760).default(72),
    }),
    z.strictObject({ on: z.literal("stage"), stage: said(64), delay_hours: z.number().int().min(0).max(8_760).default(24) }),
    z.strictObject({ on: z.literal("activity"), name: said(128), delay_hours: z.number().int().min(0).max(8_760).default(1) }),
    z.strictObject({
      on: z.literal("survey"),
      at_least: z.number().int().min(0).max(10).default(9),
      delay_hours: z.number().int().min(0).max(8_760).default(1),
    }),
  ])
  .meta({ id: "GoodMoment" });

export const announcementSettings = z
  .strictObject({
    mail: z.boolean().default(true),
    notice: z.boolean().default(false).describe("Also shown on her own side."),
    purpose: z.enum(["marketing", "service"]).default("marketing").describe("Marketing is mailed only to whoever agreed to it."),
    url: z
      .string()
      .url()
      .max(2_000)
      .regex(/^https:\/\//, "An address that begins with https://.")
      .nullable()
      .default(null)
      .describe("Where the button leads; null: her own page of the program."),
    an_hour: z.number().int().min(1).max(1_000_000).nullable().default(null).describe("At most so many an hour."),
    quiet: z
      .strictObject({ from: clock, to: clock })
      .nullable()
      .default({ from: "21:00", to: "08:00" })
      .describe("In the receiver's zone nothing is sent then; null: at any hour."),
    cap_days: z
      .number()
      .int()
      .min(0)
      .max(365)
      .default(7)
      .describe("Nobody who was asked within so many days is asked; 0: whoever it is."),
  })
  .meta({ id: "AnnouncementSettings" });

export type AnnouncementText = z.output<typeof announcementText>;
export type AnnouncementTexts = z.output<typeof announcementTexts>;
export type Audience = z.output<typeof audience>;
export type Moment = z.output<typeof moment>;
export type AnnouncementSettings = z.output<typeof announcementSettings>;

export const ANNOUNCEMENT_STATES = ["draft", "scheduled", "running", "sent", "cancelled"] as const;
export type AnnouncementState = (typeof ANNOUNCEMENT_STATES)[number];

/** Why somebody was not asked, or not by mail. */
export const HELD = [
  "no_consent",
  "suppressed",
  "no_address",
  "asked_lately",
  "complained",
  "preference",
  "erased",
  "cancelled",
] as const;
export type HeldReason = (typeof HELD)[number];

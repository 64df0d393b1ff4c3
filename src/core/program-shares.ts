/** What a program's sharers and influencers are given and asked for, as data. Parts of core/program.ts. */
import { z } from "zod";
import { SHARED } from "./channels.ts";
import { duration } from "./program-rule.ts";

export const shares = z.strictObject({
  visits: z.number().int().min(1).max(1000).default(3).describe("Different visitors that a share's own link must have."),
  within: duration.default("30d").describe("A share that has too few of them by then does not count any more."),
  channels: z.array(z.string().min(1).max(32)).max(30).default([]).describe("The networks on which a share counts; any when left out."),
});

export const contentKit = z.strictObject({
  brief: z.record(z.string(), z.string().max(5000)).default({}).describe("What to say and what not, by language."),
  assets: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(120),
        kind: z.enum(["image", "video", "audio", "text", "file"]),
        url: z.url().max(2000),
        alt: z.string().max(500).optional(),
      }),
    )
    .max(200)
    .default([]),
});

/** Whom advocates are told to think of, chosen from what friends who bought have in common. Nothing chosen: nothing said. */
export const thinkOf = z
  .strictObject({
    text: z
      .record(z.string(), z.string().max(300))
      .optional()
      .describe("In the business's own words, by language: about a kind of friend, not about anybody."),
    countries: z
      .array(z.string().regex(/^[A-Z]{2}$/, 'A country such as "US" (ISO 3166).'))
      .max(20)
      .optional(),
    channels: z.array(z.enum(SHARED)).max(SHARED.length).optional().describe("How to tell them."),
  })
  .describe("What a good friend looks like (GET /v1/reports/good-friends), for advocates to read where they share.");

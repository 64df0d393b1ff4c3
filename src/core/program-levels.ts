/** Levels of recognition as data: by points earned within a rolling window. Part of core/program.ts. */
import { z } from "zod";
import { duration, key } from "./program-rule.ts";

const perk = z.strictObject({ key, name: z.string().min(1).max(200) });

export const levels = z
  .strictObject({
    window: duration.default("12 months").describe("Points count this long after they became available."),
    notice: duration.default("30d").describe("Who falls below her level keeps it this long, and is told."),
    steps: z
      .array(
        z.strictObject({
          key,
          name: z.string().min(1).max(100),
          from: z.number().int().min(1).max(1e9).describe("Points within the window."),
          perks: z.array(perk).max(50).default([]),
        }),
      )
      .min(1)
      .max(20),
  })
  .refine((l) => l.steps.every((s, i) => i === 0 || s.from > (l.steps[i - 1]?.from ?? 0)), {
    path: ["steps"],
    message: "Each level asks for more points than the one before it.",
  })
  .refine((l) => new Set(l.steps.map((s) => s.key)).size === l.steps.length, {
    path: ["steps"],
    message: "Each level has a key of its own.",
  });

export type Levels = z.output<typeof levels>;

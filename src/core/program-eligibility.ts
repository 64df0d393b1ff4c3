/** Who may take part: where people live and how old they are. Part of core/program.ts; asked before joining and when a friend is bound. */
import { z } from "zod";

export const eligibility = z.strictObject({
  regions: z
    .array(z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'A country such as "US", or a part of it such as "US-CA" (ISO 3166).'))
    .min(1)
    .max(300)
    .optional(),
  minimum_age: z.number().int().min(1).max(99).optional(),
  unknown: z.enum(["refuse", "allow"]).default("refuse").describe("What becomes of somebody whose country or age is not known."),
});

export type Eligibility = z.output<typeof eligibility>;

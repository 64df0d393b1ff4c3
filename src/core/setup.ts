/** How far an operator has come with the console's set-up, so that she can go on with it another day, at another machine. */
import { z } from "zod";

export const setupState = z
  .strictObject({
    step: z.enum(["define", "launch", "improve"]).default("define"),
    dismissed: z.boolean().optional().describe("She has put it off: the first page no longer leads there."),
    program: z.string().max(64).optional().describe("The program that it is about."),
    answers: z.record(z.string().max(40), z.string().max(500)).optional().describe("What she answered, by question."),
    seen: z.array(z.string().max(40)).max(40).optional().describe("What she looked at of the launch."),
    tasks: z
      .record(
        z.string().max(40),
        z.strictObject({
          done_at: z.iso.datetime().nullable().optional(),
          due: z.iso.date().optional(),
          note: z.string().max(2000).optional(),
        }),
      )
      .optional()
      .describe("The list for improving: when each is due and was done."),
  })
  .meta({ id: "SetupState" });

/** What is answered while the first answer there ever was is being worked out: 202, and how far it is. */
import { z } from "zod";
import { formatInstant } from "../core/time.ts";
import { instant } from "./schemas.ts";

export const working = z
  .object({
    working: z.object({
      since: instant.describe("When it was begun."),
      share: z.number().describe("How much of it is done, from 0 to 1."),
    }),
  })
  .meta({ id: "BeingWorkedOut" });

/** An answer that is not there yet. */
export type Later = { readonly later: z.input<typeof working> };

export const isLater = (answer: unknown): answer is Later => typeof answer === "object" && answer !== null && "later" in answer;

export const laterOf = ({ since, share }: { since: number; share: number }): Later => ({
  later: { working: { since: formatInstant(since), share } },
});

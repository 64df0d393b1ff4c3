/** What came of each campaign, as it is answered. */
import { z } from "zod";
import { instant } from "../schemas.ts";

const costs = z.array(z.object({ unit: z.string(), amount: z.int() })).describe("Rewards, each unit by itself.");
/** Of a stretch of time: the program's figures in it, and in as many days before. */
const during = z.object({ days: z.int(), joined: z.int(), friends_came: z.int(), new_customers: z.int(), costs });

export const campaignReport = z
  .object({
    data: z.array(
      z.object({
        kind: z.enum(["announcement", "ask", "contest", "bonus"]),
        id: z.string().describe("Of the announcement; the key of the contest or bonus window."),
        name: z.string(),
        program: z.string().nullable(),
        status: z.string(),
        from: instant.nullable(),
        to: instant.nullable(),
        asked: z
          .object({
            people: z.int(),
            looked_at: z.int().describe("What follows is of the first so many of them."),
            mailed: z.int(),
            clicked: z.int(),
            joined: z.int(),
            shared: z.int(),
            referred: z.int(),
            bought: z.int().describe("Friends whom they brought since, who bought."),
            costs,
          })
          .nullable()
          .describe("Of announcements and asks. Whether a mail was opened is not known: nothing is put into it that would tell."),
        entries: z
          .object({ entrants: z.int(), entries: z.int(), free_entrants: z.int(), free_entries: z.int() })
          .nullable()
          .describe("Of contests: free came without buying or recommending."),
        during: during.nullable().describe("Of contests and bonus windows: the whole program in these days so far."),
        before: during.nullable().describe("The same in as many days before. Not by chance: other things may have changed, too."),
      }),
    ),
  })
  .meta({ id: "CampaignReport" });

export type CampaignRow = z.input<typeof campaignReport>["data"][number];
export type During = z.input<typeof during>;

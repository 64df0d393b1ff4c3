/** Why there is no figure. */
import { z } from "zod";
import { LACKS, type Lack, type LackCode } from "../../core/analytics/result.ts";
import type { Speaker } from "../../core/words/speaker.ts";

export const lack = z
  .object({
    code: z.enum(Object.keys(LACKS) as [LackCode, ...LackCode[]]),
    values: z.record(z.string(), z.union([z.number(), z.string()])),
    message: z.string().describe("A sentence in the caller's language (Accept-Language)."),
  })
  .meta({ id: "Lack" });

/** Words among the values are said in the speaker's language, too; what is not ours stays as it is. */
export const spokenValues = (values: Lack["values"], speaker: Speaker): Record<string, number | string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? speaker.hear(value) : value]));

export const lackView = (of: Lack, speaker: Speaker): z.input<typeof lack> => ({
  code: of.code,
  values: { ...of.values },
  message: speaker.say(LACKS[of.code], spokenValues(of.values, speaker)),
});

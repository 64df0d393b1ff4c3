/** Why there is no figure. */
import { z } from "zod";
import { LACKS, type Lack, type LackCode } from "../../core/analytics/result.ts";

export const lack = z
  .object({
    code: z.enum(Object.keys(LACKS) as [LackCode, ...LackCode[]]),
    values: z.record(z.string(), z.union([z.number(), z.string()])),
    message: z.string().describe("ICU message in English; filled in with `values`."),
  })
  .meta({ id: "Lack" });

export const lackView = (of: Lack): z.input<typeof lack> => ({ code: of.code, values: { ...of.values }, message: LACKS[of.code] });

import { z } from "zod";
import { brandPairs } from "../../core/brand-pairs.ts";
import { brand as brandSchema, brandTokens } from "../../core/brand.ts";
import { endpoint } from "../endpoint.ts";

const tokens = z.record(z.string(), z.string());
const pair = z
  .object({
    scheme: z.enum(["light", "dark"]),
    text: z.string().describe("The token of the text."),
    on: z.string().describe("The token of its ground."),
    colour: z.string(),
    ground: z.string(),
    given: z.string().nullable().describe("What was asked for, where it is not what is shown."),
    contrast: z.number().describe("As shown: 4.5 and more can be read."),
    given_contrast: z.number().nullable(),
  })
  .meta({ id: "BrandPair" });

export default endpoint({
  method: "POST",
  path: "/v1/brand/preview",
  tag: "Content",
  permission: "settings:read",
  idempotent: false,
  summary: "Work out a brand's colours, and whether they can be read",
  description: "Each text with its ground as pages, portal and mails will show them, and which were moved until they could be read.",
  body: brandSchema,
  response: z.object({ light: tokens, dark: tokens, pairs: z.array(pair) }).meta({ id: "BrandPreview" }),
  handler: ({ body }) => ({ ...brandTokens(body), pairs: brandPairs(body) }),
});

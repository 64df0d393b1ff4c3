import { z } from "zod";
import { apps } from "../../core/apps.ts";
import { currencyDecimals } from "../../core/currency.ts";
import { brand } from "../../core/brand.ts";
import { localeOf } from "../../core/messages/locale.ts";
import { mailSettings } from "../../core/messages/mail-settings.ts";
import { setupState } from "../../core/setup.ts";
import { isOneLine } from "../../core/text.ts";
import { compileZone } from "../../core/time.ts";
import { overrideProblems } from "../../core/words/overrides.ts";
import { changeSettings } from "../../flow/operate.ts";
import { readWorkspace } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { settings, settingsView } from "../views/settings.ts";

export default endpoint({
  method: "PATCH",
  path: "/v1/settings",
  tag: "Settings",
  permission: "settings:write",
  summary: "Change the workspace's settings",
  description: "What is left out stays as it is.",
  body: z
    .strictObject({
      name: z.string().min(1).max(120).refine(isOneLine, { message: "One line, without control characters." }).optional(),
      zone: z
        .string()
        .max(64)
        .refine((zone) => zone === "UTC" || compileZone(zone) !== undefined, { message: 'A time zone such as "Europe/Berlin".' })
        .optional(),
      settings: z
        .strictObject({
          allowed_origins: z
            .array(z.url().max(255))
            .max(50)
            .optional()
            .describe("Origins that a link's destination may have besides the program's own."),
          adjustment_limits: z
            .record(z.string().min(1).max(16), z.number().int().min(0).max(1e15))
            .optional()
            .describe("Minor units by unit, up to which one operator may change a balance by hand; replaces what was there."),
          apps: apps.optional().describe("Apps of the business's own that open its links; replaces what was there."),
          brand: brand.optional().describe("How pages, mails and the portal look; replaces what was there."),
          currency: z
            .string()
            .refine((code) => currencyDecimals(code) !== undefined, { message: 'A currency such as "EUR".' })
            .optional()
            .describe("What new amounts in the console begin with. What was promised or posted keeps its own."),
          locale: z
            .string()
            .max(35)
            .refine((tag) => localeOf(tag) === tag, { message: 'A language such as "de" or "pt-BR".' })
            .optional()
            .describe("Who says no language is spoken to in this one."),
          mail: mailSettings.optional().describe("How mails are sent; replaces what was there."),
          operator_email: z.email().max(254).nullable().optional().describe("Where those who run the workspace are written to."),
          setup: setupState.optional().describe("How far the console's set-up has come; replaces what was there."),
          words: z
            .record(z.string().max(200), z.string())
            .superRefine((own, ctx) => {
              for (const { key, message } of overrideProblems(own)) ctx.addIssue({ code: "custom", path: [key], message });
            })
            .optional()
            .describe('Own texts by key ("portal.share", or "de:portal.share" for one language); replaces those that were there.'),
        })
        .optional(),
    })
    .meta({ id: "SettingsChange" }),
  response: settings,
  async handler({ body, caller, read, request }) {
    await changeSettings(request.server.gv, byOf(caller), body);
    return await read(async (workspaceId, db) => settingsView((await readWorkspace(workspaceId, db))!));
  },
});

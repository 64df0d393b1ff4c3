import { z } from "zod";
import { compileZone } from "../../core/time.ts";
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
      name: z.string().min(1).max(120).optional(),
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

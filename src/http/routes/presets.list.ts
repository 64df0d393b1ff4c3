import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { sentence } from "../schemas.ts";

export default endpoint({
  method: "GET",
  path: "/v1/presets",
  tag: "Programs",
  permission: "programs:read",
  summary: "List the ready-made programs",
  response: z.object({
    data: z.array(
      z.object({ key: z.string(), kind: z.string(), name: sentence, description: sentence.nullable() }).meta({ id: "Preset" }),
    ),
  }),
  handler: ({ services }) => ({
    data: services.presets.map(({ key, kind, name, description = null }) => ({ key, kind, name, description })),
  }),
});

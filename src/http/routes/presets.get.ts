import { z } from "zod";
import { notFound } from "../../flow/refusal.ts";
import { endpoint } from "../endpoint.ts";

export default endpoint({
  method: "GET",
  path: "/v1/presets/:preset",
  tag: "Programs",
  permission: "programs:read",
  summary: "Get a ready-made program's definition",
  params: z.object({ preset: z.string() }),
  response: z.record(z.string(), z.unknown()),
  handler({ params, services }) {
    const found = services.presets.find((each) => each.key === params.preset || each.kind === params.preset);
    if (found === undefined) throw notFound("preset");
    return { ...found };
  },
});

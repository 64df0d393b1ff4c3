import { z } from "zod";
import { definition } from "../../core/program.ts";
import { endpoint } from "../endpoint.ts";
import { PUBLIC } from "../permissions.ts";

let made: Record<string, unknown> | undefined;

export default endpoint({
  method: "GET",
  path: "/schemas/program.json",
  tag: "Programs",
  permission: PUBLIC,
  summary: "The JSON Schema of a program definition",
  description: "For editors: put its address into `$schema`.",
  response: z.record(z.string(), z.unknown()),
  handler({ request }) {
    made ??= {
      $id: `${request.server.gv.publicUrl}/schemas/program.json`,
      title: "Grapevine program",
      ...z.toJSONSchema(definition, { io: "input", unrepresentable: "any" }),
    };
    return made;
  },
});

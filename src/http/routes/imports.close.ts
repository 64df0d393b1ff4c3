import { z } from "zod";
import { closeImport } from "../../flow/imports.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { importScope, importView } from "../views/import.ts";

export default endpoint({
  method: "POST",
  path: "/v1/imports/:import/close",
  tag: "Imports",
  permission: "imports:write",
  summary: "Close an import",
  description: "Holds and periods go on. Closing again changes nothing.",
  params: z.object({ import: z.string() }),
  body: z
    .strictObject({ cancelled: z.boolean().default(false).describe("It was given up.") })
    .meta({ id: "ImportClose" })
    .optional(),
  response: importScope,
  async handler({ params, body, caller, request }) {
    const id = uuidOrMissing("imp", params.import, "import");
    const status = body?.cancelled === true ? "cancelled" : "closed";
    return importView(await closeImport(request.server.gv, byOf(caller), { id, status }));
  },
});

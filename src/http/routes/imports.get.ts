import { z } from "zod";
import { notFound } from "../../flow/refusal.ts";
import { readImport } from "../../store/imports.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { importScope, importView } from "../views/import.ts";

export default endpoint({
  method: "GET",
  path: "/v1/imports/:import",
  tag: "Imports",
  permission: "imports:read",
  summary: "How far an import is",
  params: z.object({ import: z.string() }),
  response: importScope,
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const row = await readImport(workspaceId, db, uuidOrMissing("imp", params.import, "import"));
      if (row === null) throw notFound("import");
      return importView(row);
    }),
});

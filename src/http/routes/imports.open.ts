import { z } from "zod";
import { openImport } from "../../flow/imports.ts";
import { readImport } from "../../store/imports.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { importScope, importView } from "../views/import.ts";

export default endpoint({
  method: "POST",
  path: "/v1/imports",
  tag: "Imports",
  permission: "imports:write",
  summary: "Open an import",
  description:
    "Events sent with its id may be as old as they are. Holds and periods of the workspace wait until it is closed, " +
    "so that history settles as history.",
  body: z.strictObject({ source: z.string().min(1).max(200).describe("What is imported, for people.") }).meta({ id: "ImportWrite" }),
  response: importScope,
  status: 201,
  async handler({ body, caller, read, request }) {
    const id = await openImport(request.server.gv, byOf(caller), { kind: "events", source: body.source });
    return await read(async (workspaceId, db) => importView((await readImport(workspaceId, db, id))!));
  },
});

import { z } from "zod";
import { openImport } from "../../flow/imports.ts";
import { readImport } from "../../store/imports.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { importScope, importView } from "../views/import.ts";
import { mappingIn, tableWish } from "../views/table.ts";

export default endpoint({
  method: "POST",
  path: "/v1/imports",
  tag: "Imports",
  permission: "imports:write",
  summary: "Open an import",
  description:
    "Events sent with its id may be as old as they are. Holds and periods of the workspace wait until it is closed, " +
    "so that history settles as history.",
  body: z
    .strictObject({
      source: z.string().min(1).max(200).describe("What is imported, for people."),
      table: tableWish.optional().describe("Rows of a table are to come in pieces (POST /v1/imports/{import}/rows)."),
    })
    .meta({ id: "ImportWrite" }),
  response: importScope,
  status: 201,
  async handler({ body, caller, services, read, request }) {
    const { source, table } = body;
    const id =
      table === undefined
        ? await openImport(request.server.gv, byOf(caller), { kind: "events", source })
        : await services.people.openTable(byOf(caller), { source, ...table, mapping: mappingIn(table.mapping) });
    return await read(async (workspaceId, db) => importView((await readImport(workspaceId, db, id))!));
  },
});

import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { rowsTaken } from "../views/table.ts";

export default endpoint({
  method: "POST",
  path: "/v1/imports/:import/rows",
  tag: "Imports",
  permission: "imports:write",
  summary: "Send a piece of a table",
  description:
    "Whole rows of the piece become events, at most 2,000 at once; `used` says where the next piece begins. Every row is answered for. " +
    "The same piece again changes nothing, because the events' ids are made of the rows.",
  params: z.object({ import: z.string() }),
  query: z.strictObject({
    row: z.coerce.number().int().min(1).max(1e9).default(2).describe("The number of the piece's first row; the header is row 1."),
    last: z.enum(["true", "false"]).default("false").describe("true: nothing comes after it."),
  }),
  body: z.string().describe("Rows as CSV, in UTF-8, without the header."),
  rawBody: true,
  consumes: "text/csv",
  bodyLimit: 8 * 1024 * 1024,
  response: rowsTaken,
  idempotent: false,
  async handler({ params, query, caller, services, request }) {
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.from(JSON.stringify(request.body ?? ""));
    const importId = uuidOrMissing("imp", params.import, "import");
    const taken = await services.people.importRows(byOf(caller), { importId, bytes, row: query.row, last: query.last === "true" });
    const { nextRow, ...rest } = taken;
    return { ...rest, next_row: nextRow };
  },
});

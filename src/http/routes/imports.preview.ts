import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { mappingDocument, mappingIn, tablePreview } from "../views/table.ts";

export default endpoint({
  method: "POST",
  path: "/v1/imports/preview",
  tag: "Imports",
  permission: "imports:write",
  summary: "How the beginning of a table would be understood",
  description: "Without a mapping, one is guessed from the columns' names and the first rows. Nothing is kept and nothing is imported.",
  body: z
    .strictObject({
      text: z.string().max(1_000_000).describe("The first lines, the one with the columns' names too."),
      kind: z.enum(["people", "orders"]).optional(),
      mapping: mappingDocument.optional(),
    })
    .meta({ id: "TableQuestion" }),
  bodyLimit: 8 * 1024 * 1024,
  response: tablePreview,
  idempotent: false,
  handler({ body, services }) {
    const { text, kind, mapping } = body;
    const read = services.people.previewTable({ text, kind, mapping: mapping === undefined ? undefined : mappingIn(mapping) });
    const { refusedHeader, ...rest } = read;
    return { ...rest, refused_header: refusedHeader };
  },
});

import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { findLink } from "../lookup.ts";
import { ownsLink } from "../member-owns.ts";

export default endpoint({
  method: "GET",
  path: "/v1/links/:link/qr.png",
  tag: "Links",
  permission: "links:read",
  member: { owns: ownsLink },
  summary: "A link as a QR code, PNG",
  produces: "image/png",
  params: z.object({ link: z.string() }),
  query: z.strictObject({
    margin: z.coerce.number().int().min(0).max(16).default(4).describe("Modules of white around it; scanners want 4."),
    width: z.coerce.number().int().min(64).max(2048).default(512).describe("Pixels."),
  }),
  response: z.instanceof(Buffer).meta({ type: "string", format: "binary" }),
  async handler({ params, query, read, request }) {
    const { url } = await read((workspaceId, db) => findLink(workspaceId, db, { id: params.link, context: request.server.gv }));
    const { default: qrcode } = await import("qrcode");
    return await qrcode.toBuffer(url, { type: "png", margin: query.margin, width: query.width, errorCorrectionLevel: "M" });
  },
});

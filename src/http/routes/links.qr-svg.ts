import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { findLink } from "../lookup.ts";
import { ownsLink } from "../member-owns.ts";

export default endpoint({
  method: "GET",
  path: "/v1/links/:link/qr.svg",
  tag: "Links",
  permission: "links:read",
  member: { owns: ownsLink },
  summary: "A link as a QR code, SVG",
  produces: "image/svg+xml",
  params: z.object({ link: z.string() }),
  query: z.strictObject({
    margin: z.coerce.number().int().min(0).max(16).default(4).describe("Modules of white around it; scanners want 4."),
  }),
  response: z.string(),
  async handler({ params, query, read, request }) {
    const { url } = await read((workspaceId, db) => findLink(workspaceId, db, { id: params.link, context: request.server.gv }));
    // Loaded when first asked for: most processes never draw one.
    const { default: qrcode } = await import("qrcode");
    return await qrcode.toString(url, { type: "svg", margin: query.margin, errorCorrectionLevel: "M" });
  },
});

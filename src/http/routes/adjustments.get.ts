import { z } from "zod";
import { findAdjustment } from "../adjustment-lookup.ts";
import { endpoint } from "../endpoint.ts";
import { adjustment } from "../views/money.ts";

export default endpoint({
  method: "GET",
  path: "/v1/adjustments/:adjustment",
  tag: "Adjustments",
  permission: "adjustments:read",
  summary: "Get an adjustment",
  params: z.object({ adjustment: z.string() }),
  response: adjustment,
  handler: ({ params, read }) => read((workspaceId, db) => findAdjustment(workspaceId, db, params.adjustment)),
});

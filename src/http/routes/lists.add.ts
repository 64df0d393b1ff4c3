import { z } from "zod";
import { LIST_KINDS, readListed } from "../../store/risk-lists.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { instantInput } from "../schemas.ts";
import { listEntry, listEntryView } from "../views/review.ts";

export default endpoint({
  method: "POST",
  path: "/v1/lists",
  tag: "Reviews",
  permission: "lists:write",
  summary: "Trust or block somebody",
  description:
    "Block refuses what comes later; allow lets it through whatever its score. A network range is a signal only: it refuses nobody.",
  body: z
    .strictObject({
      list: z.enum(["allow", "block"]),
      kind: z.enum(LIST_KINDS),
      value: z
        .string()
        .min(1)
        .max(1000)
        .describe("per_... or user_id:..., a domain, a range, or a device, payment or address (or hash:...)."),
      note: z.string().max(500).optional(),
      expires_at: instantInput.optional(),
    })
    .meta({ id: "ListEntryWrite" }),
  response: listEntry,
  async handler({ body, caller, services, read }) {
    const { list, kind, value, note = null, expires_at: expiresAt = null } = body;
    const { id } = await services.risk.addListed(byOf(caller), { list, kind, value, note, expiresAt });
    return await read(async (workspaceId, db) => listEntryView((await readListed(workspaceId, db, id))!));
  },
});

import { z } from "zod";
import { readSourceAudit } from "../../store/source-audits.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { instantInput } from "../schemas.ts";
import { sourceAudit, sourceAuditView } from "../views/sources-audit.ts";

const count = z.strictObject({
  source: z.string().max(200),
  count: z.number().int().min(0).max(1e9),
  friend: z.boolean().optional().describe("Somebody told her. Left out: by the words of the source."),
});

export default endpoint({
  method: "POST",
  path: "/v1/source-audits",
  tag: "Sources audit",
  permission: "people:write",
  summary: "Count where customers came from, and keep it",
  description:
    "From answers (survey_response events with the name `source`, the answer as their subject), from orders (their " +
    "context's channel), or from counts of yours. Each share has its 95 % interval.",
  body: z
    .strictObject({
      name: z.string().min(1).max(200),
      origin: z.enum(["answers", "orders", "given"]),
      from: instantInput.optional(),
      to: instantInput.optional(),
      counts: z.array(count).max(5000).default([]).describe("Of the origin given."),
      baseline: z.boolean().default(false),
    })
    .meta({ id: "SourceAuditWrite" }),
  response: sourceAudit,
  status: 201,
  async handler({ body, caller, services, read }) {
    const { from = null, to = null, ...rest } = body;
    const id = await services.people.createAudit(byOf(caller), { ...rest, from, to });
    return sourceAuditView((await read((workspaceId, db) => readSourceAudit(workspaceId, db, id)))!);
  },
});

import { z } from "zod";
import { readSourceAudit } from "../../store/source-audits.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { sourceAudit, sourceAuditView } from "../views/sources-audit.ts";

export default endpoint({
  method: "POST",
  path: "/v1/source-audits/:audit/baseline",
  tag: "Sources audit",
  permission: "people:write",
  summary: "Measure programs against this audit",
  params: z.object({ audit: z.string() }),
  response: sourceAudit,
  async handler({ params, caller, services, read }) {
    const id = uuidOrMissing("sau", params.audit, "source audit");
    await services.people.makeBaseline(byOf(caller), id);
    return sourceAuditView((await read((workspaceId, db) => readSourceAudit(workspaceId, db, id)))!);
  },
});

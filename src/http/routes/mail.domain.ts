import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { sentence } from "../schemas.ts";

const finding = z
  .object({
    state: z.enum(["ok", "weak", "missing", "broken", "unknown"]),
    record: z.string().nullable().describe("As the DNS says it."),
    remedy: sentence.nullable().describe("What to do; null when it is right."),
  })
  .meta({ id: "MailDomainFinding" });

export default endpoint({
  method: "GET",
  path: "/v1/settings/mail-domain",
  tag: "Settings",
  permission: "settings:read",
  summary: "Check the domain that mails are from",
  description:
    "Asks the DNS now for SPF, DKIM (under the settings' mail.dkim_selector) and DMARC. `domain` is null where no sender is set.",
  response: z
    .object({ domain: z.string().nullable(), spf: finding.nullable(), dkim: finding.nullable(), dmarc: finding.nullable() })
    .meta({ id: "MailDomain" }),
  async handler({ caller, services }) {
    const report = await services.mail.checkDomain(byOf(caller).workspaceId);
    return report ?? { domain: null, spf: null, dkim: null, dmarc: null };
  },
});

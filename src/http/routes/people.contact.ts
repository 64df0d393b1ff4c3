import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { readTermsStandings } from "../../flow/terms.ts";
import { readConsents } from "../../store/consents.ts";
import { listSuppressions } from "../../store/suppressions.ts";
import { endpoint } from "../endpoint.ts";
import { findPerson } from "../lookup.ts";
import { consent, consentView, suppression, suppressionView, termsStanding, termsStandingView } from "../views/consent.ts";

export default endpoint({
  method: "GET",
  path: "/v1/people/:person/contact",
  tag: "Consent",
  permission: "people:read",
  member: { params: "person" },
  summary: "How a person may be contacted, and which terms she accepted",
  description:
    "The newest word on each purpose and channel, what keeps her from being contacted, and her standing to each program's terms.",
  params: z.object({ person: z.string() }),
  response: z
    .object({ person: z.string(), consents: z.array(consent), suppressions: z.array(suppression), terms: z.array(termsStanding) })
    .meta({ id: "Contact" }),
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const personId = await findPerson(workspaceId, db, params.person);
      const consents = await readConsents(workspaceId, db, personId);
      const suppressions = await listSuppressions(workspaceId, db, { before: null, limit: 200, personId });
      const terms = await readTermsStandings(workspaceId, db, personId);
      return {
        person: externalId("per", personId),
        consents: consents.map(consentView),
        suppressions: suppressions.filter((each) => each.lifted_at === null).map(suppressionView),
        terms: terms.map(termsStandingView),
      };
    }),
});

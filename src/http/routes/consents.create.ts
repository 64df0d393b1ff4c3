import { z } from "zod";
import { notFound } from "../../flow/refusal.ts";
import { readConsent } from "../../store/consents.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson } from "../lookup.ts";
import { instantInput } from "../schemas.ts";
import { channel, consent, consentView, purpose } from "../views/consent.ts";

export default endpoint({
  method: "POST",
  path: "/v1/people/:person/consents",
  tag: "Consent",
  permission: "people:write",
  summary: "Record that a person agreed to something, or took it back",
  description:
    "Kept as proof: who, what for, by which way, in which words, through which door, when. Nothing is changed later; the newest counts.",
  params: z.object({ person: z.string() }),
  body: z
    .strictObject({
      purpose,
      channel: channel.default("all"),
      granted: z.boolean(),
      wording: z.string().min(1).max(128),
      source: z.string().min(1).max(128),
      at: instantInput.optional().describe("When she said it, if that was earlier."),
      ip: z.union([z.ipv4(), z.ipv6()]).optional().describe("Kept apart, and forgotten with her."),
      user_agent: z.string().max(400).optional(),
    })
    .meta({ id: "ConsentWrite" }),
  response: consent,
  status: 201,
  async handler({ params, body, caller, services, read }) {
    const personId = await read((workspaceId, db) => findPerson(workspaceId, db, params.person));
    const { purpose: of, channel: by, granted, wording, source, at = null, ip, user_agent } = body;
    const proof = { ...(ip === undefined ? {} : { ip }), ...(user_agent === undefined ? {} : { user_agent }) };
    const made = await services.contact.recordConsent(byOf(caller), {
      personId,
      purpose: of,
      channel: by,
      granted,
      wording,
      source,
      at,
      proof,
    });
    const row = await read((workspaceId, db) => readConsent(workspaceId, db, made.id));
    if (row === null) throw notFound("consent");
    return consentView(row);
  },
});

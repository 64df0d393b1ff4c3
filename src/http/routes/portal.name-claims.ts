import crypto from "node:crypto";
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { findPerson, findProgram } from "../lookup.ts";
import { checkEvent, submitAll } from "../submit.ts";
import { externalId } from "../../core/id.ts";
import { normaliseName } from "../../core/identity.ts";

export default endpoint({
  method: "POST",
  path: "/v1/portal/name-claims",
  tag: "Portal",
  permission: "events:write",
  member: { body: "person" },
  summary: "Say who recommended the program, by name",
  description: "It counts where the program accepts names as evidence. The answer is always the same: it tells nobody who is a customer.",
  body: z
    .strictObject({ program: z.string().min(1).max(64), person: z.string().max(300), name: z.string().min(2).max(200) })
    .meta({ id: "NameClaim" }),
  response: z.object({ taken: z.literal(true) }).meta({ id: "NameClaimTaken" }),
  async handler({ body, caller, services, read, request }) {
    const personId = await read(async (workspaceId, db) => {
      await findProgram(workspaceId, db, body.program);
      return await findPerson(workspaceId, db, body.person);
    });
    // The same name again is the same event.
    const digest = crypto.hash("sha256", `${body.program}|${personId}|${normaliseName(body.name).toLowerCase()}`, "hex").slice(0, 32);
    const person = { id: externalId("per", personId) };
    const event = { type: "identify", id: `name-claim:${digest}`, program: body.program, person, referral: { name: body.name } };
    const door = { caller, name: "portal", events: services.events, newId: request.server.gv.ids.uuid };
    await submitAll(door, [checkEvent(event, "", door)]);
    return { taken: true as const };
  },
});

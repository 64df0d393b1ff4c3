import { z } from "zod";
import { person as personInput } from "../../core/event.ts";
import { externalId, uuidOf } from "../../core/id.ts";
import { readPerson } from "../../store/people.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson } from "../lookup.ts";
import { checkEvent, orRefusal, submitAll } from "../submit.ts";
import { person, personView } from "../views/person.ts";

export default endpoint({
  method: "PUT",
  path: "/v1/people/:person",
  tag: "People",
  permission: "people:write",
  summary: "Make or update a person under an id",
  description: "`user_id:...` makes the person when it is new; `per_...` must be known.",
  params: z.object({ person: z.string() }),
  body: personInput.omit({ id: true, user_id: true }).meta({ id: "PersonUpdate" }),
  response: person,
  async handler({ params, body, caller, services, read, request }) {
    const known = uuidOf("per", params.person) !== null || !params.person.startsWith("user_id:");
    const who = known
      ? { id: externalId("per", await read((workspaceId, db) => findPerson(workspaceId, db, params.person))) }
      : { user_id: params.person.slice(8) };
    const door = { caller, name: "people", events: services.events, newId: request.server.gv.ids.uuid };
    const [outcome] = await submitAll(door, [checkEvent({ type: "identify", person: { ...body, ...who } }, "", door)]);
    orRefusal(outcome!);
    const id = await read((workspaceId, db) => findPerson(workspaceId, db, params.person));
    if (caller.kind === "session") await services.notePersonSaved(byOf(caller), id);
    return await read(async (workspaceId, db) => personView((await readPerson(workspaceId, db, id))!));
  },
});

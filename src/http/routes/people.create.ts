import { person as personInput } from "../../core/event.ts";
import { Refusal } from "../../flow/refusal.ts";
import { readPerson } from "../../store/people.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, searchPerson } from "../lookup.ts";
import { checkEvent, orRefusal, submitAll } from "../submit.ts";
import { person, personView } from "../views/person.ts";

export default endpoint({
  method: "POST",
  path: "/v1/people",
  tag: "People",
  permission: "people:write",
  summary: "Make or update a person",
  description:
    "The same as an `identify` event: known identities find the person, new ones are added, attributes that are given replace the old.",
  body: personInput.omit({ id: true }).meta({ id: "PersonWrite" }),
  response: person,
  async handler({ body, caller, services, read, request }) {
    const door = { caller, name: "people", events: services.events, newId: request.server.gv.ids.uuid };
    const [outcome] = await submitAll(door, [checkEvent({ type: "identify", person: body }, "", door)]);
    orRefusal(outcome!);
    const row = await read(async (workspaceId, db) => {
      const id = await searchPerson(workspaceId, db, body);
      return id === null ? null : await readPerson(workspaceId, db, id);
    });
    if (row === null) throw new Refusal("person_missing", "Give at least one of user_id, email, phone and anonymous_id.");
    if (caller.kind === "session") await services.notePersonSaved(byOf(caller), row.id);
    return personView(row);
  },
});

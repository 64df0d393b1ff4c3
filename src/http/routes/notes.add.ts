import { z } from "zod";
import { readNote } from "../../store/notes.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson } from "../lookup.ts";
import { note, noteView } from "../views/support.ts";

export default endpoint({
  method: "POST",
  path: "/v1/people/:person/notes",
  tag: "Support",
  permission: "people:write",
  summary: "Write something down about a person",
  params: z.object({ person: z.string() }),
  body: z.strictObject({ text: z.string().trim().min(1).max(5000) }).meta({ id: "NoteText" }),
  response: note,
  status: 201,
  async handler({ params, body, caller, services, read }) {
    const personId = await read((workspaceId, db) => findPerson(workspaceId, db, params.person));
    const id = await services.support.addNote(byOf(caller), { personId, text: body.text });
    return noteView((await read((workspaceId, db) => readNote(workspaceId, db, id)))!);
  },
});

import { z } from "zod";
import { addAnnotation } from "../../flow/reports/annotations.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { noteFields, readNote, wishOf } from "../annotation-note.ts";
import { annotation } from "../views/annotation.ts";

export default endpoint({
  method: "POST",
  path: "/v1/annotations",
  tag: "Reports",
  permission: "reports:write",
  summary: "Note something about a day: it stands on the time lines of reports",
  body: z.strictObject(noteFields).meta({ id: "AnnotationWish" }),
  response: annotation,
  status: 201,
  async handler({ body, caller, read, request }) {
    const wish = await read((workspaceId, db) => wishOf(workspaceId, db, body));
    const id = await addAnnotation(request.server.gv, byOf(caller), wish);
    return await read((workspaceId, db) => readNote(workspaceId, db, id));
  },
});

import { z } from "zod";
import { changeAnnotation } from "../../flow/reports/annotations.ts";
import { noteFields, readNote, wishOf } from "../annotation-note.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { annotation } from "../views/annotation.ts";

export default endpoint({
  method: "PUT",
  path: "/v1/annotations/:annotation",
  tag: "Reports",
  permission: "reports:write",
  summary: "Change what was noted about a day",
  params: z.object({ annotation: z.string() }),
  body: z.strictObject(noteFields).meta({ id: "AnnotationChange" }),
  response: annotation,
  async handler({ params, body, caller, read, request }) {
    const id = uuidOrMissing("ano", params.annotation, "annotation");
    const wish = await read((workspaceId, db) => wishOf(workspaceId, db, body));
    await changeAnnotation(request.server.gv, byOf(caller), { id, ...wish });
    return await read((workspaceId, db) => readNote(workspaceId, db, id));
  },
});

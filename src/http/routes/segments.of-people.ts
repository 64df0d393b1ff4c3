import { z } from "zod";
import { externalId, uuidOf } from "../../core/id.ts";
import { notFound } from "../../flow/refusal.ts";
import { readPeople } from "../../store/people-find.ts";
import { readSegment } from "../../store/segments.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { checkEvent, orRefusal, submitAll } from "../submit.ts";
import { segment, segmentView } from "../views/segment.ts";

const MOST = 500;

export default endpoint({
  method: "POST",
  path: "/v1/segments/of-people",
  tag: "Segments",
  permission: "people:write",
  summary: "Make a segment of people who are named",
  description:
    "Each is marked by an attribute of its own, `picked_...`, and the segment asks for it: take the mark away and she is out of it.",
  body: z
    .strictObject({
      name: z.string().min(1).max(200),
      description: z.string().max(2000).default(""),
      people: z.array(z.string().max(64)).min(1).max(MOST).describe(`Ids of people, at most ${MOST}.`),
    })
    .meta({ id: "SegmentOfPeople" }),
  response: segment,
  status: 201,
  async handler({ body, caller, services, read, request }) {
    const newId = request.server.gv.ids.uuid;
    const ids = [...new Set(body.people)].map((id) => uuidOf("per", id));
    const known = await read(async (workspaceId, db) => (ids.every((id) => id !== null) ? await readPeople(workspaceId, db, ids) : []));
    if (known.length < ids.length) throw notFound("person");
    const mark = `picked_${newId().slice(-12)}`;
    const door = { caller, name: "people", events: services.events, newId };
    const events = known.map(({ id }) =>
      checkEvent({ type: "identify", person: { id: externalId("per", id), attributes: { [mark]: true } } }, "", door),
    );
    for (const outcome of await submitAll(door, events)) orRefusal(outcome);
    const { name, description } = body;
    const filter = { [`person.attributes.${mark}`]: true };
    const id = await services.people.createSegment(byOf(caller), { name, description, filter });
    return segmentView((await read((workspaceId, db) => readSegment(workspaceId, db, id)))!);
  },
});

import { z } from "zod";
import { readPlace } from "../../store/case-offers.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson } from "../lookup.ts";
import { placeView, viewPlace } from "../views/case.ts";

export default endpoint({
  method: "PUT",
  path: "/v1/programs/:program/places/:place",
  tag: "Cases",
  permission: "cases:write",
  summary: "Make or change a place that takes cases",
  description: "Under your own id of it. Its person is asked, and answers for it.",
  params: z.object({ program: z.string(), place: z.string().min(1).max(128) }),
  body: z
    .strictObject({
      name: z.string().min(1).max(200),
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      capacity: z.number().int().min(0).max(1_000_000).describe("How many cases at once."),
      person: z.string().max(300),
      active: z.boolean().default(true),
    })
    .meta({ id: "PlaceWrite" }),
  response: placeView,
  async handler({ params, body, caller, services, read }) {
    const { name, capacity, active } = body;
    const personId = await read((workspaceId, db) => findPerson(workspaceId, db, body.person));
    const id = await services.cases.putPlace(byOf(caller), {
      program: params.program,
      external: params.place,
      name,
      capacity,
      active,
      personId,
      latitude: Math.round(body.latitude * 1_000_000),
      longitude: Math.round(body.longitude * 1_000_000),
    });
    return read(async (workspaceId, db) => viewPlace((await readPlace(workspaceId, db, id))!));
  },
});

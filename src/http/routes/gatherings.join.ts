import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findPerson } from "../lookup.ts";
import { placeAnswer, placeView } from "../views/gathering.ts";

export default endpoint({
  method: "POST",
  path: "/v1/gatherings/:gathering/join",
  tag: "Gatherings",
  permission: "gatherings:write",
  member: { body: "person" },
  summary: "Give a person a seat",
  description:
    "Or a place on the waiting list when all are taken. Again answers the place that she has. Who may not come is told why, with 200.",
  params: z.object({ gathering: z.string() }),
  body: z.strictObject({ person: z.string() }).meta({ id: "GatheringJoin" }),
  response: placeAnswer,
  async handler({ params, body, caller, services, read }) {
    const gatheringId = uuidOrMissing("gth", params.gathering, "gathering");
    const personId = await read((workspaceId, db) => findPerson(workspaceId, db, body.person));
    return placeView(await services.points.joinGathering(byOf(caller), { gatheringId, personId }));
  },
});

import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findPerson } from "../lookup.ts";
import { placeAnswer, placeView } from "../views/gathering.ts";

export default endpoint({
  method: "POST",
  path: "/v1/gatherings/:gathering/leave",
  tag: "Gatherings",
  permission: "gatherings:write",
  member: { body: "person" },
  summary: "Give a place up",
  description: "The first who waits gets the seat. Again changes nothing.",
  params: z.object({ gathering: z.string() }),
  body: z.strictObject({ person: z.string() }).meta({ id: "GatheringLeave" }),
  response: placeAnswer,
  async handler({ params, body, caller, services, read }) {
    const gatheringId = uuidOrMissing("gth", params.gathering, "gathering");
    const personId = await read((workspaceId, db) => findPerson(workspaceId, db, body.person));
    return placeView(await services.points.leaveGathering(byOf(caller), { gatheringId, personId }));
  },
});

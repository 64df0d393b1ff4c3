import { z } from "zod";
import { readGathering } from "../../store/gatherings.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { gathering, gatheringView } from "../views/gathering.ts";

export default endpoint({
  method: "POST",
  path: "/v1/gatherings/:gathering/cancel",
  tag: "Gatherings",
  permission: "gatherings:write",
  summary: "Call a gathering off",
  description: "Everybody who had a seat or waited is told. Again changes nothing.",
  params: z.object({ gathering: z.string() }),
  response: gathering,
  async handler({ params, caller, services, read }) {
    const id = uuidOrMissing("gth", params.gathering, "gathering");
    await services.points.cancelGathering(byOf(caller), id);
    return gatheringView((await read((workspaceId, db) => readGathering(workspaceId, db, id)))!);
  },
});

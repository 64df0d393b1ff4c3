import { z } from "zod";
import { readGathering } from "../../store/gatherings.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { instantInput } from "../schemas.ts";
import { gathering, gatheringView } from "../views/gathering.ts";

export default endpoint({
  method: "PATCH",
  path: "/v1/gatherings/:gathering",
  tag: "Gatherings",
  permission: "gatherings:write",
  summary: "Change a gathering",
  description: "Who waits moves up into seats that are added. Fewer seats send nobody away.",
  params: z.object({ gathering: z.string() }),
  body: z
    .strictObject({
      title: z.string().min(1).max(200).optional(),
      description: z.string().max(5000).optional(),
      starts_at: instantInput.optional(),
      seats: z.number().int().min(1).max(1e6).optional(),
    })
    .meta({ id: "GatheringChange" }),
  response: gathering,
  async handler({ params, body, caller, services, read }) {
    const id = uuidOrMissing("gth", params.gathering, "gathering");
    const { starts_at: startsAt, ...rest } = body;
    await services.points.changeGathering(byOf(caller), { id, ...rest, ...(startsAt === undefined ? {} : { startsAt }) });
    return gatheringView((await read((workspaceId, db) => readGathering(workspaceId, db, id)))!);
  },
});

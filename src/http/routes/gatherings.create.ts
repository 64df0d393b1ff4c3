import { z } from "zod";
import { readGathering } from "../../store/gatherings.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { instantInput } from "../schemas.ts";
import { gathering, gatheringView } from "../views/gathering.ts";

const body = z
  .strictObject({
    title: z.string().min(1).max(200),
    description: z.string().max(5000).default(""),
    starts_at: instantInput,
    seats: z.number().int().min(1).max(1e6),
    program: z.string().max(64).nullable().default(null),
    level: z.string().max(64).nullable().default(null).describe("The lowest level of the program that may come."),
  })
  .meta({ id: "GatheringWish" });

export default endpoint({
  method: "POST",
  path: "/v1/gatherings",
  tag: "Gatherings",
  permission: "gatherings:write",
  summary: "Plan a gathering",
  description: "With so many seats, for everybody or for those who stand on a level.",
  body,
  response: gathering,
  async handler({ body: wish, caller, services, read }) {
    const { starts_at: startsAt, ...rest } = wish;
    const id = await services.points.createGathering(byOf(caller), { ...rest, startsAt });
    return gatheringView((await read((workspaceId, db) => readGathering(workspaceId, db, id)))!);
  },
});

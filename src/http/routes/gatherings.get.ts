import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import { readGathering, readPlaces } from "../../store/gatherings.ts";
import { notFound } from "../../flow/refusal.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { instant } from "../schemas.ts";
import { gathering, gatheringView } from "../views/gathering.ts";

const place = z.object({ person: z.string(), state: z.enum(["seat", "waiting"]), joined_at: instant }).meta({ id: "GatheringPlace" });

export default endpoint({
  method: "GET",
  path: "/v1/gatherings/:gathering",
  tag: "Gatherings",
  permission: "gatherings:read",
  member: { hides: { places: [] } },
  summary: "Read a gathering, with who comes and who waits, in the order of joining",
  params: z.object({ gathering: z.string() }),
  response: gathering.extend({ places: z.array(place) }).meta({ id: "GatheringWithPlaces" }),
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const id = uuidOrMissing("gth", params.gathering, "gathering");
      const row = await readGathering(workspaceId, db, id);
      if (row === null) throw notFound("gathering");
      const places = (await readPlaces(workspaceId, db, id)).flatMap(({ person, state, joined_at }) =>
        state === "left" ? [] : [{ person: externalId("per", person), state, joined_at: formatInstant(joined_at) }],
      );
      return { ...gatheringView(row), places };
    }),
});

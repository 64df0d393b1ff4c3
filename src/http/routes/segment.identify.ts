import { endpoint } from "../endpoint.ts";
import { segmentAnswer, segmentMessage, segmentRoute, takeMessages } from "../segment.ts";
import { orRefusal } from "../submit.ts";

export default endpoint({
  ...segmentRoute,
  path: "/v1/identify",
  summary: "Segment: who somebody is",
  description: "Traits become identities and attributes.",
  body: segmentMessage,
  response: segmentAnswer,
  async handler({ caller, services, request }) {
    const door = { caller, events: services.events, newId: request.server.gv.ids.uuid };
    const [outcome] = await takeMessages(door, [request.body], { kind: "identify", pointer: () => "" });
    return { success: true as const, outcomes: [orRefusal(outcome!)] };
  },
});

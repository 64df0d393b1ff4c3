import { endpoint } from "../endpoint.ts";
import { segmentAnswer, segmentMessage, segmentRoute, takeMessages } from "../segment.ts";
import { orRefusal } from "../submit.ts";

export default endpoint({
  ...segmentRoute,
  path: "/v1/alias",
  summary: "Segment: two ids are one person",
  description: "`previousId` is taken as an anonymous id: two user ids are never joined by a message.",
  body: segmentMessage,
  response: segmentAnswer,
  async handler({ caller, services, request }) {
    const door = { caller, events: services.events, newId: request.server.gv.ids.uuid };
    const [outcome] = await takeMessages(door, [request.body], { kind: "alias", pointer: () => "" });
    return { success: true as const, outcomes: [orRefusal(outcome!)] };
  },
});

import { endpoint } from "../endpoint.ts";
import { segmentAnswer, segmentMessage, segmentRoute, takeMessages } from "../segment.ts";
import { orRefusal } from "../submit.ts";

export default endpoint({
  ...segmentRoute,
  path: "/v1/track",
  summary: "Segment: something happened",
  description:
    "Ecommerce names become events of ours (`Order Completed`, `Order Refunded`, `Order Cancelled`, `Signed Up`...); " +
    "any other name is a custom event.",
  body: segmentMessage,
  response: segmentAnswer,
  async handler({ caller, services, request }) {
    const door = { caller, events: services.events, newId: request.server.gv.ids.uuid };
    const [outcome] = await takeMessages(door, [request.body], { kind: "track", pointer: () => "" });
    return { success: true as const, outcomes: [orRefusal(outcome!)] };
  },
});

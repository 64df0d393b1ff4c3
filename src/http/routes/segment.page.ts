import { endpoint } from "../endpoint.ts";
import { segmentAnswer, segmentMessage, segmentRoute, takeMessages } from "../segment.ts";
import { orRefusal } from "../submit.ts";

export default endpoint({
  ...segmentRoute,
  path: "/v1/page",
  summary: "Segment: a page was viewed",
  description: "A visit. `gv_code` and `gv_click` in the address tie it to an advocate.",
  body: segmentMessage,
  response: segmentAnswer,
  async handler({ caller, services, request }) {
    const door = { caller, events: services.events, newId: request.server.gv.ids.uuid };
    const [outcome] = await takeMessages(door, [request.body], { kind: "page", pointer: () => "" });
    return { success: true as const, outcomes: [orRefusal(outcome!)] };
  },
});

import { endpoint } from "../endpoint.ts";
import { batchOf, segmentAnswer, segmentBatch, segmentRoute, takeMessages } from "../segment.ts";

export default endpoint({
  ...segmentRoute,
  path: "/v1/batch",
  summary: "Segment: many messages",
  description: "What Segment's server libraries send. Every message has its own outcome, in order; none sinks another.",
  body: segmentBatch,
  response: segmentAnswer,
  async handler({ caller, services, request }) {
    const door = { caller, events: services.events, newId: request.server.gv.ids.uuid };
    return {
      success: true as const,
      outcomes: await takeMessages(door, batchOf(request.body), { kind: null, pointer: (i) => `/batch/${i}` }),
    };
  },
});

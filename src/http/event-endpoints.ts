/** Endpoints through which events come in and are looked at, Segment's shapes among them, in the order of openapi.json. */
import type { Endpoint } from "./endpoint.ts";
import eventsCreate from "./routes/events.create.ts";
import eventsGet from "./routes/events.get.ts";
import eventsList from "./routes/events.list.ts";
import eventsRetry from "./routes/events.retry.ts";
import eventsTrace from "./routes/events.trace.ts";
import segmentAlias from "./routes/segment.alias.ts";
import segmentBatch from "./routes/segment.batch.ts";
import segmentGroup from "./routes/segment.group.ts";
import segmentIdentify from "./routes/segment.identify.ts";
import segmentPage from "./routes/segment.page.ts";
import segmentScreen from "./routes/segment.screen.ts";
import segmentTrack from "./routes/segment.track.ts";

export const eventEndpoints: readonly Endpoint[] = [
  eventsCreate,
  eventsList,
  eventsGet,
  eventsRetry,
  eventsTrace,
  segmentAlias,
  segmentBatch,
  segmentGroup,
  segmentIdentify,
  segmentPage,
  segmentScreen,
  segmentTrack,
];

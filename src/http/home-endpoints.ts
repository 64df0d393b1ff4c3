/** Endpoints of the console's first page: what is live, search, goals, in the order of openapi.json. */
import type { Endpoint } from "./endpoint.ts";
import streamListen from "./routes/stream.listen.ts";

export const homeEndpoints: readonly Endpoint[] = [streamListen];

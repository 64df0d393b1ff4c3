/** Endpoints of the console's first page: how things stand, goals, search, what is live, in the order of openapi.json. */
import type { Endpoint } from "./endpoint.ts";
import goalsDelete from "./routes/goals.delete.ts";
import goalsList from "./routes/goals.list.ts";
import goalsPut from "./routes/goals.put.ts";
import homeGet from "./routes/home.get.ts";
import searchFind from "./routes/search.find.ts";
import streamListen from "./routes/stream.listen.ts";

export const homeEndpoints: readonly Endpoint[] = [homeGet, goalsList, goalsPut, goalsDelete, searchFind, streamListen];

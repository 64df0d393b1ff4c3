/** The first page: goals, how things stand, search, what happens. */
import type { Example } from "./example.ts";

export const home: readonly Example[] = [
  { call: "PUT /v1/goals", body: { metric: "customers", target: 500, until: "2098-12-31T23:00:00.000Z" } },
  {
    call: "PUT /v1/goals",
    title: "of one program",
    body: { program: "friends", metric: "referrals", target: 40, until: "2098-06-30T22:00:00.000Z" },
  },
  { call: "GET /v1/goals" },
  { call: "DELETE /v1/goals", query: { program: "friends" } },
  { call: "GET /v1/home" },
  { call: "POST /v1/search", body: { q: "ann" } },
  { call: "GET /v1/stream", unplayed: "It goes on for ten minutes: test/http/stream.test.ts." },
];

/** Experiments: planned, dealt, read, stopped. */
import type { Example } from "./example.ts";

export const experiments: readonly Example[] = [
  {
    call: "POST /v1/experiments",
    body: {
      program: "friends",
      name: "No offer for some",
      hypothesis: "The offer brings friends who would not have come without it.",
      share: 0.2,
      arms: [
        { key: "control", name: "As it is" },
        { key: "nothing", name: "No offer", patch: { rewards: null } },
      ],
    },
    save: { EXPERIMENT: "/id" },
  },
  { call: "GET /v1/experiments" },
  { call: "GET /v1/experiments/{experiment}" },
  { call: "PATCH /v1/experiments/{experiment}", body: { worth: 0.2, correction: "benjamini_hochberg" } },
  { call: "GET /v1/experiments/{experiment}/plan" },
  { call: "POST /v1/experiments/{experiment}/start" },
  { call: "GET /v1/experiments/{experiment}/results" },
  { call: "POST /v1/experiments/{experiment}/stop" },
  {
    call: "POST /v1/programs/{program}/forecast",
    path: { program: "friends" },
    body: {
      currency: "USD",
      weeks: 12,
      runs: 200,
      margin: 0.4,
      reward: 2000,
      assume: {
        joins: { low: 5, likely: 10, high: 30 },
        reach: { low: 0.2, likely: 0.5, high: 1 },
        converts: { low: 0.05, likely: 0.1, high: 0.2 },
        value: { low: 3000, likely: 5000, high: 9000 },
      },
    },
  },
];

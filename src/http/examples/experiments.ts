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
  { call: "GET /v1/experiments/{experiment}/plan" },
  { call: "POST /v1/experiments/{experiment}/start" },
  { call: "GET /v1/experiments/{experiment}/results" },
  { call: "POST /v1/experiments/{experiment}/stop" },
];

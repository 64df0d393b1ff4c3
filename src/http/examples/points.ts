/** Points and what they are for: a catalogue, levels, gatherings, testimonials. */
import type { Example } from "./example.ts";

const CLEO = { person: "user_id:cleo" };

export const points: readonly Example[] = [
  {
    call: "PUT /v1/programs/{program}",
    title: "recognition instead of money",
    path: { program: "champions" },
    body: { preset: "advocacy" },
  },
  { call: "POST /v1/programs/{program}/publish", title: "recognition", path: { program: "champions" } },
  { call: "POST /v1/advocates", title: "a champion", body: { program: "champions", person: { user_id: "cleo", name: "Cleo" } } },
  {
    call: "POST /v1/events",
    title: "an activity",
    body: { id: "case-study-1", type: "activity", name: "case_study", program: "champions", person: { user_id: "cleo" } },
  },
  { call: "GET /v1/levels" },
  { call: "GET /v1/people/{person}/badges", path: CLEO },
  { call: "POST /v1/people/{person}/spend", path: CLEO, body: { kind: "points", amount: 20, reference: "till 3" } },
  {
    call: "PUT /v1/catalogue/{item}",
    path: { item: "mug" },
    body: { name: "A mug", description: "With your name on it", price: 50, stock: 20, per_person: 1 },
  },
  { call: "GET /v1/catalogue" },
  { call: "GET /v1/catalogue/{item}", path: { item: "mug" } },
  { call: "POST /v1/redemptions", body: { person: "user_id:cleo", item: "mug" }, save: { REDEMPTION: "/redemption/id" } },
  { call: "GET /v1/redemptions", query: { person: "user_id:cleo" } },
  { call: "GET /v1/redemptions/{redemption}" },
  { call: "POST /v1/redemptions/{redemption}/cancel", body: { reason: "It arrived broken." } },
  {
    call: "POST /v1/gatherings",
    body: {
      title: "An evening in the workshop",
      starts_at: "2027-06-01T17:00:00.000Z",
      seats: 12,
      program: "champions",
      level: "champion",
    },
    save: { GATHERING: "/id" },
  },
  { call: "GET /v1/gatherings" },
  { call: "GET /v1/gatherings/{gathering}" },
  { call: "PATCH /v1/gatherings/{gathering}", body: { seats: 16 } },
  { call: "POST /v1/gatherings/{gathering}/join", body: { person: "user_id:cleo" } },
  { call: "POST /v1/gatherings/{gathering}/leave", body: { person: "user_id:cleo" } },
  { call: "POST /v1/gatherings/{gathering}/cancel" },
  {
    call: "POST /v1/testimonials",
    body: { program: "champions", person: "user_id:cleo", text: "They mend what they sell.", rating: 5, consent: true },
    save: { TESTIMONIAL: "/id" },
  },
  { call: "GET /v1/testimonials", query: { program: "champions", status: "pending" } },
  { call: "POST /v1/testimonials/{testimonial}/approve" },
  {
    call: "POST /v1/testimonials",
    title: "another",
    body: { program: "champions", person: "user_id:cleo", activity: "review", text: "Ask me.", consent: true },
    save: { SECOND: "/id" },
  },
  { call: "POST /v1/testimonials/{testimonial}/refuse", path: { testimonial: "$SECOND" }, body: { reason: "It says nothing about us." } },
];

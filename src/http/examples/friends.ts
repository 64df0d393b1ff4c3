/** The smallest story: Ann recommends, Ben orders 4711, and everybody can see what became of it. */
import type { Example } from "./example.ts";

const ANN = { person: "user_id:ann" };

export const friends: readonly Example[] = [
  {
    call: "POST /v1/webhooks",
    body: { url: "https://shop.example/grapevine", types: ["reward.granted", "reward.available"] },
    save: { WEBHOOK: "/id" },
  },
  { call: "POST /v1/people", body: { user_id: "ann", email: "ann@example.com", name: "Ann" }, save: { PERSON: "/id" } },
  { call: "PUT /v1/people/{person}", path: ANN, body: { name: "Ann Berg", attributes: { country: "DE" } } },
  { call: "GET /v1/people/{person}", path: ANN },
  { call: "GET /v1/people", query: { limit: 10 } },
  { call: "POST /v1/people/search", body: { email: "ann@example.com" } },
  { call: "POST /v1/people/names", body: { ids: ["per_019aa3c5c0de7f3a8f4b1d2e3c4b5a69"] } },
  {
    call: "POST /v1/advocates",
    body: { program: "friends", person: { user_id: "ann", email: "ann@example.com", name: "Ann Berg" }, channels: ["email"] },
    save: { LINK: "/links/0/id", CODE: "/links/0/code" },
  },
  { call: "GET /v1/advocates", query: { program: "friends" } },
  { call: "GET /v1/programs/{program}/advocates/{person}", path: { program: "friends", ...ANN } },
  { call: "POST /v1/programs/{program}/terms/accept", path: { program: "friends" }, body: { person: "user_id:ann", language: "en" } },
  { call: "POST /v1/links", body: { program: "friends", person: "user_id:ann", code: "ANN10" }, save: { VANITY: "/id" } },
  { call: "GET /v1/links", query: { person: "user_id:ann" } },
  { call: "GET /v1/links/{link}" },
  { call: "GET /v1/links/{link}/qr.png", query: { width: 512 } },
  { call: "GET /v1/links/{link}/qr.svg" },
  { call: "GET /v1/advocates/{person}/share-texts", path: ANN, query: { program: "friends", locale: "en" } },
  { call: "GET /v1/advocates/{person}/page", path: ANN, query: { program: "friends" } },
  {
    call: "POST /v1/events",
    title: "a sign-up",
    body: { id: "signup-ben", type: "signup", person: { user_id: "ben", email: "ben@example.org" }, referral: { code: "$CODE" } },
  },
  {
    call: "POST /v1/events",
    title: "an order",
    body: {
      id: "order-4711",
      type: "purchase",
      person: { user_id: "ben" },
      order: { id: "4711", total: 8000, subtotal: 7000, tax: 600, shipping: 400, currency: "USD" },
    },
    save: { EVENT: "/id", REFERRAL: "/decisions/0/referral", REWARD: "/decisions/0/rewards/0/id" },
  },
  { call: "GET /v1/people/{person}/balances", path: ANN },
  {
    call: "POST /v1/events",
    title: "a partial refund",
    body: { id: "refund-4711", type: "refund", order: { id: "4711", amount: 2000, currency: "USD" } },
  },
  {
    call: "POST /v1/events",
    title: "many at once",
    body: {
      events: [
        { id: "visit-1", type: "visit", person: { anonymous_id: "a_9" }, referral: { code: "$CODE" } },
        { id: "order-4712", type: "purchase", person: { user_id: "ben" }, order: { id: "4712", total: 2500, currency: "USD" } },
      ],
    },
  },
  { call: "GET /v1/events", query: { person: "user_id:ben", type: "purchase" } },
  { call: "GET /v1/events/{event}" },
  { call: "GET /v1/events/{event}/trace" },
  { call: "POST /v1/events/{event}/retry", unplayed: "Only an event that a fault of the server left undone can be tried again." },
  { call: "GET /v1/referrals", query: { advocate: "user_id:ann" } },
  { call: "GET /v1/referrals/{referral}" },
  { call: "GET /v1/referrals/{referral}/story" },
  { call: "GET /v1/rewards", query: { person: "user_id:ann", state: "pending" } },
  { call: "GET /v1/rewards/{reward}" },
  { call: "GET /v1/coupons", query: { person: "user_id:ben" }, save: { COUPON: "/data/0/code" } },
  { call: "POST /v1/coupons/validate", body: { code: "$COUPON", person: "user_id:ben", total: 5000, currency: "USD" } },
  { call: "POST /v1/coupons/redeem", body: { code: "$COUPON", person: "user_id:ben", order: "4713", total: 5000, currency: "USD" } },
  { call: "GET /v1/people/{person}/standing", path: ANN },
  { call: "GET /v1/people/{person}/story", path: ANN },
  { call: "GET /v1/advocates/{person}/standing", path: ANN },
  { call: "GET /v1/advocates/{person}/performance", path: ANN, query: { program: "friends" } },
  { call: "GET /v1/reports/funnel", query: { program: "friends", compare: "previous", by: "channel" } },
  { call: "GET /v1/reports/growth", query: { program: "friends" } },
  { call: "GET /v1/reports/pace" },
];

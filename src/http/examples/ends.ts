/** What ends or undoes something. */
import type { Example } from "./example.ts";

export const ends: readonly Example[] = [
  { call: "POST /v1/advocates", title: "a second advocate", body: { program: "friends", person: { user_id: "gina" } } },
  {
    call: "POST /v1/referrals",
    body: { program: "friends", advocate: "user_id:ann", friend: "user_id:olga", reason: "She told us at the till." },
    save: { BY_HAND: "/id" },
  },
  {
    call: "POST /v1/referrals/{referral}/reassign",
    path: { referral: "$BY_HAND" },
    body: { advocate: "user_id:gina", reason: "It was Gina." },
  },
  { call: "POST /v1/referrals/{referral}/reject", path: { referral: "$BY_HAND" }, body: { reason: "They live together." } },
  { call: "POST /v1/links/{link}/disable", path: { link: "$VANITY" } },
  { call: "POST /v1/programs/{program}/advocates/{person}/leave", path: { program: "friends", person: "user_id:ann" } },
  { call: "POST /v1/people", title: "the same person again", body: { anonymous_id: "till-17" }, save: { DOUBLE: "/id" } },
  { call: "POST /v1/people/{person}/merge", path: { person: "user_id:ann" }, body: { from: "$DOUBLE" } },
  { call: "POST /v1/people", title: "a second account", body: { user_id: "ann-2" } },
  {
    call: "POST /v1/people/{person}/merge",
    title: "two accounts",
    path: { person: "user_id:ann" },
    body: { from: "user_id:ann-2", even_with_two_user_ids: true },
  },
  { call: "GET /v1/people/{person}/export", path: { person: "user_id:ann" } },
  { call: "POST /v1/people/{person}/erase", path: { person: "user_id:ben" } },
  { call: "POST /v1/keys/{key}/revoke", path: { key: "$TILL_KEY" } },
  { call: "DELETE /v1/webhooks/{webhook}" },
  { call: "POST /v1/programs/{program}/end", path: { program: "loyalty" } },
  { call: "GET /v1/reports/network", query: { program: "friends" } },
];

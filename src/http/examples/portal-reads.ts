/** What people see on their own side. With a secret key `person` says whose; a member's own session or token needs no such word. */
import type { Example } from "./example.ts";

const ANN = { program: "friends", person: "user_id:ann" };

export const portalReads: readonly Example[] = [
  { call: "GET /v1/portal", query: { workspace: "$SLUG", program: "friends", locale: "de" } },
  { call: "GET /v1/portal/referrals", query: ANN },
  { call: "GET /v1/portal/rewards", query: ANN },
  { call: "GET /v1/portal/items/{list}", path: { list: "gatherings" }, query: ANN },
  { call: "GET /v1/portal/standing", query: ANN },
  { call: "GET /v1/portal/learn", query: ANN },
];

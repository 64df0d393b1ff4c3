/** What people see on their own side. With a secret key `person` says whose; a member's own session or token needs no such word. */
import type { Example } from "./example.ts";

export const portalReads: readonly Example[] = [
  { call: "GET /v1/portal", query: { workspace: "$SLUG", program: "friends", locale: "de" } },
];

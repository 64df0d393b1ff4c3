/** Who works in the workspace. */
import type { Example } from "./example.ts";

/** The story is played in a sandbox. */
const unplayed = "A sandbox has no operators of its own: test/http/operators.test.ts.";

export const operators: readonly Example[] = [
  {
    call: "POST /v1/operators",
    body: { name: "Olga Owner", email: "olga@shop.example", password: "correct horse battery", role: "owner" },
    unplayed,
  },
  { call: "GET /v1/operators" },
  { call: "PATCH /v1/operators/{operator}", body: { role: "finance" }, unplayed },
  { call: "DELETE /v1/operators/{operator}", unplayed },
  { call: "POST /v1/operator-invitations", body: { email: "ina@shop.example", role: "analyst" }, unplayed },
  { call: "GET /v1/operator-invitations" },
  { call: "DELETE /v1/operator-invitations/{operator_invitation}", unplayed },
  { call: "GET /v1/sessions" },
  { call: "DELETE /v1/sessions/{session}", path: { session: "others" }, unplayed: "A key has no sessions: the console asks it." },
  { call: "POST /v1/workspaces", body: { slug: "second-shop", name: "Second shop" }, unplayed: "Asked with an operator's session." },
  { call: "GET /v1/workspaces/closing" },
  { call: "POST /v1/workspaces/close", body: { name: "Example Shop" }, unplayed: "Asked with an operator's session." },
  { call: "POST /v1/workspaces/reopen", unplayed: "Asked with an operator's session." },
];

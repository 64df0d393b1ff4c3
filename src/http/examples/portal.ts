/** People on their own side: keys and tokens that let them in. */
import type { Example } from "./example.ts";

export const portal: readonly Example[] = [
  { call: "POST /v1/portal-keys", body: { name: "Shop server" }, save: { PORTAL_KEY: "/id" } },
  { call: "GET /v1/portal-keys" },
  {
    call: "POST /v1/portal/sign-in",
    body: { workspace: "shop", email: "ann@example.com" },
    unplayed: "Only from a page of this server: test/portal/sign-in.test.ts.",
  },
  {
    call: "POST /v1/portal/sign-in/code",
    body: { workspace: "shop", email: "ann@example.com", code: "123456" },
    unplayed: "Only from a page of this server: test/portal/sign-in.test.ts.",
  },
  {
    call: "POST /v1/portal/sign-out",
    body: { everywhere: true },
    unplayed: "Only from a page of this server: test/portal/sign-in.test.ts.",
  },
  { call: "POST /v1/portal/tokens", body: { user_id: "ann", email: "ann@example.com", origin: "https://shop.example" } },
  { call: "DELETE /v1/portal-keys/{key}", path: { key: "$PORTAL_KEY" } },
];

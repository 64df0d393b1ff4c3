/** Endpoints of signing in, joining and keys for tokens, in the order of openapi.json. */
import type { Endpoint } from "./endpoint.ts";
import portalKeysCreate from "./routes/portal-keys.create.ts";
import portalKeysList from "./routes/portal-keys.list.ts";
import portalKeysRevoke from "./routes/portal-keys.revoke.ts";
import portalSignIn from "./routes/portal.sign-in.ts";
import portalSignInCode from "./routes/portal.sign-in-code.ts";
import portalSignOut from "./routes/portal.sign-out.ts";
import portalTokensCreate from "./routes/portal-tokens.create.ts";

export const portalAccess: readonly Endpoint[] = [
  portalSignIn,
  portalSignInCode,
  portalSignOut,
  portalKeysCreate,
  portalKeysList,
  portalKeysRevoke,
  portalTokensCreate,
];

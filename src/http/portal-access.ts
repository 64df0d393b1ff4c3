/** Endpoints of signing in, joining and keys for tokens, in the order of openapi.json. */
import type { Endpoint } from "./endpoint.ts";
import portalKeysCreate from "./routes/portal-keys.create.ts";
import portalKeysList from "./routes/portal-keys.list.ts";
import portalKeysRevoke from "./routes/portal-keys.revoke.ts";
import portalTokensCreate from "./routes/portal-tokens.create.ts";

export const portalAccess: readonly Endpoint[] = [portalKeysCreate, portalKeysList, portalKeysRevoke, portalTokensCreate];

/** Endpoints of signing in, joining and keys for tokens, in the order of openapi.json. */
import type { Endpoint } from "./endpoint.ts";
import portalKeysCreate from "./routes/portal-keys.create.ts";
import portalKeysList from "./routes/portal-keys.list.ts";
import portalKeysRevoke from "./routes/portal-keys.revoke.ts";
import applicationsList from "./routes/applications.list.ts";
import invitationsCreate from "./routes/invitations.create.ts";
import invitationsList from "./routes/invitations.list.ts";
import invitationsRevoke from "./routes/invitations.revoke.ts";
import portalJoin from "./routes/portal.join.ts";
import portalAskNot from "./routes/portal.ask-not.ts";
import portalNotice from "./routes/portal.notice.ts";
import portalHelp from "./routes/portal.help.ts";
import portalNameClaims from "./routes/portal.name-claims.ts";
import portalPayoutDetail from "./routes/portal.payout-detail.ts";
import portalPayoutDetailSet from "./routes/portal.payout-detail-set.ts";
import portalPreferences from "./routes/portal.preferences.ts";
import portalPreferencesChange from "./routes/portal.preferences-change.ts";
import portalProvider from "./routes/portal.provider.ts";
import portalProviderRemove from "./routes/portal.provider-remove.ts";
import portalProviderSet from "./routes/portal.provider-set.ts";
import portalSignIn from "./routes/portal.sign-in.ts";
import portalSignInCode from "./routes/portal.sign-in-code.ts";
import portalSignOut from "./routes/portal.sign-out.ts";
import portalTokensCreate from "./routes/portal-tokens.create.ts";

export const portalAccess: readonly Endpoint[] = [
  portalSignIn,
  portalSignInCode,
  portalSignOut,
  portalJoin,
  portalPreferences,
  portalPreferencesChange,
  portalPayoutDetail,
  portalPayoutDetailSet,
  portalHelp,
  portalAskNot,
  portalNotice,
  portalNameClaims,
  applicationsList,
  invitationsCreate,
  invitationsList,
  invitationsRevoke,
  portalKeysCreate,
  portalKeysList,
  portalKeysRevoke,
  portalTokensCreate,
  portalProvider,
  portalProviderSet,
  portalProviderRemove,
];

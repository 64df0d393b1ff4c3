/** The services of people's own side, each a flow with its parts handed in. */
import { systemClock } from "../adapters/clock.ts";
import { createOidc } from "../adapters/oidc.ts";
import { createPortalTokens } from "../adapters/portal-token.ts";
import { createPortalDoor } from "../flow/portal-door.ts";
import { openPayoutDetails, setPayoutDetail } from "../flow/payout-details.ts";
import { followInvitation, invitationIsOpen, invite, openInvitation, revokeInvitation } from "../flow/portal-invite.ts";
import { leaveForProvider, removeProvider, returnFromProvider, setProvider } from "../flow/portal-oidc.ts";
import type { Outgoing } from "../flow/ports.ts";
import { joinFromPortal } from "../flow/portal-join.ts";
import { answerQuestion, askForHelp, changePreferences, putNoticeAway, putOffQuestion } from "../flow/portal-self.ts";
import { createPortalKey, mintToken, revokePortalKey } from "../flow/portal-keys.ts";
import { endCookie, endEverywhere } from "../flow/portal-session.ts";
import { type SignInParts, linkIsFor, redeemCode, redeemLink, startSignIn } from "../flow/portal-sign-in.ts";
import type { PortalServices } from "../http/services-portal.ts";

export function portalServices(all: SignInParts & { outgoing: Outgoing }): PortalServices {
  const parts = { ...all, tokens: createPortalTokens(), oidc: createOidc(all.outgoing), monotonic: systemClock.monotonic };
  const door = createPortalDoor(parts);
  return {
    door,
    createKey: (by, name) => createPortalKey(parts, by, name),
    async revokeKey(by, id) {
      await revokePortalKey(parts, by, id);
      door.forget();
    },
    startSignIn: (wish) => startSignIn(parts, wish),
    redeemCode: (wish) => redeemCode(parts, wish),
    redeemLink: (wish) => redeemLink(parts, wish),
    linkIsFor: (wish) => linkIsFor(parts, wish),
    endCookie: (cookie) => endCookie(parts, cookie),
    endEverywhere: (of) => endEverywhere(parts, of),
    join: (by, wish) => joinFromPortal(parts, by, wish),
    invite: (by, wish) => invite(parts, by, wish),
    revokeInvitation: (by, id) => revokeInvitation(parts, by, id),
    invitedEmail: (workspaceId, row) => openInvitation(parts, workspaceId, row),
    invitationIsOpen: (of) => invitationIsOpen(parts, of),
    followInvitation: (of) => followInvitation(parts, of),
    changePreferences: (by, wish) => changePreferences(parts, by, wish),
    setPayoutDetail: (by, wish) => setPayoutDetail(parts, by, wish),
    openPayoutDetails: (db, of) => openPayoutDetails(parts, db, of),
    askForHelp: (by, wish) => askForHelp(parts, by, wish),
    putOffQuestion: (by, wish) => putOffQuestion(parts, by, wish),
    putNoticeAway: (by, wish) => putNoticeAway(parts, by, wish),
    answerQuestion: (by, wish) => answerQuestion(parts, by, wish),
    setProvider: (by, wish) => setProvider(parts, by, wish),
    removeProvider: (by) => removeProvider(parts, by),
    leaveForProvider: (of) => leaveForProvider(parts, of),
    returnFromProvider: (of) => returnFromProvider(parts, of),
    mintToken: (by, wish) => mintToken(parts, by, wish),
  };
}

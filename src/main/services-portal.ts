/** The services of people's own side, each a flow with its parts handed in. */
import { systemClock } from "../adapters/clock.ts";
import { createPortalTokens } from "../adapters/portal-token.ts";
import { createPortalDoor } from "../flow/portal-door.ts";
import { createPortalKey, mintToken, revokePortalKey } from "../flow/portal-keys.ts";
import { endCookie, endEverywhere } from "../flow/portal-session.ts";
import { linkIsFor, redeemCode, redeemLink, startSignIn } from "../flow/portal-sign-in.ts";
import type { PortalServices } from "../http/services-portal.ts";
import type { Parts } from "./services.ts";

export function portalServices(all: Parts): PortalServices {
  const parts = { ...all, tokens: createPortalTokens(), monotonic: systemClock.monotonic };
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
    mintToken: (by, wish) => mintToken(parts, by, wish),
  };
}

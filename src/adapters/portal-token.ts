/** Tokens of people (JSON Web Tokens, HS256 and nothing else), signed by businesses' servers. */
import { SignJWT, decodeJwt, errors, jwtVerify } from "jose";
import { AUDIENCE } from "../core/portal.ts";
import type { PortalTokens } from "../flow/ports.ts";

/** The algorithm is pinned here; what the token's own header says of it, or of keys and addresses, decides nothing. */
const ALGORITHMS = ["HS256"];
/** Of the text. Ours are of 400 characters. */
const LONGEST = 4096;

export function createPortalTokens(): PortalTokens {
  return {
    issuerOf(token) {
      if (token.length > LONGEST) return null;
      try {
        const { iss } = decodeJwt(token);
        return typeof iss === "string" ? iss : null;
      } catch {
        return null;
      }
    },
    async verify(token, { secret, issuer, now }) {
      try {
        const { payload } = await jwtVerify(token, Buffer.from(secret, "utf8"), {
          algorithms: ALGORITHMS,
          audience: AUDIENCE,
          issuer,
          currentDate: new Date(now),
          requiredClaims: ["sub", "iat", "exp"],
        });
        return payload;
      } catch (error) {
        if (error instanceof errors.JOSEError) return { refused: error.code };
        throw error;
      }
    },
    async sign(claims, { secret, issuer }) {
      const jwt = new SignJWT(claims).setProtectedHeader({ alg: "HS256", typ: "JWT" }).setIssuer(issuer).setAudience(AUDIENCE);
      return await jwt.sign(Buffer.from(secret, "utf8"));
    },
  };
}

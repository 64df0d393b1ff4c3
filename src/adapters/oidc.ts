/** Signing in by a business's own provider: authorization code with PKCE. All requests go through the guard of outgoing ones. */
import crypto from "node:crypto";
import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from "jose";
import type { Oidc, OidcProvider, Outgoing } from "../flow/ports.ts";

/** Signatures by a key pair. A shared secret or none at all is no proof of who signed. */
const ALGORITHMS = ["RS256", "PS256", "ES256", "ES384", "EdDSA"];

type Endpoints = { authorization: string; token: string; keys: string };

export function createOidc(outgoing: Outgoing): Oidc {
  return {
    async begin(provider, of) {
      const found = await discover(outgoing, provider.issuer);
      const url = found === null ? null : URL.parse(found.authorization);
      if (url === null || outgoing.refusal(url.href) !== null) return null;
      const challenge = crypto.hash("sha256", of.verifier, "base64url");
      const asked = {
        response_type: "code",
        client_id: provider.clientId,
        redirect_uri: of.redirectUri,
        scope: provider.scopes,
        state: of.state,
        nonce: of.nonce,
        code_challenge: challenge,
        code_challenge_method: "S256",
      };
      for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
      return url.href;
    },
    async finish(provider, { redirectUri, code, nonce, verifier, now }) {
      const found = await discover(outgoing, provider.issuer);
      if (found === null) return null;
      const answer = await outgoing.json(found.token, {
        headers: { authorization: basic(provider) },
        form: { grant_type: "authorization_code", code, redirect_uri: redirectUri, code_verifier: verifier },
      });
      const token = answer?.status === 200 ? answer.body["id_token"] : undefined;
      const keys = await outgoing.json(found.keys);
      if (typeof token !== "string" || !Array.isArray(keys?.body["keys"])) return null;
      try {
        const { payload } = await jwtVerify(token, createLocalJWKSet(keys.body as unknown as JSONWebKeySet), {
          algorithms: ALGORITHMS,
          issuer: provider.issuer,
          audience: provider.clientId,
          currentDate: new Date(now),
          clockTolerance: 60,
          requiredClaims: ["sub", "exp", "iat"],
        });
        const isOurs = payload["azp"] === undefined || payload["azp"] === provider.clientId;
        return payload["nonce"] === nonce && isOurs ? payload : null;
      } catch (error) {
        if (error instanceof errors.JOSEError) return null;
        throw error;
      }
    },
  };
}

/** The provider's own description. It must say the same issuer: another's would sign for this one. */
async function discover(outgoing: Outgoing, issuer: string): Promise<Endpoints | null> {
  const answer = await outgoing.json(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
  if (answer?.status !== 200 || answer.body["issuer"] !== issuer) return null;
  const { authorization_endpoint: authorization, token_endpoint: token, jwks_uri: keys } = answer.body;
  if (typeof authorization !== "string" || typeof token !== "string" || typeof keys !== "string") return null;
  return { authorization, token, keys };
}

/** RFC 6749, 2.3.1: both parts are encoded as in a form. */
function basic({ clientId, clientSecret }: OidcProvider): string {
  const encode = (text: string): string => new URLSearchParams({ t: text }).toString().slice(2);
  return `Basic ${Buffer.from(`${encode(clientId)}:${encode(clientSecret)}`).toString("base64")}`;
}

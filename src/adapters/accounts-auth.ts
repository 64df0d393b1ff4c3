/** better-auth itself, read when somebody first comes to sign in. */
import { betterAuth } from "better-auth";
import { createAuthMiddleware } from "better-auth/api";
import { deleteSessionCookie } from "better-auth/cookies";
import { generateRandomString } from "better-auth/crypto";
import { genericOAuth, magicLink, twoFactor } from "better-auth/plugins";
import type { AccountLetter } from "../flow/ports.ts";
import { ADDRESS_HEADER, type AccountOptions, BROWSER_HEADER, baseOf } from "./account-options.ts";

/** The id in addresses: /app/auth/callback/oidc. */
const PROVIDER = "oidc";
const WEEK_SECONDS = 7 * 86_400;
const LINK_SECONDS = 600;
const RESET_SECONDS = 3600;
const SECOND_STEP_SECONDS = 600;
const PASSWORD_LEAST = 10;

export type Auth = ReturnType<typeof makeAuth>;

/** better-auth, set up for operators: passwords, links, one-time codes, a provider. */
export function makeAuth(options: AccountOptions, secret: string, sign: (text: string) => string) {
  const { ids, log, provider } = options;
  const isSecure = options.publicUrl().startsWith("https:");
  const host = isSecure ? "__Host-" : "";
  const write = (letter: AccountLetter): void =>
    void options
      .onLetter(letter)
      .catch((error: unknown) => log.warn("a letter to an operator was not written", { error: String(error) }));
  return betterAuth({
    appName: "Grapevine",
    baseURL: baseOf(options),
    secret,
    database: options.pool as never,
    telemetry: { enabled: false },
    logger: { level: "error", log: (_level, message) => log.warn("accounts", { message }) },
    // Counted by ours, which hold across processes and by whom they are about.
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: false,
      cookiePrefix: `${host}gv_auth`,
      cookies: { session_token: { name: `${host}gv_session` } },
      defaultCookieAttributes: { secure: isSecure, httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: () => ids.uuid() },
    },
    // Absolute; that a day without a request ends it too is checked where sessions are read (store/account-sessions.ts).
    session: { expiresIn: WEEK_SECONDS, disableSessionRefresh: true },
    verification: { storeIdentifier: "hashed" },
    account: { encryptOAuthTokens: true, accountLinking: { enabled: true, trustedProviders: [] } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LEAST,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      async sendResetPassword({ user, token }) {
        write({ sort: "reset", email: user.email, token });
      },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: LINK_SECONDS,
        storeToken: "hashed",
        // Worth something only in the browser that asked for it.
        async sendMagicLink({ email, token }, ctx) {
          const browser = ctx?.headers?.get(BROWSER_HEADER) ?? "";
          write({ sort: "sign_in", email, token: `${token}.${sign(`${token}|${browser}`)}` });
        },
      }),
      twoFactor({ issuer: "Grapevine", twoFactorCookieMaxAge: SECOND_STEP_SECONDS }),
      secondStepAfterLink(),
      genericOAuth({ config: provider === null ? [] : [providerConfig(provider)] }),
    ],
  });
}

function providerConfig({ issuer, clientId, clientSecret }: NonNullable<AccountOptions["provider"]>) {
  return {
    providerId: PROVIDER,
    discoveryUrl: `${issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    scopes: ["openid", "email", "profile"],
    pkce: true,
    // Operators are invited; a provider says who somebody is, and lets nobody in.
    disableSignUp: true,
  };
}

/**
 * better-auth asks for the second factor after a password. A link by mail proves no more than a password does, so it is asked for here too,
 * in the way of its own plug-in. A provider is trusted to ask by itself.
 */
function secondStepAfterLink() {
  return {
    id: "second-step-after-link",
    hooks: {
      after: [
        {
          matcher: (context: { path?: string }) => context.path === "/magic-link/verify",
          handler: createAuthMiddleware(async (ctx) => {
            const started = ctx.context.newSession;
            if (started === null || (started.user as { twoFactorEnabled?: boolean }).twoFactorEnabled !== true) return;
            deleteSessionCookie(ctx, true);
            await ctx.context.internalAdapter.deleteSession(started.session.token);
            ctx.context.setNewSession(null);
            const identifier = `2fa-${generateRandomString(20)}`;
            const expiresAt = new Date(Date.now() + SECOND_STEP_SECONDS * 1000);
            const put = (name: string, value: string) =>
              ctx.context.internalAdapter.createVerificationValue({ identifier: name, value, expiresAt });
            await put(identifier, started.user.id);
            await put(`2fa-attempts-${identifier}`, "0");
            const cookie = ctx.context.createAuthCookie("two_factor", { maxAge: SECOND_STEP_SECONDS });
            await ctx.setSignedCookie(cookie.name, identifier, ctx.context.secret, cookie.attributes);
            return ctx.json({ twoFactorRedirect: true, twoFactorMethods: ["totp"] });
          }),
        },
      ],
    },
  };
}

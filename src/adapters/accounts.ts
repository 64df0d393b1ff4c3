/**
 * Accounts of operators, by better-auth: passwords, mailed links, one-time codes, a provider. It is asked who somebody is and nothing else;
 * its tables lie in a schema of their own (migration 0021), which the pool that is handed in has as its search path.
 */
import crypto from "node:crypto";
import { betterAuth } from "better-auth";
import { createAuthMiddleware } from "better-auth/api";
import { deleteSessionCookie } from "better-auth/cookies";
import { generateRandomString } from "better-auth/crypto";
import { genericOAuth, magicLink, twoFactor } from "better-auth/plugins";
import type { AccountLetter, Accounts, AccountVisitor, Log } from "../flow/ports.ts";

type Pool = object;
export type AccountOptions = {
  pool: Pool;
  secret: Uint8Array;
  log: Log;
  ids: { uuid(): string };
  /** Known once the server listens. Without a slash at the end. */
  publicUrl: () => string;
  provider: { name: string; issuer: string; clientId: string; clientSecret: string } | null;
  /** Writes to her. Nobody waits for it: whether an address is known must not be seen by the time of an answer. */
  onLetter: (letter: AccountLetter) => Promise<void>;
};

/** The id in addresses: /app/auth/callback/oidc. */
const PROVIDER = "oidc";
const WEEK_SECONDS = 7 * 86_400;
const LINK_SECONDS = 600;
const RESET_SECONDS = 3600;
const SECOND_STEP_SECONDS = 600;
const PASSWORD_LEAST = 10;

/** How what we know of a visitor travels through better-auth; whatever a visitor sends by these names is overwritten. */
const BROWSER_HEADER = "x-gv-browser";
const ADDRESS_HEADER = "x-gv-address";

/** Nothing is asked of the database before the first request. */
export function createAccounts(options: AccountOptions): Accounts {
  const secret = Buffer.from(crypto.hkdfSync("sha256", options.secret, "", "grapevine accounts", 32)).toString("base64url");
  const sign = (text: string): string => crypto.createHmac("sha256", secret).update(text).digest("base64url");
  let made: Auth | undefined;
  const auth = (): Auth => (made ??= makeAuth(options, secret, sign));
  return {
    provider: options.provider === null ? null : { name: options.provider.name },
    handle: (request, from) => auth().handler(marked(request, from)),
    async redeemLink(request, from) {
      const [token = "", mark = ""] = from.token.split(".");
      if (from.browser === null || !isSame(mark, sign(`${token}|${from.browser}`)))
        return Response.json({ code: "INVALID_TOKEN" }, { status: 401 });
      const url = `${baseOf(options)}/magic-link/verify?token=${encodeURIComponent(token)}`;
      const response = await auth().handler(marked(new Request(url, { headers: request.headers }), from));
      // Where a link is used or over, it would send the browser to a page that says so.
      return response.status >= 300 && response.status < 400 ? Response.json({ code: "INVALID_TOKEN" }, { status: 401 }) : response;
    },
    tokenOf(cookie) {
      const text = decoded(cookie);
      const at = text.lastIndexOf(".");
      if (at <= 0) return null;
      const token = text.slice(0, at);
      return isSame(text.slice(at + 1), crypto.createHmac("sha256", secret).update(token).digest("base64")) ? token : null;
    },
    async create({ name, email, password }) {
      const context = await auth().$context;
      const address = email.toLowerCase();
      if ((await context.internalAdapter.findUserByEmail(address)) !== null) return null;
      const hash = await context.password.hash(password);
      const user = await context.internalAdapter.createUser({ name, email: address, emailVerified: true }, {
        method: "email-password",
      } as never);
      await context.internalAdapter.linkAccount({ userId: user.id, providerId: "credential", accountId: user.id, password: hash });
      return { userId: user.id };
    },
  };
}

type Auth = ReturnType<typeof makeAuth>;

const baseOf = (options: AccountOptions): string => `${options.publicUrl()}/app/auth`;

function makeAuth(options: AccountOptions, secret: string, sign: (text: string) => string) {
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

function marked(request: Request, { address, browser }: AccountVisitor): Request {
  request.headers.set(ADDRESS_HEADER, address);
  request.headers.set(BROWSER_HEADER, browser ?? "");
  return request;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((each) => crypto.createHash("sha256").update(each).digest());
  return crypto.timingSafeEqual(a!, b!);
}

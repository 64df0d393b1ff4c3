/**
 * Accounts of operators, by better-auth: passwords, mailed links, one-time codes, a provider. It is asked who somebody is and nothing else;
 * its tables lie in a schema of their own (migration 0021), which the pool that is handed in has as its search path.
 */
import crypto from "node:crypto";
import type { Accounts, AccountVisitor } from "../flow/ports.ts";
import { ADDRESS_HEADER, type AccountOptions, BROWSER_HEADER, baseOf } from "./account-options.ts";

/**
 * Nothing is asked of the database before the first request, and better-auth is not read before it either: it takes 0.3 s and 65 MB,
 * which a server that only answers events never needs.
 */
export function createAccounts(options: AccountOptions): Accounts {
  const secret = Buffer.from(crypto.hkdfSync("sha256", options.secret, "", "grapevine accounts", 32)).toString("base64url");
  const sign = (text: string): string => crypto.createHmac("sha256", secret).update(text).digest("base64url");
  let made: Promise<Auth> | undefined;
  const auth = (): Promise<Auth> => (made ??= import("./accounts-auth.ts").then(({ makeAuth }) => makeAuth(options, secret, sign)));
  return {
    provider: options.provider === null ? null : { name: options.provider.name },
    handle: async (request, from) => (await auth()).handler(marked(request, from)),
    async redeemLink(request, from) {
      const [token = "", mark = ""] = from.token.split(".");
      if (from.browser === null || !isSame(mark, sign(`${token}|${from.browser}`)))
        return Response.json({ code: "INVALID_TOKEN" }, { status: 401 });
      const url = `${baseOf(options)}/magic-link/verify?token=${encodeURIComponent(token)}`;
      const response = await (await auth()).handler(marked(new Request(url, { headers: request.headers }), from));
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
      const context = await (await auth()).$context;
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

type Auth = import("./accounts-auth.ts").Auth;

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

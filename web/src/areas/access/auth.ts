/**
 * The steps of signing in, `/app/auth/...`: the one place where the console speaks to something that is not the public API, because nobody
 * has a session yet.
 */
import { useMutation, useQuery } from "@tanstack/react-query";
import { language, t } from "../../words/say.ts";

export type AuthAnswer = { twoFactorRedirect?: boolean; totpURI?: string; backupCodes?: string[]; url?: string };

/** A "no" in words for whoever tries to sign in. */
export class AuthError extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export async function step<T = AuthAnswer>(name: string, body: Record<string, unknown> = {}): Promise<T> {
  const response = await fetch(`/app/auth/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": language() },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (response === null) throw new AuthError(0, "offline", t("The server cannot be reached. Check your connection and try again."));
  const answer = (await response.json().catch(() => ({}))) as T & { code?: string; message?: string; detail?: string };
  if (response.ok) return answer;
  const code = answer.code ?? "unknown";
  throw new AuthError(response.status, code, wordsOf(response.status, code, answer.detail ?? answer.message ?? ""));
}

function wordsOf(status: number, code: string, said: string): string {
  if (status === 429) return t("Too many tries. Wait a quarter of an hour, or ask for a link by mail.");
  const known: Record<string, string> = {
    INVALID_EMAIL_OR_PASSWORD: t("E-mail address and password do not fit each other."),
    INVALID_PASSWORD: t("This is not your password."),
    INVALID_CODE: t("This code is not right. Codes change every 30 seconds."),
    INVALID_BACKUP_CODE: t("This recovery code is not right, or was used."),
    INVALID_TWO_FACTOR_COOKIE: t("This took too long, or too many codes were wrong. Begin again with your password."),
    INVALID_TOKEN: t("This link is used, over, or was asked for in another browser. Ask for a new one."),
    PASSWORD_TOO_SHORT: t("Take at least 10 characters."),
    VALIDATION_ERROR: t("Look at what you typed: something is missing."),
  };
  return known[code] ?? (said === "" ? t("It did not work. Try again.") : said);
}

export type AuthOptions = { accounts: boolean; provider: { name: string } | null };

export function useAuthOptions() {
  return useQuery({
    queryKey: ["/app/auth/options"],
    queryFn: async () => (await (await fetch("/app/auth/options")).json()) as AuthOptions,
    staleTime: Infinity,
  });
}

/** One step as a mutation. */
export function useStep<I extends Record<string, unknown>, T = AuthAnswer>(name: string, then: (answer: T, input: I) => void) {
  return useMutation<T, AuthError, I>({ mutationFn: (input) => step<T>(name, input), onSuccess: then });
}

/** After signing in: back to where she was, or to the console; a tab that was opened only for this says so. */
export function enter(): void {
  const isOutside = /^\/app\/(sign-in|invitation|reset|welcome)(\/|$)/.test(location.pathname);
  if (new URLSearchParams(location.search).get("back") === "close") location.assign("/app/sign-in?back=close&done=1");
  else if (isOutside) location.assign("/app");
  else location.reload();
}
